import { Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { personCompetenceRoutes } from '../person-contract.ts';
import type { JudgementRow } from '../person-competence.ts';
import { readJudgement, type JudgementDraft } from './judgement-draft.ts';
import { JudgementFields } from './JudgementFields.tsx';
import { personCompetenceMessages } from './person-messages.ts';

const draftOf = (row: JudgementRow): JudgementDraft => ({
  competence: row.competence,
  level: row.level,
  method: row.method,
  on: row.on,
  assessor: row.assessorId === null ? null : { id: row.assessorId, name: row.assessor ?? '' },
  assessorName: row.assessorName ?? '',
  evidenceKind: row.evidenceKind,
  reference: row.reference ?? '',
  until: lastDayOf(row.to),
  evidenceIds: row.evidenceIds,
  note: row.note,
});

/** Adds evidence to a judgement, or says until when it counts. What was judged, by whom and when, stays. */
export function JudgementEvidenceDialog({
  row,
  onClose,
}: {
  readonly row: JudgementRow;
  readonly onClose: () => void;
}): JSX.Element {
  const texts = useMessages(personCompetenceMessages).form;
  const update = useWrite(personCompetenceRoutes.updateJudgement);
  const [draft, setDraft] = useState<JudgementDraft>(() => draftOf(row));
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const errors = { ...fieldErrorsOf(update.error), ...found };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = readJudgement(draft);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
    const { to, evidenceKind, reference, evidenceIds, note } = read.fields;
    update.mutate(
      {
        path: { competenceAssessmentId: row.id },
        version: row.version,
        body: { to, evidenceKind, reference, evidenceIds, note },
      },
      {
        onSuccess: () => {
          notifications.show({ message: texts.saved, color: 'teal' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened size={560} onClose={onClose} title={texts.edit} closeButtonProps={{ 'aria-label': texts.cancel }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemAlert error={update.error} fields={Object.keys(errors)} />
          <JudgementFields
            personId={row.personId}
            draft={draft}
            errors={errors}
            assessed
            onChange={(patch) => {
              setDraft((before) => ({ ...before, ...patch }));
              setFound({});
            }}
            onEvidence={(id) => setDraft((before) => ({ ...before, evidenceIds: [...before.evidenceIds, id] }))}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
