import type { Instant, PlainDate } from '../../kernel/date.ts';
import { addDays } from '../../kernel/date.ts';
import type { Money } from '../../kernel/money.ts';
import type { PersonId } from '../../kernel/id.ts';
import { awayOn } from '../people/absence.ts';
import { stateOn, type EngagementState } from '../people/engaged.ts';
import type { Person, PersonKind } from '../people/model.ts';
import { termsOn } from '../people/terms.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { csvText } from './csv.ts';
import { byText } from './matrix-role.ts';
import type { DocumentControl } from './model.ts';

/** Somebody of the register as every format tells it. Days of an end are last days. */
export interface RegisterPerson {
  readonly id: PersonId;
  readonly externalId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly kind: PersonKind;
  readonly jobTitle: string | null;
  readonly unit: string | null;
  readonly site: string | null;
  /** Name, with number or address where there is one, so that namesakes are told apart. */
  readonly manager: string | null;
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly state: EngagementState;
  readonly earlier: readonly { readonly firstDay: PlainDate | null; readonly lastDay: PlainDate }[];
  readonly awayUntil: PlainDate | null;
  /** What holds on the day of the facts. */
  readonly weeklyHours: number | null;
  readonly costRate: Money | null;
}

/** The register of people: plain data. Its JSON is the JSON export. */
export interface PeopleRegister {
  readonly document: 'people-register';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly people: readonly RegisterPerson[];
}

const lastDay = (to: PlainDate): PlainDate => addDays(to, -1);

/** `Ada Okoye (1001)`, as the import reads a manager. */
function managerText(manager: Person | undefined): string | null {
  if (manager === undefined) return null;
  const mark = manager.externalId ?? manager.email;
  if (mark === null) return manager.name;
  return /[\s()[\]]/u.test(mark) ? mark : `${manager.name} (${mark})`;
}

/**
 * The register of people as recorded in `snapshot`, with the hours, pay and absences of the day `on`. Whoever was erased
 * is left out. What a person costs is in it as far as it is in the snapshot. The same arguments give the same document.
 */
export function peopleRegister(
  snapshot: Snapshot,
  on: PlainDate,
  control: DocumentControl = { classification: 'Confidential', version: `Revision ${snapshot.trail.sequence}` },
): PeopleRegister {
  const byId = new Map(snapshot.person.map((person) => [person.id, person]));
  const away = awayOn(snapshot.absence, on);
  const people = snapshot.person
    .filter(({ erasedOn }) => erasedOn === null)
    .map((person): RegisterPerson => {
      const back = away.get(person.id)?.to;
      return {
        id: person.id,
        externalId: person.externalId,
        name: person.name,
        email: person.email,
        kind: person.kind,
        jobTitle: person.jobTitle,
        unit: person.unit,
        site: person.site,
        manager: person.managerId === null ? null : managerText(byId.get(person.managerId)),
        firstDay: person.from,
        lastDay: person.to === null ? null : lastDay(person.to),
        state: stateOn(person, on),
        earlier: person.earlierPeriods.map(({ from, to }) => ({ firstDay: from, lastDay: lastDay(to) })),
        awayUntil: back === undefined ? null : lastDay(back),
        ...termsHeld(person, on),
      };
    });
  return {
    document: 'people-register',
    schema: 1,
    title: 'Register of people',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control,
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    people: people.toSorted((a, b) => byText(a.name, b.name) || byText(a.id, b.id)),
  };
}

function termsHeld(person: Person, on: PlainDate): Pick<RegisterPerson, 'weeklyHours' | 'costRate'> {
  const { weeklyHours, costRate } = termsOn(person, on);
  return { weeklyHours, costRate };
}

/** A column of the register wherever it is a sheet. The import knows the headings of those that it reads. */
export interface RegisterColumn {
  readonly heading: string;
  /** Characters, for a sheet. */
  readonly width: number;
  readonly cell: (person: RegisterPerson) => string | number | null;
}

const columns: readonly RegisterColumn[] = [
  { heading: 'Personnel number', width: 14, cell: ({ externalId }) => externalId },
  { heading: 'Name', width: 28, cell: ({ name }) => name },
  { heading: 'E-mail', width: 34, cell: ({ email }) => email },
  { heading: 'Internal/external', width: 12, cell: ({ kind }) => kind },
  { heading: 'Job title', width: 28, cell: ({ jobTitle }) => jobTitle },
  { heading: 'Unit', width: 22, cell: ({ unit }) => unit },
  { heading: 'Site', width: 14, cell: ({ site }) => site },
  { heading: 'Reports to', width: 30, cell: ({ manager }) => manager },
  { heading: 'First day', width: 12, cell: ({ firstDay }) => firstDay },
  { heading: 'Last day', width: 12, cell: ({ lastDay: day }) => day },
  { heading: 'Hours a week', width: 10, cell: ({ weeklyHours }) => weeklyHours },
  {
    heading: 'Earlier engagements',
    width: 26,
    cell: ({ earlier }) =>
      earlier.length === 0
        ? null
        : earlier.map((period) => `${period.firstDay ?? '…'} to ${period.lastDay}`).join('; '),
  },
  { heading: 'Away until', width: 12, cell: ({ awayUntil }) => awayUntil },
];

const pay: readonly RegisterColumn[] = [
  { heading: 'Pay an hour', width: 11, cell: ({ costRate }) => (costRate === null ? null : costRate.minor / 100) },
  { heading: 'Pay currency', width: 9, cell: ({ costRate }) => costRate?.currency ?? null },
];

/** The columns of a register; those of pay only where somebody's pay is in it. */
export const registerColumns = ({ people }: PeopleRegister): readonly RegisterColumn[] =>
  people.some(({ costRate }) => costRate !== null) ? [...columns, ...pay] : columns;

/**
 * The register as CSV: one header row, then one row a person, which the import reads back. The facts' date and place in
 * the trail stand in the last columns of every row: a CSV has no foot.
 */
export function peopleRegisterCsv(document: PeopleRegister): string {
  const all = registerColumns(document);
  const foot = [document.on, String(document.trail.sequence), document.trail.hash];
  const rows = document.people.map((person) => [...all.map(({ cell }) => String(cell(person) ?? '')), ...foot]);
  return csvText([[...all.map(({ heading }) => heading), 'Facts of', 'Trail', 'Hash'], ...rows]);
}
