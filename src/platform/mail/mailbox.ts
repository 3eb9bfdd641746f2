import { emailSchema, lineSchema } from '../../kernel/text.ts';
import type { Mailbox } from './message.ts';

/** `Name <address>` or an address alone; null for what is neither. */
export function readMailbox(text: string): Mailbox | null {
  const match = /^(?:"?([^"<>]*?)"?\s*)?<([^<>\s]+)>$/.exec(text.trim());
  const address = emailSchema.safeParse(match?.[2] ?? text.trim());
  if (!address.success) return null;
  const name = lineSchema(200).safeParse(match?.[1] ?? '');
  return { name: name.success ? name.data : null, address: address.data };
}

/** One line without controls, so that nothing in it can begin another header. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
