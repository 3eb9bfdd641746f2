import { listed } from '../assessment/explanation.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Role } from './model.ts';

const counted = (number: number, one: string, many: string): readonly string[] =>
  number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];

/** What stands in the way of removing a role, in words, such as `3 appointments and 12 letters`; null when nothing does. */
export function useOf(role: Role, snapshot: Snapshot): string | null {
  const own = <T extends { readonly roleId: string | null }>(rows: readonly T[]): number =>
    rows.filter(({ roleId }) => roleId === role.id).length;
  const others = snapshot.role.filter(({ id }) => id !== role.id);
  const standIn = others.filter(({ fallbackKey }) => fallbackKey === role.key);
  const rules = snapshot.segregationRule.filter(
    ({ kind, a, b }) => kind === 'role-pair' && (a === role.key || b === role.key),
  );
  const uses = [
    ...counted(own(snapshot.appointment), 'appointment, past ones included', 'appointments, past ones included'),
    ...counted(own(snapshot.accountability), 'letter in the matrix', 'letters in the matrix'),
    ...counted(own(snapshot.duty), 'activity', 'activities'),
    ...(standIn.length === 0 ? [] : [`the stand-in of ${listed(standIn.map(({ name }) => name))}`]),
    ...(rules.length === 0 ? [] : [`the segregation of duties by ${listed(rules.map(({ key }) => key))}`]),
  ];
  return uses.length === 0 ? null : listed(uses);
}
