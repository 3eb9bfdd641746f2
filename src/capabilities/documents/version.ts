import type { RequirementId } from '../../domain/requirement.ts';
import type { Instant, PlainDate } from '../../kernel/date.ts';
import { forbidden, invalid, MusterError, notFound } from '../../kernel/errors.ts';
import type { DocumentVersionId } from '../../kernel/id.ts';
import type { Actor } from '../identity/model.ts';
import { isOneHuman } from '../roles/approval.ts';
import type { ItemOf } from '../trail/change.ts';
import { mayChange, mayDecide } from '../trail/policy.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import type { DocumentControl, DocumentVersion, DocumentVersionFields, VersionedDocument } from './model.ts';
import { changedSince, contentOf, marksOf } from './version-content.ts';

type Decided = NonNullable<DocumentVersionFields['decision']>;

/** The versions of one document, the newest first. */
export const versionsOf = (snapshot: Snapshot, document: VersionedDocument): readonly DocumentVersion[] =>
  snapshot.documentVersion.filter((one) => one.document === document).toSorted((a, b) => b.number - a.number);

/** @throws MusterError `not-found` */
export function numbered(snapshot: Snapshot, document: VersionedDocument, number: number): DocumentVersion {
  const version = snapshot.documentVersion.find((one) => one.document === document && one.number === number);
  if (version === undefined) throw notFound('version');
  return version;
}

/** The newest version that a second person approved; null when there is none. */
export const approvedVersion = (snapshot: Snapshot, document: VersionedDocument): DocumentVersion | null =>
  versionsOf(snapshot, document).find(({ decision }) => decision?.verdict === 'approved') ?? null;

/** Requirements of which the document says something else now than in a version, in the catalogue's order. */
export const changedSinceVersion = (snapshot: Snapshot, version: DocumentVersion): readonly RequirementId[] =>
  changedSince(version.marks, contentOf(version.document, snapshot));

const rowsText = (document: VersionedDocument, count: number): string =>
  `${count} ${document === 'statement-of-applicability' ? 'control' : 'requirement'}${count === 1 ? '' : 's'}`;

const approvedText = ({ name, on, note }: Decided): string =>
  `Approved by ${name} on ${on}${note === '' ? '' : `: ${note}`}`;

/** With a full stop at its end, where it has none of its own. */
const sentence = (text: string): string => (/[.!?…。؟]$/u.test(text) ? text : `${text}.`);

/** What a document of the present facts says of its approval. */
export function draftControl(snapshot: Snapshot, document: VersionedDocument): DocumentControl {
  const [newest] = versionsOf(snapshot, document);
  const classification = 'Internal';
  if (newest === undefined) return { classification, version: `Revision ${snapshot.trail.sequence}` };
  const approved = approvedVersion(snapshot, document);
  const waiting = newest.decision === null ? `Version ${newest.number} waits for approval` : null;
  if (approved === null)
    return { classification, version: 'Draft', approval: waiting ?? 'No version has been approved so far' };
  const changed = changedSinceVersion(snapshot, approved).length;
  const approval = approved.decision === null ? '' : approvedText(approved.decision);
  if (changed === 0) return { classification, version: `Version ${approved.number}, unchanged`, approval };
  return {
    classification,
    version: `Draft, changed since version ${approved.number}: ${rowsText(document, changed)}`,
    approval: waiting ?? `Version ${approved.number}: ${approval}`,
  };
}

/** What the document of one version says of itself: its number, and who approved it when. */
export function versionControl({ number, decision, requestedByName, requestedOn }: DocumentVersion): DocumentControl {
  const version = `Version ${number}`;
  const asked = `Put forward by ${requestedByName} on ${requestedOn}`;
  const control = (approval: string): DocumentControl => ({ classification: 'Internal', version, approval });
  switch (decision?.verdict) {
    case undefined:
      return control(`${asked}, not approved yet`);
    case 'approved':
      return control(`${sentence(approvedText(decision))} ${asked}`);
    case 'declined':
      return control(`Declined by ${decision.name} on ${decision.on}: ${decision.note}`);
    case 'withdrawn':
      return control(`Withdrawn by ${decision.name} on ${decision.on}`);
  }
}

export interface Submission {
  readonly id: DocumentVersionId;
  readonly document: VersionedDocument;
  readonly note: string;
  readonly actor: Actor;
  readonly on: PlainDate;
  /** The entry of the trail at which the snapshot stands, and when it was recorded. */
  readonly position: TrailPosition & { readonly recordedAt: Instant };
}

/**
 * Puts the facts as they stand to a second person, as the next version of the document.
 * @throws MusterError `already-exists` while another version waits
 */
export function submission(
  snapshot: Snapshot,
  { id, document, note, actor, on, position }: Submission,
): ItemOf<'documentVersion'> {
  const [newest] = versionsOf(snapshot, document);
  if (newest !== undefined && newest.decision === null)
    throw new MusterError({
      code: 'already-exists',
      what: `version ${newest.number} that waits for approval`,
      field: 'document',
    });
  return {
    register: 'documentVersion',
    operation: 'create',
    id,
    fields: {
      document,
      number: (newest?.number ?? 0) + 1,
      note,
      requestedBy: actor.kind === 'member' ? actor.userId : null,
      requestedByName: actor.name,
      requestedOn: on,
      sequence: position.sequence,
      hash: position.hash,
      recordedAt: position.recordedAt,
      marks: [...marksOf(contentOf(document, snapshot))],
      decision: null,
    },
  };
}

const refused = (reason: string): MusterError =>
  new MusterError({ code: 'forbidden', action: 'decide on a version', reason });

/** @throws MusterError `forbidden` when the version has its decision already */
function assertWaiting({ number, decision }: Request): void {
  if (decision !== null)
    throw refused(`Version ${number} was ${decision.verdict} by ${decision.name} on ${decision.on}; that stands.`);
}

/** What decides who may say what of a version. */
export type Request = Pick<DocumentVersion, 'requestedBy' | 'number' | 'decision'>;

/** The accounts of the organization: two of them may be one human's. */
type Accounts = Pick<Snapshot, 'membership'>;

const isRequester = (accounts: Accounts, actor: Actor, { requestedBy }: Request): boolean =>
  actor.kind === 'member' && isOneHuman(accounts, requestedBy, actor.userId);

/**
 * Whether somebody may approve or decline a version: who decides, and never who asked, whatever they may do by now and
 * whichever of their accounts they use.
 */
export const mayDecideOn = (accounts: Accounts, actor: Actor, version: Request): boolean =>
  version.decision === null && mayDecide(actor) && !isRequester(accounts, actor, version);

/** Whether somebody may take a version back while it waits: who asked; any who may ask where no user of Muster did. */
export const mayWithdraw = (accounts: Accounts, actor: Actor, version: Request): boolean =>
  version.decision === null &&
  mayChange(actor, 'documentVersion') &&
  (version.requestedBy === null || isRequester(accounts, actor, version));

type DecisionFields = Pick<DocumentVersionFields, 'decision'>;

const decidedBy = (actor: Actor, on: PlainDate, verdict: Decided['verdict'], note: string): DecisionFields => ({
  decision: { userId: actor.kind === 'member' ? actor.userId : null, name: actor.name, on, verdict, note },
});

/**
 * A second person's word on a version.
 * @throws MusterError `forbidden` for who asked, who may not decide, and once it is decided; `invalid` for declining without a reason
 */
export function decision(
  accounts: Accounts,
  version: Request,
  actor: Actor,
  { verdict, note, on }: { readonly verdict: 'approved' | 'declined'; readonly note: string; readonly on: PlainDate },
): DecisionFields {
  if (!mayDecide(actor)) throw forbidden('approve documents');
  assertWaiting(version);
  if (isRequester(accounts, actor, version))
    throw refused('Who puts a version forward does not approve it: a second person decides.');
  if (verdict === 'declined' && note === '')
    throw invalid([{ path: 'note', message: 'Say why it is declined.', accepted: 'a sentence' }]);
  return decidedBy(actor, on, verdict, note);
}

/** Who asked asks no more. @throws MusterError `forbidden` for everybody else, and once it is decided */
export function withdrawal(accounts: Accounts, version: Request, actor: Actor, on: PlainDate): DecisionFields {
  assertWaiting(version);
  if (!mayWithdraw(accounts, actor, version)) throw refused('Only who put the version forward can withdraw it.');
  return decidedBy(actor, on, 'withdrawn', '');
}
