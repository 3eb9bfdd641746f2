import { canonicalJson } from '../../kernel/canonical.ts';
import { competenceBook } from '../competence/framework.ts';
import { strengthOf } from '../competence/held.ts';
import type { CompetenceAssessment } from '../competence/model.ts';
import { isOwnWord } from '../competence/own-word.ts';
import type { Training, TrainingState } from '../training/model.ts';
import type { RegisterName } from '../trail/register.ts';
import { asksOneself, isOwnOfMerged, trainingAskedAgain } from './merge-approval.ts';
import { removal, update, type Gathering } from './merge-gathering.ts';
import { mayBeSameName } from './same-name.ts';

/** Registers whose rows name a person, by field. */
const plain = {
  unit: ['headId'],
  absence: ['personId'],
  duty: ['personId'],
  compensatingControl: ['personId', 'ownerId'],
  project: ['managerId'],
  action: ['ownerId'],
  evidence: ['personId'],
  membership: ['personId'],
  invitation: ['personId'],
  supplier: ['ownerId'],
  asset: ['ownerId'],
} as const satisfies { readonly [R in RegisterName]?: readonly string[] };

/** Rows that something outside the registers refers to, such as a file or the link of an invitation: each stays. */
const lasting: ReadonlySet<RegisterName> = new Set<RegisterName>([
  'evidence',
  'membership',
  'invitation',
  'supplier',
  'asset',
]);

type Row = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

/** What a row is called. */
const titleOf = (row: Row): string =>
  [row['name'], row['title'], row['rule'], row['activity'], row['email'], row['from']].find(
    (text): text is string => typeof text === 'string',
  ) ?? '';

/** Rows that name the person move; one that would then say the same as another is left out. */
export function movePlain({ snapshot, keep, drop, removals, updates, notes }: Gathering): void {
  for (const [register, fields] of Object.entries(plain) as [keyof typeof plain, readonly string[]][]) {
    const rows: readonly Row[] = snapshot[register];
    const moved = (row: Row): object => ({
      ...row,
      ...Object.fromEntries(fields.filter((field) => row[field] === drop.id).map((field) => [field, keep.id])),
    });
    const content = (row: Row): string => canonicalJson({ ...moved(row), id: '', version: 0 });
    const seen = new Set(
      rows
        .filter(
          (row) => fields.some((field) => row[field] === keep.id) && !fields.some((field) => row[field] === drop.id),
        )
        .map(content),
    );
    for (const row of rows) {
      const set = fields.filter((field) => row[field] === drop.id);
      if (set.length === 0) continue;
      const text = titleOf(row);
      if (!lasting.has(register) && seen.has(content(row))) {
        removals.push(removal(register, row));
        notes.push({ register, what: 'joined', text });
        continue;
      }
      seen.add(content(row));
      updates.push(update(register, row, Object.fromEntries(set.map((field) => [field, keep.id]))));
      notes.push({ register, what: 'moves', text });
    }
  }
}

/**
 * What both were judged in, and what either judged. A name from outside that turns out to be the person's own becomes
 * the person, so that their own word does not count as another's; what their own account recorded or confirmed waits for
 * somebody else.
 */
export function moveJudgements(gathering: Gathering): void {
  const { snapshot, keep, drop, merged, membership, updates, notes } = gathering;
  const theirs = [keep.id, drop.id];
  const rows = snapshot.competenceAssessment.filter(
    ({ personId, assessorId }) => theirs.includes(personId) || assessorId === drop.id,
  );
  if (rows.length === 0) return;
  const book = competenceBook(snapshot);
  const isTheirName = (name: string | null): boolean =>
    name !== null && [merged, keep, drop].some((one) => mayBeSameName(name, one.name));
  const accounts = new Set<unknown>(membership.filter((one) => one.personId === keep.id).map(({ userId }) => userId));
  for (const row of rows) {
    const { personId, assessorId, assessorName, claim } = row;
    const judged = theirs.includes(personId);
    const confirmed = claim?.decision?.verdict === 'confirmed' ? claim.decision : null;
    const byOneself = confirmed === null ? accounts.has(row.recordedBy) : isOwnOfMerged(gathering, confirmed);
    const vouched = judged && !isOwnWord(row) && byOneself;
    const byAnother = judged && countsByAssessor(row);
    const own = byAnother && assessorId === null && isTheirName(assessorName);
    const fields = {
      ...(personId === drop.id ? { personId: keep.id } : {}),
      ...(assessorId === drop.id ? { assessorId: keep.id } : {}),
      ...(own ? { assessorId: keep.id, assessorName: null } : {}),
      ...(vouched ? { claim: { decision: null } } : {}),
    };
    if (Object.keys(fields).length === 0) continue;
    updates.push(update('competenceAssessment', row, fields));
    const text = `${book.nameOf(row.competence)}, ${row.on}`;
    const oneself =
      own || vouched || (byAnother && assessorId !== null && assessorId !== personId && theirs.includes(assessorId));
    notes.push({ register: 'competenceAssessment', what: oneself ? 'own-word' : 'moves', text });
  }
}

const countsByAssessor = ({ method }: CompetenceAssessment): boolean => {
  const strength = strengthOf(method);
  return strength === 'assessor' || strength === 'supporting';
};

/** How far a training that is still to happen has come. */
const progress: { readonly [S in TrainingState]?: number } = { proposed: 0, planned: 1, enrolled: 2 };

/**
 * Trainings of both. Nobody has two of one measure before them: the one that has come further stays. An approval that
 * would be the person's own goes.
 */
export function moveTrainings(gathering: Gathering): void {
  const { snapshot, keep, drop, requestedBy, removals, updates, notes } = gathering;
  const measures = new Map(snapshot.measure.map(({ id, name }) => [id, name]));
  const theirs = snapshot.training.filter(({ personId }) => personId === keep.id || personId === drop.id);
  const left = new Map<string, Training>();
  for (const group of Map.groupBy(theirs.filter(isAhead), ({ measureId }) => measureId).values()) {
    if (group.every(({ personId }) => personId === keep.id)) continue;
    const [stays, ...others] = group.toSorted(
      (a, b) =>
        (progress[b.state] ?? 0) - (progress[a.state] ?? 0) ||
        Number(b.personId === keep.id) - Number(a.personId === keep.id),
    );
    for (const other of others) if (stays !== undefined) left.set(other.id, stays);
  }
  for (const row of theirs) {
    const text = measures.get(row.measureId) ?? '';
    if (left.has(row.id)) {
      removals.push(removal('training', row));
      notes.push({ register: 'training', what: 'joined', text });
      continue;
    }
    const { approval } = row;
    const own =
      approval !== null &&
      approval.verdict === 'approved' &&
      (isOwnOfMerged(gathering, approval) || asksOneself(gathering, row.requestedBy, approval));
    const reported =
      row.reported ?? theirs.find(({ id, reported: said }) => said !== null && left.get(id) === row)?.reported;
    const fields = {
      ...(row.personId === drop.id ? { personId: keep.id } : {}),
      ...(row.reported === null && reported !== null && reported !== undefined ? { reported } : {}),
      ...(own ? trainingAskedAgain(row.state, requestedBy) : {}),
    };
    if (Object.keys(fields).length === 0) continue;
    updates.push(update('training', row, fields));
    if (row.personId === drop.id) notes.push({ register: 'training', what: 'moves', text });
    if (own) notes.push({ register: 'training', what: 'asked-again', text });
  }
}

const isAhead = ({ state }: Training): boolean => progress[state] !== undefined;

/** Each campaign is acknowledged once: the earlier acknowledgement stays. */
export function moveAcknowledgements({ snapshot, keep, drop, removals, updates, notes }: Gathering): void {
  const titles = new Map(snapshot.campaign.map(({ id, title }) => [id, title]));
  const own = new Map(
    snapshot.acknowledgement.flatMap((row) => (row.personId === keep.id ? [[row.campaignId, row] as const] : [])),
  );
  for (const row of snapshot.acknowledgement) {
    if (row.personId !== drop.id) continue;
    const text = titles.get(row.campaignId) ?? '';
    const there = own.get(row.campaignId);
    if (there !== undefined) removals.push(removal('acknowledgement', row.on < there.on ? there : row));
    if (there === undefined || row.on < there.on) updates.push(update('acknowledgement', row, { personId: keep.id }));
    notes.push({ register: 'acknowledgement', what: there === undefined ? 'moves' : 'joined', text });
  }
}
