import type { PlainDate } from '../../kernel/date.ts';
import { forbidden, invalid, MusterError } from '../../kernel/errors.ts';
import type { CompetenceAssessmentId, NewId, PersonId, UserId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { HeldBook } from './held.ts';
import { isInDate } from './held.ts';
import type { AssessmentMethod, CompetenceAssessment, CompetenceAssessmentFields } from './model.ts';
import { isOwnWord } from './own-word.ts';

/** A judgement to be written down. What it does not say is left open. */
export type NewJudgement = Pick<
  CompetenceAssessmentFields,
  'personId' | 'competence' | 'level' | 'on' | 'method' | 'assessorId' | 'assessorName' | 'reference'
> &
  Partial<CompetenceAssessmentFields>;

/** A judgement that another one ended, and its end before: null for as long as it counts by itself. */
export interface EndedJudgement {
  readonly id: CompetenceAssessmentId;
  readonly to: PlainDate | null;
}

/** What was written down, and what it ended: enough to withdraw it. */
export interface RecordedJudgement {
  readonly personId: PersonId;
  readonly competence: string;
  readonly id: CompetenceAssessmentId;
  readonly ended: readonly EndedJudgement[];
}

export interface JudgementChange {
  readonly items: readonly ChangeItem[];
  readonly recorded: readonly RecordedJudgement[];
}

const anothers: readonly AssessmentMethod[] = ['interview', 'observed', 'manager'];

/** Of oneself one does not judge as another: what somebody says of themself is their own word. */
export const methodOf = (method: AssessmentMethod, judged: PersonId, assessorId: PersonId | null): AssessmentMethod =>
  judged === assessorId && anothers.includes(method) ? 'self' : method;

/**
 * What it means to write judgements down: a row each. Who judges somebody lower than before ends, on that day, what said
 * more. One's own word and that of others do not end each other: both are shown.
 */
export function judgementChange(
  held: HeldBook,
  judgements: readonly NewJudgement[],
  recordedBy: UserId,
  newId: NewId,
): JudgementChange {
  const all = judgements.map((judgement) => {
    const id = newId() as CompetenceAssessmentId;
    const method = methodOf(judgement.method, judgement.personId, judgement.assessorId);
    const { personId, competence, level, on, claim = null } = judgement;
    const own = isOwnWord({ method, claim });
    const outdone = held
      .of(personId, competence)
      .filter((one) => one.through === null && isInDate(one, on) && one.assessment.on <= on)
      .map(({ assessment }) => assessment)
      .filter((earlier) => earlier.level > level && isOwnWord(earlier) === own);
    const items: readonly ChangeItem[] = [
      {
        register: 'competenceAssessment',
        operation: 'create',
        id,
        fields: {
          evidenceKind: null,
          evidenceIds: [],
          to: null,
          refreshMonths: null,
          note: '',
          ...judgement,
          method,
          claim: method === 'self' ? null : claim,
          recordedBy,
        },
      },
      ...outdone.map((earlier) => endedOn(earlier, on)),
    ];
    const ended = outdone.map((earlier) => ({ id: earlier.id, to: earlier.to }));
    return { items, recorded: { personId, competence, id, ended } };
  });
  return { items: all.flatMap(({ items }) => items), recorded: all.map(({ recorded }) => recorded) };
}

const endedOn = ({ id, version }: CompetenceAssessment, to: PlainDate | null): ChangeItem => ({
  register: 'competenceAssessment',
  operation: 'update',
  id,
  version,
  fields: { to },
});

/**
 * Takes back what the same account wrote down: the row goes, and what it ended counts as before.
 * @throws MusterError `not-found`; `forbidden` where another account wrote it; `conflict` where somebody added to it since
 */
export function withdrawal(
  snapshot: Snapshot,
  { id, ended }: Pick<RecordedJudgement, 'id' | 'ended'>,
  userId: UserId,
): readonly ChangeItem[] {
  const row = presentRow(snapshot, 'competenceAssessment', id);
  if (row.recordedBy !== userId) throw forbidden('withdraw what somebody else judged');
  if (row.evidenceIds.length > 0)
    throw new MusterError({ code: 'conflict', what: 'competenceAssessment', yours: null, theirs: row });
  const reopened = ended.flatMap(({ id: earlierId, to }) => {
    const earlier = presentRow(snapshot, 'competenceAssessment', earlierId);
    if (earlier.personId !== row.personId || earlier.competence !== row.competence)
      throw invalid([{ path: 'ended', message: 'It is another judgement.' }]);
    // Ended anew by somebody since: theirs stands.
    return earlier.to === row.on ? [endedOn(earlier, to)] : [];
  });
  return [{ register: 'competenceAssessment', operation: 'remove', id, version: row.version }, ...reopened];
}
