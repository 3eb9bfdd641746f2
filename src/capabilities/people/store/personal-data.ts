import type { PlainDate } from '../../../kernel/date.ts';
import type { PersonId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { TrailEntry } from '../../trail/entry.ts';
import { presentRow } from '../../trail/present-row.ts';
import type { Snapshot } from '../../trail/snapshot.ts';
import { eachEntry } from '../../trail/store/entries.ts';
import { isAbout, personalData, type PersonalData } from '../personal-data.ts';
import { subjectOf } from './erasure.ts';

/** All that is held on one person at the facts' place on the trail. @throws MusterError `not-found` */
export async function heldOn(
  db: Database,
  snapshot: Snapshot,
  personId: PersonId,
  on: PlainDate,
): Promise<PersonalData> {
  const person = presentRow(snapshot, 'person', personId);
  return db.inOrganization(snapshot.organization.id, async (tx) => {
    const subject = await subjectOf(tx, snapshot, personId);
    const entries: TrailEntry[] = [];
    await eachEntry(tx, snapshot.organization.id, snapshot.trail.sequence, (entry) => {
      if (isAbout(entry, subject)) entries.push(entry);
    });
    return personalData(snapshot, person, subject, entries, on);
  });
}
