import { Modal } from '@mantine/core';
import type { JSX } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import type { MatrixColumn } from '../../../web/matrix/model.ts';
import { useMessages } from '../../../web/message.ts';
import type { MatrixConflict } from './matrix-saving.ts';
import { accountabilityMessages } from './messages.ts';

interface ConflictDialogProps {
  readonly conflict: MatrixConflict;
  readonly columns: readonly MatrixColumn[];
  readonly onResolve: (keep: 'mine' | 'theirs') => void;
}

/** Both states of every cell that somebody else changed first. */
export function ConflictDialog({ conflict, columns, onResolve }: ConflictDialogProps): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const named = (columnId: string): string => {
    const column = columns.find((one) => one.id === columnId);
    return column?.short ?? column?.label ?? '';
  };
  const shown = (value: string): string => (value === '' ? texts.empty : value);
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': texts.later }}
      onClose={() => onResolve('theirs')}
      title={texts.conflict(conflict.collisions.length)}
      size={560}
    >
      <ConflictNotice
        differences={conflict.collisions.map(({ change, theirs }) => ({
          label: texts.cell(change.rowId, named(change.columnId)),
          yours: shown(change.after),
          theirs: shown(theirs),
        }))}
        onTakeTheirs={() => onResolve('theirs')}
        onKeepMine={() => onResolve('mine')}
      />
    </Modal>
  );
}
