import { Textarea } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import { useRead, useWrite } from '../../../../web/organization-data.ts';
import { applicabilityRoutes } from '../../../applicability/contract.ts';
import { messages } from '../messages.ts';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

/** States why a control was taken out of the statement of applicability. */
export function JustifyForm({ fix, onDone }: FixFormProps<'justify'>): JSX.Element {
  const text = useMessages(messages).fix;
  const entries = useRead(applicabilityRoutes.applicability);
  const edit = useWrite(applicabilityRoutes.editApplicability);
  const [reason, setReason] = useState('');
  const entry = entries.data?.find(({ requirementId }) => requirementId === fix.requirementId);
  const submit = (): void => {
    edit.mutate(
      {
        body: {
          edits: [
            {
              requirementId: fix.requirementId,
              applicable: entry?.applicable ?? false,
              status: entry?.status ?? 'not-started',
              justification: reason,
              version: entry?.version ?? null,
            },
          ],
        },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <FixFrame
      action={text.justify}
      pending={edit.isPending}
      disabled={reason.trim() === '' || !entries.isSuccess}
      error={edit.error ?? entries.error}
      onSubmit={submit}
    >
      <Textarea
        label={text.justification}
        description={text.justificationHint}
        required
        data-autofocus
        autosize
        minRows={3}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FixFrame>
  );
}
