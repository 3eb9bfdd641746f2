import { useRef, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import type { Position, Range } from './lines.ts';
import type { MatrixShared } from './matrix-context.ts';

interface Hit extends Position {
  readonly zone: 'cell' | 'row' | 'column' | 'band';
}

/** The part of the viewport that shows cells and row headings, between the frozen head and foot. In screen pixels. */
const cellArea = (viewport: HTMLElement, shared: MatrixShared) => {
  const { sizes } = shared;
  const box = viewport.getBoundingClientRect();
  const [left, top] = [box.left + viewport.clientLeft, box.top + viewport.clientTop];
  return {
    left: left + sizes.label,
    top: top + sizes.header + sizes.band,
    right: left + viewport.clientWidth - (shared.rowTotal === undefined ? 0 : sizes.total),
    bottom: top + viewport.clientHeight - (shared.columnTotal === undefined ? 0 : sizes.footer),
  };
};

/** What lies under a point of the screen, or undefined over head, foot, totals and beyond the last line or column. */
const hitAt = (viewport: HTMLElement, shared: MatrixShared, x: number, y: number): Hit | undefined => {
  const { sizes, store } = shared;
  const area = cellArea(viewport, shared);
  if (y >= area.bottom || x >= area.right) return undefined;
  const column = Math.floor((x - area.left + viewport.scrollLeft) / sizes.column);
  if (y < area.top) {
    if (x < area.left || column >= store.columns.length) return undefined;
    const zone = y < area.top - sizes.header ? 'band' : 'column';
    return { zone, line: store.cursor.active.line, column };
  }
  const line = Math.floor((y - area.top + viewport.scrollTop) / sizes.line);
  if (line >= store.lines.length) return undefined;
  if (x < area.left) return { zone: 'row', line, column: store.cursor.active.column };
  return column >= store.columns.length ? undefined : { zone: 'cell', line, column };
};

/** Where a drag has led: the place under the pointer or, beyond an edge, one place further than what is in view. */
const draggedTo = (viewport: HTMLElement, shared: MatrixShared, x: number, y: number): Position => {
  const { sizes, store } = shared;
  const area = cellArea(viewport, shared);
  const reach = (at: number, low: number, high: number, offset: number, size: number, count: number): number => {
    const inside = Math.floor((Math.max(low, Math.min(high - 1, at)) - low + offset) / size);
    const beyond = at < low ? -1 : at >= high ? 1 : 0;
    return Math.max(0, Math.min(count - 1, inside + beyond));
  };
  return {
    line: reach(y, area.top, area.bottom, viewport.scrollTop, sizes.line, store.lines.length),
    column: reach(x, area.left, area.right, viewport.scrollLeft, sizes.column, store.columns.length),
  };
};

/** The fill handle: the corner of the selection, a few pixels to each side. */
const onHandle = (viewport: HTMLElement, shared: MatrixShared, x: number, y: number): boolean => {
  const { sizes, store, readOnly } = shared;
  const area = cellArea(viewport, shared);
  const { range, line } = store.cursor;
  const corner = {
    x: area.left + (range.right + 1) * sizes.column - viewport.scrollLeft,
    y: area.top + (range.bottom + 1) * sizes.line - viewport.scrollTop,
  };
  return (
    !readOnly && line?.kind === 'row' && Math.abs(corner.x - x) <= 5 && Math.abs(corner.y - y) <= 5 && x < area.right
  );
};

/** The selection stretched to a place, along the way that leads further. */
const stretched = (range: Range, to: Position): Range => {
  const down = Math.max(range.top - to.line, to.line - range.bottom, 0);
  const across = Math.max(range.left - to.column, to.column - range.right, 0);
  return down >= across
    ? { ...range, top: Math.min(range.top, to.line), bottom: Math.max(range.bottom, to.line) }
    : { ...range, left: Math.min(range.left, to.column), right: Math.max(range.right, to.column) };
};

interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Click, drag and hover. Places are reckoned from coordinates, so that no cell carries a listener. */
export const usePointer = (shared: MatrixShared, hover: RefObject<HTMLDivElement | null>): PointerHandlers => {
  const dragging = useRef<'select' | 'fill' | null>(null);
  const highlighted = useRef<readonly HTMLElement[]>([]);
  const { session, store, sizes, id } = shared;

  const highlight = (hit: Hit | undefined): void => {
    for (const element of highlighted.current) delete element.dataset['hover'];
    highlighted.current = [];
    const bars = hover.current;
    if (bars === null) return;
    bars.toggleAttribute('hidden', hit === undefined || hit.zone === 'band');
    if (hit === undefined || hit.zone === 'band') return;
    const [row, column] = [bars.children[0], bars.children[1]];
    row?.toggleAttribute('hidden', hit.zone === 'column');
    if (row instanceof HTMLElement) row.style.transform = `translateY(${hit.line * sizes.line}px)`;
    if (column instanceof HTMLElement) {
      column.toggleAttribute('hidden', hit.zone === 'row');
      column.style.transform = `translateX(${sizes.label + hit.column * sizes.column}px)`;
    }
    const heads = [
      hit.zone === 'column' ? null : document.getElementById(`${id}-${hit.line}--1`),
      hit.zone !== 'row' ? document.getElementById(`${id}-column-${hit.column}`) : null,
    ].filter((element) => element !== null);
    for (const element of heads) element.dataset['hover'] = '';
    highlighted.current = heads;
  };

  /** Answers whether a drag may begin here. */
  const pressed = (hit: Hit, extend: boolean): boolean => {
    const line = store.lines[hit.line];
    const over = store.columns[hit.column];
    if (hit.zone === 'band' || (hit.zone === 'column' && over?.folds !== undefined)) {
      if (over?.group !== undefined) session.toggleColumns(over.group);
    } else if (hit.zone === 'column') session.selectColumn(hit.column);
    else if (line?.kind === 'group') {
      store.cursor.moveTo(hit);
      session.toggleGroup(line);
    } else if (hit.zone === 'row') session.selectRow(hit.line);
    else {
      store.cursor.moveTo({ line: hit.line, column: hit.column }, extend);
      return true;
    }
    return false;
  };

  return {
    onPointerDown: (event) => {
      // A finger that touches down may be about to scroll; it acts on release, by the click.
      if (event.button !== 0 || event.pointerType === 'touch' || event.target instanceof HTMLInputElement) return;
      const viewport = event.currentTarget;
      const hit = hitAt(viewport, shared, event.clientX, event.clientY);
      const filling = onHandle(viewport, shared, event.clientX, event.clientY);
      if (hit === undefined && !filling) return;
      viewport.focus({ preventScroll: true });
      session.rest();
      if (filling || hit === undefined) dragging.current = 'fill';
      else dragging.current = pressed(hit, event.shiftKey) ? 'select' : null;
      if (dragging.current !== null) viewport.setPointerCapture(event.pointerId);
    },
    onClick: (event) => {
      const { nativeEvent } = event;
      if (!(nativeEvent instanceof window.PointerEvent) || nativeEvent.pointerType !== 'touch') return;
      const hit = hitAt(event.currentTarget, shared, event.clientX, event.clientY);
      if (hit !== undefined) pressed(hit, false);
    },
    onPointerMove: (event) => {
      const viewport = event.currentTarget;
      highlight(hitAt(viewport, shared, event.clientX, event.clientY));
      if (dragging.current === null) return;
      const { end, range } = store.cursor;
      const to = draggedTo(viewport, shared, event.clientX, event.clientY);
      if (dragging.current === 'fill') {
        store.cursor.fillTo(stretched(range, to));
        return;
      }
      if (to.line !== end.line || to.column !== end.column) store.cursor.moveTo(to, true);
    },
    onPointerUp: () => {
      if (dragging.current === 'select') session.announceSelection();
      dragging.current = null;
      const { filling } = store.cursor;
      if (filling === null) return;
      store.cursor.fillTo(null);
      session.fillOver(filling);
    },
    onPointerLeave: () => highlight(undefined),
    onDoubleClick: (event) => {
      const hit = hitAt(event.currentTarget, shared, event.clientX, event.clientY);
      if (hit?.zone === 'cell' && store.lines[hit.line]?.kind === 'row') session.run({ do: 'edit' });
    },
  };
};
