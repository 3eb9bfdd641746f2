import { Stack } from '@mantine/core';
import { useState, type JSX } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { programmeRoutes, type ActionRow } from '../contract.ts';
import type { Action } from '../model.ts';
import { actionMessages } from './action-messages.ts';
import { ActionBulk, type ActionPatch } from './ActionBulk.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionTable } from './ActionTable.tsx';

interface ActionWorkProps {
  readonly actions: readonly ActionRow[];
  readonly mayChange: boolean;
  readonly withProject: boolean;
}

/** A list of actions that is worked on: one by one in place, or many at once. */
export function ActionWork({ actions, mayChange, withProject }: ActionWorkProps): JSX.Element {
  const texts = useMessages(actionMessages);
  const edit = useWrite(programmeRoutes.editActions);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<ActionRow | null>(null);
  const [tried, setTried] = useState<ActionPatch>({});
  const picked = actions.filter(({ id }) => chosen.has(id));
  const apply = (rows: readonly ActionRow[], patch: ActionPatch): void => {
    setTried(patch);
    edit.mutate(
      { body: { edits: rows.map(({ id, version }) => ({ id, version, ...patch })) } },
      { onSuccess: () => setChosen(new Set()) },
    );
  };
  const conflict = conflictOf(edit.error);
  const theirs = conflict === null ? null : (conflict.theirs as Action);
  return (
    <Stack gap="xs">
      {theirs !== null ? (
        <ConflictNotice
          differences={[
            {
              label: `${theirs.title}: ${texts.columns.state}`,
              yours: tried.state === undefined ? '' : texts.states[tried.state],
              theirs: texts.states[theirs.state],
            },
          ]}
          onTakeTheirs={edit.reset}
          onKeepMine={() => edit.mutate({ body: { edits: [{ id: theirs.id, version: theirs.version, ...tried }] } })}
        />
      ) : (
        <ProblemAlert error={edit.error} />
      )}
      {mayChange && picked.length > 0 && (
        <ActionBulk count={picked.length} isPending={edit.isPending} onApply={(patch) => apply(picked, patch)} />
      )}
      <ActionTable
        actions={actions}
        mayChange={mayChange}
        withProject={withProject}
        chosen={new Set(picked.map(({ id }) => id))}
        onChoose={setChosen}
        onOpen={setOpen}
        onState={(action, state) => apply([action], { state })}
      />
      {open !== null && <ActionDialog seeds={[]} project={null} action={open} onClose={() => setOpen(null)} />}
    </Stack>
  );
}
