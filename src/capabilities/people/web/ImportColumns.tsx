import { Button, Group, NativeSelect, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import type { ImportReport, ReadColumn } from '../../intake/model.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { choosableFields } from '../column-choice.ts';
import { peopleImportRoutes } from '../import-contract.ts';
import classes from './import.module.css';
import { peopleImportMessages } from './import-messages.ts';

interface ImportColumnsProps {
  readonly report: ImportReport;
  readonly onChoose: (column: ReadColumn, field: string | null) => void;
  readonly onForgotten: () => void;
}

/** What each column is read as. The reader may say otherwise; what is private cannot be chosen. */
export function ImportColumns({ report, onChoose, onForgotten }: ImportColumnsProps): JSX.Element {
  const texts = useMessages(peopleImportMessages).columns;
  const forget = useWrite(peopleImportRoutes.forgetColumnMapping);
  const columns = (report.columns ?? []).filter(({ dropped }) => dropped === undefined);
  const { remembered = null } = report;
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
  return (
    <Panel title={texts.title} lead={texts.lead}>
      <ProblemAlert error={forget.error} />
      {remembered !== null && (
        <Group gap="xs" mb="xs">
          <Text size="sm">{texts.remembered(remembered.name)}</Text>
          <Button size="compact-sm" variant="default" loading={forget.isPending} onClick={forgetIt}>
            {texts.forget}
          </Button>
        </Group>
      )}
      <Table.ScrollContainer minWidth={420}>
        <Table className={classes.columns}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.heading}</Table.Th>
              <Table.Th>{texts.reads}</Table.Th>
              <Table.Th>{texts.why}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map((column) => (
              <Table.Tr key={`${column.sheet ?? ''} ${column.column}`}>
                <Table.Td>{column.heading}</Table.Td>
                <Table.Td>
                  <ColumnSelect column={column} onChoose={onChoose} />
                </Table.Td>
                <Table.Td c="dimmed">
                  {column.field === null && column.by === 'headings' ? '' : texts.by[column.by]}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

function ColumnSelect({
  column,
  onChoose,
}: {
  readonly column: ReadColumn;
  readonly onChoose: ImportColumnsProps['onChoose'];
}): JSX.Element {
  const texts = useMessages(peopleImportMessages).columns;
  const known = choosableFields.find((field) => field === column.field);
  // Some headings say more than one can choose, such as a path of units: it stays as it is until it is changed.
  const other = column.field !== null && known === undefined ? [{ value: column.field, label: column.field }] : [];
  return (
    <NativeSelect
      size="xs"
      aria-label={texts.of(column.heading)}
      value={column.field ?? ''}
      data={[
        { value: '', label: texts.none },
        ...choosableFields.map((field) => ({ value: field, label: texts.field[field] })),
        ...other,
      ]}
      onChange={(event) => onChoose(column, event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}
