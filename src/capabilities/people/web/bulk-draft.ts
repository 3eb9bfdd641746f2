import { isPlainDate, type PlainDate } from '../../../kernel/date.ts';
import type { WeeklyHours } from '../../../kernel/hours.ts';
import type { PersonId } from '../../../kernel/id.ts';
import { endAfter } from '../../../web/form/last-day.ts';
import { today } from '../../../web/today.ts';
import type { PersonKind } from '../model.ts';
import type { PeopleEdit } from '../people-edit.ts';
import type { PickedPerson } from './PersonPicker.tsx';

export type BulkField = keyof PeopleEdit['set'];

export interface BulkDraft {
  readonly unit: string;
  readonly site: string;
  readonly jobTitle: string;
  readonly manager: PickedPerson | null;
  readonly kind: PersonKind;
  readonly hours: number | string;
  readonly hoursFrom: string;
  readonly lastDay: string;
}

export const emptyBulk = (): BulkDraft => ({
  unit: '',
  site: '',
  jobTitle: '',
  manager: null,
  kind: 'internal',
  hours: '',
  hoursFrom: today(),
  lastDay: '',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** The ticked fields as the route takes them; null while a day is none. */
export function bulkSet(draft: BulkDraft, ticked: ReadonlySet<BulkField>): PeopleEdit['set'] | null {
  const to = endAfter(draft.lastDay);
  if (ticked.has('to') && to !== null && !isPlainDate(to)) return null;
  if (ticked.has('hours') && !isPlainDate(draft.hoursFrom)) return null;
  const all: Required<PeopleEdit['set']> = {
    unit: orNull(draft.unit),
    site: orNull(draft.site),
    jobTitle: orNull(draft.jobTitle),
    managerId: (draft.manager?.id ?? null) as PersonId | null,
    kind: draft.kind,
    to: to as PlainDate | null,
    hours: {
      from: draft.hoursFrom as PlainDate,
      weeklyHours: (draft.hours === '' ? null : Number(draft.hours)) as WeeklyHours | null,
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([field]) => ticked.has(field as BulkField)));
}
