import { groundIn } from '../../../web/matrix/competence-kind.tsx';
import type { ColumnTotal, FilledCells, RowTotal } from '../../../web/matrix/model.ts';

/** A competence that so few prove is one absence away from nobody. */
const THIN = 1;

/** How many cells require a level, and in how many of them it is proven. */
function counted(grounds: FilledCells | undefined): { readonly needed: number; readonly proving: number } {
  let [needed, proving] = [0, 0];
  for (const ground of grounds?.values() ?? []) {
    const { required, state } = groundIn(ground);
    if (required === '') continue;
    needed += 1;
    if (state === 'met' || state === 'expiring') proving += 1;
  }
  return { needed, proving };
}

interface TotalTexts {
  readonly gapTotal: string;
  readonly gapReason: (gaps: number, needs: number) => string;
  readonly provingTotal: string;
  readonly provingShown: string;
  readonly provingReason: (proving: number, needed: number) => string;
  readonly thin: string;
}

/** How many required levels a person does not prove. */
export const gapTotal = (texts: TotalTexts): RowTotal => ({
  label: texts.gapTotal,
  of: (_row, _cells, grounds) => {
    const { needed, proving } = counted(grounds);
    if (needed === 0) return { text: '' };
    return { text: String(needed - proving), reason: texts.gapReason(needed - proving, needed) };
  },
});

/** How many in view prove what is required of them; where all are in view, one or nobody is marked. */
export const provingTotal = (texts: TotalTexts, isNarrowed: boolean): ColumnTotal => ({
  label: isNarrowed ? texts.provingShown : texts.provingTotal,
  of: (_column, _cells, grounds) => {
    const { needed, proving } = counted(grounds);
    if (needed === 0) return { text: '' };
    const reason = texts.provingReason(proving, needed);
    return proving <= THIN && !isNarrowed
      ? { text: String(proving), severity: 'error', reason: `${reason} ${texts.thin}` }
      : { text: proving.toLocaleString('en'), reason };
  },
});
