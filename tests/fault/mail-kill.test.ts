import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepMails, mailLog } from '../../src/capabilities/reminders/store/mail.ts';
import { mailsToSend, sendMail } from '../../src/capabilities/reminders/store/sending.ts';
import { instant } from '../../src/kernel/date.ts';
import { systemClock, type Clock } from '../../src/platform/clock.ts';
import { openPostgres, type Database } from '../../src/platform/db/database.ts';
import { smtpMailer } from '../../src/platform/mail/smtp.ts';
import { COMPILED } from '../e2e/muster.ts';
import { prepared, startServer, type TestServer } from '../factories/database.ts';
import { foundedOrganization, freshId, steppingClock, type TestOrganization } from '../factories/organization.ts';
import type { Sending } from './sender.ts';

const from = { name: 'Muster', address: 'muster@muster.example' };
/** What a process is in the middle of when it is killed. */
const moments = ['said to whom', 'handed over a part', 'handed over all and waits for the answer'] as const;
type Moment = (typeof moments)[number];

let postgres: TestServer;
let login: Sending['login'];
let db: Database;
let organization: TestOrganization;

beforeAll(async () => {
  postgres = await startServer();
  login = await prepared(await postgres.create('register'));
  db = openPostgres(login, () => undefined);
  organization = await foundedOrganization(db, steppingClock(), 'Adler');
});
afterAll(async () => {
  await db.close();
  await postgres.stop();
});

interface Post {
  readonly port: number;
  /** The subjects of the mails that arrived as a whole. */
  readonly arrived: string[];
  readonly close: () => Promise<void>;
}

/** A mail server on loopback that kills who sends at a moment; null: takes every mail. */
async function post(moment: Moment | null, kill: () => void): Promise<Post> {
  const arrived: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (moment === 'said to whom') kill();
      else done();
    },
    onData(stream, _session, done) {
      if (moment === 'handed over a part') stream.once('data', kill);
      simpleParser(stream, (error, mail) => {
        if (error !== null || mail.subject === undefined) return;
        arrived.push(mail.subject);
        if (moment === null) done();
        else kill();
      });
    },
  });
  const broken: Error[] = [];
  server.on('error', (error: Error) => broken.push(error));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function mailOf(subject: string): Promise<string> {
  const id = freshId<string>();
  const message = {
    to: { name: 'فاطمة', address: 'fatima@adler.example' },
    subject,
    body: { title: subject, sections: [{ heading: 'For you', lines: [{ text: 'x'.repeat(50_000) }] }], footer: [] },
    calendar: null,
  };
  await db.inOrganization(organization.id, (tx) =>
    keepMails(tx, organization.id, [{ id, personId: null, kind: 'reminder', message }], systemClock.now()),
  );
  return id;
}

/** Sends a mail in a process of its own, which is killed at the moment. @returns the signal that ended it */
async function killedAt(moment: Moment, mail: string): Promise<{ signal: string | null; arrived: readonly string[] }> {
  let end = (): void => undefined;
  const server = await post(moment, () => end());
  const sending: Sending = { login, organizationId: organization.id, mail, port: server.port };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sender.ts')], {
    env: { PATH: process.env['PATH'], SENDING: JSON.stringify(sending), NODE_COMPILE_CACHE: COMPILED },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  end = () => void child.kill('SIGKILL');
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  await server.close();
  return { signal, arrived: server.arrived };
}

/** Sends whatever waits, as the processes that are left do, so many minutes later. */
async function laterBy(minutes: number): Promise<readonly string[]> {
  const now = (): ReturnType<Clock['now']> => instant(new Date(Date.parse(systemClock.now()) + minutes * 60_000));
  const clock: Clock = { ...systemClock, now };
  const server = await post(null, () => undefined);
  const settings = { host: '127.0.0.1', port: server.port, secure: false, user: null, password: null };
  const means = { db, clock, mailer: smtpMailer(settings, from) };
  for (const id of await mailsToSend(means, organization.id, true)) await sendMail(means, organization.id, id);
  await server.close();
  return server.arrived;
}

describe('a mail whose process is killed while it is sent', () => {
  it.each(moments)('arrives once at the most when that has %s, and the log says so', async (moment) => {
    const mail = await mailOf(moment);
    const { signal, arrived } = await killedAt(moment, mail);
    expect(signal).toBe('SIGKILL');
    const again = [...(await laterBy(3)), ...(await laterBy(20)), ...(await laterBy(24 * 60))];
    expect(again).toEqual([]);
    expect(arrived.length).toBeLessThanOrEqual(1);
    const { rows } = await db.inOrganization(organization.id, (tx) =>
      mailLog(tx, organization.id, { state: null, after: null, limit: 10 }),
    );
    expect(rows.find(({ id }) => id === mail)).toMatchObject({
      state: 'failed',
      attempts: 1,
      error: expect.stringContaining('is not sent again'),
    });
  });

  it('is sent by another process where it was not begun', async () => {
    await mailOf('untouched');
    expect([...(await laterBy(3)), ...(await laterBy(20))]).toEqual(['untouched']);
  });
});
