import { Button, Group, Modal, Stack, Switch, Textarea } from '@mantine/core';
import { useState, type JSX } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { useMessages } from '../../../web/message.ts';
import { messages as shell } from '../../../web/messages.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf, fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { reminderRoutes } from '../contract.ts';
import type { ReminderKind, ReminderSetting } from '../model.ts';
import { reminderMessages } from './messages.ts';

interface ReminderDialogProps {
  readonly kind: ReminderKind;
  readonly setting: ReminderSetting | null;
  readonly onClose: () => void;
}

/** Switches one kind of reminders on or off, with the reason. */
export function ReminderDialog({ kind, setting, onClose }: ReminderDialogProps): JSX.Element {
  const texts = useMessages(reminderMessages);
  const common = useMessages(shell);
  const set = useWrite(reminderRoutes.setReminder);
  const [on, setOn] = useState(setting?.on ?? true);
  const [reason, setReason] = useState(setting?.reason ?? '');
  // What the editor saw when the dialog opened; a change in between is told, not written over.
  const [seen] = useState(setting?.version ?? null);
  const errors = fieldErrorsOf(set.error);
  const conflict = conflictOf(set.error);
  const save = (version: number | null): void =>
    set.mutate({ path: { reminder: kind }, body: { on, reason, version } }, { onSuccess: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.dialog(texts.kind[kind].title)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(seen);
        }}
      >
        <Stack gap="sm">
          <Switch
            label={texts.remind}
            description={texts.remindHint}
            checked={on}
            onChange={(event) => setOn(event.currentTarget.checked)}
          />
          <Textarea
            label={texts.reason}
            description={texts.reasonHint}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={errors['reason']}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {conflict === null ? (
            <ProblemAlert error={set.error} fields={['reason']} />
          ) : (
            <ConflictNotice
              differences={[
                {
                  label: texts.columns.state,
                  yours: on ? texts.on : texts.off,
                  theirs: setting === null ? texts.asShipped : setting.on ? texts.on : texts.off,
                },
                { label: texts.reason, yours: reason, theirs: setting?.reason ?? '' },
              ]}
              onKeepMine={() => save(setting?.version ?? null)}
              onTakeTheirs={onClose}
            />
          )}
          <Group>
            <Button type="submit" loading={set.isPending} disabled={reason.trim() === ''}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
