import { Button, Checkbox, Group, Input, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { addDays, isPlainDate } from '../../../kernel/date.ts';
import type { EvidenceId } from '../../../kernel/id.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayAddEvidence } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { EvidenceUpload } from '../../competence/web/EvidenceUpload.tsx';
import { trainingRoutes, type TrainingRow } from '../contract.ts';
import { measureRoutes, type MeasureRow } from '../measure-contract.ts';
import { trainingMessages } from './messages.ts';

interface CompleteDialogProps {
  readonly rows: readonly TrainingRow[];
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Records trainings as done on a day; of a single one with what proves it. */
export function CompleteDialog({ rows, onClose, onDone }: CompleteDialogProps): JSX.Element {
  const all = useMessages(trainingMessages);
  const texts = all.complete;
  const complete = useWrite(trainingRoutes.completeTrainings);
  const [only] = rows.length === 1 ? rows : [];
  const [on, setOn] = useState<string>(only?.reported?.on ?? today());
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly EvidenceId[]>([]);
  const [reference, setReference] = useState<string | null>(null);
  const measure = useRead(
    measureRoutes.measure,
    { path: { measureId: only?.measureId ?? '' } },
    { enabled: only !== undefined },
  );
  const errors = fieldErrorsOf(complete.error);
  const unapproved = rows.filter(({ state }) => state === 'proposed').length;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const certificate = reference === null ? null : { reference: reference.trim() === '' ? null : reference };
    const trainings = rows.map(({ id, version }) => ({ id, version, evidenceIds: [...files], certificate }));
    complete.mutate({ body: { on, note, trainings } }, { onSuccess: () => onDone(all.actions.completed(rows.length)) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={texts.title(rows.length)}
      closeButtonProps={{ 'aria-label': all.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemAlert error={complete.error} fields={['on', 'trainings.0.certificate']} />
          {unapproved > 0 && <Text size="sm">{texts.unapproved(unapproved, rows.length)}</Text>}
          <TextInput
            type="date"
            label={texts.on}
            required
            data-autofocus
            value={on}
            error={errors['on']}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          {only !== undefined && (
            <>
              <Proof personId={only.personId} onFile={(id) => setFiles((before) => [...before, id])} />
              {measure.data !== undefined && measure.data.competences.length > 0 && (
                <Certificate
                  measure={measure.data}
                  value={reference}
                  error={errors['trainings.0.certificate']}
                  onChange={setReference}
                />
              )}
              <CheckedFrom measure={measure.data} on={on} />
            </>
          )}
          <Textarea
            label={texts.note}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {all.cancel}
            </Button>
            <Button type="submit" loading={complete.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const Proof = ({
  personId,
  onFile,
}: {
  readonly personId: TrainingRow['personId'];
  readonly onFile: (id: EvidenceId) => void;
}) => {
  const texts = useMessages(trainingMessages).complete;
  if (!useMayAddEvidence(personId)) return null;
  return (
    <Input.Wrapper label={texts.evidence} labelElement="div">
      <EvidenceUpload personId={personId} onUploaded={({ id }) => onFile(id)} />
    </Input.Wrapper>
  );
};

interface CertificateProps {
  readonly measure: MeasureRow;
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (reference: string | null) => void;
}

const Certificate = ({ measure, value, error, onChange }: CertificateProps) => {
  const all = useMessages(trainingMessages);
  const texts = all.complete;
  const format = useFormat();
  const what = measure.competences.map(({ level }, index) => all.level(measure.competenceNames[index] ?? '', level));
  return (
    <Stack gap={6}>
      <Checkbox
        label={texts.certificate}
        description={texts.proves(format.list(what))}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? '' : null)}
      />
      {value !== null && (
        <TextInput
          label={texts.reference}
          description={texts.referenceHint}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
};

const CheckedFrom = ({ measure, on }: { readonly measure: MeasureRow | undefined; readonly on: string }) => {
  const texts = useMessages(trainingMessages).complete;
  const format = useFormat();
  if (measure === undefined || measure.effectiveness === null || !isPlainDate(on)) return null;
  return (
    <Text size="sm" c="dimmed">
      {texts.checked(format.date(addDays(on, measure.effectiveness.afterDays)))}
    </Text>
  );
};
