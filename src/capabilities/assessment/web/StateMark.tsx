import type { JSX } from 'react';
import { aspectNames, type Aspect, type AspectName, type AspectState } from '../model.ts';
import classes from './state.module.css';

/** The state of one aspect as a shape of 8 by 8: full, half, empty with a cross, or a dash where nothing is judged. */
export function StateShape({ state, x = 0 }: { readonly state: AspectState; readonly x?: number }): JSX.Element {
  switch (state) {
    case 'met':
      return <circle cx={x + 4} cy="4" r="3" data-state={state} />;
    case 'weak':
      return (
        <g data-state={state}>
          <circle cx={x + 4} cy="4" r="2.6" data-hollow />
          <path d={`M${x + 4} 1.4a2.6 2.6 0 0 0 0 5.2z`} />
        </g>
      );
    case 'gap':
      return <path d={`M${x + 1.4} 1.4l5.2 5.2m0-5.2l-5.2 5.2`} data-cross data-state={state} />;
    case 'unjudged':
      return <path d={`M${x + 1.8} 4h4.4`} data-dash data-state={state} />;
    default:
      return state satisfies never;
  }
}

/** A mark of its own beside a text. */
export function StateMark({ state }: { readonly state: AspectState }): JSX.Element {
  return (
    <svg viewBox="0 0 8 8" width="13" height="13" className={classes.mark} data-state={state} aria-hidden>
      <StateShape state={state} />
    </svg>
  );
}

/** The six marks of a requirement, in the order of the aspects. */
export function AspectMarks({ aspects }: { readonly aspects: Readonly<Record<AspectName, Aspect>> }): JSX.Element {
  return (
    <svg viewBox="0 0 50 8" width="50" height="8" className={classes.marks} aria-hidden>
      {aspectNames.map((name, index) => (
        <StateShape key={name} state={aspects[name].state} x={index * 8.4} />
      ))}
    </svg>
  );
}
