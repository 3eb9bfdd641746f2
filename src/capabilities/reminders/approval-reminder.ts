import { plainDate, type PlainDate } from '../../kernel/date.ts';
import type { UserId } from '../../kernel/id.ts';
import { awaitsApproval } from '../assessment/competence-role-rule.ts';
import type { Due, ReminderContext } from './reminder.ts';
import { OVERDUE_DAYS, roundOn } from './step.ts';
import { tellManager, toAll } from './telling.ts';

/** Of what waits in numbers nobody knows since when: it is told in turns that begin on this day, a Monday. */
const TURNS_SINCE = plainDate('2024-01-01');

/** Something that waits for those who decide, and have not asked for it themselves. */
interface Waiting {
  readonly key: string;
  readonly since: PlainDate | null;
  readonly askedBy: UserId | null;
  readonly text: string;
  readonly path: string;
}

function dueOf({ recipients, on }: ReminderContext, { key, since, askedBy, text, path }: Waiting): Due {
  return {
    kind: 'approval-waiting',
    key: `approval ${key}`,
    step: roundOn(since ?? TURNS_SINCE, on, OVERDUE_DAYS),
    // What waits is not late: nobody said by when.
    left: 0,
    text: toAll(text),
    path: { self: path, manager: path, steward: path },
    to: recipients.deciders(askedBy).map((recipient) => ({ recipient, as: 'steward' })),
  };
}

/** Rows that wait, told as one number for each account that asked: hundreds of them are one thing to do. */
function inNumbers(
  rows: readonly { readonly requestedBy: UserId | null }[],
  what: { readonly one: string; readonly many: string },
  path: string,
): readonly Waiting[] {
  return [...Map.groupBy(rows, ({ requestedBy }) => requestedBy)].map(([askedBy, { length }]) => ({
    key: `${what.many} ${askedBy ?? ''}`,
    since: null,
    askedBy,
    text: `${length} ${length === 1 ? `${what.one} waits` : `${what.many} wait`} for approval.`,
    path,
  }));
}

/** What waits for a second person's word, and what people report of themselves. */
export function approvalReminders(context: ReminderContext): readonly Due[] {
  const { resolution, recipients, on } = context;
  const { snapshot, people } = resolution;
  const measures = new Map(snapshot.measure.map(({ id, name }) => [id, name]));
  const active = ({ personId }: { readonly personId: Parameters<typeof people.get>[0] }): boolean =>
    people.get(personId)?.active === true;
  const versions = snapshot.documentVersion
    .filter(({ decision }) => decision === null)
    .map(({ id, document, number, requestedBy, requestedOn }) => ({
      key: id,
      since: requestedOn,
      askedBy: requestedBy,
      text: `Version ${number} of the ${document.replaceAll('-', ' ')} waits for approval.`,
      path: '/documents',
    }));
  const appointments = snapshot.appointment.filter(
    (one) => one.approval === null && one.requestedBy !== null && (one.to === null || on < one.to) && active(one),
  );
  const proposed = snapshot.training.filter((one) => one.state === 'proposed' && active(one));
  const waiting: readonly Waiting[] = [
    ...versions,
    ...inNumbers(appointments, { one: 'appointment', many: 'appointments' }, '/roles'),
    ...inNumbers(proposed, { one: 'training', many: 'trainings' }, '/training'),
    ...inNumbers(
      snapshot.role.filter(awaitsApproval).map((role) => ({ requestedBy: role.competencesRequestedBy })),
      { one: 'role with other required competences', many: 'roles with other required competences' },
      '/roles',
    ),
  ];
  const reported = snapshot.training.flatMap(({ id, state, measureId, personId, reported: said }): readonly Due[] => {
    const standing = people.get(personId);
    if (standing?.active !== true || said === null || (state !== 'planned' && state !== 'enrolled')) return [];
    const what = `"${measures.get(measureId) ?? ''}"`;
    const text = `${standing.person.name} says that they did ${what}: it waits for confirmation.`;
    const due = dueOf(context, { key: `${id} reported`, since: said.on, askedBy: null, text, path: '/training' });
    return [{ ...due, to: tellManager(recipients, standing.person) }];
  });
  return [...waiting.map((one) => dueOf(context, one)), ...reported];
}
