import type { HeldBook } from '../competence/held.ts';
import type { CompetenceAssessment } from '../competence/model.ts';
import type { CompetenceNeed, NeedBook } from '../competence/need.ts';
import type { Resolution, Standing } from './resolution.ts';

/** An active person with what they were judged in and what they need: looked up once, for there may be very many. */
export interface CompetenceProfile {
  readonly standing: Standing;
  /** Null where nothing was ever judged. */
  readonly held: readonly CompetenceAssessment[] | null;
  /** The same list for people who hold the same roles. */
  readonly needs: readonly CompetenceNeed[];
}

export function profilesOf({ people }: Resolution, held: HeldBook, needs: NeedBook): readonly CompetenceProfile[] {
  const profiles: CompetenceProfile[] = [];
  for (const standing of people.values()) {
    if (!standing.active) continue;
    const { id } = standing.person;
    profiles.push({ standing, held: held.allOf(id), needs: needs.of(id) });
  }
  return profiles;
}
