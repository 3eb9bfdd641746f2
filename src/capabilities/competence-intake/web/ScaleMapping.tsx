import { Box, Button, Group, Select, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { levelIn, type Level } from '../../../kernel/level.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { peopleImportRoutes } from '../../people/import-contract.ts';
import type { CompetenceImportReport } from '../contract.ts';
import { competenceIntakeMessages } from './messages.ts';
import classes from './skills-import.module.css';

interface ScaleMappingProps {
  readonly report: Pick<CompetenceImportReport, 'scale' | 'remembered'>;
  readonly readOnly: boolean;
  readonly onChoose: (value: string, level: Level | null) => void;
  readonly onForgotten: () => void;
}

const LEAVE_OUT = 'ignore';

/** What each step of the file's own scale is worth on the scale from 0 to 5, to be corrected. */
export function ScaleMapping({ report, readOnly, onChoose, onForgotten }: ScaleMappingProps): JSX.Element {
  const texts = useMessages(competenceIntakeMessages);
  const { scale, remembered = null } = report;
  const forget = useWrite(peopleImportRoutes.forgetColumnMapping);
  const forgetIt = (): void => {
    if (remembered === null) return;
    forget.mutate(
      { path: { columnMappingId: remembered.id }, version: remembered.version },
      {
        onSuccess: () => {
          notifications.show({ message: texts.forgotten });
          onForgotten();
        },
      },
    );
  };
  const levels = [
    ...competenceLevels.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` })),
    { value: LEAVE_OUT, label: texts.leaveOut },
  ];
  return (
    <Panel title={texts.scaleTitle} count={scale.length} lead={texts.scaleLead}>
      <ProblemAlert error={forget.error} />
      <Group gap="xs" mb="xs">
        <Text size="sm" c="dimmed">
          {remembered === null ? texts.scaleKept : texts.remembered(remembered.name)}
        </Text>
        {remembered !== null && (
          <Button size="compact-sm" variant="default" loading={forget.isPending} onClick={forgetIt}>
            {texts.forget}
          </Button>
        )}
      </Group>
      <Box component="section" className={classes.scroll} tabIndex={0} aria-label={texts.scaleTitle}>
        <Table aria-label={texts.scaleTitle} verticalSpacing={3} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.step}</Table.Th>
              <Table.Th scope="col" className={classes.figure}>
                {texts.cells}
              </Table.Th>
              <Table.Th scope="col">{texts.level}</Table.Th>
              <Table.Th scope="col">{texts.how}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {scale.map(({ value, level, cells, meaning, by }) => {
              const step = value === '' ? texts.none : value;
              return (
                <Table.Tr key={value} data-open={level === null || undefined}>
                  <Table.Td>
                    {step}
                    {meaning !== null && <span className={classes.meaning}>{meaning}</span>}
                  </Table.Td>
                  <Table.Td className={classes.figure}>{cells}</Table.Td>
                  <Table.Td>
                    <Select
                      aria-label={texts.levelOf(step)}
                      data={levels}
                      allowDeselect={false}
                      readOnly={readOnly}
                      value={level === null ? LEAVE_OUT : String(level)}
                      onChange={(chosen) => chosen !== null && onChoose(value, levelIn(chosen))}
                    />
                  </Table.Td>
                  <Table.Td className={classes.quiet}>{texts.by[by]}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Box>
    </Panel>
  );
}
