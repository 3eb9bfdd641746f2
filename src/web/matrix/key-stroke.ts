import type { KeyboardEvent } from 'react';
import type { KeyStroke } from './keyboard.ts';

export const strokeOf = (event: KeyboardEvent): KeyStroke => ({
  key: event.key,
  ctrl: event.ctrlKey,
  meta: event.metaKey,
  shift: event.shiftKey,
  alt: event.altKey,
});
