import { isPlainDate } from '../../../kernel/date.ts';
import type { AccountabilityId, AppointmentId, PersonId, UnitId } from '../../../kernel/id.ts';
import type { WeeklyHours } from '../../../kernel/hours.ts';
import type { PersonRow } from '../contract.ts';
import type { Move } from '../moving.ts';
import { unitKey, type UnitRow } from '../unit-list.ts';
import type { PickedPerson } from './PersonPicker.tsx';
import { withinUnit } from './unit-tree.ts';

export const fates = ['keep', 'give', 'end'] as const;

/** What becomes of one thing held; `to` counts for what is handed over. */
export interface Fate {
  readonly fate: (typeof fates)[number];
  readonly to: PickedPerson | null;
}

export const kept: Fate = { fate: 'keep', to: null };

/** What stands in the form of a move. */
export interface MoveDraft {
  readonly from: string;
  readonly unit: string;
  readonly site: string;
  readonly manager: PickedPerson | null;
  readonly hours: number | string;
  /** By the id of an appointment or a cell; what is not named is kept. */
  readonly fates: ReadonlyMap<string, Fate>;
  readonly reportsTo: PickedPerson | null;
}

export const moveDraftOf = (person: PersonRow, today: string): MoveDraft => ({
  from: today,
  unit: person.unit ?? '',
  site: person.site ?? '',
  manager: person.managerId === null ? null : { id: person.managerId, name: person.managerName ?? person.managerId },
  hours: person.hoursNow ?? '',
  fates: new Map(),
  reportsTo: null,
});

/** True when something is handed over and nobody is named who takes it. */
export const lacksSuccessor = ({ fates: all }: MoveDraft): boolean =>
  [...all.values()].some(({ fate, to }) => fate === 'give' && to === null);

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** The units and sites that somebody heads and that are not where they move to: neither that unit or site nor below it. */
export function headedElsewhere(units: readonly UnitRow[], personId: string, draft: MoveDraft): readonly UnitRow[] {
  const there = units.filter(({ kind, name }) => unitKey(kind, name) === unitKey(kind, draft[kind].trim()));
  const within = new Set(there.flatMap(({ id }) => [...withinUnit(units, id)]));
  return units.filter(({ id, headId }) => headId === personId && !within.has(id));
}

/** What of the things held is no appointment. */
interface OtherHoldings {
  readonly letters: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

/** The draft as the route takes it; null while a day or a successor is missing. Hours that stay as they are are left out. */
export function moveOf(draft: MoveDraft, person: PersonRow, { letters, units }: OtherHoldings): Move | null {
  if (!isPlainDate(draft.from) || lacksSuccessor(draft)) return null;
  const hours = (draft.hours === '' ? null : Number(draft.hours)) as WeeklyHours | null;
  const passed = [...draft.fates].flatMap(([id, { fate, to }]) =>
    fate === 'keep' ? [] : [{ id, to: fate === 'give' ? ((to?.id ?? null) as PersonId | null) : null }],
  );
  return {
    from: draft.from,
    unit: orNull(draft.unit),
    site: orNull(draft.site),
    managerId: (draft.manager?.id ?? null) as PersonId | null,
    ...(hours === person.hoursNow ? {} : { weeklyHours: hours }),
    appointments: passed.flatMap(({ id, to }) =>
      letters.has(id) || units.has(id) ? [] : [{ appointmentId: id as AppointmentId, to }],
    ),
    letters: passed.flatMap(({ id, to }) =>
      letters.has(id) ? [{ accountabilityId: id as AccountabilityId, to }] : [],
    ),
    units: passed.flatMap(({ id, to }) => (units.has(id) ? [{ unitId: id as UnitId, to }] : [])),
    reportsTo: (draft.reportsTo?.id ?? null) as PersonId | null,
  };
}
