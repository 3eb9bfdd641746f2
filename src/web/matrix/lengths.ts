import type { CSSProperties } from 'react';
import type { Sizes } from './matrix-context.ts';

/** On a narrow page row headings leave at least three fifths of the width to the cells. All in pixels. */
export const labelWithin = (frameWidth: number | undefined, wanted: number): number =>
  frameWidth === undefined ? wanted : Math.round(Math.min(wanted, Math.max(96, frameWidth * 0.4)));

/** The lengths as the style sheets read them. */
export const lengths = (sizes: Sizes): CSSProperties =>
  ({
    '--mx-line': `${sizes.line}px`,
    '--mx-column': `${sizes.column}px`,
    '--mx-label': `${sizes.label}px`,
    '--mx-total': `${sizes.total}px`,
    '--mx-header': `${sizes.header}px`,
    '--mx-band': `${sizes.band}px`,
    '--mx-footer': `${sizes.footer}px`,
  }) as CSSProperties;
