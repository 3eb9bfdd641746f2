import { Button, Drawer, Fieldset, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { ConflictNotice, type Difference } from '../../../web/form/ConflictNotice.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { keyOf } from '../../roles/web/role-draft.ts';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import type { ListedCompetence } from '../framework-list.ts';
import type { Competence } from '../model.ts';
import { draftOf, readCompetence, type CompetenceDraft } from './competence-draft.ts';
import { frameworkMessages } from './framework-messages.ts';

const fields = ['name', 'key', 'description', 'group', 'aliases', 'refreshMonths', 'levels'];

interface CompetenceFormProps {
  /** Null adds one of the organization's own; one without a row of its own gets it: the organization's wording. */
  readonly competence: ListedCompetence | null;
  readonly onClose: () => void;
}

/** Adds a competence, words a shipped one anew, or changes one. */
export function CompetenceForm({ competence, onClose }: CompetenceFormProps): JSX.Element {
  const all = useMessages(frameworkMessages);
  const texts = all.form;
  const create = useWrite(competenceFrameworkRoutes.createCompetence);
  const update = useWrite(competenceFrameworkRoutes.updateCompetence);
  const [version, setVersion] = useState(competence?.version ?? 0);
  const [draft, setDraft] = useState(draftOf(competence));
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const refused = refusal(create.error ?? update.error, fields);
  const errors = { ...refused.at, ...found };
  const conflict = conflictOf(update.error);
  const theirs =
    conflict === null || competence === null ? null : { ...competence, ...(conflict.theirs as Competence) };
  const isNew = competence === null;
  const imported = competence?.source === 'imported';
  const save = (seen: number): void => {
    const read = readCompetence(draft);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
    const after = {
      onSuccess: () => {
        notifications.show({ message: texts.saved(read.fields.name), color: 'teal' });
        onClose();
      },
    };
    if (competence === null || competence.id === null) return create.mutate({ body: read.fields }, after);
    const { key: _key, name, description, group, ...rest } = read.fields;
    const body = imported ? rest : { name, description, group, ...rest };
    update.mutate({ path: { competenceId: competence.id }, body, version: seen }, after);
  };
  const set = (patch: Partial<CompetenceDraft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
    setFound({});
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(version);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={isNew ? texts.add : texts.edit(competence.name)}
      closeButtonProps={{ 'aria-label': all.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {theirs === null ? (
            <ProblemAlert error={refused.rest} fields={fields} />
          ) : (
            <ConflictNotice
              differences={differencesOf(draft, draftOf(theirs), texts)}
              onTakeTheirs={() => {
                update.reset();
                setVersion(theirs.version ?? 0);
                setDraft(draftOf(theirs));
              }}
              onKeepMine={() => {
                setVersion(theirs.version ?? 0);
                save(theirs.version ?? 0);
              }}
            />
          )}
          {competence?.source === 'shipped' && competence.id === null && <Text size="sm">{all.detail.wordHint}</Text>}
          <TextInput
            required
            data-autofocus
            readOnly={imported}
            label={texts.name}
            value={draft.name}
            error={errors['name']}
            onChange={(event) => {
              const name = event.currentTarget.value;
              set(isNew && draft.key === keyOf(draft.name) ? { name, key: keyOf(name) } : { name });
            }}
          />
          {isNew && (
            <TextInput
              required
              label={texts.key}
              description={texts.keyHint}
              value={draft.key}
              error={errors['key']}
              onChange={(event) => set({ key: event.currentTarget.value })}
            />
          )}
          <Textarea
            label={texts.description}
            readOnly={imported}
            autosize
            minRows={2}
            maxRows={8}
            value={draft.description}
            error={errors['description']}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <Group grow align="flex-start" gap="sm">
            <TextInput
              label={texts.group}
              readOnly={imported}
              value={draft.group}
              error={errors['group']}
              onChange={(event) => set({ group: event.currentTarget.value })}
            />
            <NumberInput
              label={texts.refresh}
              description={texts.refreshHint}
              min={1}
              max={600}
              allowDecimal={false}
              value={draft.refreshMonths}
              error={errors['refreshMonths']}
              onChange={(refreshMonths) => set({ refreshMonths })}
            />
          </Group>
          <Textarea
            label={texts.aliases}
            description={texts.aliasesHint}
            autosize
            minRows={2}
            maxRows={8}
            value={draft.aliases}
            error={errors['aliases']}
            onChange={(event) => set({ aliases: event.currentTarget.value })}
          />
          <Fieldset legend={texts.levels}>
            <Stack gap={6}>
              <Text size="xs" c="dimmed">
                {texts.levelsHint}
              </Text>
              {competenceLevels.map(({ level, name, meaning }) => (
                <TextInput
                  key={level}
                  size="xs"
                  label={all.level(level, name)}
                  placeholder={meaning}
                  value={draft.meanings[level] ?? ''}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    set({ meanings: draft.meanings.map((text, at) => (at === level ? value : text)) });
                  }}
                />
              ))}
            </Stack>
          </Fieldset>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {all.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {all.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

type FormTexts = (typeof frameworkMessages)['en']['form'];

const differencesOf = (mine: CompetenceDraft, theirs: CompetenceDraft, texts: FormTexts): readonly Difference[] =>
  (['name', 'description', 'group', 'aliases'] as const).flatMap((field) =>
    mine[field] === theirs[field] ? [] : [{ label: texts[field], yours: mine[field], theirs: theirs[field] }],
  );
