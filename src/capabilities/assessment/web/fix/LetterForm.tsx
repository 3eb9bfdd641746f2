import { Select } from '@mantine/core';
import { useState, type JSX } from 'react';
import { findRequirement } from '../../../../domain/catalogue.ts';
import { letters } from '../../../../domain/requirement.ts';
import { useMessages } from '../../../../web/message.ts';
import { useRead, useWrite } from '../../../../web/organization-data.ts';
import { accountabilityRoutes } from '../../../accountability/contract.ts';
import { roleRoutes } from '../../../roles/contract.ts';
import { messages } from '../messages.ts';
import { Choice } from './Choice.tsx';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

const SUGGESTED = 4;
const OTHER = 'other';

/** Gives a role the missing letter, beside those that its cell holds. */
export function LetterForm({ fix, onDone }: FixFormProps<'set-letter'>): JSX.Element {
  const text = useMessages(messages).fix;
  const roles = useRead(roleRoutes.roles);
  const cells = useRead(accountabilityRoutes.matrix);
  const edit = useWrite(accountabilityRoutes.editCells);
  const candidates = fix.candidates.slice(0, SUGGESTED);
  const [chosen, setChosen] = useState<string>(candidates[0]?.roleId ?? OTHER);
  const [other, setOther] = useState<string | null>(null);
  const roleId = chosen === OTHER ? other : chosen;
  const title = findRequirement(fix.requirementId)?.title ?? '';
  const submit = (): void => {
    if (roleId === null || cells.data === undefined) return;
    const cell = cells.data.find((row) => row.requirementId === fix.requirementId && row.roleId === roleId);
    const held = new Set([...(cell?.letters ?? []), fix.letter]);
    const after = letters.filter((letter) => held.has(letter));
    edit.mutate(
      {
        body: {
          edits: [
            {
              requirementId: fix.requirementId,
              roleId,
              personId: null,
              letters: after,
              version: cell?.version ?? null,
            },
          ],
        },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <FixFrame
      action={text['set-letter']}
      pending={edit.isPending}
      disabled={roleId === null || !cells.isSuccess}
      error={edit.error ?? cells.error}
      onSubmit={submit}
    >
      <Choice
        label={text.setLetterExplain(text.letter[fix.letter], `${fix.requirementId} ${title}`)}
        description={candidates.length === 0 ? text.noRoleCandidates : text.best}
        options={[
          ...candidates.map(({ roleId: value, label, reason }) => ({ value, label, reason })),
          { value: OTHER, label: text.anotherRole },
        ]}
        value={chosen}
        onChange={setChosen}
      >
        {chosen === OTHER && (
          <Select
            label={text.chooseRole}
            searchable
            data={(roles.data ?? []).map(({ id, name, holders }) => ({
              value: id,
              label:
                holders.length === 0 ? name : `${name} (${holders.map(({ personName }) => personName).join(', ')})`,
            }))}
            value={other}
            onChange={setOther}
          />
        )}
      </Choice>
    </FixFrame>
  );
}
