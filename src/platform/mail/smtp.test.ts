import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { consoleMailer } from './console.ts';
import { readMailbox } from './mailbox.ts';
import type { MailOutcome } from './mailer.ts';
import type { Message } from './message.ts';
import { PATIENCE, smtpMailer, type SmtpSettings } from './smtp.ts';

const from = { name: 'Muster, Nordlicht', address: 'muster@nordlicht.example' };
const ID = '00000000-0000-7000-8000-00000000000a';
const message: Message = {
  to: { name: 'فاطمة الزهراء', address: 'fatima@nordlicht.example' },
  subject: 'Ablaufende Befähigung\r\nBcc: everybody@nordlicht.example',
  body: {
    title: '2 things <for> you',
    sections: [
      {
        heading: 'For "you"',
        lines: [
          { text: 'CISSP of فاطمة <script>alert(1)</script>', href: 'https://muster.example/o/n?a=1&b="2"' },
          { text: 'no link', href: 'javascript:alert(1)' },
        ],
      },
    ],
    footer: ['You get this because you are on the register.'],
  },
  calendar: null,
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const settingsFor = (port: number, login: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  user: null,
  password: null,
  ...login,
});

/** A mail server on loopback. @returns its port, the mails that it took, and the connections that broke */
async function mailServer(
  options: SMTPServerOptions = {},
): Promise<{ port: number; taken: ParsedMail[]; broken: Error[] }> {
  const taken: ParsedMail[] = [];
  const broken: Error[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream, (error, mail) => {
        if (error === null) taken.push(mail);
        done(error);
      });
    },
    ...options,
  });
  server.on('error', (error: Error) => broken.push(error));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return { port: (server.server.address() as AddressInfo).port, taken, broken };
}

/** Speaks as little SMTP as it is told to, then hangs up. */
async function brokenServer(answers: readonly string[]): Promise<number> {
  const server: Server = createServer((socket) => {
    const left = [...answers];
    socket.on('error', () => socket.destroy());
    const next = (): void => {
      const line = left.shift();
      if (line === undefined) socket.destroy();
      else socket.write(`${line}\r\n`);
    };
    next();
    socket.on('data', next);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => new Promise((resolve) => void server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

const refusing = (code: number, text: string): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) => done(Object.assign(new Error(text), { responseCode: code })),
});

describe('a mail over SMTP', () => {
  it('arrives as it was written: names, text, a page for phones, and the headers of an automatic mail', async () => {
    const { port, taken } = await mailServer();
    expect(await smtpMailer(settingsFor(port), from).send(ID, message)).toEqual({ kind: 'sent' });
    const [mail] = taken;
    expect(mail?.from?.value).toEqual([from].map(({ name, address }) => ({ name, address })));
    expect(mail?.to).toMatchObject({ value: [{ name: 'فاطمة الزهراء', address: 'fatima@nordlicht.example' }] });
    expect(mail?.messageId).toBe(`<${ID}@nordlicht.example>`);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toContain('CISSP of فاطمة <script>alert(1)</script>\n  https://muster.example/o/n?a=1&b="2"');
    expect(mail?.html).toContain('CISSP of فاطمة &lt;script&gt;alert(1)&lt;/script&gt;</a>');
    expect(mail?.html).toContain('href="https://muster.example/o/n?a=1&amp;b=&quot;2&quot;"');
    expect(mail?.html).not.toMatch(/<script|href="javascript/);
  });

  it('lets nobody begin another header, whatever the subject or name says', async () => {
    const { port, taken } = await mailServer();
    const to = { name: 'Eve\r\nX-Evil: 1', address: 'eve@nordlicht.example' };
    await smtpMailer(settingsFor(port), from).send(ID, { ...message, to });
    expect(taken[0]?.subject).toBe('Ablaufende Befähigung Bcc: everybody@nordlicht.example');
    expect(taken[0]?.bcc).toBeUndefined();
    expect(taken[0]?.headers.has('x-evil')).toBe(false);
  });

  it('brings an invitation as an alternative that mail programs act on, and as a file', async () => {
    const { port, taken } = await mailServer();
    const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nEND:VCALENDAR';
    await smtpMailer(settingsFor(port), from).send(ID, { ...message, calendar: { method: 'CANCEL', content } });
    const parts = taken[0]?.attachments.map(({ contentType, filename, content: bytes }) => ({
      contentType,
      filename,
      text: bytes.toString(),
    }));
    expect(parts).toEqual([
      expect.objectContaining({ contentType: 'text/calendar', text: content }),
      { contentType: 'application/ics', filename: 'event.ics', text: content },
    ]);
  });

  it('signs in, and never tells the password when it is refused', async () => {
    const password = 'hunter2 & söhne';
    const { port } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password: given }, _session, done) =>
        given === password
          ? done(null, { user: username })
          : done(new Error(`no entry for ${username ?? ''} with ${given ?? ''}`)),
    });
    const login = { user: 'muster', password };
    expect(await smtpMailer(settingsFor(port, login), from).send(ID, message)).toEqual({ kind: 'sent' });
    const refused = await smtpMailer(settingsFor(port, { ...login, password: 'guess-1' }), from).send(ID, message);
    expect(refused.kind).toBe('later');
    expect(JSON.stringify(refused)).not.toContain('guess-1');
  });

  it('tells a refusal for good from one for now, and from a broken line', async () => {
    const outcomes: MailOutcome[] = [];
    for (const options of [refusing(550, 'no such mailbox'), refusing(451, 'greylisted'), { size: 10 }]) {
      const { port } = await mailServer(options);
      outcomes.push(await smtpMailer(settingsFor(port), from).send(ID, message));
    }
    const gone = await brokenServer([]);
    const before = await brokenServer(['220 hello', '250 hello', '250 sender is fine']);
    const after = await brokenServer(['220 hello', '250 hello', '250 fine', '250 fine', '354 go on']);
    for (const port of [gone, before, after])
      outcomes.push(await smtpMailer(settingsFor(port), from).send(ID, message));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'later', 'refused', 'later', 'later', 'unknown']);
    expect(outcomes[0]).toMatchObject({ reason: '550 no such mailbox' });
  });

  it('tries later where nobody listens', async () => {
    const { port } = await mailServer();
    for (const close of closing.splice(0)) await close();
    const outcome = await smtpMailer(settingsFor(port), from).send(ID, message);
    expect(outcome).toMatchObject({ kind: 'later', reason: expect.stringContaining('ECONNREFUSED') });
  });

  it('tries later where the server is too slow, and does not again where it may have taken the mail', async () => {
    const hurried = { ...PATIENCE, greetingTimeout: 200, socketTimeout: 200 };
    const outcomes: MailOutcome[] = [];
    for (const answers of [
      [''],
      ['220 hello', ''],
      ['220 hello', '250 hello', '250 fine', '250 fine', '354 go on', ''],
    ])
      outcomes.push(await smtpMailer(settingsFor(await brokenServer(answers)), from, hurried).send(ID, message));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['later', 'later', 'unknown']);
    expect(outcomes[0]).toMatchObject({ reason: expect.stringContaining('Greeting never received') });
    expect(outcomes[1]).toMatchObject({ reason: expect.stringContaining('ETIMEDOUT') });
  });

  it('gives no mail to a server whose certificate does not hold, with TLS from the first byte or turned to', async () => {
    for (const secure of [true, false]) {
      const { port, taken } = await mailServer({ secure, disabledCommands: [] });
      const outcome = await smtpMailer({ ...settingsFor(port), secure }, from).send(ID, message);
      expect(outcome).toMatchObject({ kind: 'later', reason: expect.stringMatching(/certificate|altnames/i) });
      expect(taken).toEqual([]);
    }
  });

  it('leaves a server that does not answer when Muster stops', async () => {
    const port = await brokenServer(['220 hello', '', '']);
    const stop = new AbortController();
    const sending = smtpMailer(settingsFor(port), from).send(ID, message, stop.signal);
    stop.abort();
    expect(await sending).toEqual({ kind: 'later', reason: 'Muster is stopping.' });
  });
});

describe('without a mail server', () => {
  it('writes each mail out as one block', async () => {
    const blocks: string[] = [];
    const mailer = consoleMailer(from, (block) => void blocks.push(block));
    expect(await mailer.send(ID, message)).toEqual({ kind: 'sent' });
    expect(mailer.server).toBeNull();
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toContain('To: فاطمة الزهراء <fatima@nordlicht.example>\nSubject: Ablaufende Befähigung Bcc:');
    expect(blocks[0]).toContain('- CISSP of فاطمة');
  });
});

describe('the settings of mail', () => {
  it('are an address with or without a login, and whom mails come from', () => {
    const config = readConfig({
      MUSTER_DATA: '/nowhere',
      MUSTER_SMTP: 'smtps://muster%40nordlicht.example:p%3Aw@mail.example',
      MUSTER_MAIL_FROM: 'Muster <muster@nordlicht.example>',
    });
    expect(config.smtp).toEqual({
      host: 'mail.example',
      port: 465,
      secure: true,
      user: 'muster@nordlicht.example',
      password: 'p:w',
    });
    expect(config.mailFrom).toEqual({ name: 'Muster', address: 'muster@nordlicht.example' });
    expect(readConfig({ MUSTER_DATA: '/nowhere' })).toMatchObject({ smtp: null, nightly: '0 5 * * *' });
    expect(readMailbox('"Nordlicht, IT" <it@nordlicht.example>')?.name).toBe('Nordlicht, IT');
    expect(readMailbox('nobody')).toBeNull();
  });

  it('are refused with a word on what is wrong, without the password', () => {
    const told = (env: Record<string, string>): string => {
      try {
        readConfig({ MUSTER_DATA: '/nowhere', ...env });
        return 'taken';
      } catch (error) {
        return String(error);
      }
    };
    expect(told({ MUSTER_SMTP: 'http://u:secret-word@host' })).toMatch(/^MusterError: (?!.*secret-word).*MUSTER_SMTP/);
    expect(told({ MUSTER_SMTP: 'smtp://u:secret-word@host' })).toMatch(/^MusterError: (?!.*secret-word).*MAIL_FROM/);
    expect(told({ MUSTER_NIGHTLY: 'at five' })).toContain('MUSTER_NIGHTLY');
  });
});
