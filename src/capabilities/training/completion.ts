import { z } from 'zod';
import { addDays, plainDateSchema, type PlainDate } from '../../kernel/date.ts';
import { invalid, type FieldError } from '../../kernel/errors.ts';
import {
  idSchema,
  type CompetenceAssessmentId,
  type EvidenceId,
  type NewId,
  type TrainingId,
} from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';
import { requireEvidence } from '../competence/evidence-use.ts';
import { usualEnd } from '../competence/judgement-check.ts';
import type { Reader } from '../roles/approval.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { notedIn, refuseOwnTraining, refuseTwice } from './approval.ts';
import type { Measure, Training } from './model.ts';
import { ownCompletion } from './own-completion.ts';
import { isOpen } from './training-standing.ts';

const evidenceIds = z.array(idSchema<EvidenceId>()).max(20, 'At most 20 files.');

/** That trainings were done on a day, with what proves it of each. */
export const completion = z.strictObject({
  on: plainDateSchema,
  note: proseSchema(1000).default(''),
  trainings: z
    .array(
      z.strictObject({
        id: idSchema<TrainingId>(),
        version: z.int().positive(),
        evidenceIds: evidenceIds.default([]),
        /** The certificate that it ended with: it proves the competences of the measure. Null: none. */
        certificate: z
          .strictObject({ reference: lineSchema(500).nullable() })
          .nullable()
          .default(null),
      }),
    )
    .min(1)
    .max(500),
});
export type Completion = z.output<typeof completion>;

/** What a completed training becomes: the check of its effect is due so many days later, as the measure says. */
export const completedFields = (
  training: Training,
  measure: Pick<Measure, 'effectiveness'>,
  on: PlainDate,
): Pick<Training, 'state' | 'completedOn' | 'effectiveness'> => ({
  state: 'completed',
  completedOn: on,
  effectiveness:
    measure.effectiveness === null
      ? training.effectiveness
      : {
          method: measure.effectiveness.method,
          due: addDays(on, measure.effectiveness.afterDays),
          result: null,
          on: null,
          by: null,
          note: '',
        },
});

/** Why a training cannot have been done by a day: its session comes later. Null where nothing speaks against it. */
export function tooEarly(snapshot: Snapshot, { sessionId }: Training, on: PlainDate, path: string): FieldError | null {
  const session = snapshot.trainingSession.find(({ id }) => id === sessionId);
  if (session === undefined || session.on <= on) return null;
  return { path, message: `Its session is on ${session.on}.`, accepted: `${session.on} or later, or another session` };
}

/**
 * Items that complete trainings, and record the judgements that a certificate proves, in one change.
 * @throws MusterError `forbidden` for who was trained; `invalid` for a day to come, a training that is over, or a certificate that nothing proves;
 * `not-found`
 */
export function completionItems(
  snapshot: Snapshot,
  { on, note, trainings }: Completion,
  context: {
    readonly today: PlainDate;
    readonly newId: NewId;
    readonly reader: Reader;
  },
): readonly ChangeItem[] {
  refuseTwice(trainings);
  if (on > context.today)
    throw invalid([{ path: 'on', message: `${on} is still to come.`, accepted: 'today or an earlier day' }]);
  return trainings.flatMap(({ id, version, evidenceIds: files, certificate }, index): readonly ChangeItem[] => {
    const training = presentRow(snapshot, 'training', id);
    const measure = presentRow(snapshot, 'measure', training.measureId);
    const person = presentRow(snapshot, 'person', training.personId);
    refuseOwnTraining(snapshot, person, context.reader, ownCompletion);
    const path = `trainings.${index}`;
    const errors: FieldError[] = [];
    if (!isOpen(training) && training.version === version)
      errors.push({ path, message: `This training is ${training.state}.`, accepted: 'an open one' });
    if (certificate !== null && certificate.reference === null && files.length === 0)
      errors.push({
        path: `${path}.certificate`,
        message: 'Nothing shows this certificate.',
        accepted: 'its file, or its number',
      });
    const early = tooEarly(snapshot, training, on, `${path}.on`);
    if (early !== null) errors.push(early);
    if (errors.length > 0) throw invalid(errors);
    requireEvidence(snapshot, files, training.personId, `${path}.evidenceIds`);
    const reported = training.reported?.evidenceIds ?? [];
    const kept = [...new Set([...training.evidenceIds, ...reported, ...files])].slice(0, 20);
    const update: ChangeItem = {
      register: 'training',
      operation: 'update',
      id,
      version,
      fields: {
        ...completedFields(training, measure, on),
        // Who records what nobody asked for and nobody approved stands in for who asked: somebody else approves it.
        ...(training.approval === null && training.requestedBy === null ? { requestedBy: context.reader.userId } : {}),
        evidenceIds: kept,
        reported: null,
        ...(note === '' ? {} : { note: notedIn(training.note, note) }),
      },
    };
    if (certificate === null) return [update];
    const to = measure.evidenceKind === null ? null : usualEnd(measure.evidenceKind, on);
    const judgements = measure.competences.map(({ competence, level }): ChangeItem => ({
      register: 'competenceAssessment',
      operation: 'create',
      id: context.newId() as CompetenceAssessmentId,
      fields: {
        personId: training.personId,
        competence,
        level,
        on,
        method: 'certificate',
        assessorId: null,
        assessorName: measure.provider,
        evidenceKind: measure.evidenceKind,
        reference: certificate.reference,
        evidenceIds: kept,
        to,
        refreshMonths: null,
        note: `${measure.name} completed.`,
        recordedBy: context.reader.userId,
      },
    }));
    return [update, ...judgements];
  });
}
