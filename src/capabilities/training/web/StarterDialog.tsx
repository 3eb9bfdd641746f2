import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { findCompetenceTemplate } from '../../../domain/competence.ts';
import { measureTemplates } from '../../../domain/measure-template.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { measureRoutes, type MeasureRow } from '../measure-contract.ts';
import { measureMessages } from './measure-messages.ts';

interface StarterDialogProps {
  readonly measures: readonly MeasureRow[];
  readonly onClose: () => void;
}

/** The starter set to choose from; what is in the catalogue by name is not taken again. */
export function StarterDialog({ measures, onClose }: StarterDialogProps): JSX.Element {
  const all = useMessages(measureMessages);
  const texts = all.starterDialog;
  const take = useWrite(measureRoutes.takeMeasures);
  const there = new Set(measures.map(({ name }) => name.toLowerCase()));
  const open = measureTemplates.filter(({ name }) => !there.has(name.toLowerCase()));
  const [chosen, setChosen] = useState<readonly string[]>(open.map(({ key }) => key));
  return (
    <Modal opened onClose={onClose} size={620} title={texts.title} closeButtonProps={{ 'aria-label': all.form.cancel }}>
      <Stack gap="sm">
        <Text size="sm">{texts.lead}</Text>
        <ProblemAlert error={take.error} />
        <Checkbox.Group value={[...chosen]} onChange={setChosen} aria-label={texts.title}>
          <Stack gap="xs">
            {measureTemplates.map(({ key, name, kind, hours, competences, everyone }) => (
              <Checkbox
                key={key}
                value={key}
                disabled={!open.some((one) => one.key === key)}
                label={name}
                description={[
                  open.some((one) => one.key === key) ? null : texts.there,
                  all.kinds[kind],
                  `${hours} h`,
                  everyone ? texts.everyone : null,
                  competences
                    .map(({ competence, level }) =>
                      all.level(findCompetenceTemplate(competence)?.name ?? competence, level),
                    )
                    .join(', '),
                ]
                  .filter((text) => text !== null)
                  .join(' · ')}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {all.form.cancel}
          </Button>
          <Button
            disabled={chosen.length === 0}
            loading={take.isPending}
            onClick={() =>
              take.mutate(
                { body: { keys: [...chosen] } },
                {
                  onSuccess: ({ taken }) => {
                    notifications.show({ message: texts.taken(taken), color: 'teal' });
                    onClose();
                  },
                },
              )
            }
          >
            {texts.take(chosen.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
