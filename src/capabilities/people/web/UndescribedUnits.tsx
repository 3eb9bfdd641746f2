import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { unitRoutes } from '../unit-contract.ts';
import { unitKey, type NamedUnit } from '../unit-list.ts';
import { unitMessages } from './unit-messages.ts';
import classes from './unit.module.css';

/** Names that people use: each becomes a unit or site with one click. */
export function UndescribedUnits({ units }: { readonly units: readonly NamedUnit[] }): JSX.Element {
  const texts = useMessages(unitMessages);
  const mayChange = useMayChange('unit');
  const create = useWrite(unitRoutes.createUnit);
  const describe = ({ kind, name }: NamedUnit): void =>
    create.mutate(
      { body: { kind, name, parentId: null, headId: null, note: '' } },
      { onSuccess: () => notifications.show({ message: texts.described(name), color: 'teal' }) },
    );
  return (
    <Panel title={texts.undescribed} count={units.length} {...(mayChange ? { lead: texts.undescribedLead } : {})}>
      <ProblemAlert error={create.error} />
      <ul className={classes.names} aria-label={texts.undescribed}>
        {units.map((unit) => (
          <li key={unitKey(unit.kind, unit.name)}>
            <Group gap="xs" wrap="nowrap">
              <span className={classes.name}>{unit.name}</span>
              <span className={classes.quiet}>
                {texts.one[unit.kind]}, {texts.people(unit.people)}
              </span>
              {mayChange && (
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconPlus size={12} aria-hidden />}
                  aria-label={texts.describeIt(unit.name)}
                  loading={create.isPending && create.variables.body?.name === unit.name}
                  onClick={() => describe(unit)}
                >
                  {texts.describe}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
