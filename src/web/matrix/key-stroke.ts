import type { KeyStroke } from './keyboard.ts';

/** A keyboard event as React or the browser gives it. */
interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const strokeOf = (event: Key): KeyStroke => ({
  key: event.key,
  ctrl: event.ctrlKey,
  meta: event.metaKey,
  shift: event.shiftKey,
  alt: event.altKey,
});
