import { Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import { useRead, useWrite } from '../../../../web/organization-data.ts';
import { accountabilityRoutes } from '../../../accountability/contract.ts';
import { roleRoutes } from '../../../roles/contract.ts';
import { messages } from '../messages.ts';
import { Choice } from './Choice.tsx';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

/** Of several cells with a letter that may stand once, one keeps it. */
export function RemoveLetterForm({ fix, onDone }: FixFormProps<'remove-letter'>): JSX.Element {
  const text = useMessages(messages).fix;
  const cells = useRead(accountabilityRoutes.matrix);
  const roles = useRead(roleRoutes.roles);
  const edit = useWrite(accountabilityRoutes.editCells);
  const [keeps, setKeeps] = useState<string | null>(null);
  const concerned = (cells.data ?? []).filter(
    ({ id, letters }) => fix.accountabilityIds.includes(id) && letters.includes(fix.letter),
  );
  const kept = keeps ?? concerned[0]?.id ?? null;
  const role = (id: string | null) => roles.data?.find((row) => row.id === id);
  if (cells.isSuccess && concerned.length === 0) return <Text size="sm">{text.gone}</Text>;
  const submit = (): void => {
    const edits = concerned
      .filter(({ id }) => id !== kept)
      .map(({ requirementId, roleId, personId, letters, version }) => ({
        requirementId,
        roleId,
        personId,
        letters: letters.filter((letter) => letter !== fix.letter),
        version,
      }));
    edit.mutate({ body: { edits } }, { onSuccess: onDone });
  };
  return (
    <FixFrame
      action={text['remove-letter']}
      pending={edit.isPending}
      disabled={kept === null || concerned.length < 2}
      error={edit.error ?? cells.error}
      onSubmit={submit}
    >
      <Choice
        label={text.removeLetterExplain(fix.letter)}
        options={concerned.map(({ id, roleId }) => ({
          value: id,
          label: role(roleId)?.name ?? text.person,
          reason: role(roleId)
            ?.holders.map(({ personName }) => personName)
            .join(', '),
        }))}
        value={kept}
        onChange={setKeeps}
      />
    </FixFrame>
  );
}
