import type { JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import type { AspectState, CriterionStatus, ItemState } from '../../model.ts';
import { messages } from '../messages.ts';
import { StateMark } from '../StateMark.tsx';
import classes from './checklist.module.css';

const shape: Readonly<Record<ItemState, AspectState>> = {
  done: 'met',
  partly: 'weak',
  open: 'gap',
  unjudged: 'unjudged',
};
const criterionShape: Readonly<Record<CriterionStatus['state'], AspectState>> = {
  met: 'met',
  'not-met': 'gap',
  unjudged: 'unjudged',
};

/** The computed state of an item as shape, colour and word. */
export function ItemStateMark({ state }: { readonly state: ItemState }): JSX.Element {
  const text = useMessages(messages).checklists;
  return (
    <span className={classes.state} data-state={shape[state]}>
      <StateMark state={shape[state]} />
      {text.state[state]}
    </span>
  );
}

/** The state of one criterion, before its text. */
export function CriterionMark({ state }: { readonly state: CriterionStatus['state'] }): JSX.Element {
  const text = useMessages(messages).checklists;
  return (
    <span className={classes.criterionMark}>
      <StateMark state={criterionShape[state]} />
      <span className={classes.hidden}>{text.criterion[state]}:</span>
    </span>
  );
}
