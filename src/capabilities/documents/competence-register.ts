import { addDays, type PlainDate } from '../../kernel/date.ts';
import { competenceBook } from '../competence/framework.ts';
import { isOwnWord } from '../competence/own-word.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { listRegister, type ListColumn, type ListRegister, type ListRow } from './list-register.ts';
import { byText } from './matrix-role.ts';

const columns: readonly ListColumn[] = [
  { heading: 'Person', field: 'person', width: 26 },
  { heading: 'E-mail', field: 'email', width: 30 },
  { heading: 'Personnel number', field: 'personnelNumber', width: 14 },
  { heading: 'Competence key', field: 'competenceKey', width: 22 },
  { heading: 'Competence', field: 'competence', width: 32 },
  { heading: 'Level', field: 'level', width: 7 },
  { heading: 'Judged on', field: 'judgedOn', width: 12 },
  { heading: 'Method', field: 'method', width: 12 },
  { heading: 'Assessed by', field: 'assessor', width: 22 },
  { heading: 'Kind of evidence', field: 'evidenceKind', width: 20 },
  { heading: 'Reference', field: 'reference', width: 24 },
  { heading: 'Valid until', field: 'validUntil', width: 12 },
  { heading: 'Refresh (months)', field: 'refreshMonths', width: 10 },
  { heading: 'Note', field: 'note', width: 36 },
];

/**
 * What the people of an organization were judged to hold by a day, one row for each judgement, those that no longer
 * count among them. Whoever was erased is left out. "Valid until" is the last day. It comes back through the import.
 */
export function competenceRegister(snapshot: Snapshot, on: PlainDate): ListRegister {
  const book = competenceBook(snapshot);
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const rows = snapshot.competenceAssessment
    .filter((one) => one.on <= on)
    .flatMap((one): readonly ListRow[] => {
      const person = people.get(one.personId);
      if (person === undefined || person.erasedOn !== null) return [];
      const assessor = one.assessorId === null ? one.assessorName : (people.get(one.assessorId)?.name ?? null);
      return [
        {
          person: person.name,
          email: person.email,
          personnelNumber: person.externalId,
          competenceKey: one.competence,
          competence: book.nameOf(one.competence),
          level: one.level,
          judgedOn: one.on,
          // Nobody vouches for themself, in whatever organization the file is taken in.
          method: isOwnWord(one) ? 'self' : one.method,
          assessor,
          evidenceKind: one.evidenceKind,
          reference: one.reference,
          validUntil: one.to === null ? null : addDays(one.to, -1),
          refreshMonths: one.refreshMonths,
          note: one.note === '' ? null : one.note,
        },
      ];
    });
  const order = (row: ListRow): string => `${row['person']} ${row['email']} ${row['competence']} ${row['judgedOn']}`;
  return listRegister(snapshot, on, {
    document: 'competence-register',
    title: 'Register of competence',
    columns,
    rows: rows.toSorted((a, b) => byText(order(a), order(b))),
  });
}
