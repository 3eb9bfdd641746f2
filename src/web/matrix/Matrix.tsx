import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { IconTable } from '@tabler/icons-react';
import type { PasteProposal } from './clipboard.ts';
import { DetailBar } from './DetailBar.tsx';
import { MatrixContext, type MatrixShared, type Sizes } from './matrix-context.ts';
import { MatrixGrid } from './MatrixGrid.tsx';
import { MatrixStore } from './matrix-store.ts';
import classes from './matrix.module.css';
import { useMessages } from '../message.ts';
import { matrixMessages } from './messages.ts';
import type {
  CellChange,
  CellDetail,
  CellKind,
  CellValue,
  ColumnTotal,
  Explain,
  LintMark,
  MatrixColumn,
  MatrixGroup,
  MatrixRow,
  RowRule,
  RowTotal,
} from './model.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { PrintTable, usePrinting } from './PrintTable.tsx';
import { labelWithin, lengths } from './lengths.ts';
import type { Refusal } from './save-queue.ts';
import { Session } from './session.ts';
import { useRememberedFolds, useRemembering } from './use-folds.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useWidth } from './use-width.ts';

/** Objects and functions should keep their identity between renders: a new one renders every cell in view again. */
export interface MatrixProps {
  /** The grid's name for those who hear it. */
  readonly label: string;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly groups?: readonly MatrixGroup[];
  /** Filled cells as the server holds them. A new array replaces what is shown, under changes still being saved. */
  readonly cells: readonly CellValue[];
  readonly kind: CellKind;
  /** Remarks from outside, as from an assessment. */
  readonly marks?: readonly LintMark[];
  /** Remarks worked out at once, row by row. */
  readonly lintRow?: RowRule;
  readonly rowTotal?: RowTotal;
  readonly columnTotal?: ColumnTotal;
  readonly readOnly?: boolean;
  readonly loading?: boolean;
  /** What stands behind a value, as "Through the role …": shown for the active cell. */
  readonly explain?: Explain;
  /** What stands behind the active cell, where a text is too little. */
  readonly detail?: CellDetail;
  /** What the rows are; requirements where nothing is said. */
  readonly rowHeading?: string;
  /** Under this name the browser remembers which groups are folded. */
  readonly memory?: string;
  /** Widths in CSS pixels. */
  readonly labelWidth?: number;
  readonly columnWidth?: number;
  readonly lineHeight?: number;
  /** Saves changes that are shown already; called once for each undoable step, in order. Rejecting takes them back. */
  readonly onChange?: (changes: readonly CellChange[]) => Promise<void>;
  readonly onRefused?: (refusal: Refusal) => void;
}

const noGroups: readonly MatrixGroup[] = [];
const noMarks: readonly LintMark[] = [];

/** A grid that is edited like a spreadsheet and knows what its cells mean. It fills the height of its container. */
export const Matrix = (props: MatrixProps) => {
  const { rows, columns, groups = noGroups, cells, marks = noMarks, lintRow } = props;
  const messages = useMessages(matrixMessages);
  const {
    kind,
    rowTotal,
    columnTotal,
    explain,
    detail,
    labelWidth = 320,
    columnWidth = 38,
    lineHeight = 28,
    loading = false,
  } = props;
  const readOnly = props.readOnly === true || props.onChange === undefined;
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const [announcement, setAnnouncement] = useState('');
  const [proposal, setProposal] = useState<PasteProposal>();
  const printing = usePrinting();
  const [frame, frameWidth] = useWidth();
  const [folds, remember] = useRememberedFolds(props.memory);

  const surroundings = {
    kind,
    messages,
    readOnly,
    announce: setAnnouncement,
    propose: setProposal,
    save: props.onChange,
    onRefused: props.onRefused,
  };
  const [{ store, session }] = useState(() => {
    const store = new MatrixStore({ rows, columns, groups }, cells, folds);
    store.lintRowsWith(lintRow);
    store.lint.set(marks);
    return { store, session: new Session(store, { ...surroundings, page: () => 1 }) };
  });

  const sizes = useMemo<Sizes>(() => {
    const banded = columns.some((column) => column.group !== undefined);
    return {
      line: lineHeight,
      column: columnWidth,
      label: labelWithin(frameWidth, labelWidth),
      total: 44,
      header: 152,
      band: banded ? 24 : 0,
      footer: 30,
    };
  }, [columns, columnWidth, lineHeight, labelWidth, frameWidth]);
  const rowHeading = props.rowHeading ?? messages.rowHeading;

  useLayoutEffect(() => {
    session.surround({
      ...surroundings,
      page: () => {
        const room = (viewport.current?.clientHeight ?? 0) - sizes.header - sizes.band - sizes.footer;
        return Math.max(1, Math.floor(room / sizes.line) - 1);
      },
    });
  });
  useRemembering(store, props.memory, remember);
  useUndoKeys(session);
  useFresh(() => store.arrange({ rows, columns, groups }), [store, rows, columns, groups]);
  useFresh(() => store.load(cells), [store, cells]);
  useFresh(() => store.lintRowsWith(lintRow), [store, lintRow]);
  useFresh(() => store.lint.set(marks), [store, marks]);

  const shared = useMemo<MatrixShared>(
    () => ({ id, store, session, kind, messages, readOnly, sizes, rowTotal, columnTotal, explain, detail, rowHeading }),
    [id, store, session, kind, messages, readOnly, sizes, rowTotal, columnTotal, explain, detail, rowHeading],
  );
  const answer = (agreed: boolean): void => {
    setProposal(undefined);
    if (agreed && proposal !== undefined) session.applyPaste(proposal);
  };
  const empty = rows.length === 0 || columns.length === 0;
  return (
    <MatrixContext value={shared}>
      <div ref={frame} className={classes.frame} style={lengths(sizes)} aria-busy={loading || undefined}>
        {loading ? (
          <Placeholder title={messages.loading} loading />
        ) : empty ? (
          <Placeholder title={messages.emptyTitle} hint={messages.emptyHint} />
        ) : (
          <>
            <MatrixGrid label={props.label} viewport={viewport} />
            <DetailBar />
          </>
        )}
        <output className={classes.spoken}>{announcement}</output>
        {proposal !== undefined && <PasteDialog proposal={proposal} onAnswer={answer} />}
      </div>
      {printing && <PrintTable label={props.label} />}
    </MatrixContext>
  );
};

/** Runs an effect when its inputs change, but not for those that the store was made with. */
const useFresh = (effect: () => void, inputs: readonly unknown[]): void => {
  const seen = useRef(inputs);
  useEffect(() => {
    if (seen.current.every((input, index) => input === inputs[index])) return;
    seen.current = inputs;
    effect();
  });
};

interface PlaceholderProps {
  readonly title: string;
  readonly hint?: string;
  readonly loading?: boolean;
}

const Placeholder = ({ title, hint, loading }: PlaceholderProps) => (
  <div className={classes.placeholder} data-loading={loading === true ? '' : undefined}>
    <IconTable size={36} stroke={1.2} aria-hidden />
    <p className={classes.placeholderTitle}>{title}</p>
    {hint !== undefined && <p className={classes.placeholderHint}>{hint}</p>}
  </div>
);
