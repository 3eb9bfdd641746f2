import { invalid, MusterError } from '../../kernel/errors.ts';
import type { EvidenceId, PersonId } from '../../kernel/id.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { EvidenceRow } from './evidence-contract.ts';
import type { Evidence } from './model.ts';

/** How many judgements, trainings and campaigns refer to each file. Files that nothing refers to are not in it. */
export function evidenceUses(snapshot: Snapshot): ReadonlyMap<EvidenceId, number> {
  const uses = new Map<EvidenceId, number>();
  const count = (ids: readonly EvidenceId[]): void => {
    for (const id of new Set(ids)) uses.set(id, (uses.get(id) ?? 0) + 1);
  };
  for (const { evidenceIds } of snapshot.competenceAssessment) count(evidenceIds);
  for (const { evidenceIds, reported } of snapshot.training) count([...evidenceIds, ...(reported?.evidenceIds ?? [])]);
  for (const { evidenceId } of snapshot.campaign) if (evidenceId !== null) count([evidenceId]);
  return uses;
}

/** @throws MusterError `still-used` while something refers to the file */
export function refuseUsedEvidence(snapshot: Snapshot, id: EvidenceId): void {
  const uses = evidenceUses(snapshot).get(id) ?? 0;
  if (uses === 0) return;
  const by = uses === 1 ? 'one record that refers to it' : `${uses} records that refer to it`;
  throw new MusterError({ code: 'still-used', what: 'file', by });
}

/**
 * Files that a record about somebody shall rest on: they are there, and about that person or about nobody.
 * @param path of the field that names them
 * @throws MusterError `invalid`
 */
export function requireEvidence(
  snapshot: Snapshot,
  ids: readonly EvidenceId[],
  personId: PersonId | null,
  path = 'evidenceIds',
): void {
  const found = new Map(snapshot.evidence.map((row) => [row.id, row]));
  const errors = ids.flatMap((id, index) => {
    const row = found.get(id);
    const place = ids.length === 1 ? path : `${path}.${index}`;
    if (row === undefined) return [{ path: place, message: 'There is no such file of evidence.' }];
    const theirs = row.personId === null || personId === null || row.personId === personId;
    return theirs ? [] : [{ path: place, message: 'This file is about somebody else.' }];
  });
  if (errors.length > 0) throw invalid(errors);
}

/** The files that have to be there: not those about people whose data were erased. */
export function keptEvidence(snapshot: Snapshot): readonly Evidence[] {
  const erased = new Set(snapshot.person.flatMap(({ id, erasedOn }) => (erasedOn === null ? [] : [id])));
  return snapshot.evidence.filter(({ personId }) => personId === null || !erased.has(personId));
}

/** Rows as a list shows them, newest first. */
export function evidenceRows(snapshot: Snapshot, rows: readonly Evidence[]): readonly EvidenceRow[] {
  const uses = evidenceUses(snapshot);
  const kept = new Set(keptEvidence(snapshot).map(({ id }) => id));
  const names = new Map(snapshot.membership.map(({ userId, name }) => [userId, name]));
  return rows
    .map((row) => ({
      ...row,
      uses: uses.get(row.id) ?? 0,
      uploadedByName: row.uploadedBy === null ? null : (names.get(row.uploadedBy) ?? null),
      erased: !kept.has(row.id),
    }))
    .toSorted((a, b) => (`${a.uploadedOn} ${a.id}` < `${b.uploadedOn} ${b.id}` ? 1 : -1));
}
