import { z } from 'zod';
import { addDays, plainDateSchema } from '../../kernel/date.ts';
import { invalid, type FieldError } from '../../kernel/errors.ts';
import { weeklyHoursSchema } from '../../kernel/hours.ts';
import { idSchema, type PersonId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { personFields, type Person } from './model.ts';
import { hoursFrom } from './terms.ts';

export const MOST_AT_ONCE = 500;

/** The same fields of many people at once, as they were seen. What is left out of `set` stays as it is with each. */
export const peopleEdit = z.strictObject({
  people: z
    .array(z.strictObject({ id: idSchema<PersonId>(), version: z.int().positive() }))
    .min(1, 'Choose somebody.')
    .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} people at once.`),
  set: personFields
    .pick({ unit: true, site: true, jobTitle: true, managerId: true, kind: true, to: true })
    .partial()
    .extend({
      /** Hours a week from a day on. */
      hours: z.strictObject({ from: plainDateSchema, weeklyHours: weeklyHoursSchema.nullable() }).optional(),
    }),
});
export type PeopleEdit = z.output<typeof peopleEdit>;

/** @throws MusterError `invalid` when nothing is set, somebody is named twice, is not there, or cannot be what is set */
export function peopleEditChanges(snapshot: Snapshot, { people, set }: PeopleEdit): readonly ChangeItem[] {
  const { hours, ...fields } = set;
  if (Object.values(set).every((value) => value === undefined))
    throw invalid([{ path: 'set', message: 'Nothing is set.', accepted: 'at least one field' }]);
  if (new Set(people.map(({ id }) => id)).size < people.length)
    throw invalid([{ path: 'people', message: 'Somebody is named twice.' }]);
  const register = new Map(snapshot.person.map((person) => [person.id, person]));
  const errors: FieldError[] = [];
  const items = people.flatMap(({ id, version }, index): readonly ChangeItem[] => {
    const person = register.get(id);
    if (person === undefined) {
      errors.push({ path: `people.${index}`, message: 'There is no such person.' });
      return [];
    }
    errors.push(...unfit(person, set));
    const terms = hours === undefined ? {} : hoursFrom(person, hours.from, hours.weeklyHours);
    return [{ register: 'person', operation: 'update', id, version, fields: { ...fields, ...terms } }];
  });
  if (errors.length > 0) throw invalid(errors.slice(0, 20));
  return items;
}

function unfit(person: Person, { managerId, to }: PeopleEdit['set']): readonly FieldError[] {
  return [
    ...(managerId === person.id
      ? [{ path: 'set.managerId', message: `Nobody reports to themselves: ${person.name}.` }]
      : []),
    ...(to !== undefined && to !== null && person.from !== null && to <= person.from
      ? [
          {
            path: 'set.to',
            message: `${person.name} began on ${person.from}; the last day cannot be earlier.`,
            accepted: `${addDays(person.from, 1)} or later as the first day without them`,
          },
        ]
      : []),
  ];
}
