import { IconNote } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { SheetRow, WrittenAnalysis } from './analysis-sheet.ts';
import classes from './analysis.module.css';
import { programmeMessages } from './messages.ts';
import { SheetText } from './SheetText.tsx';

interface AtHandCellProps {
  readonly row: SheetRow;
  readonly mayChange: boolean;
  readonly onRecord: (fields: WrittenAnalysis) => void;
}

/** Who is there today and with how many hours, and what somebody noted on it. */
export function AtHandCell({ row, mayChange, onRecord }: AtHandCellProps): JSX.Element {
  const texts = useMessages(programmeMessages).analysis;
  const format = useFormat();
  const [noting, setNoting] = useState(false);
  const { line, requirement, shown } = row;
  const people = [
    [texts.accountable, line.accountable],
    [texts.responsible, line.responsible],
  ] as const;
  const hours = format.number(line.hoursPerWeek);
  return (
    <>
      <div className={classes.atHand}>
        {people.map(([letter, { names, more }]) => (
          <span key={letter} data-nobody={names.length === 0 || undefined}>
            <b>{letter}</b>
            <span title={names.join(', ')}>{names.length === 0 ? texts.nobody : names.join(', ')}</span>
            {more > 0 && <em>{texts.more(more)}</em>}
            {letter === texts.responsible && line.hoursPerWeek > 0 && (
              <em title={texts.hoursHint(hours)}>{texts.hours(hours)}</em>
            )}
          </span>
        ))}
        {mayChange && shown.atHand === '' && !noting && (
          <button
            type="button"
            className={classes.addNote}
            aria-label={texts.addNote(requirement.id)}
            title={texts.addNote(requirement.id)}
            onClick={() => setNoting(true)}
          >
            <IconNote size={14} aria-hidden />
          </button>
        )}
      </div>
      {(noting || shown.atHand !== '') && (
        <SheetText
          label={texts.noteOf(requirement.id)}
          text={shown.atHand}
          placeholder={texts.note}
          focusFirst={noting}
          mayChange={mayChange}
          onKeep={(atHand) => onRecord({ ...shown, atHand })}
          onLeave={() => setNoting(false)}
        />
      )}
    </>
  );
}
