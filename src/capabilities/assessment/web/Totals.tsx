import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { severities, type AspectState, type AssessmentTotals } from '../model.ts';
import { messages } from './messages.ts';
import classes from './overview.module.css';
import { SeverityMark } from './SeverityMark.tsx';
import { StateMark } from './StateMark.tsx';

const order: readonly AspectState[] = ['met', 'weak', 'gap', 'unjudged'];

/** Applicable requirements by state, as one bar with its figures. */
export function StateBar({ totals }: { readonly totals: AssessmentTotals }): JSX.Element {
  const text = useMessages(messages);
  const present = order.filter((state) => totals.states[state] > 0);
  return (
    <div className={classes.stateBar}>
      <div className={classes.bar} aria-hidden>
        {present.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: totals.states[state] }} />
        ))}
      </div>
      <ul className={classes.barFigures}>
        {present.map((state) => (
          <li key={state}>
            <StateMark state={state} />
            <strong>{totals.states[state]}</strong> {text.stateOf(state, true)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many gaps there are of each severity, each a way to their list. */
export function SeverityCounts({ totals }: { readonly totals: AssessmentTotals }): JSX.Element {
  const text = useMessages(messages);
  const { slug } = useOrganization();
  return (
    <ul className={classes.severityCounts}>
      {severities.map((severity) => (
        <li key={severity}>
          <Tooltip label={text.severityHint[severity]}>
            <Link
              to="/o/$slug/gaps"
              params={{ slug }}
              search={{ severity }}
              className={classes.severityCount}
              data-none={totals.severities[severity] === 0 || undefined}
            >
              <span className={classes.figure}>{totals.severities[severity]}</span>
              <SeverityMark severity={severity} withLabel />
            </Link>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
