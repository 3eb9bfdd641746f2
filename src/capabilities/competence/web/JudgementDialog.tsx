import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import type { PersonId } from '../../../kernel/id.ts';
import { levelIn } from '../../../kernel/level.ts';
import { oneOf } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import { assessmentMethods } from '../model.ts';
import { personCompetenceRoutes } from '../person-contract.ts';
import { blankJudgement, readJudgement, type JudgementDraft } from './judgement-draft.ts';
import { JudgementFields } from './JudgementFields.tsx';
import { personCompetenceMessages } from './person-messages.ts';

interface JudgementDialogProps {
  readonly personId: PersonId;
  /** What to judge; null lets the user choose. */
  readonly competence: string | null;
  /** Competences that the person needs: offered first. */
  readonly needed: readonly string[];
  /** Somebody judges themself: their own word. */
  readonly own: boolean;
  readonly onClose: () => void;
}

/** Writes down a judged level with what it rests on. */
export function JudgementDialog(props: JudgementDialogProps): JSX.Element {
  const { personId, competence, needed, own, onClose } = props;
  const all = useMessages(personCompetenceMessages);
  const texts = all.form;
  const record = useWrite(personCompetenceRoutes.recordJudgement);
  const known = useRead(competenceFrameworkRoutes.competences);
  const [draft, setDraft] = useState<JudgementDraft>(() =>
    blankJudgement(competence, own ? 'self' : 'manager', today()),
  );
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const errors = { ...fieldErrorsOf(record.error), ...found };
  const set = (patch: Partial<JudgementDraft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
    setFound({});
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = readJudgement(draft);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
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
  const options = (known.data ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const isNeeded = ({ value }: { readonly value: string }): boolean => needed.includes(value);
  return (
    <Modal
      opened
      size={620}
      onClose={onClose}
      title={own ? texts.own : texts.title}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {own && <Text size="sm">{texts.ownLead}</Text>}
          <ProblemAlert error={record.error ?? known.error} fields={Object.keys(errors)} />
          <Select
            label={texts.competence}
            required
            searchable
            limit={80}
            data={[
              { group: texts.groups.needed, items: options.filter(isNeeded) },
              { group: texts.groups.other, items: options.filter((option) => !isNeeded(option)) },
            ].filter(({ items }) => items.length > 0)}
            value={draft.competence}
            error={errors['competence']}
            onChange={(chosen) => set({ competence: chosen })}
          />
          <Select
            label={texts.level}
            required
            allowDeselect={false}
            data={competenceLevels.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` }))}
            description={competenceLevels.find(({ level }) => level === draft.level)?.meaning}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={String(draft.level)}
            onChange={(chosen) => set({ level: levelIn(chosen ?? '') ?? draft.level })}
          />
          <Group grow align="flex-start" gap="sm">
            {!own && (
              <Select
                label={texts.method}
                allowDeselect={false}
                data={assessmentMethods.map((value) => ({ value, label: all.methods[value] }))}
                value={draft.method}
                onChange={(chosen) =>
                  set({ method: oneOf(assessmentMethods, chosen ?? undefined) ?? draft.method, evidenceKind: null })
                }
              />
            )}
            <TextInput
              type="date"
              required
              label={texts.on}
              value={draft.on}
              error={errors['on']}
              onChange={(event) => set({ on: event.currentTarget.value })}
            />
          </Group>
          <JudgementFields
            personId={personId}
            draft={draft}
            errors={errors}
            onChange={set}
            onEvidence={(id) => setDraft((before) => ({ ...before, evidenceIds: [...before.evidenceIds, id] }))}
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
