import type { PersonId } from '../../kernel/id.ts';
import type { Resolution } from '../assessment/resolution.ts';
import type { Person } from '../people/model.ts';
import type { Audience } from './model.ts';

const unitKey = (unit: string): string => unit.trim().toLowerCase();

/**
 * Who belongs to an audience on the day of the resolution: active people, by role held or deputized, by unit, or
 * everybody; people from outside only where the audience says so.
 */
export function audienceOf({ people, roles }: Resolution, audience: Audience): readonly Person[] {
  const units = new Set(audience.units.map(unitKey));
  const everyone = audience.everyone || audience.roleIds.some((roleId) => roles.get(roleId)?.holding === 'everyone');
  const holders = new Set<PersonId>(
    audience.roleIds.flatMap((roleId) => {
      const staffing = roles.get(roleId);
      return staffing === undefined ? [] : [...staffing.holders, ...staffing.deputies].map(({ personId }) => personId);
    }),
  );
  const belongs = ({ id, unit, kind }: Person): boolean =>
    (kind === 'internal' || audience.externals) &&
    (everyone || holders.has(id) || (unit !== null && units.has(unitKey(unit))));
  return [...people.values()].flatMap(({ person, active }) => (active && belongs(person) ? [person] : []));
}
