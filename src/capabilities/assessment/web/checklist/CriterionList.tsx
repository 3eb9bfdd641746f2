import type { JSX } from 'react';
import { criteria as catalogue } from '../../../../domain/checklist.ts';
import { useMessages } from '../../../../web/message.ts';
import type { CriterionStatus } from '../../model.ts';
import { messages } from '../messages.ts';
import classes from './checklist.module.css';
import { CriterionMark } from './ItemStateMark.tsx';

/** Criteria with what was measured; those that cannot be judged say what they wait for. */
export function CriterionList({ criteria }: { readonly criteria: readonly CriterionStatus[] }): JSX.Element {
  const text = useMessages(messages).checklists;
  return (
    <ul className={classes.criteria} aria-label={text.follows}>
      {criteria.map(({ id, state, because }) => (
        <li key={id}>
          <CriterionMark state={state} />
          <div>
            <div>{catalogue.find((criterion) => criterion.id === id)?.description ?? id}</div>
            <div className={classes.because}>{because}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
