import { IconCircleCheck, IconCircleHalf2, IconCircleX, type Icon } from '@tabler/icons-react';
import type { JSX, KeyboardEvent } from 'react';
import { useMessages } from '../../../web/message.ts';
import { analysisVerdicts, type AnalysisVerdict } from '../model.ts';
import { programmeMessages } from './messages.ts';
import classes from './analysis.module.css';

const icons: Readonly<Record<AnalysisVerdict, Icon>> = {
  enough: IconCircleCheck,
  partly: IconCircleHalf2,
  missing: IconCircleX,
};

interface VerdictKeysProps {
  readonly label: string;
  readonly verdict: AnalysisVerdict | null;
  readonly proposed: AnalysisVerdict;
  readonly mayChange: boolean;
  readonly onJudge: (verdict: AnalysisVerdict) => void;
}

/** Moves the focus to the verdict of the row so many places on. */
function step(from: Element, by: 1 | -1): void {
  const stops = [...(from.closest('table')?.querySelectorAll<HTMLElement>('[data-verdict-stop]') ?? [])];
  const here = stops.findIndex((stop) => stop.parentElement === from);
  stops[here + by]?.focus();
}

/** Three keys as one stop of Tab: letters judge and go on, arrows up and down walk the rows. */
export function VerdictKeys({ label, verdict, proposed, mayChange, onJudge }: VerdictKeysProps): JSX.Element {
  const texts = useMessages(programmeMessages).analysis;
  const keys = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const group = event.currentTarget.parentElement;
    if (group === null) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(group, event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !mayChange) return;
    const typed = analysisVerdicts.find((one) => texts.keys[one].toLowerCase() === event.key.toLowerCase());
    const chosen = typed ?? (event.key === 'Enter' ? (verdict ?? proposed) : undefined);
    if (chosen === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    step(group, 1);
    if (chosen !== verdict) onJudge(chosen);
  };
  return (
    <div role="group" aria-label={label} className={classes.verdict}>
      {analysisVerdicts.map((one) => {
        const VerdictIcon = icons[one];
        const stop = one === (verdict ?? proposed);
        const isProposed = verdict === null && one === proposed;
        return (
          <button
            key={one}
            type="button"
            data-verdict={one}
            data-verdict-stop={stop || undefined}
            data-proposed={isProposed || undefined}
            aria-pressed={one === verdict}
            aria-disabled={!mayChange || undefined}
            tabIndex={stop ? 0 : -1}
            aria-label={texts.judge(texts.verdicts[one], isProposed)}
            title={texts.judge(texts.verdicts[one], isProposed)}
            onKeyDown={keys}
            onClick={() => {
              if (mayChange && one !== verdict) onJudge(one);
            }}
          >
            <VerdictIcon size={14} aria-hidden />
            {(one === verdict || isProposed) && texts.verdicts[one]}
          </button>
        );
      })}
    </div>
  );
}
