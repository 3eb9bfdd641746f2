import { useCallback, useState, type JSX, type KeyboardEvent } from 'react';
import classes from './analysis.module.css';

interface SheetTextProps {
  readonly label: string;
  readonly text: string;
  /** Nobody has kept it yet. */
  readonly proposal?: boolean;
  readonly placeholder?: string;
  readonly mayChange: boolean;
  /** Takes the focus when it appears. */
  readonly focusFirst?: boolean;
  readonly onKeep: (text: string) => void;
  readonly onLeave?: () => void;
}

/** Text in a cell. Kept when one leaves it or presses Enter; Shift+Enter breaks the line, Escape brings back what was there. */
export function SheetText(props: SheetTextProps): JSX.Element | null {
  const { label, text, proposal = false, placeholder, focusFirst = false, mayChange, onKeep, onLeave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && typed.trim() !== text) onKeep(typed.trim());
    setTyped(null);
  };
  const focus = useCallback(
    (area: HTMLTextAreaElement | null) => {
      if (focusFirst) area?.focus();
    },
    [focusFirst],
  );
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') setTyped(null);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    keep();
  };
  if (!mayChange)
    return text === '' ? null : (
      <span className={classes.words} data-proposal={proposal || undefined} title={text}>
        {text}
      </span>
    );
  return (
    <textarea
      ref={focus}
      className={classes.text}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      title={text}
      data-proposal={(proposal && typed === null) || undefined}
      data-empty={text === '' || undefined}
      value={typed ?? text}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        keep();
        onLeave?.();
      }}
      onKeyDown={keys}
    />
  );
}
