import { MusterError } from '../kernel/errors.ts';
import { instant, isPlainDate, type Instant, type PlainDate } from '../kernel/date.ts';
import type { Arguments } from './command.ts';

export const usage = (reason: string): MusterError => new MusterError({ code: 'usage', reason });

/** The argument at a place. @throws MusterError `usage` when it is missing */
export function required(args: Arguments, place: number, name: string): string {
  const value = args.positionals[place];
  if (value === undefined) throw usage(`${name} is missing.`);
  return value;
}

export function textOption(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function dateOption(args: Arguments, name: string): PlainDate | undefined {
  const value = textOption(args, name);
  if (value === undefined) return undefined;
  if (!isPlainDate(value)) throw usage(`--${name} takes a date as YYYY-MM-DD, not "${value}".`);
  return value;
}

/** A moment; a date alone means its last millisecond in UTC, so that the whole day counts as recorded. */
export function momentOption(args: Arguments, name: string): Instant | undefined {
  const value = textOption(args, name);
  if (value === undefined) return undefined;
  if (isPlainDate(value)) return instant(`${value}T23:59:59.999Z`);
  if (Number.isNaN(Date.parse(value))) throw usage(`--${name} takes a moment in ISO 8601, not "${value}".`);
  return instant(value);
}

export function choiceOption<T extends string>(args: Arguments, name: string, choices: readonly T[]): T | undefined {
  const value = textOption(args, name);
  if (value === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw usage(`--${name} takes one of ${choices.join(', ')}, not "${value}".`);
  return choice;
}
