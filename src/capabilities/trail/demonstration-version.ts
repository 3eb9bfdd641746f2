import type { PlainDate } from '../../kernel/date.ts';
import type { DocumentVersionId, NewId } from '../../kernel/id.ts';
import type { ApplicabilityFields } from '../applicability/model.ts';
import { submission } from '../documents/version.ts';
import type { ChangeItem } from './change.ts';
import type { TrailEntry } from './entry.ts';
import { asRecorded } from './replay.ts';

/** Who signed on paper, before the company used Muster. */
const signed = { requestedByName: 'Jonas Feddersen', approvedByName: 'Dr. Henrike Voßkuhl' } as const;

/** What the company did to its statement after the approval. */
const since: { readonly [requirement: string]: Partial<ApplicabilityFields> } = {
  'A.5.7': { evidence: [{ label: 'Feeds that are read each week', link: null }] },
  'A.5.30': { status: 'implemented', evidence: [{ label: 'Restart test of the portal, record', link: null }] },
  'A.8.9': { status: 'implemented', justification: 'Cloud resources and switches are made from code.' },
  'A.8.12': { status: 'partial', justification: 'A trial holds back mails with customer prices in one team.' },
};

/**
 * The first version of the demonstration company's statement, approved on the day of its founding, and what changed
 * since: two changes that follow the first one, whose entries are `founding`.
 */
export function approvedStatement(
  founding: readonly TrailEntry[],
  today: PlainDate,
  newId: NewId,
): { readonly approved: readonly ChangeItem[]; readonly changed: readonly ChangeItem[] } {
  const last = founding.at(-1);
  if (last === undefined) return { approved: [], changed: [] };
  const snapshot = asRecorded(founding, null);
  const item = submission(snapshot, {
    id: newId() as DocumentVersionId,
    document: 'statement-of-applicability',
    note: 'For stage 1 of the certification.',
    actor: { kind: 'operator', name: signed.requestedByName },
    on: today,
    position: { sequence: last.sequence, hash: last.hash, recordedAt: last.recordedAt },
  });
  if (item.operation !== 'create') return { approved: [], changed: [] };
  const note = 'Discussed in the management review.';
  const decision = { userId: null, name: signed.approvedByName, on: today, verdict: 'approved', note } as const;
  return {
    approved: [{ ...item, fields: { ...item.fields, decision } }],
    changed: snapshot.applicability.flatMap(({ id, version, requirementId }): readonly ChangeItem[] => {
      const fields = since[requirementId];
      return fields === undefined
        ? []
        : [{ register: 'applicability', operation: 'update', id, version, fields: { ...fields, statusOn: today } }];
    }),
  };
}
