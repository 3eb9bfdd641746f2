import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { competenceIn } from '../assessment/competence-judge.ts';
import { resolve } from '../assessment/resolution.ts';
import { hasRow, sizeOf } from '../assessment/row-mask.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { absenceFactor, type AbsenceFactor } from './absence-factor.ts';
import { carryingOf, type Carrier } from './carrying.ts';
import { singlePoints, type SinglePoint } from './single-point.ts';
import { successions, type NamedPerson, type Succession } from './succession.ts';
import { peoplePerRow, truckFactor, type TruckFactor, type TruckStep } from './truck-factor.ts';

/** People named at most behind a factor. */
const NAMED = 12;

export interface RequirementDepth {
  readonly requirementId: RequirementId;
  /** Different active people who could do its work; null when everybody could. Only the competent, where there are any. */
  readonly people: number | null;
}

/** How well an organization bears that people are away. */
export interface Resilience {
  readonly on: PlainDate;
  readonly applicable: number;
  /** Active people who could do the work of at least one requirement. */
  readonly carriers: number;
  /** Over those who could do the work. The first twelve steps are named. */
  readonly truck: Omit<TruckFactor, 'steps'> & { readonly steps: readonly (TruckStep & NamedPerson)[] };
  /** Over those who do the work; one contribution is one person doing the work of one requirement. The twelve with most are named, those of the factor first. */
  readonly absence: AbsenceFactor & { readonly named: readonly (NamedPerson & { readonly duties: number })[] };
  /** Applicable requirements in the catalogue's order. */
  readonly requirements: readonly RequirementDepth[];
  readonly people: readonly SinglePoint[];
  readonly roles: readonly Succession[];
}

/** Judges how an organization stands on a day when people are away or gone. Pure; all but the sorting is linear in the facts. */
export function resilience(snapshot: Snapshot, on: PlainDate): Resilience {
  const resolution = resolve(snapshot, on);
  const judge = competenceIn(resolution);
  const { carriers, applicable, everyone } = carryingOf(resolution, judge);
  const nameOf = ({ personId }: Pick<Carrier, 'personId'>): string =>
    resolution.people.get(personId)?.person.name ?? '';
  const { factor, uncovered, steps } = truckFactor(carriers, applicable, everyone);
  const absence = absenceFactor(carriers.map(({ duties }) => duties));
  const busiest = carriers.toSorted((a, b) => b.duties - a.duties || (a.personId < b.personId ? -1 : 1));
  const depths = peoplePerRow(carriers, applicable.length * 32);
  return {
    on,
    applicable: sizeOf(applicable),
    carriers: carriers.length,
    truck: { factor, uncovered, steps: steps.slice(0, NAMED).map((step) => ({ ...step, name: nameOf(step) })) },
    absence: {
      ...absence,
      named: busiest
        .slice(0, NAMED)
        .filter(({ duties }) => duties > 0)
        .map((carrier) => ({ personId: carrier.personId, name: nameOf(carrier), duties: carrier.duties })),
    },
    requirements: resolution.rows.flatMap((row, position) =>
      row.applicable
        ? [
            {
              requirementId: row.requirement.id,
              people: hasRow(everyone, position) ? null : (depths[position] ?? 0),
            },
          ]
        : [],
    ),
    people: singlePoints(resolution, judge),
    roles: successions(resolution),
  };
}
