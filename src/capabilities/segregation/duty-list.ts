import type { PlainDate } from '../../kernel/date.ts';
import { covers } from '../../kernel/period.ts';
import { isEngaged } from '../people/engaged.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { DutyRow } from './contract.ts';

/** The activities with who performs them on the day: the person named, or who is engaged and holds the role. */
export function dutyRows(snapshot: Snapshot, on: PlainDate): readonly DutyRow[] {
  const { person, role, appointment, duty } = snapshot;
  const people = new Map(person.map((row) => [row.id, row]));
  const roles = new Map(role.map((row) => [row.id, row.name]));
  const wanted = new Set(duty.flatMap(({ roleId }) => roleId ?? []));
  const holders = Map.groupBy(
    appointment.filter((row) => wanted.has(row.roleId) && covers(row, on)),
    ({ roleId }) => roleId,
  );
  return duty.map((row) => {
    const ids =
      row.personId === null
        ? (row.roleId === null ? [] : (holders.get(row.roleId) ?? [])).map(({ personId }) => personId)
        : [row.personId];
    const acting = [...new Set(ids)].flatMap((id) => people.get(id) ?? []).filter((one) => isEngaged(one, on));
    return {
      ...row,
      bearerName:
        (row.roleId === null ? undefined : roles.get(row.roleId)) ??
        (row.personId === null ? undefined : people.get(row.personId)?.name) ??
        '',
      people: covers(row, on) ? acting.map(({ id, name }) => ({ id, name })) : [],
    };
  });
}
