import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { RegisterName } from '../register.ts';
import { UndoButton } from './UndoButton.tsx';
import { undoMessages } from './undo-messages.ts';

interface UndoImportProps {
  /** The change that the import was; nothing is offered where it wrote nothing. */
  readonly change: string | null | undefined;
  readonly register: RegisterName;
  readonly onDone: () => void;
}

/** Offers to take an import back as a whole, right after it. */
export function UndoImport({ change, register, onDone }: UndoImportProps): JSX.Element | null {
  const texts = useMessages(undoMessages);
  if (change === null || change === undefined) return null;
  return <UndoButton change={change} register={register} label={texts.undoImport} onDone={onDone} />;
}
