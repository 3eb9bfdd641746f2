import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import type { RegisterName } from '../register.ts';
import { UndoDialog } from './UndoDialog.tsx';
import { undoMessages } from './undo-messages.ts';

interface UndoButtonProps {
  readonly change: string;
  /** A register that the change wrote: who may not write it is not offered to undo it. */
  readonly register: RegisterName;
  readonly label?: string;
  /** Small, for a line of a list. */
  readonly quiet?: boolean;
  readonly onDone?: () => void;
}

/** Offers to take one change back as a whole. */
export function UndoButton({ change, register, label, quiet = false, onDone }: UndoButtonProps): JSX.Element | null {
  const texts = useMessages(undoMessages);
  const mayChange = useMayChange(register);
  const [open, setOpen] = useState(false);
  if (!mayChange) return null;
  return (
    <>
      <Button
        variant={quiet ? 'subtle' : 'default'}
        size={quiet ? 'compact-xs' : 'sm'}
        leftSection={<IconArrowBackUp size={quiet ? 13 : 16} aria-hidden />}
        onClick={() => setOpen(true)}
        data-screen-only
      >
        {label ?? texts.undo}
      </Button>
      {open && <UndoDialog change={change} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}
