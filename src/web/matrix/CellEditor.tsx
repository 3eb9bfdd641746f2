import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import classes from './cell.module.css';
import { editorCommandFor } from './keyboard.ts';
import { strokeOf } from './key-stroke.ts';
import { useMatrix } from './matrix-context.ts';

/** The text field of the cell being edited. Leaving it by pointer commits what fits and abandons what does not. */
export const CellEditor = ({ text }: { readonly text: string }) => {
  const { session, store, messages, id } = useMatrix();
  const [draft, setDraft] = useState(text);
  const [reason, setReason] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    input?.select();
    if (text.length === 1) input?.setSelectionRange(1, 1);
  }, [text]);

  const cell = store.cursor.cell;
  const row = cell === undefined ? undefined : store.row(cell.rowId);
  const column = store.columns[store.cursor.active.column];
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const command = editorCommandFor(strokeOf(event));
    if (command === null) return;
    event.preventDefault();
    const refused = session.endEditing(command, draft);
    setReason(refused);
    if (refused === undefined) document.getElementById(id)?.focus({ preventScroll: true });
  };
  return (
    <input
      ref={field}
      className={classes.editor}
      value={draft}
      aria-label={messages.editorLabel(row?.label ?? '', column?.label ?? '')}
      aria-invalid={reason === undefined ? undefined : true}
      title={reason}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        setReason(undefined);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (store.cursor.editing === null) return;
        if (session.endEditing({ do: 'commit', next: 'stay' }, draft) !== undefined) store.cursor.closeEditor();
      }}
    />
  );
};
