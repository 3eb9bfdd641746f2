import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import type { PersonId } from '../../../kernel/id.ts';
import { levels } from '../../../kernel/level.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import type { CompetenceLine } from '../../competence/person-competence.ts';
import { personCompetenceRoutes } from '../../competence/person-contract.ts';
import {
  blankJudgement,
  readJudgement,
  usualLastDay,
  type JudgementDraft,
} from '../../competence/web/judgement-draft.ts';
import { CertificateFields } from './CertificateFields.tsx';
import { selfMessages } from './messages.ts';

interface CertificateDialogProps {
  readonly personId: PersonId;
  /** What the person needs, what is not proven first: offered first. */
  readonly needed: readonly CompetenceLine[];
  readonly onClose: () => void;
}

const usual = ({ evidenceKind, on }: JudgementDraft): string => usualLastDay(evidenceKind, on) ?? '';

/** A certificate, its number, its day and its file in one go: kept, and recorded for somebody else to confirm. */
export function CertificateDialog({ personId, needed, onClose }: CertificateDialogProps): JSX.Element {
  const texts = useMessages(selfMessages).certificate;
  const record = useWrite(personCompetenceRoutes.recordJudgement);
  const [draft, setDraft] = useState<JudgementDraft>(() => ({
    ...blankJudgement(needed[0]?.competence ?? null, 'certificate', today()),
    level: needed[0]?.face.required ?? levels[3],
  }));
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const errors = { ...fieldErrorsOf(record.error), ...found };
  const change = (patch: Partial<JudgementDraft>): void => {
    setDraft((before) => {
      const after = { ...before, ...patch };
      // What the user typed stays; what was proposed follows the kind and the day.
      return patch.until === undefined && before.until === usual(before) ? { ...after, until: usual(after) } : after;
    });
    setFound({});
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = readJudgement(draft);
    const wrong = {
      ...(read.ok ? {} : read.errors),
      ...(draft.evidenceKind === null ? { evidenceKind: texts.kindNeeded } : {}),
      ...(draft.reference.trim() === '' && draft.evidenceIds.length === 0 ? { reference: texts.paperNeeded } : {}),
    };
    setFound(wrong);
    if (!read.ok || Object.keys(wrong).length > 0) return;
    record.mutate(
      { path: { personId }, body: read.fields },
      {
        onSuccess: () => {
          notifications.show({ message: texts.saved, color: 'teal' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened size={520} onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': texts.cancel }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{texts.lead}</Text>
          <ProblemAlert error={record.error} fields={Object.keys(errors)} />
          <CertificateFields
            personId={personId}
            needed={needed}
            draft={draft}
            errors={errors}
            onChange={change}
            onEvidence={(id) => {
              setDraft((before) => ({ ...before, evidenceIds: [...before.evidenceIds, id] }));
              setFound({});
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={record.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
