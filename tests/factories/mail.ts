import type { Mailer, MailOutcome } from '../../src/platform/mail/mailer.ts';
import type { Message } from '../../src/platform/mail/message.ts';

/** Takes every mail, or says of it what it is told to. */
export const recordingMailer = (
  mails: Message[],
  outcomeOf: (message: Message) => MailOutcome = () => ({ kind: 'sent' }),
): Mailer => ({
  from: { name: 'Muster', address: 'muster@muster.example' },
  server: 'mail.example:587',
  async send(_id, message) {
    mails.push(message);
    return outcomeOf(message);
  },
});
