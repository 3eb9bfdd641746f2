import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { RoleId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import { count, listed } from '../assessment/explanation.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { heldBook, provenLevel } from './held.ts';

/** Where a competence is required, and how many hold it. */
export interface CompetenceUse {
  readonly roles: readonly {
    readonly id: RoleId;
    readonly name: string;
    readonly level: Level;
    readonly required: boolean;
  }[];
  readonly requirements: readonly { readonly id: RequirementId; readonly level: Level; readonly required: boolean }[];
  /** People with a level proven in date, through a mapping included. */
  readonly holders: number;
  /** Judgements ever made of it. */
  readonly judgements: number;
  /** Measures that teach it, and trainings that are for it. */
  readonly measures: number;
  readonly trainings: number;
  readonly mappings: number;
}

export const unused: CompetenceUse = {
  roles: [],
  requirements: [],
  holders: 0,
  judgements: 0,
  measures: 0,
  trainings: 0,
  mappings: 0,
};

/** The use of every competence that is used at all, by its key. */
export function competenceUses(snapshot: Snapshot, on: PlainDate): ReadonlyMap<string, CompetenceUse> {
  const uses = new Map<string, CompetenceUse>();
  const add = (key: string, more: (use: CompetenceUse) => Partial<CompetenceUse>): void => {
    const use = uses.get(key) ?? unused;
    uses.set(key, { ...use, ...more(use) });
  };
  for (const { id, name, competences } of snapshot.role)
    for (const { competence, level, required } of competences)
      add(competence, ({ roles }) => ({ roles: [...roles, { id, name, level, required }] }));
  for (const { requirementId: id, competence, level, required } of snapshot.requirementCompetence)
    add(competence, ({ requirements }) => ({ requirements: [...requirements, { id, level, required }] }));
  const judged = Map.groupBy(snapshot.competenceAssessment, ({ competence }) => competence);
  for (const [key, rows] of judged) add(key, () => ({ judgements: rows.length }));
  for (const { competences } of snapshot.measure)
    for (const { competence } of competences) add(competence, ({ measures }) => ({ measures: measures + 1 }));
  for (const { competence } of snapshot.training)
    if (competence !== null) add(competence, ({ trainings }) => ({ trainings: trainings + 1 }));
  for (const { from, to } of snapshot.competenceMapping)
    for (const key of [from, to]) add(key, ({ mappings }) => ({ mappings: mappings + 1 }));
  addHolders(snapshot, on, uses, add);
  return uses;
}

function addHolders(
  snapshot: Snapshot,
  on: PlainDate,
  uses: ReadonlyMap<string, CompetenceUse>,
  add: (key: string, more: (use: CompetenceUse) => Partial<CompetenceUse>) => void,
): void {
  if (snapshot.competenceAssessment.length === 0) return;
  const held = heldBook(snapshot, on);
  const judged = new Set(snapshot.competenceAssessment.map(({ personId }) => personId));
  for (const key of uses.keys()) {
    let holders = 0;
    for (const personId of judged) if (provenLevel(held.of(personId, key), on) > 0) holders += 1;
    if (holders > 0) add(key, () => ({ holders }));
  }
}

/** Who or what refers to a competence, in words; null when nothing does. */
export function wordsOfUse({
  roles,
  requirements,
  judgements,
  measures,
  trainings,
  mappings,
}: CompetenceUse): string | null {
  const some = (number: number, one: string, many: string): readonly string[] =>
    number === 0 ? [] : [count(number, one, many)];
  const uses = [
    ...(roles.length === 0
      ? []
      : [`the ${roles.length === 1 ? 'role' : 'roles'} ${listed(roles.map(({ name }) => name))}`]),
    ...(requirements.length === 0 ? [] : [`the requirement ${listed(requirements.map(({ id }) => id))}`]),
    ...some(judgements, 'judgement of somebody', 'judgements of people'),
    ...some(measures, 'training measure', 'training measures'),
    ...some(trainings, 'training', 'trainings'),
    ...some(mappings, 'mapping', 'mappings'),
  ];
  return uses.length === 0 ? null : uses.length > 3 ? uses.join(', ') : listed(uses);
}
