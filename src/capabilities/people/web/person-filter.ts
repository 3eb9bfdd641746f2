import { personStates } from '../contract.ts';
import { personKinds } from '../model.ts';

const sorts = ['name', 'unit', 'from', 'to', '-name', '-unit', '-from', '-to'] as const;

/** The filters of the register as they stand in its address. Whatever the route does not know is left out. */
export interface PersonFilter {
  readonly search?: string;
  readonly kind?: (typeof personKinds)[number];
  readonly state?: (typeof personStates)[number];
  readonly unit?: string;
  readonly site?: string;
  readonly sort: (typeof sorts)[number];
}

const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((value) => value === text);

export function personFilterOf(address: Readonly<Record<string, string>>): PersonFilter {
  const kind = oneOf(personKinds, address['kind']);
  const state = oneOf(personStates, address['state']);
  const { search, unit, site } = address;
  return {
    ...(search === undefined || search === '' ? {} : { search }),
    ...(kind === undefined ? {} : { kind }),
    ...(state === undefined ? {} : { state }),
    ...(unit === undefined || unit === '' ? {} : { unit }),
    ...(site === undefined || site === '' ? {} : { site }),
    sort: oneOf(sorts, address['sort']) ?? 'name',
  };
}

export const isFiltered = (filter: PersonFilter): boolean =>
  (filter.search ?? filter.kind ?? filter.state ?? filter.unit ?? filter.site) !== undefined;
