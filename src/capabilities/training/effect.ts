import { z } from 'zod';
import { plainDateSchema, type PlainDate } from '../../kernel/date.ts';
import { forbidden, invalid, MusterError, type FieldError } from '../../kernel/errors.ts';
import { idSchema, type EvidenceId, type MeasureId, type NewId, type PersonId } from '../../kernel/id.ts';
import { levelSchema } from '../../kernel/level.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';
import { requireEvidence } from '../competence/evidence-use.ts';
import type { HeldBook } from '../competence/held.ts';
import { judgementChange } from '../competence/judgement-change.ts';
import type { Reader } from '../roles/approval.ts';
import type { ChangeItem } from '../trail/change.ts';
import { mayChange } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { refuseOwnTraining, type SeenTraining } from './approval.ts';
import { effectivenessResults } from './model.ts';
import { askedItems } from './planning.ts';

/** How a level is judged where the effect of a training is checked: by somebody, never by the course itself. */
export const effectMethods = ['test', 'interview', 'observed', 'manager'] as const;

/** What the check of a training's effect found (7.2 c), and what follows from it. */
export const effectRecord = z.strictObject({
  result: z.enum(effectivenessResults),
  on: plainDateSchema,
  /** Who checked: somebody of the register, or a name from outside; both null for the reader. */
  byId: idSchema<PersonId>().nullable().default(null),
  byName: lineSchema(200).nullable().default(null),
  note: proseSchema(2000).default(''),
  /** The level that was shown; null where nobody judged it. */
  judgement: z
    .strictObject({
      level: levelSchema,
      method: z.enum(effectMethods),
      reference: lineSchema(500).nullable().default(null),
      evidenceIds: z.array(idSchema<EvidenceId>()).max(20).default([]),
    })
    .nullable()
    .default(null),
  /** The training that is asked for next, because this one did not do. */
  next: z.strictObject({ measureId: idSchema<MeasureId>(), due: plainDateSchema }).nullable().default(null),
});
export type EffectRecord = z.output<typeof effectRecord>;

/**
 * The items that record what the check found: the result, the level that was shown, and the training that is asked for
 * next, in one change. A gap closes by the judgement only, never by attendance; a lower level ends what said more.
 * `held`: of today.
 * @throws MusterError `forbidden` for who was trained, `invalid`, `not-found`
 */
export function effectItems(
  snapshot: Snapshot,
  { id, version }: SeenTraining,
  record: EffectRecord,
  reader: Reader,
  context: { readonly today: PlainDate; readonly held: HeldBook; readonly newId: NewId },
): readonly ChangeItem[] {
  const training = presentRow(snapshot, 'training', id);
  const person = presentRow(snapshot, 'person', training.personId);
  const { actor, userId } = reader;
  if (!mayChange(actor, 'training')) throw forbidden('change training');
  const own = {
    action: 'check the effect of a training',
    reason: `${person.name} was trained: somebody else has to check the effect.`,
  };
  refuseOwnTraining(snapshot, person, reader, own);
  if (record.byId === person.id) throw new MusterError({ code: 'forbidden', ...own });
  const by = record.byId === null ? null : presentRow(snapshot, 'person', record.byId);
  const { competence } = training;
  const { judgement, next, on } = record;
  const errors: FieldError[] = [];
  if (training.state !== 'completed' || training.completedOn === null)
    errors.push({ path: '', message: 'This training is not completed: there is no effect to check.' });
  else if (on < training.completedOn)
    errors.push({
      path: 'on',
      message: 'The training was completed later.',
      accepted: `${training.completedOn} or later`,
    });
  if (on > context.today)
    errors.push({ path: 'on', message: `${on} is still to come.`, accepted: 'today or an earlier day' });
  if (judgement !== null && competence === null)
    errors.push({ path: 'judgement', message: 'This training is for no competence that could be judged.' });
  if (judgement?.method === 'test' && judgement.reference === null && judgement.evidenceIds.length === 0)
    errors.push({
      path: 'judgement.reference',
      message: 'Nothing shows this test.',
      accepted: 'its file, or where it lies',
    });
  if (errors.length > 0) throw invalid(errors);
  if (judgement !== null) requireEvidence(snapshot, judgement.evidenceIds, person.id, 'judgement.evidenceIds');
  const name = by?.name ?? record.byName ?? actor.name;
  const measure = presentRow(snapshot, 'measure', training.measureId);
  const planned = training.effectiveness ?? {
    method: measure.effectiveness?.method ?? judgement?.method ?? 'manager',
    due: on,
  };
  const update: ChangeItem = {
    register: 'training',
    operation: 'update',
    id,
    version,
    fields: {
      effectiveness: {
        method: planned.method,
        due: planned.due,
        result: record.result,
        on,
        by: name,
        note: record.note,
      },
    },
  };
  const judged =
    judgement === null || competence === null
      ? []
      : judgementChange(
          context.held,
          [
            {
              ...judgement,
              personId: person.id,
              competence,
              on,
              assessorId: record.byId,
              assessorName: record.byId === null ? name : null,
              note: `Effect of ${measure.name} checked. ${record.note}`.trim().slice(0, 2000),
            },
          ],
          userId,
          context.newId,
        ).items;
  const follows =
    next === null
      ? []
      : askedItems(
          snapshot,
          [
            {
              personId: person.id,
              ...next,
              roleId: training.roleId,
              competence,
              level: training.level,
              reason: `${measure.name} was ${record.result === 'not-effective' ? 'not effective' : record.result}.`,
            },
          ],
          userId,
          context.today,
          context.newId,
        );
  return [update, ...judged, ...follows];
}
