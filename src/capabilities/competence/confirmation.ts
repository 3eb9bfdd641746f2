import type { PlainDate } from '../../kernel/date.ts';
import { MusterError, unreachable } from '../../kernel/errors.ts';
import type { CompetenceAssessmentId, PersonId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { Person } from '../people/model.ts';
import { isOneHuman, isReader, type Reader } from '../roles/approval.ts';
import { mayChange } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { CompetenceBooks } from './books.ts';
import { provenBy } from './held.ts';
import type { Claim, CompetenceAssessment } from './model.ts';
import { awaitsConfirmation } from './own-word.ts';

/** Why a reader may not say whether what somebody recorded of themself is so. */
export type ClaimHindrance = 'permission' | 'settled' | 'oneself' | 'recorded';

/** What keeps this reader from confirming or declining; null where nothing does. */
export function claimHindrance(
  row: CompetenceAssessment,
  person: Person | undefined,
  reader: Reader,
  snapshot: Snapshot,
): ClaimHindrance | null {
  if (!mayChange(reader.actor, 'competenceAssessment')) return 'permission';
  if (!awaitsConfirmation(row)) return 'settled';
  if (isReader(reader, person, snapshot)) return 'oneself';
  return isOneHuman(snapshot, row.recordedBy, reader.userId) ? 'recorded' : null;
}

const refused = (reason: string): MusterError =>
  new MusterError({ code: 'forbidden', action: 'confirm what somebody recorded of themself', reason });

/** What somebody else says of a claim. */
export interface Verdict {
  readonly verdict: 'confirmed' | 'declined';
  readonly note: string;
}

/**
 * The claim with the word of somebody else. What it is to prove has to be shown by a file or a number.
 * @throws MusterError `forbidden`, `already-exists` where it was confirmed or declined, `invalid` where nothing shows it
 */
export function confirmationOf(
  snapshot: Snapshot,
  row: CompetenceAssessment,
  { verdict, note }: Verdict,
  reader: Reader,
  today: PlainDate,
): Claim {
  const hindrance = claimHindrance(row, presentRow(snapshot, 'person', row.personId), reader, snapshot);
  switch (hindrance) {
    case 'permission':
      throw new MusterError({ code: 'forbidden', action: 'change competenceAssessment' });
    case 'settled':
      throw new MusterError({ code: 'already-exists', what: 'confirmation', field: 'verdict' });
    case 'oneself':
      throw refused('You recorded this of yourself: somebody else has to confirm it.');
    case 'recorded':
      throw refused('Your account recorded this: somebody else has to confirm it.');
    case null:
      break;
    default:
      return unreachable(hindrance);
  }
  const claim: Claim = { decision: { userId: reader.userId, name: reader.actor.name, on: today, verdict, note } };
  if (verdict === 'confirmed' && row.level > 0 && provenBy({ ...row, claim }) === 0)
    throw new MusterError({
      code: 'invalid',
      errors: [{ path: 'verdict', message: 'Nothing shows it.', accepted: 'its file or its number first' }],
    });
  return claim;
}

/** Something that somebody recorded of themself and that waits for the reader's word. */
export interface WaitingClaim {
  readonly id: CompetenceAssessmentId;
  readonly version: number;
  readonly personId: PersonId;
  readonly personName: string;
  readonly competenceName: string;
  readonly level: Level;
  readonly method: CompetenceAssessment['method'];
  readonly evidenceKind: string | null;
  readonly reference: string | null;
  readonly evidenceIds: CompetenceAssessment['evidenceIds'];
  readonly on: PlainDate;
  /** They report to the reader. */
  readonly report: boolean;
}

/** What waits for the reader's word: of who reports to them first, then by name. Whoever may confirm nothing has nothing waiting. */
export function waitingClaims(
  snapshot: Snapshot,
  { held }: Pick<CompetenceBooks, 'held'>,
  reader: Reader,
): readonly WaitingClaim[] {
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const { actor } = reader;
  const own = actor.kind === 'member' ? actor.personId : null;
  return snapshot.competenceAssessment
    .flatMap((row): readonly WaitingClaim[] => {
      if (!awaitsConfirmation(row)) return [];
      const person = people.get(row.personId);
      if (person === undefined || claimHindrance(row, person, reader, snapshot) !== null) return [];
      const { id, version, personId, level, method, evidenceKind, reference, evidenceIds, on } = row;
      return [
        {
          id,
          version,
          personId,
          level,
          method,
          evidenceKind,
          reference,
          evidenceIds,
          on,
          personName: person.name,
          competenceName: held.book.nameOf(row.competence),
          report: own !== null && person.managerId === own,
        },
      ];
    })
    .sort(
      (a, b) =>
        Number(b.report) - Number(a.report) ||
        a.personName.localeCompare(b.personName, 'en') ||
        a.competenceName.localeCompare(b.competenceName, 'en'),
    );
}
