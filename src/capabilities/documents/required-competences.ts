import type { PlainDate } from '../../kernel/date.ts';
import { competenceBook } from '../competence/framework.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { listRegister, type ListColumn, type ListRegister } from './list-register.ts';
import { byText } from './matrix-role.ts';

const columns: readonly ListColumn[] = [
  { heading: 'Role key', field: 'roleKey', width: 22 },
  { heading: 'Role', field: 'role', width: 32 },
  { heading: 'Competence key', field: 'competenceKey', width: 22 },
  { heading: 'Competence', field: 'competence', width: 36 },
  { heading: 'Required level', field: 'level', width: 9 },
  { heading: 'Must or should', field: 'must', width: 10 },
];

/** What each role requires, one row for each role and competence. It comes back through the import. */
export function requiredCompetences(snapshot: Snapshot, on: PlainDate): ListRegister {
  const book = competenceBook(snapshot);
  const rows = snapshot.role
    .toSorted((a, b) => byText(a.name, b.name) || byText(a.key, b.key))
    .flatMap(({ key, name, competences }) =>
      competences.map(({ competence, level, required }) => ({
        roleKey: key,
        role: name,
        competenceKey: competence,
        competence: book.nameOf(competence),
        level,
        must: required ? 'must' : 'should',
      })),
    );
  return listRegister(snapshot, on, { document: 'required-competences', title: 'Required competences', columns, rows });
}
