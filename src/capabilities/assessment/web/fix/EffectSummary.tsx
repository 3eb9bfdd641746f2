import type { JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import type { Effect, EffectLine } from '../../../competence/way-out-effect.ts';
import { messages } from '../messages.ts';
import { SeverityMark } from '../SeverityMark.tsx';
import { wayOutMessages } from './way-out-messages.ts';
import classes from './way-out.module.css';

/** What a way out would make better and worse: one line, which opens to the gaps. */
export function EffectSummary({ effect }: { readonly effect: Effect }): JSX.Element {
  const text = useMessages(wayOutMessages).effect;
  const { closes, creates, better, worse } = effect;
  if (closes.length + creates.length + better.length + worse.length === 0)
    return <p className={classes.effect}>{text.none}</p>;
  const parts = [
    { kind: 'good', count: closes.length, said: text.closes },
    { kind: 'bad', count: creates.length, said: text.creates },
    { kind: 'good', count: better.length, said: text.better },
    { kind: 'bad', count: worse.length, said: text.worse },
  ].filter(({ count }) => count > 0);
  return (
    <>
      <p className={classes.effect}>
        {parts.map(({ kind, count, said }, at) => (
          <span key={said(count)}>
            {at > 0 && ' · '}
            <span data-kind={kind}>{said(count)}</span>
          </span>
        ))}
      </p>
      {closes.length + creates.length > 0 && (
        <details className={classes.details}>
          <summary>{text.show}</summary>
          <Lines label={text.closed} lines={closes} />
          <Lines label={text.created} lines={creates} />
        </details>
      )}
    </>
  );
}

function Lines({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly EffectLine[];
}): JSX.Element | null {
  const text = useMessages(wayOutMessages).effect;
  const { rule } = useMessages(messages);
  if (lines.length === 0) return null;
  return (
    <>
      <strong>{label}</strong>
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            <SeverityMark severity={line.severity} />{' '}
            <span>
              {rule[line.rule]}: {line.subject}
              {line.competence !== null && `, ${text.competence(line.competence.name, line.competence.level)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
