import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { Reader } from '../roles/approval.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { CompetenceBooks } from './books.ts';
import { cellDetail, type CellDetail } from './cell-detail.ts';
import { claimHindrance } from './confirmation.ts';
import { isInDate } from './held.ts';
import { askedOf, standingIn } from './matrix-cell.ts';
import type { CompetenceAssessment } from './model.ts';
import { awaitsConfirmation } from './own-word.ts';

/** One competence of somebody: what asks for it, what proves it, and what the person and the manager say. */
export interface CompetenceLine extends CellDetail {
  readonly group: string | null;
  readonly proven: Level;
  /** The first day on which the required level is no longer proven. */
  readonly until: PlainDate | null;
}

/** A judgement of the history, as it was made. */
export interface JudgementRow extends CompetenceAssessment {
  readonly competenceName: string;
  readonly assessor: string | null;
  readonly proven: Level;
  /** The first day on which it no longer counts; null for good. */
  readonly ends: PlainDate | null;
  readonly inDate: boolean;
  readonly recordedByName: string | null;
  /** The reader recorded it, and so may take it back: not what somebody else has confirmed since. */
  readonly mine: boolean;
  /** The person recorded it themself, and nobody else has confirmed or declined it. */
  readonly awaits: boolean;
  /** The reader may confirm or decline it. */
  readonly mayConfirm: boolean;
}

export interface PersonCompetence {
  /** What somebody needs: what is not proven first, then by name. */
  readonly needed: readonly CompetenceLine[];
  /** What they were judged in beyond that, by name. */
  readonly further: readonly CompetenceLine[];
  /** Every judgement, the latest first. */
  readonly history: readonly JudgementRow[];
}

const isMet = ({ face }: CellDetail): boolean => face.state === 'met' || face.state === 'expiring';

const byUrgency = (a: CompetenceLine, b: CompetenceLine): number =>
  Number(isMet(a)) - Number(isMet(b)) ||
  Number(b.face.must) - Number(a.face.must) ||
  a.competenceName.localeCompare(b.competenceName, 'en');

/** What one person must be able to do, what they hold, and how that came to be known. No reader: nothing of it is theirs. */
export function personCompetence(
  snapshot: Snapshot,
  books: CompetenceBooks,
  personId: PersonId,
  reader: Reader | null,
): PersonCompetence {
  const { held, need, on } = books;
  const needs = new Map(need.of(personId).map((one) => [one.competence, one]));
  const lineOf = (competence: string): CompetenceLine => {
    const { proven, until } = standingIn(books, personId, competence, askedOf(needs.get(competence)));
    const group = held.book.find(competence)?.group ?? null;
    return { ...cellDetail(books, personId, competence), group, proven, until };
  };
  const person = snapshot.person.find(({ id }) => id === personId);
  const people = new Map(snapshot.person.map(({ id, name }) => [id, name]));
  const accounts = new Map(snapshot.membership.map(({ userId, name }) => [userId, name]));
  const history = held.keysOf(personId).flatMap((competence) =>
    held
      .of(personId, competence)
      .filter(({ through }) => through === null)
      .map((judgement): JudgementRow => {
        const { assessment, proven, to } = judgement;
        const { assessorId, assessorName, recordedBy } = assessment;
        return {
          ...assessment,
          competenceName: held.book.nameOf(competence),
          assessor: assessorId === null ? assessorName : (people.get(assessorId) ?? null),
          proven,
          ends: to,
          inDate: isInDate(judgement, on),
          recordedByName: recordedBy === null ? null : (accounts.get(recordedBy) ?? null),
          mine: reader !== null && recordedBy === reader.userId,
          awaits: awaitsConfirmation(assessment),
          mayConfirm: reader !== null && claimHindrance(assessment, person, reader, snapshot) === null,
        };
      }),
  );
  return {
    needed: [...needs.keys()].map(lineOf).sort(byUrgency),
    further: held
      .keysOf(personId)
      .filter((key) => !needs.has(key))
      .map(lineOf)
      .sort((a, b) => a.competenceName.localeCompare(b.competenceName, 'en')),
    history: history.sort((a, b) => (`${a.on} ${a.id}` < `${b.on} ${b.id}` ? 1 : -1)),
  };
}
