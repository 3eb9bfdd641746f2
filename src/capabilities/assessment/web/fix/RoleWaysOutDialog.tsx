import { Modal } from '@mantine/core';
import type { JSX } from 'react';
import type { RequirementId } from '../../../../domain/requirement.ts';
import type { RoleId } from '../../../../kernel/id.ts';
import { useMessages } from '../../../../web/message.ts';
import { messages as shell } from '../../../../web/messages.ts';
import { RoleWaysOutForm } from './RoleWaysOutForm.tsx';
import { wayOutMessages } from './way-out-messages.ts';

interface RoleWaysOutDialogProps {
  readonly name: string;
  readonly roleId: RoleId;
  readonly requirementId: RequirementId | null;
  readonly onClose: () => void;
}

/** The ways out for a role as a whole, where it is not reached from a gap. */
export function RoleWaysOutDialog({ name, roleId, requirementId, onClose }: RoleWaysOutDialogProps): JSX.Element {
  const text = useMessages(wayOutMessages).role;
  const { close } = useMessages(shell);
  return (
    <Modal opened size={720} onClose={onClose} title={text.open(name)} closeButtonProps={{ 'aria-label': close }}>
      <RoleWaysOutForm fix={{ kind: 'role-ways-out', roleId, requirementId }} onDone={onClose} />
    </Modal>
  );
}
