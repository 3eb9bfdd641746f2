import type { ImportRow } from '../intake/model.ts';
import type { FieldChange, PlannedRow } from './people-plan.ts';

type Field = FieldChange['field'];

/** Fields as the register's pages name them. */
const words: Readonly<Record<Field, string>> = {
  externalId: 'personnel number',
  name: 'name',
  email: 'e-mail',
  kind: 'kind',
  unit: 'unit',
  site: 'site',
  jobTitle: 'job title',
  managerId: 'reports to',
  from: 'first day',
  to: 'gone from',
  weeklyHours: 'hours a week',
};

const shown = (value: string | number | null): string => (value === null ? '' : String(value));

/** What the file says of somebody new, besides the name; what the import assumed is no word of the file. */
function saidOf({ person, manager }: Extract<PlannedRow, { outcome: 'taken' }>): readonly FieldChange[] {
  const { externalId, email, kind, unit, site, jobTitle, from, to, weeklyHours } = person;
  const said: Partial<Record<Field, string | number | null>> = {
    jobTitle,
    unit,
    site,
    email,
    externalId,
    managerId: manager === null ? null : manager.kind === 'existing' ? manager.id : `row ${manager.row}`,
    kind: person.assumed.includes('kind') ? null : kind,
    from,
    to: person.assumed.includes('to') ? null : to,
    weeklyHours,
  };
  return (Object.keys(said) as Field[]).flatMap((field) => {
    const value = said[field] ?? null;
    return value === null ? [] : [{ field, from: null, to: value }];
  });
}

/** The fields that a row writes, in words. A manager of the register is named: nobody knows people by their id. */
export function changesOf(row: PlannedRow, nameOf: ReadonlyMap<string, string>): ImportRow['changes'] {
  if (row.outcome === 'unchanged') return [];
  const changes = row.outcome === 'changed' ? row.changes : saidOf(row);
  return changes.map(({ field, from, to }) => {
    const word = (value: string | number | null): string =>
      field === 'managerId' ? (nameOf.get(shown(value)) ?? shown(value)) : shown(value);
    return { field: words[field], from: word(from), to: word(to) };
  });
}
