import { z } from 'zod';
import { cleanCell } from './cell-text.ts';

const address = z.email().max(254);

/**
 * A mailbox address in lower case; null when the text is none. Of several the first counts; `mailto:` and a display
 * name (`Ann Lee <ann@example.com>`) are taken off.
 */
export function readEmail(cell: string): string | null {
  const text = cleanCell(cell).replace(/^mailto:/iu, '');
  const bracketed = /<([^<>]+)>/u.exec(text)?.[1] ?? text;
  const first = bracketed.split(/[\s;,|]+/u)[0] ?? '';
  return address.safeParse(first).success ? first.toLowerCase() : null;
}

/** True for the sign-in name that Entra ID gives a guest of another tenant: `ann_other.org#EXT#@example.com`. */
export const isGuestSignIn = (userName: string): boolean => /#EXT#/iu.test(userName);
