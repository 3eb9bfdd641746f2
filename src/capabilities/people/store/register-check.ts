import { sql } from 'kysely';
import type { PersonId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { refuseOverlappingAbsences } from '../absence.ts';
import { refuseManagerCircle, type ReportingLine } from '../manager-circle.ts';
import type { Absence, Unit } from '../model.ts';
import type { ToldRow } from '../../trail/undo.ts';
import { refuseUnsoundUnits } from '../unit-list.ts';

type FollowUp = (tx: Tx) => Promise<void>;

// Checks over several rows. Each follows a change in its transaction, and so after any other: two changes that are
// sound each cannot be unsound together.

/** @throws MusterError `invalid` when two absences of the person share a day */
export const absencesApart =
  (personId: PersonId) =>
  async (tx: Tx): Promise<void> => {
    const { rows } = await sql<Pick<Absence, 'personId' | 'from' | 'to'>>`
      select person_id as "personId", "from", "to" from absence where person_id = ${personId}`.execute(tx);
    refuseOverlappingAbsences(rows);
  };

/** @throws MusterError `invalid` when two units have one name, or one stands below itself */
export const unitsSound = async (tx: Tx): Promise<void> => {
  const { rows } = await sql<Pick<Unit, 'id' | 'kind' | 'name' | 'parentId'>>`
    select id, kind, name, parent_id as "parentId" from unit`.execute(tx);
  refuseUnsoundUnits(rows);
};

/** @throws MusterError `invalid` when one of these people would report, over others, to themselves */
export const managersAbove =
  (changed: readonly PersonId[]) =>
  async (tx: Tx): Promise<void> => {
    const { rows } = await sql<ReportingLine>`
      select id, name, manager_id as "managerId" from person where manager_id is not null`.execute(tx);
    refuseManagerCircle(rows, changed);
  };

/** The checks that a change which sets rows back to what was there `before` needs: the rows beside them may be others by now. */
export function soundAgain(rows: readonly Pick<ToldRow, 'register' | 'subject' | 'before'>[]): readonly FollowUp[] {
  const back = rows.filter(({ before }) => before !== null);
  const absent = new Set(
    back.flatMap(({ register, before }) => (register === 'absence' ? [before?.['personId'] as PersonId] : [])),
  );
  const people = back.flatMap(({ register, subject }) => (register === 'person' ? [subject as PersonId] : []));
  return [
    ...[...absent].map(absencesApart),
    ...(people.length === 0 ? [] : [managersAbove(people)]),
    ...(back.some(({ register }) => register === 'unit') ? [unitsSound] : []),
  ];
}
