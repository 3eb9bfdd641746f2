import { Alert, Button, Group, Loader, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { call, type CallError } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { trailRoutes, type UndoReport } from '../contract.ts';
import { messages } from './messages.ts';
import classes from './undo.module.css';
import { undoMessages } from './undo-messages.ts';

/** So many rows are listed; the figures above count all of them. */
const LISTED = 200;

interface UndoDialogProps {
  readonly change: string;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Shows what taking a change back would do, or which rows stand in its way; then does it. */
export function UndoDialog({ change, onClose, onDone }: UndoDialogProps): JSX.Element {
  const texts = useMessages(undoMessages);
  const { id } = useOrganization();
  const undo = useWrite(trailRoutes.undoChange);
  const path = { organizationId: id, changeId: change };
  const look = useQuery<UndoReport, CallError>({
    queryKey: ['undo', id, change],
    // Without a signal: a look that was left must not take a second one with it.
    queryFn: () => call(trailRoutes.undoChange, { path, body: { dryRun: true } }),
    gcTime: 0,
    retry: false,
  });
  const report = look.data;
  const possible = report !== undefined && report.obstacles.length === 0 && report.rows.length > 0;
  const take = (): void => {
    undo.mutate(
      { path: { changeId: change }, body: { dryRun: false } },
      {
        onSuccess: () => {
          notifications.show({ message: texts.done, color: 'teal' });
          onDone?.();
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={texts.title} size={640} closeButtonProps={{ 'aria-label': texts.close }}>
      <Stack gap="sm">
        <ProblemAlert error={look.error ?? undo.error} />
        {look.isPending && (
          <Group gap="xs" role="status">
            <Loader size="xs" />
            <Text size="sm">{texts.looking}</Text>
          </Group>
        )}
        {report !== undefined && <UndoPreview report={report} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {texts.cancel}
          </Button>
          {possible && (
            <Button color="red" loading={undo.isPending} onClick={take}>
              {texts.take}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function UndoPreview({ report }: { readonly report: UndoReport }): JSX.Element {
  const texts = useMessages(undoMessages);
  const words = useMessages(messages);
  if (report.obstacles.length > 0)
    return (
      <Alert
        color="red"
        variant="light"
        icon={<IconAlertTriangle size={18} />}
        title={texts.hindered(report.obstacles.length)}
      >
        <ScrollArea.Autosize mah={280} viewportProps={{ tabIndex: 0 }}>
          <ul className={classes.list}>
            {report.obstacles.slice(0, LISTED).map(({ register, subject, label, reason }) => (
              <li key={`${subject} ${reason}`}>
                <strong>{`${words.register[register]} ${label}`.trim()}</strong>
                {` ${reason}`}
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Alert>
    );
  if (report.rows.length === 0) return <Text size="sm">{texts.nothing}</Text>;
  const figures = (['create', 'update', 'remove'] as const).flatMap((operation) => {
    const count = report.rows.filter((row) => row.operation === operation).length;
    return count === 0 ? [] : [texts.would[operation](count)];
  });
  const others = report.rows.length - LISTED;
  return (
    <>
      <Text size="sm">{texts.of(report.of)}</Text>
      <Text size="sm" fw={600}>
        {figures.join(', ')}
      </Text>
      <ScrollArea.Autosize mah={280} viewportProps={{ tabIndex: 0, 'aria-label': texts.rows, role: 'region' }}>
        <ul className={classes.list}>
          {report.rows.slice(0, LISTED).map(({ register, subject, label, operation, fields }) => (
            <li key={subject}>
              <strong>{`${words.register[register]} ${label}`.trim()}</strong>
              {` ${texts.operation[operation]}`}
              {fields.length > 0 && (
                <span className={classes.fields}>
                  {` ${texts.fields(fields.map((field) => words.field[field] ?? field))}`}
                </span>
              )}
            </li>
          ))}
          {others > 0 && <li>{texts.more(others)}</li>}
        </ul>
      </ScrollArea.Autosize>
    </>
  );
}
