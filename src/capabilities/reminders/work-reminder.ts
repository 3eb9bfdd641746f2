import { daysBetween, type PlainDate } from '../../kernel/date.ts';
import type { Due, ReminderContext } from './reminder.ts';
import { notices, stepOn } from './step.ts';
import { countsUntil, dueBy, tellPerson, tellStewards, toAll } from './telling.ts';

/** Actions that are not closed, for who owns them; for who leads the ISMS where that person is gone. */
export function actionReminders({ resolution, recipients, on }: ReminderContext): readonly Due[] {
  return resolution.snapshot.action.flatMap((action) => {
    const { id, title, due, state, ownerId } = action;
    const step = stepOn(due, on, notices.action);
    if (state === 'done' || state === 'dropped' || step === null) return [];
    const owner = resolution.people.get(ownerId);
    const gone = owner?.active !== true;
    const text = `"${title}", ${dueBy(due, on)}`;
    return {
      kind: 'action-due',
      key: `action ${id} ${due}`,
      step,
      left: daysBetween(on, due),
      text: {
        self: `Action ${text}.`,
        manager: `${owner?.person.name ?? ''}: action ${text}.`,
        steward: gone ? `Action ${text}, and its owner is gone.` : `${owner.person.name}: action ${text}.`,
      },
      path: { self: '/actions', manager: '/actions', steward: '/actions' },
      to: gone ? tellStewards(recipients) : tellPerson(recipients, owner.person, daysBetween(on, due) < 0),
    };
  });
}

/** Controls that compensate for duties that meet in one person, before they end. Once they have, the conflict itself is a gap. */
export function controlReminders({ resolution, recipients, on }: ReminderContext): readonly Due[] {
  const { snapshot, people } = resolution;
  const latest = new Map<string, PlainDate>();
  for (const { rule, personId, expires } of snapshot.compensatingControl) {
    const last = latest.get(`${rule} ${personId}`);
    if (last === undefined || last < expires) latest.set(`${rule} ${personId}`, expires);
  }
  return snapshot.compensatingControl.flatMap(({ id, rule, personId, expires, ownerId }) => {
    const standing = people.get(personId);
    const step = stepOn(expires, on, notices.control);
    if (standing?.active !== true || step === null || step.startsWith('overdue')) return [];
    if ((latest.get(`${rule} ${personId}`) ?? expires) > expires) return [];
    const owner = recipients.person(ownerId);
    const text = `The compensating control for ${rule} of ${standing.person.name} ${countsUntil(expires, on)}.`;
    return {
      kind: 'control-expiring',
      key: `control ${id} ${expires}`,
      step,
      left: daysBetween(on, expires),
      text: toAll(text),
      path: { self: '/segregation', manager: '/segregation', steward: '/segregation' },
      to: owner === null ? tellStewards(recipients) : [{ recipient: owner, as: 'self' }],
    };
  });
}
