import { Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { messages as shell } from '../../../web/messages.ts';
import type { Gap } from '../model.ts';
import { AddRoleForm } from './fix/AddRoleForm.tsx';
import { AppointForm } from './fix/AppointForm.tsx';
import { ApproveForm } from './fix/ApproveForm.tsx';
import { CompensatingControlForm } from './fix/CompensatingControlForm.tsx';
import { EndAppointmentForm } from './fix/EndAppointmentForm.tsx';
import { HoursForm } from './fix/HoursForm.tsx';
import { JustifyForm } from './fix/JustifyForm.tsx';
import { LetterForm } from './fix/LetterForm.tsx';
import { MakeDeputyForm } from './fix/MakeDeputyForm.tsx';
import { RemoveLetterForm } from './fix/RemoveLetterForm.tsx';
import { RoleWaysOutForm } from './fix/RoleWaysOutForm.tsx';
import { WaysOutForm } from './fix/WaysOutForm.tsx';
import { messages } from './messages.ts';
import { SeverityMark } from './SeverityMark.tsx';

/** Mends one gap in one step; closed while `gap` is null. The gap's own sentence stands above the form. */
export function FixDialog({ gap, onClose }: { readonly gap: Gap | null; readonly onClose: () => void }): JSX.Element {
  const text = useMessages(messages);
  const { close } = useMessages(shell);
  return (
    <Modal
      opened={gap?.fix !== undefined}
      onClose={onClose}
      title={gap === null ? '' : text.rule[gap.rule]}
      size={gap?.fix?.kind === 'ways-out' || gap?.fix?.kind === 'role-ways-out' ? 720 : 'lg'}
      closeButtonProps={{ 'aria-label': close }}
    >
      {gap !== null && (
        <Stack gap="md">
          <div>
            <SeverityMark severity={gap.severity} withLabel />
            <Text size="sm" mt={4}>
              {gap.explanation}
            </Text>
          </div>
          <FixForm
            gap={gap}
            onDone={() => {
              notifications.show({ message: text.fix.done, color: 'green' });
              onClose();
            }}
          />
        </Stack>
      )}
    </Modal>
  );
}

function FixForm({ gap, onDone }: { readonly gap: Gap; readonly onDone: () => void }): JSX.Element | null {
  const { fix } = gap;
  if (fix === undefined) return null;
  switch (fix.kind) {
    case 'add-role':
      return <AddRoleForm fix={fix} onDone={onDone} />;
    case 'appoint':
      return <AppointForm fix={fix} onDone={onDone} />;
    case 'set-hours':
      return <HoursForm fix={fix} onDone={onDone} />;
    case 'make-deputy':
      return <MakeDeputyForm fix={fix} onDone={onDone} />;
    case 'set-letter':
      return <LetterForm fix={fix} onDone={onDone} />;
    case 'remove-letter':
      return <RemoveLetterForm fix={fix} onDone={onDone} />;
    case 'justify':
      return <JustifyForm fix={fix} onDone={onDone} />;
    case 'record-compensating-control':
      return <CompensatingControlForm fix={fix} onDone={onDone} />;
    case 'end-appointment':
      return <EndAppointmentForm fix={fix} onDone={onDone} />;
    case 'approve':
      return <ApproveForm fix={fix} onDone={onDone} />;
    case 'ways-out':
      return <WaysOutForm fix={fix} onDone={onDone} />;
    case 'role-ways-out':
      return <RoleWaysOutForm fix={fix} onDone={onDone} />;
    case 'hand-over':
    case 'set-competences':
    case 'open-trainings':
    case 'open-campaign':
    case 'plan-trainings':
    case 'approve-competences':
      return null;
    default:
      return fix satisfies never;
  }
}
