import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { Answer, AnswerPerson } from '../model.ts';
import { messages } from './messages.ts';
import classes from './requirement.module.css';

const NAMED = 4;

/** The killer query as one readable line, and whether it is enough. */
export function AnswerLine({ answer }: { readonly answer: Answer }): JSX.Element {
  const all = useMessages(messages);
  const text = all.requirement;
  const format = useFormat();
  const named = (people: readonly AnswerPerson[]): string => {
    const names = [...new Set(people.map(({ name }) => name))];
    if (names.length === 0) return text.nobody;
    const more = names.length - NAMED;
    return format.list(more > 0 ? [...names.slice(0, NAMED), text.more(more)] : names);
  };
  const accountable = named(answer.accountable);
  const responsible = named(answer.responsible);
  const several = new Set(answer.responsible.map(({ personId }) => personId)).size > 1;
  const sentence = several ? text.lineMany(accountable, responsible) : text.line(accountable, responsible);
  const verdict = answer.enough === null ? 'unknown' : answer.enough ? 'yes' : 'no';
  const label = { yes: text.enoughYes, no: text.enoughNo, unknown: text.enoughUnknown }[verdict];
  return (
    <div className={classes.line} data-enough={verdict}>
      <p className={classes.sentence}>
        {answer.requirement.applicable ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` : all.notApplicable}
      </p>
      <p className={classes.verdict}>
        {answer.because.startsWith(`${label}:`) ? (
          <>
            <strong>{label}:</strong>
            {answer.because.slice(label.length + 1)}
          </>
        ) : (
          <>
            <strong>{label}.</strong> {answer.because}
          </>
        )}
      </p>
    </div>
  );
}
