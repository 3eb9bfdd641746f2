import { addMonths, type PlainDate } from '../../kernel/date.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { listRegister, type ListColumn, type ListRegister, type ListRow } from './list-register.ts';
import { byText } from './matrix-role.ts';

const columns: readonly ListColumn[] = [
  { heading: 'Person', field: 'person', width: 26 },
  { heading: 'E-mail', field: 'email', width: 30 },
  { heading: 'Personnel number', field: 'personnelNumber', width: 14 },
  { heading: 'Training', field: 'training', width: 36 },
  { heading: 'Type', field: 'type', width: 12 },
  { heading: 'Role', field: 'role', width: 28 },
  { heading: 'Due date', field: 'due', width: 12 },
  { heading: 'Completion date', field: 'completedOn', width: 12 },
  { heading: 'Status', field: 'status', width: 12 },
  { heading: 'Note', field: 'note', width: 36 },
  { heading: 'Next refresh', field: 'nextRefresh', width: 12 },
  { heading: 'Effect', field: 'effect', width: 14 },
];

/**
 * The trainings of all people, one row for each, those that are over among them. Whoever was erased is left out. It comes
 * back through the import, but for the effect and the day of the next one, which Muster keeps and works out by itself.
 */
export function trainingRegister(snapshot: Snapshot, on: PlainDate): ListRegister {
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const roles = new Map(snapshot.role.map(({ id, name }) => [id, name]));
  const rows = snapshot.training.flatMap((one): readonly ListRow[] => {
    const person = people.get(one.personId);
    const measure = measures.get(one.measureId);
    if (person === undefined || person.erasedOn !== null || measure === undefined) return [];
    const { completedOn } = one;
    return [
      {
        person: person.name,
        email: person.email,
        personnelNumber: person.externalId,
        training: measure.name,
        type: measure.kind,
        role: one.roleId === null ? null : (roles.get(one.roleId) ?? null),
        due: one.due,
        completedOn,
        status: one.state,
        note: one.note === '' ? null : one.note,
        nextRefresh:
          completedOn === null || measure.repeatMonths === null ? null : addMonths(completedOn, measure.repeatMonths),
        effect: one.effectiveness?.result ?? null,
      },
    ];
  });
  const order = (row: ListRow): string => `${row['person']} ${row['email']} ${row['training']} ${row['due']}`;
  return listRegister(snapshot, on, {
    document: 'training-register',
    title: 'Register of trainings',
    columns,
    rows: rows.toSorted((a, b) => byText(order(a), order(b))),
  });
}
