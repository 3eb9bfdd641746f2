import { Modal } from '@mantine/core';
import type { JSX } from 'react';
import { ConflictNotice } from '../form/ConflictNotice.tsx';
import { useMessages } from '../message.ts';
import { matrixMessages } from './messages.ts';
import type { MatrixConflict } from './sending.ts';

interface ConflictDialogProps {
  readonly conflict: MatrixConflict;
  /** A cell's name: of its row and of its column. */
  readonly cellName: (rowId: string, columnId: string) => string;
  readonly onResolve: (keep: 'mine' | 'theirs') => void;
}

/** Both states of every cell that somebody else changed first. */
export function ConflictDialog({ conflict, cellName, onResolve }: ConflictDialogProps): JSX.Element {
  const texts = useMessages(matrixMessages);
  const shown = (value: string): string => (value === '' ? texts.emptyCell : value);
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': texts.takeTheirs }}
      onClose={() => onResolve('theirs')}
      title={texts.conflict(conflict.collisions.length)}
      size={560}
    >
      <ConflictNotice
        differences={conflict.collisions.map(({ change, theirs }) => ({
          label: cellName(change.rowId, change.columnId),
          yours: shown(change.after),
          theirs: shown(theirs),
        }))}
        onTakeTheirs={() => onResolve('theirs')}
        onKeepMine={() => onResolve('mine')}
      />
    </Modal>
  );
}
