import type { Mailbox, Message } from './message.ts';

/**
 * What became of a mail. `refused`: it will never be taken; `later`: it was certainly not taken, and may be tried again;
 * `unknown`: the connection broke when it may have been taken already, so nobody tries again.
 */
export type MailOutcome =
  { readonly kind: 'sent' } | { readonly kind: 'refused' | 'later' | 'unknown'; readonly reason: string };

/** Sends mail. It says what became of it and throws nothing that depends on the other side. */
export interface Mailer {
  /** `id` makes the Message-ID: the same for each attempt. */
  readonly send: (id: string, message: Message, signal?: AbortSignal) => Promise<MailOutcome>;
  readonly from: Mailbox;
  /** The server that takes the mails; null where none leaves and each is written to the standard output instead. */
  readonly server: string | null;
}
