import { IconAlertTriangle, IconCheck, IconCircle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { TrainingRow } from '../contract.ts';
import { trainingMessages } from './messages.ts';
import classes from './training.module.css';

interface Step {
  readonly name: string;
  readonly text: string;
  readonly standing: 'done' | 'open' | 'late';
}

const icons = { done: IconCheck, open: IconCircle, late: IconAlertTriangle };

/** From being asked for to the check of the effect: what happened, and what is still to come. */
export function TrainingSteps({ row }: { readonly row: TrainingRow }): JSX.Element {
  const steps = useSteps(row);
  return (
    <ol className={classes.steps}>
      {steps.map(({ name, text, standing }) => {
        const Icon = icons[standing];
        return (
          <li
            key={name}
            className={classes.step}
            data-done={standing === 'done' || undefined}
            data-late={standing === 'late' || undefined}
          >
            <Icon size={16} aria-hidden />
            <span className={classes.stepName}>{name}</span>
            <span>{text}</span>
          </li>
        );
      })}
    </ol>
  );
}

function useSteps(row: TrainingRow): readonly Step[] {
  const all = useMessages(trainingMessages);
  const format = useFormat();
  const texts = all.page;
  const { steps } = texts;
  const { approval, effectiveness, completedOn, sessionOn, requestedByName, state, overdue, effect } = row;
  const isOver = state === 'completed' || state === 'cancelled';
  const asked: Step = {
    name: texts.asked,
    text: requestedByName === null ? steps.askedByNobody : steps.asked(requestedByName),
    standing: 'done',
  };
  const approved: Step = {
    name: texts.approval,
    text:
      approval === null
        ? state === 'proposed'
          ? steps.waits
          : row.unapproved
            ? steps.unapproved
            : steps.noApproval
        : approval.verdict === 'approved'
          ? steps.approved(approval.name, format.date(approval.on))
          : steps.declined(approval.name, format.date(approval.on)),
    standing: approval !== null ? 'done' : row.unapproved ? 'late' : 'open',
  };
  const session: Step = {
    name: texts.session,
    text: sessionOn === null ? steps.noSession : steps.session(format.date(sessionOn)),
    standing: sessionOn === null ? 'open' : 'done',
  };
  const done: Step = {
    name: texts.done,
    text:
      completedOn !== null
        ? steps.done(format.date(completedOn))
        : state === 'cancelled'
          ? all.states.cancelled
          : steps.notDone(format.date(row.due)),
    standing: completedOn !== null ? 'done' : overdue ? 'late' : 'open',
  };
  const checked: Step = {
    name: texts.effect,
    text:
      effectiveness === null
        ? isOver
          ? steps.noCheck
          : ''
        : effectiveness.result === null || effectiveness.on === null
          ? steps.checkFrom(all.methods[effectiveness.method], format.date(effectiveness.due))
          : steps.checked(
              all.effects[effectiveness.result],
              effectiveness.by ?? '',
              format.date(effectiveness.on),
              effectiveness.note,
            ),
    standing: effect === 'due' ? 'late' : effect === 'none' || effect === 'scheduled' ? 'open' : 'done',
  };
  return [asked, approved, session, done, checked].filter(({ text }) => text !== '');
}
