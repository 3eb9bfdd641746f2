import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { aspectNames, aspectStates } from '../model.ts';
import classes from './coverage.module.css';
import { messages } from './messages.ts';
import { StateMark } from './StateMark.tsx';

/** What colours, edges and marks of the map mean. */
export function CoverageLegend(): JSX.Element {
  const text = useMessages(messages);
  return (
    <div className={classes.legend}>
      {aspectStates.map((state) => (
        <span key={state}>
          <span className={`${classes.tile} ${classes.swatch}`} data-state={state} aria-hidden />
          <StateMark state={state} />
          {text.state[state]}
        </span>
      ))}
      <span>
        <span className={`${classes.tile} ${classes.swatch}`} data-state="none" aria-hidden />
        {text.notApplicable}
      </span>
      <span>
        {text.overview.marks}: {aspectNames.map((name) => text.aspect[name].toLowerCase()).join(', ')}
      </span>
    </div>
  );
}
