import { writtenPersonFields, type Person, type WrittenPersonFields, type PersonKind } from '../model.ts';
import type { PersonRow } from '../contract.ts';
import { schemaErrors } from '../../../web/form/form-errors.ts';
import { endAfter, lastDayOf } from '../../../web/form/last-day.ts';

/** What stands in the form: every field as somebody types it, empty text for nothing; `to` is the last day. */
export interface PersonDraft {
  readonly name: string;
  readonly email: string;
  readonly externalId: string;
  readonly kind: PersonKind;
  readonly unit: string;
  readonly site: string;
  readonly jobTitle: string;
  readonly manager: { readonly id: string; readonly name: string } | null;
  readonly from: string;
  readonly to: string;
  readonly weeklyHours: number | string;
}

export const emptyDraft: PersonDraft = {
  name: '',
  email: '',
  externalId: '',
  kind: 'internal',
  unit: '',
  site: '',
  jobTitle: '',
  manager: null,
  from: '',
  to: '',
  weeklyHours: '',
};

export const draftOf = (person: Person, managerName: string | null): PersonDraft => ({
  name: person.name,
  email: person.email ?? '',
  externalId: person.externalId ?? '',
  kind: person.kind,
  unit: person.unit ?? '',
  site: person.site ?? '',
  jobTitle: person.jobTitle ?? '',
  manager: person.managerId === null ? null : { id: person.managerId, name: managerName ?? person.managerId },
  from: person.from ?? '',
  to: lastDayOf(person.to),
  weeklyHours: person.weeklyHours ?? '',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** The draft as fields of the model, cost left as it was: this form does not show pay. */
const fieldsOf = (draft: PersonDraft, before: PersonRow | null): unknown => ({
  name: draft.name,
  email: orNull(draft.email),
  externalId: orNull(draft.externalId),
  kind: draft.kind,
  unit: orNull(draft.unit),
  site: orNull(draft.site),
  jobTitle: orNull(draft.jobTitle),
  managerId: draft.manager?.id ?? null,
  from: orNull(draft.from),
  to: endAfter(draft.to),
  weeklyHours: draft.weeklyHours === '' ? null : Number(draft.weeklyHours),
  costRate: before?.costRate ?? null,
});

export type ReadDraft =
  | { readonly ok: true; readonly fields: WrittenPersonFields }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Checks a draft by the schema of the model. */
export function readDraft(draft: PersonDraft, before: PersonRow | null): ReadDraft {
  const checked = writtenPersonFields.safeParse(fieldsOf(draft, before));
  return checked.success ? { ok: true, fields: checked.data } : { ok: false, errors: schemaErrors(checked) };
}

/** The fields that differ from what is recorded: only these are sent, so that two people can change two fields at once. */
export function changedFields(fields: WrittenPersonFields, before: PersonRow): Partial<WrittenPersonFields> {
  const differing = Object.entries(fields).filter(
    ([name, value]) =>
      name !== 'costRate' && JSON.stringify(value) !== JSON.stringify(before[name as keyof WrittenPersonFields]),
  );
  return Object.fromEntries(differing) as Partial<WrittenPersonFields>;
}
