import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import type { EvidenceId, PersonId } from '../../../kernel/id.ts';
import { levelIn } from '../../../kernel/level.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { competenceFrameworkRoutes } from '../../competence/framework-contract.ts';
import type { CompetenceLine } from '../../competence/person-competence.ts';
import { EvidenceList } from '../../competence/web/EvidenceList.tsx';
import { EvidenceUpload } from '../../competence/web/EvidenceUpload.tsx';
import { usualLastDay, type JudgementDraft } from '../../competence/web/judgement-draft.ts';
import { methodOfKind, ownKinds } from '../../competence/web/own-certificate.ts';
import { personCompetenceMessages } from '../../competence/web/person-messages.ts';
import { selfMessages } from './messages.ts';

interface CertificateFieldsProps {
  readonly personId: PersonId;
  readonly needed: readonly CompetenceLine[];
  readonly draft: JudgementDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<JudgementDraft>) => void;
  readonly onEvidence: (id: EvidenceId) => void;
}

/** What a certificate is and shows, one field below the other on a phone. */
export function CertificateFields(props: CertificateFieldsProps): JSX.Element {
  const { personId, needed, draft, errors, onChange, onEvidence } = props;
  const texts = useMessages(selfMessages).certificate;
  const { methods, form } = useMessages(personCompetenceMessages);
  const format = useFormat();
  const known = useRead(competenceFrameworkRoutes.competences);
  const usual = usualLastDay(draft.evidenceKind, draft.on);
  const options = (known.data ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const isNeeded = ({ value }: { readonly value: string }): boolean =>
    needed.some(({ competence }) => competence === value);
  return (
    <>
      <ProblemAlert error={known.error} />
      <Select
        label={texts.kind}
        required
        searchable
        data={[...ownKinds].map(([method, kinds]) => ({
          group: methods[method],
          items: kinds.map(({ id, name }) => ({ value: id, label: name })),
        }))}
        value={draft.evidenceKind}
        error={errors['evidenceKind']}
        onChange={(evidenceKind) => onChange({ evidenceKind, method: methodOfKind(evidenceKind) })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={texts.number}
          value={draft.reference}
          error={errors['reference']}
          onChange={(event) => onChange({ reference: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          required
          label={texts.on}
          value={draft.on}
          error={errors['on']}
          onChange={(event) => onChange({ on: event.currentTarget.value })}
        />
      </SimpleGrid>
      <TextInput
        type="date"
        label={form.until}
        description={usual === null ? texts.untilHint : form.untilUsual(format.date(usual))}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.until}
        error={errors['to']}
        onChange={(event) => onChange({ until: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={texts.competence}
          required
          searchable
          limit={80}
          data={[
            { group: form.groups.needed, items: options.filter(isNeeded) },
            { group: form.groups.other, items: options.filter((option) => !isNeeded(option)) },
          ].filter(({ items }) => items.length > 0)}
          value={draft.competence}
          error={errors['competence']}
          onChange={(competence) => {
            const asked = needed.find((line) => line.competence === competence)?.face.required ?? null;
            onChange({ competence, ...(asked === null ? {} : { level: asked }) });
          }}
        />
        <Select
          label={form.level}
          required
          allowDeselect={false}
          data={competenceLevels.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` }))}
          value={String(draft.level)}
          onChange={(chosen) => onChange({ level: levelIn(chosen ?? '') ?? draft.level })}
        />
      </SimpleGrid>
      <div>
        <Text size="sm" fw={500} mb={4}>
          {texts.file}
        </Text>
        {draft.evidenceIds.length > 0 && <EvidenceList evidenceIds={draft.evidenceIds} />}
        <EvidenceUpload personId={personId} onUploaded={({ id }) => onEvidence(id)} />
        {errors['evidenceIds'] !== undefined && (
          <Text size="xs" c="red">
            {errors['evidenceIds']}
          </Text>
        )}
      </div>
    </>
  );
}
