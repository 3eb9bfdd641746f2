import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/date.ts';
import type { NewId, OrganizationId, PersonId } from '../../../kernel/id.ts';
import type { Database, Tx } from '../../../platform/db/database.ts';
import { forgetMails } from '../../reminders/store/mail.ts';
import { presentRow } from '../../trail/present-row.ts';
import type { Snapshot } from '../../trail/snapshot.ts';
import { eachEntry, forget, sha256 } from '../../trail/store/entries.ts';
import type { Planned } from '../../trail/store/planned.ts';
import { erasureChanges, erasurePlan, trailErasure, type ErasurePlan, type TrailErasure } from '../erasure.ts';
import { remainderOf } from '../erasure-row.ts';
import { calledIn, erasureSubject, type ErasureSubject } from '../erasure-subject.ts';
import type { Person } from '../model.ts';

/** Whom an erasure is about, and what the trail up to the facts says of them. */
export interface ErasureMeans {
  readonly person: Person;
  readonly subject: ErasureSubject;
  readonly trail: TrailErasure;
  readonly plan: ErasurePlan;
}

/** Who somebody is, from the trail up to the facts. @throws MusterError `not-found` */
export async function subjectOf(tx: Tx, snapshot: Snapshot, personId: PersonId): Promise<ErasureSubject> {
  const called = new Map<string, ReturnType<typeof calledIn>[number]>();
  await eachEntry(tx, snapshot.organization.id, snapshot.trail.sequence, (entry) => {
    for (const { id, name, email, externalId } of calledIn(entry))
      called.set(JSON.stringify([id, name, email, externalId]), { id, name, email, externalId });
  });
  return erasureSubject(snapshot, personId, [...called.values()]);
}

/** Works out what erasing a person would do to the facts and to the trail under them. @throws MusterError `not-found` */
export async function erasureMeans(
  db: Database,
  snapshot: Snapshot,
  personId: PersonId,
  on: PlainDate,
): Promise<ErasureMeans> {
  const person = presentRow(snapshot, 'person', personId);
  return db.inOrganization(snapshot.organization.id, async (tx) => {
    const subject = await subjectOf(tx, snapshot, personId);
    const trail = trailErasure(subject, sha256);
    await eachEntry(tx, snapshot.organization.id, snapshot.trail.sequence, trail.next);
    return { person, subject, trail, plan: erasurePlan(snapshot, person, subject, trail, on) };
  });
}

export interface ErasureRequest {
  readonly personId: PersonId;
  /** Of the person's row, as the owner saw it. */
  readonly version: number;
  readonly on: PlainDate;
  readonly reason: string;
}

/**
 * The erasure as one change on these facts: the record first, the rows that forget, and with it in the same transaction
 * the entries of the trail that forget and the keys of the requests that had told them. `files`: hashes of the evidence
 * about them, which goes when the change is kept.
 * @throws MusterError `not-found`, `still-used`, `invalid`
 */
export async function plannedErasure(
  db: Database,
  snapshot: Snapshot,
  { personId, version, on, reason }: ErasureRequest,
  newId: NewId,
): Promise<Planned & { readonly files: readonly string[] }> {
  const { person, subject, trail, plan } = await erasureMeans(db, snapshot, personId, on);
  const remainders = trail.remainders();
  const entries = remainders.map(({ sequence, digest }) => ({ sequence, digest }));
  const organizationId = snapshot.organization.id;
  const record = snapshot.trail.sequence + 1;
  return {
    reason: `Personal data erased: ${subject.placeholder}`,
    items: erasureChanges(person, subject, plan, { version, on, reason, entries }, newId),
    files: [...new Set(snapshot.evidence.filter(({ personId: id }) => id === personId).map((row) => row.sha256))],
    remembered: (register, row) => remainderOf(register, row, subject),
    followUps: [
      (tx) => forget(tx, organizationId, record, remainders),
      (tx) => forgetRequests(tx, organizationId, record),
      (tx) => forgetMails(tx, organizationId, personId, subject.emails, subject.names),
    ],
  };
}

/** A fingerprint of a request is a digest of what it told. */
async function forgetRequests(tx: Tx, organizationId: OrganizationId, record: number): Promise<void> {
  await sql`delete from request_key where organization_id = ${organizationId} and change in
    (select change from trail_entry where organization_id = ${organizationId} and erased_by = ${record})`.execute(tx);
}
