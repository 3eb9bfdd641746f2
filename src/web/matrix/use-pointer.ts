import { useRef, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import type { Position } from './lines.ts';
import type { MatrixShared } from './matrix-context.ts';

interface Hit extends Position {
  readonly zone: 'cell' | 'heading';
}

/** What lies under a point of the screen, or undefined over head, foot, totals and beyond the last line. */
const hitAt = (viewport: HTMLElement, shared: MatrixShared, x: number, y: number): Hit | undefined => {
  const { sizes, store } = shared;
  const box = viewport.getBoundingClientRect();
  const fromLeft = x - box.left - viewport.clientLeft;
  const fromTop = y - box.top - viewport.clientTop;
  const foot = shared.columnTotal === undefined ? 0 : sizes.footer;
  const totals = shared.rowTotal === undefined ? 0 : sizes.total;
  if (fromTop < sizes.header + sizes.band || fromTop > viewport.clientHeight - foot) return undefined;
  if (fromLeft > viewport.clientWidth - totals) return undefined;
  const line = Math.floor((fromTop + viewport.scrollTop - sizes.header - sizes.band) / sizes.line);
  if (line >= store.lines.length) return undefined;
  if (fromLeft < sizes.label) return { zone: 'heading', line, column: store.cursor.active.column };
  const column = Math.floor((fromLeft + viewport.scrollLeft - sizes.label) / sizes.column);
  return column >= store.columns.length ? undefined : { zone: 'cell', line, column };
};

interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Click, drag and hover. Places are reckoned from coordinates, so that no cell carries a listener. */
export const usePointer = (shared: MatrixShared, hover: RefObject<HTMLDivElement | null>): PointerHandlers => {
  const dragging = useRef(false);
  const highlighted = useRef<readonly HTMLElement[]>([]);
  const { session, store, sizes, id } = shared;

  const highlight = (hit: Hit | undefined): void => {
    for (const element of highlighted.current) delete element.dataset['hover'];
    highlighted.current = [];
    const bars = hover.current;
    if (bars === null) return;
    bars.toggleAttribute('hidden', hit === undefined);
    if (hit === undefined) return;
    const [row, column] = [bars.children[0], bars.children[1]];
    if (row instanceof HTMLElement) row.style.transform = `translateY(${hit.line * sizes.line}px)`;
    if (column instanceof HTMLElement) {
      column.toggleAttribute('hidden', hit.zone === 'heading');
      column.style.transform = `translateX(${sizes.label + hit.column * sizes.column}px)`;
    }
    const heads = [
      document.getElementById(`${id}-${hit.line}--1`),
      hit.zone === 'cell' ? document.getElementById(`${id}-column-${hit.column}`) : null,
    ].filter((element) => element !== null);
    for (const element of heads) element.dataset['hover'] = '';
    highlighted.current = heads;
  };

  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
      const hit = hitAt(event.currentTarget, shared, event.clientX, event.clientY);
      if (hit === undefined) return;
      const line = store.lines[hit.line];
      if (line?.kind === 'group') {
        store.cursor.moveTo(hit);
        session.toggleGroup(line);
      } else if (hit.zone === 'heading') session.selectRow(hit.line);
      else {
        store.cursor.moveTo({ line: hit.line, column: hit.column }, event.shiftKey);
        dragging.current = event.pointerType === 'mouse';
      }
      event.currentTarget.focus({ preventScroll: true });
    },
    onPointerMove: (event) => {
      const hit = hitAt(event.currentTarget, shared, event.clientX, event.clientY);
      highlight(hit);
      if (!dragging.current || hit?.zone !== 'cell') return;
      const { end } = store.cursor;
      if (hit.line === end.line && hit.column === end.column) return;
      store.cursor.moveTo({ line: hit.line, column: hit.column }, true);
    },
    onPointerUp: () => {
      if (dragging.current) session.announceSelection();
      dragging.current = false;
    },
    onPointerLeave: () => highlight(undefined),
    onDoubleClick: (event) => {
      const hit = hitAt(event.currentTarget, shared, event.clientX, event.clientY);
      if (hit?.zone === 'cell' && store.lines[hit.line]?.kind === 'row') session.run({ do: 'edit' });
    },
  };
};
