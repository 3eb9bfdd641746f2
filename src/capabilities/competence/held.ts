import { addMonths, type PlainDate } from '../../kernel/date.ts';
import { unreachable } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceBook, type CompetenceBook } from './framework.ts';
import { countingKeys } from './mapping.ts';
import type { AssessmentMethod, CompetenceAssessment } from './model.ts';
import { isOwnWord } from './own-word.ts';

/**
 * What a judgement rests on. `strong`: a paper or a test that proves it; `assessor`: somebody else who judged;
 * `supporting`: it helps, and proves no more than guided work; `none`: the person's own word.
 */
export type Strength = 'strong' | 'assessor' | 'supporting' | 'none';

export function strengthOf(method: AssessmentMethod): Strength {
  switch (method) {
    case 'certificate':
    case 'qualification':
    case 'test':
      return 'strong';
    case 'interview':
    case 'observed':
    case 'manager':
      return 'assessor';
    case 'third-party':
    case 'experience':
    case 'training':
      return 'supporting';
    case 'self':
      return 'none';
    default:
      return unreachable(method);
  }
}

/** Having attended a course or been there for years proves guided work, not more. */
const SUPPORTING_AT_MOST: Level = levels[2];

/** A judgement as it counts: up to which level, and until when. */
export interface Judgement {
  readonly assessment: CompetenceAssessment;
  /**
   * The level that is proven; 0 where nothing is: a self-assessment, what waits for confirmation, a certificate without
   * paper, an assessor without name.
   */
  readonly proven: Level;
  /** The first day on which it no longer counts; null for good. */
  readonly to: PlainDate | null;
  /** Of which competence it is, where it counts through a mapping. */
  readonly through: string | null;
}

const isShown = ({ evidenceIds, reference }: CompetenceAssessment): boolean =>
  evidenceIds.length > 0 || reference !== null;

const isJudgedByAnother = ({ personId, assessorId, assessorName }: CompetenceAssessment): boolean =>
  assessorId === null ? assessorName !== null : assessorId !== personId;

/** The level that a judgement proves. */
export function provenBy(assessment: CompetenceAssessment): Level {
  if (isOwnWord(assessment)) return levels[0];
  const { level, method } = assessment;
  const strength = strengthOf(method);
  switch (strength) {
    case 'strong':
      return isShown(assessment) ? level : levels[0];
    case 'assessor':
      return isJudgedByAnother(assessment) ? level : levels[0];
    case 'supporting':
      if (!isShown(assessment) && !isJudgedByAnother(assessment)) return levels[0];
      return level < SUPPORTING_AT_MOST ? level : SUPPORTING_AT_MOST;
    case 'none':
      return levels[0];
    default:
      return unreachable(strength);
  }
}

/** The first day on which a judgement no longer counts; null for good. `refreshMonths`: of the competence. */
export function endOf(
  { to, on, refreshMonths: own }: Pick<CompetenceAssessment, 'to' | 'on' | 'refreshMonths'>,
  refreshMonths: number | null,
): PlainDate | null {
  if (to !== null) return to;
  const months = own ?? refreshMonths;
  return months === null ? null : addMonths(on, months);
}

/** Everything that was ever judged, by person and competence. Built in one pass; a lookup costs what it finds. */
export interface HeldBook {
  readonly book: CompetenceBook;
  /** Judgements made by the day, of this competence and of those that count for it, oldest first. */
  readonly of: (personId: PersonId, competence: string) => readonly Judgement[];
  /** Keys of what somebody was ever judged in, by the day. */
  readonly keysOf: (personId: PersonId) => readonly string[];
  /**
   * The first day on which a level is no longer proven, by what counts longest; null in `until` for good. Null where it
   * is not proven on the day. As `standingOf` says, for many people at once.
   */
  readonly proof: (personId: PersonId, competence: string, level: Level) => Proof | null;
  /** As `proof`, of the judgements of one person that `allOf` gave: one lookup for many questions. */
  readonly proofIn: (all: readonly CompetenceAssessment[], competence: string, level: Level) => Proof | null;
  /** Everything that somebody was judged in, by the day; null where that is nothing. */
  readonly allOf: (personId: PersonId) => readonly CompetenceAssessment[] | null;
}

export interface Proof {
  readonly until: PlainDate | null;
}

/** From so many judgements of one person on they are looked up by competence. */
const MANY = 12;

const nothing: readonly Judgement[] = [];
const forGood: Proof = { until: null };

/** What the people of an organization hold, as judged by a day. */
export function heldBook(snapshot: Snapshot, on: PlainDate): HeldBook {
  const book = competenceBook(snapshot);
  const counting = countingKeys(snapshot.competenceMapping);
  const byPerson = new Map<PersonId, CompetenceAssessment[]>();
  for (const assessment of snapshot.competenceAssessment) {
    if (assessment.on > on) continue;
    const own = byPerson.get(assessment.personId);
    if (own === undefined) byPerson.set(assessment.personId, [assessment]);
    else own.push(assessment);
  }
  const indexes = new Map<readonly CompetenceAssessment[], ReadonlyMap<string, readonly CompetenceAssessment[]>>();
  const indexed = (own: readonly CompetenceAssessment[]) => {
    const known = indexes.get(own) ?? Map.groupBy(own, ({ competence }) => competence);
    indexes.set(own, known);
    return known;
  };
  const judged = (assessment: CompetenceAssessment, asked: string): Judgement => ({
    assessment,
    proven: provenBy(assessment),
    to: endDay(assessment),
    through: assessment.competence === asked ? null : assessment.competence,
  });
  const keys = new Map<string, readonly string[]>();
  const countingFor = (asked: string): readonly string[] => {
    const known = keys.get(asked) ?? [asked, ...counting(asked)];
    keys.set(asked, known);
    return known;
  };
  const refresh = new Map<string, number | null>();
  const ends = new Map<number, Map<PlainDate, PlainDate | null>>();
  /** As `endOf`, each combination of day and months worked out once. */
  const endDay = (assessment: CompetenceAssessment): PlainDate | null => {
    if (assessment.to !== null) return assessment.to;
    let months = assessment.refreshMonths ?? refresh.get(assessment.competence);
    if (months === undefined) {
      months = book.find(assessment.competence)?.refreshMonths ?? null;
      refresh.set(assessment.competence, months);
    }
    if (months === null) return null;
    const known = ends.get(months) ?? new Map<PlainDate, PlainDate | null>();
    ends.set(months, known);
    let end = known.get(assessment.on);
    if (end === undefined) {
      end = endOf(assessment, months);
      known.set(assessment.on, end);
    }
    return end;
  };
  const proofIn = (own: readonly CompetenceAssessment[], asked: string, level: Level): Proof | null => {
    let best: PlainDate | null = null;
    for (const key of countingFor(asked)) {
      const some = own.length > MANY ? (indexed(own).get(key) ?? []) : own;
      for (const one of some) {
        if (one.competence !== key || provenBy(one) < level) continue;
        const end = endDay(one);
        if (end === null) return forGood;
        if (end > on && (best === null || end > best)) best = end;
      }
    }
    return best === null ? null : { until: best };
  };
  const of = (personId: PersonId, asked: string): readonly Judgement[] => {
    const own = byPerson.get(personId);
    if (own === undefined) return nothing;
    const found: Judgement[] = [];
    for (const key of countingFor(asked)) {
      const some = own.length > MANY ? (indexed(own).get(key) ?? []) : own;
      for (const one of some) if (one.competence === key) found.push(judged(one, asked));
    }
    return found.length > 1 ? found.sort((a, b) => (a.assessment.on < b.assessment.on ? -1 : 1)) : found;
  };
  return {
    book,
    of,
    proof(personId, asked, level) {
      const own = byPerson.get(personId);
      return own === undefined ? null : proofIn(own, asked, level);
    },
    proofIn,
    keysOf: (personId) => [...new Set((byPerson.get(personId) ?? []).map(({ competence }) => competence))],
    allOf: (personId) => byPerson.get(personId) ?? null,
  };
}

export const isInDate = ({ to }: Judgement, on: PlainDate): boolean => to === null || on < to;

/** The highest level proven in date; 0 where none is. */
export const provenLevel = (judgements: readonly Judgement[], on: PlainDate): Level =>
  judgements.reduce<Level>((best, one) => (isInDate(one, on) && one.proven > best ? one.proven : best), levels[0]);
