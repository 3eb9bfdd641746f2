import type { Actor, Permission } from '../identity/model.ts';
import type { RegisterName } from './register.ts';

/** Who may write each register. Reading the facts is open to every member, but for the trail and what a person costs. */
const writers: { readonly [R in RegisterName]: readonly Permission[] } = {
  organization: ['owner'],
  membership: ['owner'],
  invitation: ['owner'],
  person: ['owner', 'manager', 'contributor'],
  role: ['owner', 'manager'],
  appointment: ['owner', 'manager'],
  accountability: ['owner', 'manager', 'contributor'],
  applicability: ['owner', 'manager', 'contributor'],
  compensatingControl: ['owner', 'manager', 'approver'],
};

const allowed = (actor: Actor, who: readonly Permission[]): boolean =>
  actor.kind !== 'member' || who.includes(actor.permission);

export const mayChange = (actor: Actor, register: RegisterName): boolean => allowed(actor, writers[register]);
/** The trail holds every earlier value, pay included, and who acted. */
export const mayReadTrail = (actor: Actor): boolean => allowed(actor, ['owner', 'manager', 'auditor']);
/** What a person costs is for those who plan with it. */
export const mayReadCost = (actor: Actor): boolean => allowed(actor, ['owner', 'manager']);
/** A row without what the actor may not read. */
export const shownTo = <Row extends object>(actor: Actor, row: Row): Row =>
  mayReadCost(actor) || !('costRate' in row) || row.costRate === null ? row : { ...row, costRate: null };
