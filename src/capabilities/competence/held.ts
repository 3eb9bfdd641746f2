import { addMonths, type PlainDate } from '../../kernel/date.ts';
import { unreachable } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceBook, type CompetenceBook } from './framework.ts';
import { countingKeys } from './mapping.ts';
import type { AssessmentMethod, CompetenceAssessment } from './model.ts';

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
  /** The level that is proven; 0 where nothing is: a self-assessment, a certificate without paper, an assessor without name. */
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
}

/** What the people of an organization hold, as judged by a day. */
export function heldBook(snapshot: Snapshot, on: PlainDate): HeldBook {
  const book = competenceBook(snapshot);
  const counting = countingKeys(snapshot.competenceMapping);
  const byPerson = new Map<PersonId, Map<string, Judgement[]>>();
  for (const assessment of snapshot.competenceAssessment) {
    if (assessment.on > on) continue;
    const { personId, competence } = assessment;
    const own = byPerson.get(personId) ?? new Map<string, Judgement[]>();
    byPerson.set(personId, own);
    const judgement: Judgement = {
      assessment,
      proven: provenBy(assessment),
      to: endOf(assessment, book.find(competence)?.refreshMonths ?? null),
      through: null,
    };
    const list = own.get(competence);
    if (list === undefined) own.set(competence, [judgement]);
    else list.push(judgement);
  }
  const of = (personId: PersonId, competence: string): readonly Judgement[] => {
    const own = byPerson.get(personId);
    if (own === undefined) return [];
    const found = own.get(competence) ?? [];
    const others = counting(competence);
    const mapped = others.flatMap((key) => (own.get(key) ?? []).map((judgement) => ({ ...judgement, through: key })));
    return [...found, ...mapped].sort((a, b) => (a.assessment.on < b.assessment.on ? -1 : 1));
  };
  return { book, of, keysOf: (personId) => [...(byPerson.get(personId)?.keys() ?? [])] };
}

export const isInDate = ({ to }: Judgement, on: PlainDate): boolean => to === null || on < to;

/** The highest level proven in date; 0 where none is. */
export const provenLevel = (judgements: readonly Judgement[], on: PlainDate): Level =>
  judgements.reduce<Level>((best, one) => (isInDate(one, on) && one.proven > best ? one.proven : best), levels[0]);
