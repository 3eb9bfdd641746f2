import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes, type StaffingPage } from '../contract.ts';
import { staffingMessages } from './staffing-messages.ts';
import classes from './staffing.module.css';

/** The first step: takes what the organization lacks of the template. */
export function StaffingTemplate({
  template,
  onDone,
}: {
  readonly template: StaffingPage['template'];
  readonly onDone: () => void;
}): JSX.Element {
  const texts = useMessages(staffingMessages).template;
  const mayChange = useMayChange('role');
  const take = useWrite(roleRoutes.takeTemplate);
  const missing = template.roles + template.letters > 0;
  return (
    <section className={classes.step}>
      <Text size="sm">{missing ? texts.missing(template.roles, template.letters) : texts.there}</Text>
      <ProblemAlert error={take.error} />
      <Group gap="xs">
        {missing && mayChange && (
          <Button
            data-autofocus
            loading={take.isPending}
            onClick={() =>
              take.mutate(
                {},
                {
                  onSuccess: () => {
                    notifications.show({ message: texts.taken, color: 'teal' });
                    onDone();
                  },
                },
              )
            }
          >
            {texts.take}
          </Button>
        )}
        <Button variant={missing ? 'default' : 'filled'} onClick={onDone}>
          {missing ? texts.skip : texts.go}
        </Button>
      </Group>
    </section>
  );
}
