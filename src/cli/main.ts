import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { organizationsHere, type OrganizationEntry } from '../capabilities/identity/store/entrance.ts';
import { openPost } from '../capabilities/reminders/store/post.ts';
import { openFacts } from '../capabilities/trail/store/facts.ts';
import { filesOf } from '../files.ts';
import { addressOf, mailerOf } from '../mail.ts';
import { openInstallation } from '../installation.ts';
import { MusterError } from '../kernel/errors.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openLog } from '../platform/log.ts';
import { answerCommand } from './answer.ts';
import { textOption, usage } from './argument.ts';
import { assessCommand } from './assess.ts';
import type { Arguments, Command, Outcome } from './command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { inspectCommand } from './inspect.ts';
import { remindCommand } from './remind.ts';
import { verifyCommand } from './verify.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['inspect', inspectCommand],
  ['import', importCommand],
  ['assess', assessCommand],
  ['answer', answerCommand],
  ['export', exportCommand],
  ['remind', remindCommand],
  ['verify', verifyCommand],
]);

const everywhere = {
  json: { type: 'boolean' },
  data: { type: 'string' },
  org: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const help = (): string =>
  [
    'muster COMMAND [--json] [--data FOLDER] [--org SLUG]',
    '',
    ...[...commands.values()].map(({ usage: form, summary }) => `  ${form}\n      ${summary}`),
  ].join('\n');

/** The organization named by `--org`, its short name or its id, or the only one. */
function choose(organizations: readonly OrganizationEntry[], slug: string | undefined): OrganizationEntry {
  const named =
    slug === undefined
      ? organizations
      : organizations.filter((organization) => organization.slug === slug || organization.id === slug);
  const [first, second] = named;
  // Organizations of one name share a short name; the id tells them apart.
  const shared = (slug: string): boolean => organizations.filter((other) => other.slug === slug).length > 1;
  const known = organizations.map(({ id, slug: own }) => (shared(own) ? `${id} (${own})` : own)).join(', ');
  if (first === undefined)
    throw usage(
      slug === undefined
        ? 'There is no organization yet.'
        : `There is no organization "${slug}". Known: ${known || 'none'}.`,
    );
  if (second !== undefined) throw usage(`There are several organizations. Say which with --org: ${known}.`);
  return first;
}

const operatorName = (): string => {
  try {
    return userInfo().username;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return `uid ${process.getuid?.() ?? '?'}`;
    throw error;
  }
};

async function carryOut(command: Command, args: Arguments): Promise<Outcome> {
  const data = textOption(args, 'data');
  const config = readConfig(data === undefined ? process.env : { ...process.env, MUSTER_DATA: data });
  if (!command.desk) return command.run(args, config);
  const installation = await openInstallation(config, 'command', openLog(config.log));
  try {
    const { db } = installation;
    const organization = choose(await organizationsHere(db), textOption(args, 'org'));
    return await command.run(args, {
      db,
      facts: openFacts(db, 1),
      clock: systemClock,
      storage: filesOf(config).storage,
      // Mails that are written out go beside the answer, which is one document.
      post: openPost(
        mailerOf(config, (block) => void process.stderr.write(`${block}\n`)),
        addressOf(config),
        () => null,
      ),
      organization,
      actor: { kind: 'operator', name: operatorName() },
    });
  } finally {
    await installation.close();
  }
}

function parse(command: Command, args: readonly string[]): Arguments {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...everywhere, ...command.options },
      allowPositionals: true,
    });
    return { positionals, values: values };
  } catch (error) {
    throw new MusterError(
      {
        code: 'usage',
        reason: `${error instanceof Error ? error.message : String(error)}\nUsage: muster ${command.usage}`,
      },
      { cause: error },
    );
  }
}

/** @returns the exit code */
async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(`${help()}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = commands.get(name);
  if (command === undefined) throw usage(`There is no command "${name}".\n${help()}`);
  const args = parse(command, rest);
  if (args.values['help'] === true) {
    process.stdout.write(`muster ${command.usage}\n${command.summary}\n`);
    return 0;
  }
  const outcome = await carryOut(command, args);
  process.stdout.write(`${args.values['json'] === true ? JSON.stringify(outcome.json, null, 2) : outcome.text}\n`);
  return outcome.exit ?? 0;
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof MusterError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  return error instanceof MusterError && error.fault.code === 'usage' ? 2 : 1;
});
