import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinNights, nightQueue } from '../../src/capabilities/reminders/store/nightly.ts';
import { openFacts } from '../../src/capabilities/trail/store/facts.ts';
import { addDays } from '../../src/kernel/date.ts';
import type { ActionId } from '../../src/kernel/id.ts';
import { openPostgres, type Database } from '../../src/platform/db/database.ts';
import { jobsCounted } from '../../src/platform/jobs/counted.ts';
import { openJobs } from '../../src/platform/jobs/jobs.ts';
import type { Jobs } from '../../src/platform/jobs/queue.ts';
import { openLog } from '../../src/platform/log.ts';
import { smtpMailer } from '../../src/platform/mail/smtp.ts';
import { prepared, startServer, type TestServer } from '../factories/database.ts';
import { foundedOrganization, freshId, newPerson, steppingClock } from '../factories/organization.ts';

const clock = steppingClock();
const log = openLog('silent');

let server: TestServer;
let smtp: SMTPServer;
const taken: ParsedMail[] = [];
const processes: { readonly db: Database; readonly jobs: Jobs }[] = [];

beforeAll(async () => {
  server = await startServer();
  const database = await prepared(await server.create('register'));
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('nobody') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData(stream, _session, done) {
      simpleParser(stream, (error, mail) => {
        if (error === null) taken.push(mail);
        done(error);
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  const settings = { host: '127.0.0.1', port, secure: false, user: null, password: null };
  const mailer = smtpMailer(settings, { name: 'Muster', address: 'muster@muster.example' });
  for (let process = 0; process < 2; process++) {
    const db = openPostgres(database, (error) => log.warn(error));
    const jobs = await openJobs({ database, log, lookEvery: 0.5 });
    processes.push({ db, jobs });
    const facts = openFacts(db, 5);
    await joinNights({ db, facts, clock, mailer, url: 'http://127.0.0.1', jobs, log, nightly: null });
  }
});
afterAll(async () => {
  await Promise.all(processes.map(({ jobs }) => jobs.stop()));
  await Promise.all(processes.map(({ db }) => db.close()));
  await new Promise<void>((resolve) => smtp.close(resolve));
  await server.stop();
});

/** Nights of organizations that were worked out. */
const nights = async (): Promise<number> =>
  (await jobsCounted.get()).values.find(({ labels }) => labels.queue === 'reminders')?.value ?? 0;

/** Waits until it is so, at most twenty seconds. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 1000 && !(await isSo()); turn++) await pause(20);
}

const recipients = (): string[] =>
  taken.flatMap(({ to }) => (to === undefined || Array.isArray(to) ? [] : to.text)).sort();

describe('a night of several processes, over a mail server', () => {
  it('tells everybody of every organization once, and a mailbox that is not there stops nobody', async () => {
    const [{ db, jobs }] = processes as [(typeof processes)[number]];
    const expected: string[] = [];
    for (const name of ['Adler', 'Birke', 'Cedar']) {
      const organization = await foundedOrganization(db, clock, name);
      const people = ['nobody', 'أمل', 'ben', 'cem'].map((who) =>
        newPerson(`${who} ${name}`, { email: `${who === 'أمل' ? 'amal' : who}@${name.toLowerCase()}.example` }),
      );
      await organization.write(people);
      await organization.write(
        people.map(({ id }) => ({
          register: 'action',
          operation: 'create',
          id: freshId<ActionId>(),
          fields: {
            title: 'Do it',
            description: '',
            ownerId: id,
            due: addDays(clock.today(), 3),
            state: 'open',
            closedOn: null,
            requirementId: null,
            projectId: null,
          },
        })),
      );
      expected.push(...people.slice(1).map(({ fields }) => `"${fields.name}" <${fields.email ?? ''}>`));
    }
    await jobs.send(nightQueue, [{ key: 'tonight', data: {} }]);
    await until(async () => taken.length >= expected.length);
    const worked = await nights();
    await jobs.send(nightQueue, [{ key: 'again', data: {} }]);
    await until(async () => (await nights()) >= worked + 3);
    expect(recipients()).toEqual(expected.sort());
    expect(taken.every(({ messageId }) => messageId?.endsWith('@muster.example>'))).toBe(true);
  });
});
