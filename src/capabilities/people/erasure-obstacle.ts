import type { PlainDate } from '../../kernel/date.ts';
import { hasEnded } from '../../kernel/period.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { hasTheirEmail } from './erasure-row.ts';
import type { ErasureSubject } from './erasure-subject.ts';
import type { Person } from './model.ts';

export const obstacleKinds = [
  'engaged',
  'appointments',
  'letters',
  'duties',
  'reports',
  'units',
  'projects',
  'actions',
  'controls',
  'memberships',
] as const;
export type ObstacleKind = (typeof obstacleKinds)[number];

/** Why somebody cannot be forgotten yet: what they still are or hold, and so many. */
export interface ErasureObstacle {
  readonly kind: ObstacleKind;
  readonly count: number;
}

/** What must be ended or handed over before: nobody who still answers for something is forgotten. */
export function erasureObstacles(
  snapshot: Snapshot,
  person: Person,
  subject: ErasureSubject,
  on: PlainDate,
): readonly ErasureObstacle[] {
  const { id } = person;
  const counts: { readonly [K in ObstacleKind]: number } = {
    engaged: hasEnded(person, on) ? 0 : 1,
    appointments: snapshot.appointment.filter((held) => held.personId === id && !hasEnded(held, on)).length,
    letters: snapshot.accountability.filter((cell) => cell.personId === id).length,
    duties: snapshot.duty.filter((duty) => duty.personId === id && !hasEnded(duty, on)).length,
    reports: snapshot.person.filter((other) => other.managerId === id && !hasEnded(other, on)).length,
    units: snapshot.unit.filter((unit) => unit.headId === id).length,
    projects: snapshot.project.filter(
      (project) => project.state !== 'closed' && (project.managerId === id || project.memberIds.includes(id)),
    ).length,
    actions: snapshot.action.filter(
      (action) => action.ownerId === id && (action.state === 'open' || action.state === 'in-progress'),
    ).length,
    controls: snapshot.compensatingControl.filter(
      (control) => (control.personId === id || control.ownerId === id) && control.expires > on,
    ).length,
    memberships: snapshot.membership.filter((membership) => hasTheirEmail(membership, subject.emails)).length,
  };
  return obstacleKinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
}
