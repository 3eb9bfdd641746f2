import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { finished, STEP_ROWS, type Steps } from '../intake/steps.ts';
import { settled, type PlanQuestion, type RowAnswer, type Settled } from './import-answer.ts';
import { linkManagers, type LinkedRow, type ManagerLink } from './manager-link.ts';
import { nameKey } from './name-text.ts';
import type { FlaggedText, IgnoredText, ParsedPerson, PeopleDocument } from './parsed-person.ts';
import {
  type ExistingPerson,
  indexRegister,
  type Match,
  type MatchedBy,
  matchPerson,
  type Register,
  withoutOthers,
} from './people-match.ts';

export type { ExistingPerson } from './people-match.ts';

/** A field that an import sets anew. `to` of a manager who comes in with the file is `row 7`. */
export interface FieldChange {
  readonly field:
    | 'externalId'
    | 'name'
    | 'email'
    | 'kind'
    | 'unit'
    | 'site'
    | 'jobTitle'
    | 'managerId'
    | 'from'
    | 'to'
    | 'weeklyHours';
  readonly from: string | number | null;
  readonly to: string | number | null;
}

export type PlannedRow =
  | {
      readonly row: number;
      readonly outcome: 'taken';
      readonly person: ParsedPerson;
      readonly manager: ManagerLink | null;
    }
  | {
      readonly row: number;
      readonly outcome: 'changed';
      readonly person: ParsedPerson;
      readonly existing: PersonId;
      readonly by: MatchedBy;
      readonly manager: ManagerLink | null;
      readonly changes: readonly FieldChange[];
    }
  | {
      readonly row: number;
      readonly outcome: 'unchanged';
      readonly person: ParsedPerson;
      readonly existing: PersonId;
      readonly by: MatchedBy;
    };

/** Each row of the document is in exactly one of `rows` and the column-less entries of `ignored`. */
export interface PeopleImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly ignored: readonly IgnoredText[];
  readonly flagged: readonly FlaggedText[];
  readonly questions: readonly AskedRow[];
  /** People of the register, not yet gone, whom the file does not mention. Nothing happens to them. */
  readonly absent: readonly PersonId[];
}

interface Decided extends LinkedRow {
  readonly by: MatchedBy | null;
}

export interface AskedRow extends PlanQuestion {
  readonly person: ParsedPerson;
  readonly answer: RowAnswer | undefined;
}

/** {@link planPeopleImport} in steps. */
export function* planPeopleSteps(
  existing: readonly ExistingPerson[],
  document: PeopleDocument,
  today: PlainDate,
  answers: ReadonlyMap<number, RowAnswer> = new Map(),
): Steps<PeopleImportPlan> {
  const register = indexRegister(existing);
  const ignored: IgnoredText[] = [...document.ignored];
  const flagged: FlaggedText[] = [...document.flagged];
  const questions: AskedRow[] = [];
  const decided: Decided[] = [];
  const seen = new SeenRows();
  for (const [index, read] of document.people.entries()) {
    if (index % STEP_ROWS === 0) yield { stage: 'comparing', done: index, of: document.people.length };
    const { row } = read;
    const flag = (reason: string): void => void flagged.push({ row, column: 'name', text: read.name, reason });
    const found = matchPerson(read, register);
    const answer = answers.get(row);
    const settling = settled(found, answer, register.byId);
    const decision = settling.kind === 'match' ? settling.match : null;
    const known = decision?.kind === 'same' ? decision.existing : null;
    const { person, doubts: kept } =
      found.kind === 'ambiguous' ? withoutOthers(read, known, register) : { person: read, doubts: [] };
    const repeat = decision === null ? null : seen.repeats(person, decision);
    const namesake = seen.untold(read);
    if (found.kind === 'ambiguous') {
      const reason = namesake === null ? found.reason : `${found.reason} ${namesake}`;
      questions.push({ reason, candidates: found.candidates, person: read, answer });
    } else if (repeat?.isSure === false)
      questions.push({ reason: repeat.reason, candidates: [], person: read, answer });
    const { match, refusal } = repeated(settling, repeat, answer);
    const same = match?.kind === 'same' ? match : null;
    if (refusal !== null) {
      ignored.push({ row, text: read.name, reason: refusal });
      if (answer?.is !== 'skip') flag(refusal);
      continue;
    }
    const doubts = [
      endsTooEarly(person, same?.existing),
      beganEarlier(person, same?.existing),
      match?.doubt ?? null,
      seen.namesake(person),
      returned(person, same?.existing, today),
    ];
    for (const reason of [...kept, ...doubts]) if (reason !== null) flag(reason);
    seen.add(person, same?.existing.id ?? null);
    decided.push({ person, existing: same?.existing.id ?? null, by: same?.by ?? null });
  }
  const managers = linkManagers(decided, register);
  const rows = decided.map((row) => planRow(row, managers.links.get(row.person.row) ?? null, register, today));
  const mentioned = new Set(decided.map((row) => row.existing));
  const absent = existing.filter((person) => !mentioned.has(person.id) && (person.to === null || person.to > today));
  return {
    rows,
    ignored,
    flagged: [...flagged, ...managers.flagged],
    questions,
    absent: absent.map((person) => person.id),
  };
}

/**
 * Plans an import: what each row would do to the register. A blank or missing cell never erases what the register has,
 * and what the document assumed (`assumed`) changes nobody who is there already. A row that may mean somebody whom the
 * register knows, or who stands in an earlier row, is a question, and is left out until it is answered. Pure: writes nothing.
 */
export const planPeopleImport = (...input: Parameters<typeof planPeopleSteps>): PeopleImportPlan =>
  finished(planPeopleSteps(...input));

/** Why a row seems to tell of somebody of an earlier row; `isSure` where number, address or an answer says so. */
interface Repeat {
  readonly reason: string;
  readonly isSure: boolean;
}

/** What becomes of a row that may repeat an earlier one: only the user tells two namesakes apart. */
function repeated(
  settling: Settled,
  repeat: Repeat | null,
  answer: RowAnswer | undefined,
): { readonly match: Exclude<Match, { readonly kind: 'ambiguous' }> | null; readonly refusal: string | null } {
  if (settling.kind === 'left-out') return { match: null, refusal: settling.reason };
  if (repeat === null) return { match: settling.match, refusal: null };
  if (!repeat.isSure && answer?.is === 'new') return { match: { kind: 'new', doubt: null }, refusal: null };
  return { match: null, refusal: answer?.is === 'skip' ? 'Left out, as you said.' : repeat.reason };
}

/** Rows taken so far, to find the second one for the same person. */
class SeenRows {
  readonly #rows = new Map<string, ParsedPerson>();

  #keys(person: ParsedPerson, existing: PersonId | null): readonly string[] {
    return [
      ...(existing === null ? [] : [`person ${existing}`]),
      ...(person.externalId === null ? [] : [`number ${person.externalId}`]),
      ...(person.email === null ? [] : [`address ${person.email}`]),
    ];
  }

  add(person: ParsedPerson, existing: PersonId | null): void {
    for (const key of [...this.#keys(person, existing), `name ${nameKey(person.name)}`])
      if (!this.#rows.has(key)) this.#rows.set(key, person);
  }

  repeats(person: ParsedPerson, match: Match): Repeat | null {
    const keys = this.#keys(person, match.kind === 'same' ? match.existing.id : null);
    for (const key of keys) {
      const earlier = this.#rows.get(key);
      if (earlier === undefined) continue;
      const isPerson = key.startsWith('person');
      const what = isPerson ? 'means the same person' : `has the same ${key.replace(' ', ' “')}”`;
      // By its name alone a second row may be somebody else, whom the register does not have yet.
      const byName = isPerson && match.kind === 'same' && match.by === 'name' && !this.#toldApart(person, earlier);
      return { reason: `Row ${earlier.row} (${earlier.name}) ${what} already.`, isSure: !byName };
    }
    // The register tells apart whom it knows by number or address.
    if (match.kind === 'same' && match.by !== 'name') return null;
    const reason = this.untold(person);
    return reason === null ? null : { reason, isSure: false };
  }

  /** What to say of an earlier row with the same name that nothing tells from this one; null where there is none. */
  untold(person: ParsedPerson): string | null {
    const namesake = this.#rows.get(`name ${nameKey(person.name)}`);
    return namesake === undefined || this.#toldApart(person, namesake)
      ? null
      : `Row ${namesake.row} has the same name, and neither a number nor an address tells the two apart.`;
  }

  namesake(person: ParsedPerson): string | null {
    const earlier = this.#rows.get(`name ${nameKey(person.name)}`);
    return earlier === undefined ? null : `Row ${earlier.row} has the same name: check that these are two people.`;
  }

  #toldApart(a: ParsedPerson, b: ParsedPerson): boolean {
    return (a.externalId !== null && b.externalId !== null) || (a.email !== null && b.email !== null);
  }
}

const returned = (person: ParsedPerson, existing: ExistingPerson | undefined, today: PlainDate): string | null =>
  existing !== undefined && existing.to !== null && existing.to <= today && !person.ended && person.to === null
    ? `The register says that ${existing.name} left on ${existing.to}; the file does not. The end was kept.`
    : null;

/** The engagement as it would stand: the register's where the file says nothing. */
const isEmpty = (person: ParsedPerson, existing: ExistingPerson): boolean => {
  const from = person.from ?? existing.from;
  const to = person.to ?? existing.to;
  return from !== null && to !== null && to <= from;
};

const endsTooEarly = (person: ParsedPerson, existing: ExistingPerson | undefined): string | null =>
  existing !== undefined && isEmpty(person, existing)
    ? 'The end would not be after the beginning in the register: both were left as they are.'
    : null;

/** A file may tell the first day of all of somebody who was engaged again. */
const isWithinEarlier = (person: ParsedPerson, existing: ExistingPerson): boolean =>
  person.from !== null && (existing.earlierPeriods ?? []).some(({ to }) => to > (person.from ?? to));

const beganEarlier = (person: ParsedPerson, existing: ExistingPerson | undefined): string | null =>
  existing !== undefined && isWithinEarlier(person, existing)
    ? 'The first day lies in or before an earlier engagement of the register: that of the present one was kept.'
    : null;

function planRow(row: Decided, manager: ManagerLink | null, register: Register, today: PlainDate): PlannedRow {
  const { person } = row;
  const existing = row.existing === null ? undefined : register.byId.get(row.existing);
  if (existing === undefined || row.by === null) return { row: person.row, outcome: 'taken', person, manager };
  const changes = fieldChanges(person, existing, row.by, manager, today);
  const known = { row: person.row, person, existing: existing.id, by: row.by };
  return changes.length === 0 ? { ...known, outcome: 'unchanged' } : { ...known, outcome: 'changed', manager, changes };
}

function fieldChanges(
  person: ParsedPerson,
  existing: ExistingPerson,
  by: MatchedBy,
  manager: ManagerLink | null,
  today: PlainDate,
): readonly FieldChange[] {
  const assumed = (field: 'kind' | 'to'): boolean => person.assumed.includes(field);
  // An end that the import assumed moves nobody who has an end already, so that importing again tomorrow changes nothing.
  const ended = existing.to !== null && existing.to <= today;
  const empty = isEmpty(person, existing);
  const managerId = manager === null ? null : manager.kind === 'existing' ? manager.id : `row ${manager.row}`;
  const said: Readonly<Record<FieldChange['field'], string | number | null>> = {
    externalId: by === 'externalId' || by === 'answer' || existing.externalId === null ? person.externalId : null,
    name: by === 'name' || by === 'answer' ? null : person.name,
    email: person.email?.toLowerCase() === existing.email?.toLowerCase() ? null : person.email,
    kind: assumed('kind') ? null : person.kind,
    unit: person.unit,
    site: person.site,
    jobTitle: person.jobTitle,
    managerId,
    from: empty || isWithinEarlier(person, existing) ? null : person.from,
    to: empty || (assumed('to') && ended) ? null : person.to,
    weeklyHours: person.weeklyHours,
  };
  return (Object.keys(said) as FieldChange['field'][]).flatMap((field) => {
    const to = said[field];
    return to === null || to === existing[field] ? [] : [{ field, from: existing[field], to }];
  });
}
