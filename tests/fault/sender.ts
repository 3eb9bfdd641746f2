/** A process that sends one mail as Muster does, so that it can be killed in the middle. Told by its environment. */
import { sendMail } from '../../src/capabilities/reminders/store/sending.ts';
import type { OrganizationId } from '../../src/kernel/id.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openPostgres } from '../../src/platform/db/database.ts';
import { smtpMailer } from '../../src/platform/mail/smtp.ts';

export interface Sending {
  readonly login: Parameters<typeof openPostgres>[0];
  readonly organizationId: OrganizationId;
  readonly mail: string;
  readonly port: number;
}

const { login, organizationId, mail, port } = JSON.parse(process.env['SENDING'] ?? '') as Sending;
const db = openPostgres(login, () => undefined);
const mailer = smtpMailer(
  { host: '127.0.0.1', port, secure: false, user: null, password: null },
  { name: 'Muster', address: 'muster@muster.example' },
);
await sendMail({ db, clock: systemClock, mailer }, organizationId, mail);
await db.close();
