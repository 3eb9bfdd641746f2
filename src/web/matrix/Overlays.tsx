import type { CSSProperties, Ref } from 'react';
import type { Range } from './lines.ts';
import { useMatrix, useTopic, type Sizes } from './matrix-context.ts';
import classes from './overlay.module.css';

const isSeveral = (range: Range): boolean => range.top !== range.bottom || range.left !== range.right;

const boxOf = (range: Range, sizes: Sizes): CSSProperties => ({
  top: range.top * sizes.line,
  left: sizes.label + range.left * sizes.column,
  width: (range.right - range.left + 1) * sizes.column,
  height: (range.bottom - range.top + 1) * sizes.line,
});

/** Bars under the cells: where the pointer is, and where the active cell is. */
export const CrossBars = ({ hoverRef }: { readonly hoverRef: Ref<HTMLDivElement> }) => {
  const { store, sizes } = useMatrix();
  useTopic(store, 'cursor');
  const { active, range } = store.cursor;
  return (
    <div className={classes.bars} aria-hidden>
      <div className={classes.activeRow} style={{ transform: `translateY(${active.line * sizes.line}px)` }} />
      <div
        className={classes.activeColumn}
        style={{ transform: `translateX(${sizes.label + active.column * sizes.column}px)` }}
      />
      {isSeveral(range) && <div className={classes.selected} style={boxOf(range, sizes)} />}
      <div ref={hoverRef} className={classes.hover} hidden>
        <div className={classes.hoverRow} />
        <div className={classes.hoverColumn} />
      </div>
    </div>
  );
};

/** Frames over the cells: the selection and the active cell. */
export const Frames = () => {
  const { store, sizes, readOnly } = useMatrix();
  useTopic(store, 'cursor');
  const { active, range, line, combining, filling } = store.cursor;
  return (
    <div className={classes.frames} aria-hidden>
      {isSeveral(range) && <div className={classes.selection} style={boxOf(range, sizes)} />}
      {filling !== null && <div className={classes.filling} style={boxOf(filling, sizes)} />}
      {!readOnly && line?.kind === 'row' && (
        <div
          className={classes.handle}
          style={{
            top: (range.bottom + 1) * sizes.line - 4,
            left: sizes.label + (range.right + 1) * sizes.column - 4,
          }}
        />
      )}
      {line?.kind === 'row' && (
        <div
          className={classes.active}
          data-combining={combining ? '' : undefined}
          data-readonly={readOnly ? '' : undefined}
          style={{ top: active.line * sizes.line, left: sizes.label + active.column * sizes.column }}
        />
      )}
    </div>
  );
};
