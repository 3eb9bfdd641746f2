import { daysBetween } from '../../kernel/date.ts';
import { acknowledgementsBy, campaignStanding, isRunning } from '../awareness/campaign-standing.ts';
import type { Measure, Training } from '../training/model.ts';
import type { Standing } from '../assessment/resolution.ts';
import type { Due, ReminderContext } from './reminder.ts';
import { notices, roundOn, stepOn } from './step.ts';
import { dueBy, ofPerson, tellManager, tellPerson, toAll } from './telling.ts';

interface Placed {
  readonly training: Training;
  readonly measure: Measure;
  readonly standing: Standing;
}

/** Trainings of people who are engaged, with their measures. */
function placedTrainings({ resolution: { snapshot, people } }: ReminderContext): readonly Placed[] {
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  return snapshot.training.flatMap((training) => {
    const [measure, standing] = [measures.get(training.measureId), people.get(training.personId)];
    return measure === undefined || standing?.active !== true ? [] : [{ training, measure, standing }];
  });
}

/** Whether the training is for a role that the person no longer holds. */
const isMoot = ({ training: { roleId }, standing }: Placed, { resolution }: ReminderContext): boolean =>
  roleId !== null &&
  resolution.roles.get(roleId)?.holding !== 'everyone' &&
  !standing.appointments.some((appointment) => appointment.roleId === roleId);

/** Trainings that were approved and are to be done. What the person has reported waits for somebody else. */
export function trainingReminders(context: ReminderContext): readonly Due[] {
  const { recipients, on } = context;
  return placedTrainings(context).flatMap((placed) => {
    const { training, measure, standing } = placed;
    const { id, due, state, reported } = training;
    const step = stepOn(due, on, notices.training);
    if ((state !== 'planned' && state !== 'enrolled') || reported !== null || step === null) return [];
    if (isMoot(placed, context)) return [];
    const left = daysBetween(on, due);
    return {
      kind: 'training-due',
      key: `training ${id} ${due}`,
      step,
      left,
      text: ofPerson(standing.person, `training "${measure.name}", ${dueBy(due, on)}.`),
      path: { self: '/me', manager: '/training', steward: '/training' },
      to: tellPerson(recipients, standing.person, left < 0),
    };
  });
}

/** Checks of the effect of trainings (7.2 c): for the manager, who sees whether it worked. */
export function effectivenessReminders(context: ReminderContext): readonly Due[] {
  const { recipients, on } = context;
  return placedTrainings(context).flatMap(({ training, measure, standing: { person } }) => {
    const { id, state, effectiveness } = training;
    if (state !== 'completed' || effectiveness === null || effectiveness.result !== null) return [];
    const { due } = effectiveness;
    const step = stepOn(due, on, notices.effectiveness);
    if (step === null) return [];
    return {
      kind: 'effectiveness-due',
      key: `effect ${id} ${due}`,
      step,
      left: daysBetween(on, due),
      text: toAll(`Check whether "${measure.name}" has worked for ${person.name}: ${dueBy(due, on)}.`),
      path: { self: '/training', manager: '/training', steward: '/training' },
      to: tellManager(recipients, person),
    };
  });
}

/** Campaigns that people of the audience have not acknowledged (7.3): every so many days, as the campaign says. */
export function campaignReminders({ resolution, recipients, on }: ReminderContext): readonly Due[] {
  const acknowledged = acknowledgementsBy(resolution.snapshot.acknowledgement, on);
  return resolution.snapshot.campaign.flatMap((campaign) => {
    const { id, title, from, due, remindDays } = campaign;
    if (remindDays === null || !isRunning(campaign, on)) return [];
    const step = roundOn(from, on, remindDays);
    const left = daysBetween(on, due);
    const text = `read and acknowledge "${title}", ${dueBy(due, on)}.`;
    const path = `/awareness/${id}/read`;
    return campaignStanding(resolution, campaign, acknowledged(campaign)).people.flatMap(
      ({ person, acknowledged: done }): readonly Due[] =>
        done !== null
          ? []
          : [
              {
                kind: 'campaign-open',
                key: `campaign ${id} ${person.id}`,
                step,
                left,
                text: ofPerson(person, text),
                path: { self: path, manager: path, steward: path },
                to: tellPerson(recipients, person, left < 0),
              },
            ],
    );
  });
}
