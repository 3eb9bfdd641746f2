import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import type { EvidenceId } from '../../../kernel/id.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { EvidenceUpload } from '../../competence/web/EvidenceUpload.tsx';
import { trainingRoutes, type TrainingRow } from '../contract.ts';
import { trainingMessages } from './messages.ts';

interface ReportDialogProps {
  readonly row: TrainingRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Somebody says that they did their own training; another confirms it. */
export function ReportDialog({ row, onClose, onDone }: ReportDialogProps): JSX.Element {
  const all = useMessages(trainingMessages);
  const texts = all.report;
  const report = useWrite(trainingRoutes.reportTraining);
  const [on, setOn] = useState<string>(today());
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly EvidenceId[]>([]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    report.mutate(
      { path: { trainingId: row.id }, version: row.version, body: { on, note, evidenceIds: [...files] } },
      { onSuccess: onDone },
    );
  };
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': all.cancel }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{texts.hint}</Text>
          <ProblemAlert error={report.error} fields={['on']} />
          <TextInput
            type="date"
            label={texts.on}
            required
            value={on}
            error={fieldErrorsOf(report.error)['on']}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Textarea
            label={texts.note}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <EvidenceUpload personId={row.personId} onUploaded={({ id }) => setFiles((before) => [...before, id])} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {all.cancel}
            </Button>
            <Button type="submit" loading={report.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
