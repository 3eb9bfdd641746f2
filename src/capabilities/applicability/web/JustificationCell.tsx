import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type JSX, type KeyboardEvent } from 'react';
import { useMessages } from '../../../web/message.ts';
import { applicabilityMessages } from './messages.ts';
import { isUnjustified, type StatementRow } from './statement.ts';
import classes from './statement.module.css';

interface JustificationProps {
  readonly row: StatementRow;
  readonly mayChange: boolean;
  readonly onSave: (justification: string) => void;
}

/** Saved when one leaves the cell or presses Enter; Escape brings back what was there. */
export function JustificationCell({ row, mayChange, onSave }: JustificationProps): JSX.Element {
  const texts = useMessages(applicabilityMessages);
  const { justification } = row.fields;
  const [text, setText] = useState<string | null>(null);
  const unjustified = isUnjustified(row);
  const keep = (): void => {
    if (text !== null && text.trim() !== justification) onSave(text);
    setText(null);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') setText(null);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    keep();
  };
  return (
    <span className={classes.justification}>
      {unjustified && <IconAlertTriangle size={15} className={classes.warning} aria-hidden />}
      <textarea
        rows={1}
        data-cell="justification"
        aria-label={texts.justificationOf(row.control.id)}
        aria-invalid={unjustified || undefined}
        placeholder={unjustified ? texts.unjustified : mayChange ? texts.why : undefined}
        title={unjustified ? texts.unjustified : justification}
        readOnly={!mayChange}
        value={text ?? justification}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={keys}
      />
    </span>
  );
}
