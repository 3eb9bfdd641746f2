import { Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import type { EvidenceId, PersonId } from '../../../kernel/id.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { PersonPicker } from '../../people/web/PersonPicker.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { EvidenceUpload } from './EvidenceUpload.tsx';
import { isJudgedByPerson, kindsFor, usualLastDay, type JudgementDraft } from './judgement-draft.ts';
import { personCompetenceMessages } from './person-messages.ts';

interface JudgementFieldsProps {
  readonly personId: PersonId;
  readonly draft: JudgementDraft;
  readonly errors: Readonly<Record<string, string>>;
  /** Who judged is said already, and stays. */
  readonly assessed?: boolean;
  readonly onChange: (patch: Partial<JudgementDraft>) => void;
  /** A file was kept: several may come one after the other. */
  readonly onEvidence: (id: EvidenceId) => void;
}

/** What a judgement rests on, and how long it counts. */
export function JudgementFields(props: JudgementFieldsProps): JSX.Element {
  const { personId, draft, errors, assessed = false, onChange, onEvidence } = props;
  const texts = useMessages(personCompetenceMessages).form;
  const format = useFormat();
  const kinds = kindsFor(draft.method);
  const usual = usualLastDay(draft.evidenceKind, draft.on);
  return (
    <Stack gap="sm">
      {isJudgedByPerson(draft.method) && !assessed && (
        <Group grow align="flex-start" gap="sm">
          <PersonPicker
            label={texts.assessor}
            description={texts.assessorHint}
            value={draft.assessor}
            error={errors['assessorId']}
            without={personId}
            onChange={(assessor) => onChange({ assessor })}
          />
          {draft.assessor === null && (
            <TextInput
              label={texts.assessorName}
              value={draft.assessorName}
              error={errors['assessorName']}
              onChange={(event) => onChange({ assessorName: event.currentTarget.value })}
            />
          )}
        </Group>
      )}
      {kinds.length > 0 && (
        <Select
          label={texts.kind}
          searchable
          clearable
          data={kinds.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.evidenceKind}
          error={errors['evidenceKind']}
          onChange={(evidenceKind) =>
            onChange({
              evidenceKind,
              ...(draft.until === '' ? { until: usualLastDay(evidenceKind, draft.on) ?? '' } : {}),
            })
          }
        />
      )}
      <Group grow align="flex-start" gap="sm">
        <TextInput
          label={texts.reference}
          description={texts.referenceHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.reference}
          error={errors['reference']}
          onChange={(event) => onChange({ reference: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={texts.until}
          description={usual === null ? texts.untilHint : texts.untilUsual(format.date(usual))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.until}
          error={errors['to']}
          onChange={(event) => onChange({ until: event.currentTarget.value })}
        />
      </Group>
      <div>
        <Text size="sm" fw={500} mb={4}>
          {texts.files}
        </Text>
        {draft.evidenceIds.length > 0 && <EvidenceList evidenceIds={draft.evidenceIds} />}
        <EvidenceUpload personId={personId} onUploaded={({ id }) => onEvidence(id)} />
        {errors['evidenceIds'] !== undefined && (
          <Text size="xs" c="red">
            {errors['evidenceIds']}
          </Text>
        )}
      </div>
      <Textarea
        label={texts.note}
        autosize
        minRows={1}
        maxRows={6}
        value={draft.note}
        error={errors['note']}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </Stack>
  );
}
