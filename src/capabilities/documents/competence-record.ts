import { addDays, type Instant, type PlainDate } from '../../kernel/date.ts';
import type { EvidenceId, PersonId } from '../../kernel/id.ts';
import type { CompetenceBooks } from '../competence/books.ts';
import type { Evidence } from '../competence/model.ts';
import { personCompetence, type PersonCompetence } from '../competence/person-competence.ts';
import { periodShown } from '../people/engaged.ts';
import { presentRow } from '../trail/present-row.ts';
import type { TrailPosition } from '../trail/snapshot.ts';
import { byText } from './matrix-role.ts';
import type { DocumentControl } from './model.ts';
import { printedTrainings, type PrintedTraining } from './training-plan.ts';

/** The documented information on one person's competence (7.2 d): plain data, all names resolved. */
export interface CompetenceRecord extends PersonCompetence {
  readonly document: 'competence-record';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly person: {
    readonly name: string;
    readonly jobTitle: string | null;
    readonly unit: string | null;
    readonly manager: string | null;
    readonly external: boolean;
    readonly from: PlainDate | null;
    readonly lastDay: PlainDate | null;
  };
  /** Names of the roles held or deputized on the day. */
  readonly roles: readonly string[];
  /** The files about the person, oldest first; null for a reader who may not read them. */
  readonly evidence: readonly RecordedFile[] | null;
  /** Every training that was not cancelled, the latest first. */
  readonly trainings: readonly PrintedTraining[];
}

export interface RecordedFile extends Pick<Evidence, 'id' | 'name' | 'sha256' | 'bytes' | 'mediaType' | 'uploadedOn'> {
  /** As `E1`, by which judgements name it. */
  readonly number: string;
}

/**
 * What one person must be able to do, what proves it until when, and how they were trained, by the facts of the day of
 * the books. The same arguments give the same record.
 * @param mayReadFiles whether the reader may read evidence about the person: else the files are left out
 * @throws MusterError `not-found`
 */
export function competenceRecord(books: CompetenceBooks, personId: PersonId, mayReadFiles: boolean): CompetenceRecord {
  const { on, resolution } = books;
  const { snapshot } = resolution;
  const person = presentRow(snapshot, 'person', personId);
  const standing = resolution.people.get(personId);
  const competence = personCompetence(snapshot, books, personId, null);
  const trainings = snapshot.training.filter((one) => one.personId === personId && one.state !== 'cancelled');
  const used = new Set<EvidenceId>([...competence.history, ...trainings].flatMap(({ evidenceIds }) => evidenceIds));
  const files = snapshot.evidence
    .filter((one) => one.personId === personId || used.has(one.id))
    .toSorted((a, b) => byText(a.uploadedOn, b.uploadedOn) || byText(a.id, b.id))
    .map(({ id, name, sha256, bytes, mediaType, uploadedOn }, at): RecordedFile => {
      return { id, name, sha256, bytes, mediaType, uploadedOn, number: `E${at + 1}` };
    });
  const { from, to } = periodShown(person, on);
  return {
    document: 'competence-record',
    schema: 1,
    title: 'Record of competence',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control: { classification: 'Confidential', version: `Revision ${snapshot.trail.sequence}` },
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    person: {
      name: person.name,
      jobTitle: person.jobTitle,
      unit: person.unit,
      manager: person.managerId === null ? null : (resolution.people.get(person.managerId)?.person.name ?? null),
      external: person.kind === 'external',
      from,
      lastDay: to === null ? null : addDays(to, -1),
    },
    roles: [
      ...new Set((standing?.appointments ?? []).flatMap(({ roleId }) => resolution.roles.get(roleId)?.role.name ?? [])),
    ],
    ...competence,
    evidence: mayReadFiles ? files : null,
    trainings: [...printedTrainings(snapshot, on, trainings)].sort((a, b) =>
      byText(b.completedOn ?? b.due, a.completedOn ?? a.due),
    ),
  };
}
