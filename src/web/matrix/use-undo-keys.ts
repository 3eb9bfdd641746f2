import { useEffect } from 'react';
import { strokeOf } from './key-stroke.ts';
import { commandFor } from './keyboard.ts';
import type { Session } from './session.ts';

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLElement && target.isContentEditable);

/** Undo and redo work wherever the focus is on the page, but in a field or a dialog, which have their own. */
export const useUndoKeys = (session: Session): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || writes(event.target)) return;
      if (document.querySelector('dialog[open], [role=dialog]') !== null) return;
      const command = commandFor(strokeOf(event));
      if (command?.do !== 'undo' && command?.do !== 'redo') return;
      event.preventDefault();
      session.run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session]);
};
