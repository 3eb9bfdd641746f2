import { addMonths, type PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError, type FieldError } from '../../kernel/errors.ts';
import { findEvidenceKind } from '../../domain/evidence-kind.ts';
import type { Actor } from '../identity/model.ts';
import type { Person } from '../people/model.ts';
import { mayBeSameName } from '../people/same-name.ts';
import { isReader, type Reader } from '../roles/approval.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { requireEvidence } from './evidence-use.ts';
import { strengthOf } from './held.ts';
import { competenceBook } from './framework.ts';
import type { Claim, CompetenceAssessment, CompetenceAssessmentFields } from './model.ts';
import { isOwnWord } from './own-word.ts';

type Written = Pick<
  CompetenceAssessmentFields,
  'personId' | 'competence' | 'on' | 'to' | 'method' | 'assessorName' | 'evidenceKind' | 'evidenceIds'
>;

/** Whether somebody is to be judged as by another, under a name that is their own. */
export const isOwnName = (
  name: string,
  { method, assessorName }: Pick<CompetenceAssessmentFields, 'method' | 'assessorName'>,
): boolean => assessorName !== null && strengthOf(method) === 'assessor' && mayBeSameName(assessorName, name);

/**
 * Refuses a judgement that cannot be: of a competence that nobody knows, made in the future, over before it was made,
 * with evidence about somebody else.
 * @throws MusterError `invalid`
 */
export function checkJudgement(snapshot: Snapshot, judgement: Written, today: PlainDate): void {
  const { competence, on, to, method, assessorName, evidenceKind, evidenceIds, personId } = judgement;
  const { name } = presentRow(snapshot, 'person', personId);
  const errors: FieldError[] = [];
  if (competenceBook(snapshot).find(competence) === undefined)
    errors.push({ path: 'competence', message: `No competence is called ${competence}.` });
  if (on > today) errors.push({ path: 'on', message: `${on} is still to come.`, accepted: 'today or an earlier day' });
  if (to !== null && to <= on)
    errors.push({ path: 'to', message: 'It would be over before it was made.', accepted: `a day after ${on}` });
  if (isOwnName(name, { method, assessorName }))
    errors.push({
      path: 'assessorName',
      message: `${name} does not judge themself as somebody else.`,
      accepted: 'another name, or the method self',
    });
  if (evidenceKind !== null && findEvidenceKind(evidenceKind) === undefined)
    errors.push({ path: 'evidenceKind', message: `No kind of evidence is called ${evidenceKind}.` });
  if (errors.length > 0) throw invalid(errors);
  requireEvidence(snapshot, evidenceIds, personId);
}

/**
 * How somebody is judged by another is written down by that other, or by somebody else.
 * @throws MusterError `forbidden` where the account belongs to the judged person
 */
export function refuseOwnVerdict(
  actor: Actor,
  { personId, method, assessorId }: Pick<CompetenceAssessmentFields, 'personId' | 'method' | 'assessorId'>,
): void {
  const own = actor.kind === 'member' && actor.personId === personId;
  if (!own || strengthOf(method) !== 'assessor' || assessorId === personId) return;
  throw new MusterError({
    code: 'forbidden',
    action: 'say how others judge you',
    reason: 'You cannot write down how others judge you: somebody else has to.',
  });
}

/**
 * What is written down of oneself, beyond one's own word, is a claim that waits for somebody else. Null where it is none.
 */
export const claimBy = (
  reader: Reader,
  person: Person,
  snapshot: Snapshot,
  { method }: Pick<CompetenceAssessmentFields, 'method'>,
): Claim | null => (strengthOf(method) !== 'none' && isReader(reader, person, snapshot) ? { decision: null } : null);

/**
 * A judgement that others made of somebody is not for that person to change. What they claim themself waits anew.
 * @throws MusterError `forbidden`
 */
export function patchBy(
  reader: Reader,
  snapshot: Snapshot,
  before: CompetenceAssessment,
  patch: JudgementPatch,
): JudgementPatch & Pick<Partial<CompetenceAssessmentFields>, 'claim'> {
  if (!isReader(reader, presentRow(snapshot, 'person', before.personId), snapshot)) return patch;
  if (!isOwnWord(before))
    throw new MusterError({
      code: 'forbidden',
      action: 'change how others judge you',
      reason: 'Somebody else judged or confirmed this: somebody else has to change it.',
    });
  return before.claim === null ? patch : { ...patch, claim: { decision: null } };
}

/** What may be set right of a judgement afterwards: what it rests on and how long it counts, never what was judged. */
export type JudgementPatch = {
  readonly [F in 'to' | 'refreshMonths' | 'evidenceKind' | 'reference' | 'evidenceIds' | 'note']?:
    CompetenceAssessmentFields[F] | undefined;
};

/** @throws MusterError `invalid` */
export function checkJudgementPatch(
  snapshot: Snapshot,
  before: CompetenceAssessment,
  patch: JudgementPatch,
  today: PlainDate,
): void {
  const set = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  checkJudgement(snapshot, { ...before, ...set }, today);
}

/** The first day on which a certificate of a kind no longer counts, by its usual validity; null where it has none. */
export function usualEnd(evidenceKind: string, on: PlainDate): PlainDate | null {
  const months = findEvidenceKind(evidenceKind)?.validityMonths ?? null;
  return months === null ? null : addMonths(on, months);
}
