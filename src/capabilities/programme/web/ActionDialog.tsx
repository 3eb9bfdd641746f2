import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf, fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { programmeRoutes, type ActionRow, type ProjectRow } from '../contract.ts';
import type { Action } from '../model.ts';
import {
  actionDraftOf,
  actionFormFields,
  fieldOf,
  readAction,
  seededDraft,
  type ActionDraft,
  type ActionSeed,
} from './action-draft.ts';
import { actionMessages } from './action-messages.ts';
import { ActionForm } from './ActionForm.tsx';

interface ActionDialogProps {
  /** What new actions begin from, one each; several share owner and date. */
  readonly seeds: readonly ActionSeed[];
  /** The project that new actions belong to; its manager is proposed as owner. */
  readonly project: ProjectRow | null;
  /** What to change; null adds. */
  readonly action: ActionRow | null;
  readonly onClose: () => void;
}

const blank: ActionSeed = { requirementId: null, title: '', description: '' };

/** Adds actions, or changes one. */
export function ActionDialog({ seeds, project, action, onClose }: ActionDialogProps): JSX.Element {
  const texts = useMessages(actionMessages);
  const format = useFormat();
  const create = useWrite(programmeRoutes.createActions);
  const edit = useWrite(programmeRoutes.editActions);
  const [first = blank] = seeds;
  const many = seeds.length > 1;
  const manager = project !== null && project.manager.state !== 'ended' ? project.manager : null;
  const [draft, setDraft] = useState<ActionDraft>(
    action === null ? seededDraft(first, manager) : actionDraftOf(action),
  );
  const [version, setVersion] = useState(action?.version ?? 0);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const error = create.error ?? edit.error;
  const conflict = conflictOf(edit.error);
  const theirs = conflict === null ? null : (conflict.theirs as Action);
  const refused = Object.fromEntries(
    Object.entries(fieldErrorsOf(error)).map(([path, message]) => [fieldOf(path), message]),
  );
  const atFields =
    Object.keys(refused).length > 0 && Object.keys(refused).every((one) => actionFormFields.includes(one));

  const save = (seen: number): void => {
    const read = readAction(draft, action === null ? (project?.id ?? null) : action.projectId);
    setFound(read.ok ? {} : { ...read.errors, ...(draft.owner === null ? { ownerId: texts.dialog.needOwner } : {}) });
    if (!read.ok) return;
    const done = (message: string): void => {
      notifications.show({ message, color: 'teal' });
      onClose();
    };
    if (action !== null) {
      edit.mutate(
        { body: { edits: [{ ...read.fields, id: action.id, version: seen }] } },
        { onSuccess: () => done(texts.dialog.saved) },
      );
      return;
    }
    const { state: _open, ...fields } = read.fields;
    const actions = many ? seeds.map((seed) => ({ ...fields, ...seed, title: seed.title.slice(0, 200) })) : [fields];
    create.mutate({ body: { actions } }, { onSuccess: () => done(texts.dialog.added(actions.length)) });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(version);
  };
  return (
    <Modal
      opened
      size={520}
      onClose={onClose}
      title={action !== null ? texts.dialog.edit : many ? texts.dialog.bulk(seeds.length) : texts.dialog.create}
      closeButtonProps={{ 'aria-label': texts.dialog.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {many && <Text size="sm">{texts.dialog.bulkHint}</Text>}
          {theirs !== null ? (
            <ConflictNotice
              differences={[
                { label: texts.dialog.title, yours: draft.title, theirs: theirs.title },
                { label: texts.dialog.description, yours: draft.description, theirs: theirs.description },
                { label: texts.dialog.due, yours: format.date(draft.due), theirs: format.date(theirs.due) },
                { label: texts.dialog.state, yours: texts.states[draft.state], theirs: texts.states[theirs.state] },
              ].filter((difference) => difference.yours !== difference.theirs)}
              onTakeTheirs={onClose}
              onKeepMine={() => {
                setVersion(theirs.version);
                save(theirs.version);
              }}
            />
          ) : (
            !atFields && <ProblemAlert error={error} />
          )}
          <ActionForm
            draft={draft}
            errors={{ ...refused, ...found }}
            many={many}
            isNew={action === null}
            onChange={(patch) => {
              setDraft((before) => ({ ...before, ...patch }));
              setFound({});
              create.reset();
              if (theirs === null) edit.reset();
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.dialog.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || edit.isPending}>
              {texts.dialog.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
