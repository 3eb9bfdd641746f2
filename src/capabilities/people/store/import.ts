import { setImmediate } from 'node:timers/promises';
import type { PlainDate } from '../../../kernel/date.ts';
import { forbidden, invalid, MusterError } from '../../../kernel/errors.ts';
import type { NewId } from '../../../kernel/id.ts';
import { readDocument } from '../../../platform/files/document.ts';
import type { Ticket } from '../../../platform/under-way.ts';
import type { Actor } from '../../identity/model.ts';
import type { ImportReport } from '../../intake/model.ts';
import type { Sheet } from '../../intake/sheet.ts';
import type { Steps } from '../../intake/steps.ts';
import { mayChange } from '../../trail/policy.ts';
import type { Snapshot } from '../../trail/snapshot.ts';
import type { ChangeResult } from '../../trail/store/change.ts';
import type { Planned } from '../../trail/store/planned.ts';
import type { ColumnChoices } from '../column-choice.ts';
import type { RowAnswer } from '../import-answer.ts';
import { looksLikePeople } from '../people-document.ts';
import { planPeopleImportSteps } from '../people-import.ts';

/** Who imports where: the part of a visit that an import needs. */
export interface ImportDesk {
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly newId: NewId;
  readonly facts: () => Promise<Snapshot>;
  readonly writePlanned: <P extends Planned>(
    plan: (facts: Snapshot) => P | Promise<P>,
    written?: (done: number, of: number) => void,
  ) => Promise<{ readonly plan: P; readonly result: ChangeResult | null }>;
}

/** What comes in, and how it is to be taken. */
export interface Intake {
  readonly name: string;
  readonly dryRun: boolean;
  readonly answers: readonly RowAnswer[];
  readonly columns?: ColumnChoices | undefined;
}

const left = (): MusterError =>
  invalid([{ path: '', message: 'The import was cancelled before anything was written.' }]);

/** Drives the work, letting others go on at every step. @throws MusterError `invalid` when it was cancelled */
export async function driven<T>(steps: Steps<T>, ticket: Ticket): Promise<T> {
  for (;;) {
    if (ticket.isCancelled()) throw left();
    const step = steps.next();
    if (step.done === true) return step.value;
    ticket.tell(step.value);
    await setImmediate();
  }
}

/** The sheets of a file that hold people. @throws MusterError `forbidden`, `too-large`, `unreadable` */
export async function peopleSheets(desk: ImportDesk, file: string, bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (!mayChange(desk.actor, 'person')) throw forbidden('change person');
  const document = await readDocument({ name: file, bytes });
  const sheets = document.sheets.filter(looksLikePeople);
  if (sheets.length === 0) {
    throw new MusterError({
      code: 'unreadable',
      file,
      reason: 'no table in it has a heading that names people, such as Name, First name or E-mail.',
    });
  }
  return sheets;
}

/** Takes people from sheets, or says what that would do. */
export async function importSheets(
  desk: ImportDesk,
  sheets: readonly Sheet[],
  { name, dryRun, answers, columns }: Intake,
  ticket: Ticket,
): Promise<ImportReport> {
  const planOn = async (known: Snapshot) => {
    const options = { today: desk.today, newId: desk.newId, name, answers, columns };
    const plan = await driven(planPeopleImportSteps(sheets, known, options), ticket);
    return { reason: `People imported from ${name}`, ...plan };
  };
  if (dryRun) {
    const { report } = await planOn(await desk.facts());
    return { file: name, dryRun, ...report, change: null };
  }
  const { plan, result } = await desk.writePlanned(planOn, (done, of) => {
    ticket.tell({ stage: 'writing', done, of });
  });
  return { file: name, dryRun, ...plan.report, change: result?.change ?? null };
}

/** Of work that nobody asks about. */
export const nobodyWatches: Ticket = { tell: () => undefined, isCancelled: () => false, end: () => undefined };

/** Does a piece of work that others may watch, and says how it ended. */
export async function watched<T>(ticket: Ticket, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    ticket.end('done');
    return result;
  } catch (error) {
    ticket.end(ticket.isCancelled() ? 'cancelled' : 'failed');
    throw error;
  }
}
