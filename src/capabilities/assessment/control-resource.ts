import type { RequirementId } from '../../domain/requirement.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import type { Assessment, Severity } from './model.ts';
import { isEveryone, type ResolvedCell, type ResolvedRow, type Resolution } from './resolution.ts';

/** The resources behind the controls of Annex A, as the matrix says on a day. */
export interface ControlResources {
  /** In the catalogue's order. */
  readonly controls: readonly ControlResource[];
  /** What is missing or wrong, once each. */
  readonly gaps: readonly { readonly id: string; readonly severity: Severity; readonly explanation: string }[];
}

export interface ControlResource {
  readonly requirementId: RequirementId;
  /** Those who answer, who do the work, and who support it, in that order. */
  readonly bearers: readonly ControlBearer[];
  readonly gapIds: readonly string[];
}

export interface ControlBearer {
  readonly letter: 'A' | 'R' | 'S';
  /** The role or person that the matrix names. */
  readonly named:
    | { readonly kind: 'role'; readonly id: RoleId; readonly name: string }
    | { readonly kind: 'person'; readonly id: PersonId; readonly name: string };
  readonly state: 'in office' | 'everyone' | 'vacant' | 'left';
  /** Holders first, then deputies: the first few of them. */
  readonly people: readonly ControlPerson[];
  /** How many more there are. */
  readonly more: number;
}

export interface ControlPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly external: boolean;
  readonly capacity: 'holder' | 'deputy' | null;
  readonly hoursPerWeek: number | null;
}

const MOST = 6;

function bearer(letter: ControlBearer['letter'], cell: ResolvedCell, { people }: Resolution): ControlBearer | null {
  const { staffing, standing } = cell;
  if (standing !== null) {
    const { id, name, kind } = standing.person;
    const own = { personId: id, name, external: kind === 'external', capacity: null, hoursPerWeek: null };
    return {
      letter,
      named: { kind: 'person', id, name },
      state: standing.active ? 'in office' : 'left',
      people: [own],
      more: 0,
    };
  }
  if (staffing === null) return null;
  const { role, holders, deputies } = staffing;
  const named = { kind: 'role', id: role.id, name: role.name } as const;
  if (isEveryone(cell)) return { letter, named, state: 'everyone', people: [], more: 0 };
  const bench = [...holders, ...deputies];
  const shown = bench.slice(0, MOST).flatMap(({ personId, capacity, hoursPerWeek }): readonly ControlPerson[] => {
    const person = people.get(personId)?.person;
    return person === undefined
      ? []
      : [{ personId, name: person.name, external: person.kind === 'external', capacity, hoursPerWeek }];
  });
  return {
    letter,
    named,
    state: bench.length === 0 ? 'vacant' : 'in office',
    people: shown,
    more: bench.length - shown.length,
  };
}

function resourceOf(row: ResolvedRow, resolution: Resolution, gapIds: readonly string[]): ControlResource {
  return {
    requirementId: row.requirement.id,
    bearers: (['A', 'R', 'S'] as const).flatMap((letter) =>
      row.cells
        .filter(({ cell }) => cell.letters.includes(letter))
        .flatMap((cell) => bearer(letter, cell, resolution) ?? []),
    ),
    gapIds,
  };
}

/** People, hours, deputies and gaps of each control. `assessment` must be of the same facts and day. */
export function controlResources(resolution: Resolution, assessment: Assessment): ControlResources {
  const gapIds = new Map(assessment.requirements.map((coverage) => [coverage.requirementId, coverage.gapIds]));
  const controls = resolution.rows
    .filter(({ requirement }) => requirement.kind === 'control')
    .map((row) => resourceOf(row, resolution, gapIds.get(row.requirement.id) ?? []));
  const named = new Set(controls.flatMap((control) => control.gapIds));
  return {
    controls,
    gaps: assessment.gaps
      .filter(({ id }) => named.has(id))
      .map(({ id, severity, explanation }) => ({ id, severity, explanation })),
  };
}
