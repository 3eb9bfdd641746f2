import type { JSX } from 'react';
import { ConflictDialog as Conflicts } from '../../../web/matrix/ConflictDialog.tsx';
import type { MatrixColumn } from '../../../web/matrix/model.ts';
import type { MatrixConflict } from '../../../web/matrix/sending.ts';
import { useMessages } from '../../../web/message.ts';
import { accountabilityMessages } from './messages.ts';

interface ConflictDialogProps {
  readonly conflict: MatrixConflict;
  readonly columns: readonly MatrixColumn[];
  readonly onResolve: (keep: 'mine' | 'theirs') => void;
}

/** Both states of every cell that somebody else changed first, each named by its requirement and its column. */
export function ConflictDialog({ conflict, columns, onResolve }: ConflictDialogProps): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const cellName = (rowId: string, columnId: string): string => {
    const column = columns.find((one) => one.id === columnId);
    return texts.cell(rowId, column?.short ?? column?.label ?? '');
  };
  return <Conflicts conflict={conflict} cellName={cellName} onResolve={onResolve} />;
}
