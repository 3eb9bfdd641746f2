import type { PlainDate } from '../../kernel/date.ts';
import { unreachable } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { CompetenceBooks } from './books.ts';
import { isInDate, type Judgement } from './held.ts';
import { askedOf, faceOf, standingIn, type CellFace } from './matrix-cell.ts';
import type { AssessmentMethod, CompetenceAssessment } from './model.ts';
import type { NeedReason } from './need.ts';
import { awaitsConfirmation } from './own-word.ts';

export interface JudgementShown {
  readonly level: Level;
  readonly proven: Level;
  readonly on: PlainDate;
  readonly method: AssessmentMethod;
  readonly assessor: string | null;
  readonly reference: string | null;
  readonly files: number;
  /** The first day on which it no longer counts; null for good. */
  readonly to: PlainDate | null;
  /** The name of the competence that it is of, where it counts for this one by a mapping. */
  readonly through: string | null;
}

export interface CellDetail {
  readonly personId: PersonId;
  readonly personName: string;
  readonly competence: string;
  readonly competenceName: string;
  readonly face: CellFace;
  /** What asks for it: roles by name, requirements by number. */
  readonly reasons: readonly {
    readonly kind: NeedReason['kind'];
    readonly name: string;
    readonly level: Level;
    readonly must: boolean;
  }[];
  /** What the state rests on. */
  readonly judgement: JudgementShown | null;
  /** The last word of the person, and of their manager, as long as they count. */
  readonly self: JudgementShown | null;
  readonly manager: JudgementShown | null;
  /** What they recorded of themself last that waits for somebody else's confirmation, as long as it would count. */
  readonly claim: JudgementShown | null;
}

const nameOf = ({ resolution }: CompetenceBooks, reason: NeedReason): string => {
  switch (reason.kind) {
    case 'role':
      return resolution.roles.get(reason.roleId)?.role.name ?? '';
    case 'requirement':
      return reason.requirementId;
    default:
      return unreachable(reason);
  }
};

const assessorOf = ({ resolution }: CompetenceBooks, { assessorId, assessorName }: CompetenceAssessment) =>
  assessorId === null ? assessorName : (resolution.people.get(assessorId)?.person.name ?? null);

/** A judgement as a page shows it. */
export function judgementShown(books: CompetenceBooks, { assessment, proven, to, through }: Judgement): JudgementShown {
  const { level, on, method, reference, evidenceIds } = assessment;
  const assessor = assessorOf(books, assessment);
  const name = through === null ? null : books.held.book.nameOf(through);
  return { level, proven, on, method, assessor, reference, files: evidenceIds.length, to, through: name };
}

/** What stands behind one cell of people by competence. */
export function cellDetail(books: CompetenceBooks, personId: PersonId, competence: string): CellDetail {
  const { held, need, on, resolution } = books;
  const asked = need.of(personId).find((one) => one.competence === competence);
  const { judgement } = standingIn(books, personId, competence, askedOf(asked));
  const last = (fits: (assessment: CompetenceAssessment) => boolean): JudgementShown | null => {
    const found = held.of(personId, competence).findLast((one) => fits(one.assessment) && isInDate(one, on));
    return found === undefined ? null : judgementShown(books, found);
  };
  return {
    personId,
    personName: resolution.people.get(personId)?.person.name ?? '',
    competence,
    competenceName: held.book.nameOf(competence),
    face: faceOf(books, personId, competence, asked),
    reasons: (asked?.reasons ?? [])
      .map((reason) => ({
        kind: reason.kind,
        name: nameOf(books, reason),
        level: reason.level,
        must: reason.required,
      }))
      .sort((a, b) => Number(b.must) - Number(a.must) || b.level - a.level),
    judgement: judgement === null ? null : judgementShown(books, judgement),
    self: last(({ method }) => method === 'self'),
    manager: last(({ method }) => method === 'manager'),
    claim: last(awaitsConfirmation),
  };
}
