import { useVirtualizer } from '@tanstack/react-virtual';
import {
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { strokeOf } from './key-stroke.ts';
import { commandFor } from './keyboard.ts';
import { lineKey, type Range } from './lines.ts';
import { cellElementId, groupElementId, useMatrix, useTopic } from './matrix-context.ts';
import { MatrixFooter, MatrixHeader } from './MatrixHeader.tsx';
import { GroupLine, RowLine } from './MatrixLine.tsx';
import { CrossBars, Frames } from './Overlays.tsx';
import classes from './matrix.module.css';
import { usePointer } from './use-pointer.ts';

/**
 * The scrolling grid. Focus always rests on the grid itself, which names the active cell with `aria-activedescendant`:
 * a cell that scrolls out of existence can therefore never take the focus with it.
 */
export const MatrixGrid = ({
  label,
  viewport,
}: {
  readonly label: string;
  readonly viewport: RefObject<HTMLDivElement | null>;
}) => {
  const shared = useMatrix();
  const { id, store, session, sizes, readOnly, rowTotal, columnTotal } = shared;
  useTopic(store, 'lines');
  useTopic(store, 'cursor');
  useTopic(store, 'editor');
  const hover = useRef<HTMLDivElement>(null);
  const pointer = usePointer(shared, hover);
  const { active, line: activeLine } = store.cursor;

  const lineWindow = useVirtualizer({
    count: store.lines.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => sizes.line,
    overscan: 4,
  });
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: store.columns.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => sizes.column,
    overscan: 3,
  });
  const columnItems = columnWindow.getVirtualItems();
  const from = columnItems[0]?.index ?? 0;
  const to = columnItems.at(-1)?.index ?? -1;
  const inView = lineWindow.getVirtualItems().map((item) => item.index);
  const lines =
    inView.includes(active.line) || activeLine === undefined ? inView : [...inView, active.line].sort((a, b) => a - b);

  const scrolling = lineWindow.isScrolling || columnWindow.isScrolling;
  const rested = useRested({ top: inView[0] ?? 0, bottom: inView.at(-1) ?? -1, left: from, right: to }, scrolling);
  useReveal(viewport);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const stroke = strokeOf(event);
    const command = commandFor(stroke, session.isEntering(stroke));
    if (command === null) return;
    event.preventDefault();
    session.run(command);
  };
  const onCopy = (event: ClipboardEvent, text: () => string): void => {
    if (store.cursor.editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text());
  };
  const width = sizes.label + store.columns.length * sizes.column + (rowTotal === undefined ? 0 : sizes.total);
  const activeId =
    activeLine?.kind === 'group' ? groupElementId(id, activeLine.id) : cellElementId(id, active.line, active.column);
  return (
    <div
      ref={viewport}
      id={id}
      role="grid"
      tabIndex={0}
      className={classes.viewport}
      aria-label={label}
      aria-rowcount={store.lines.length + (columnTotal === undefined ? 1 : 2)}
      aria-colcount={store.columns.length + (rowTotal === undefined ? 1 : 2)}
      aria-multiselectable
      aria-readonly={readOnly ? true : undefined}
      aria-activedescendant={activeLine === undefined ? undefined : activeId}
      data-editing={store.cursor.editing === null ? undefined : ''}
      onKeyDown={onKeyDown}
      onCopy={(event) => onCopy(event, () => session.copy())}
      onCut={(event) => onCopy(event, () => (readOnly ? session.copy() : session.cut()))}
      onPaste={(event) => {
        if (store.cursor.editing !== null) return;
        event.preventDefault();
        session.paste(event.clipboardData.getData('text/plain'));
      }}
      {...pointer}
    >
      <div role="presentation" className={classes.canvas} style={{ width }}>
        <MatrixHeader from={from} to={to} active={active.column} />
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: store.lines.length * sizes.line } satisfies CSSProperties}
        >
          <CrossBars hoverRef={hover} />
          {lines.map((index) => {
            const line = store.lines[index];
            if (line === undefined) return null;
            const isActive = index === active.line;
            if (line.kind === 'group')
              return <GroupLine key={lineKey(line)} group={line} line={index} active={isActive} />;
            const dense = index >= rested.top && index <= rested.bottom;
            return (
              <RowLine
                key={lineKey(line)}
                row={line.row}
                line={index}
                from={from}
                to={to}
                denseFrom={dense ? Math.max(from, rested.left) : 0}
                denseTo={dense ? Math.min(to, rested.right) : -1}
                active={isActive ? active.column : -1}
              />
            );
          })}
          <Frames />
        </div>
        <MatrixFooter from={from} to={to} />
      </div>
    </div>
  );
};

/**
 * The window as it was when scrolling last rested. It follows in a transition, so that the many empty cells of a new
 * window, which nobody sees but some hear, never hold up a frame.
 */
const useRested = (window: Range, scrolling: boolean): Range => {
  const { top, left, bottom, right } = window;
  const [rested, setRested] = useState(window);
  useEffect(() => {
    if (!scrolling) startTransition(() => setRested({ top, left, bottom, right }));
  }, [scrolling, top, left, bottom, right]);
  return rested;
};

/** Scrolls just as far as needed for the active cell to stand clear of the frozen head, foot and sides. */
const useReveal = (viewport: RefObject<HTMLDivElement | null>): void => {
  const { store, sizes, rowTotal, columnTotal } = useMatrix();
  const { line, column } = store.cursor.followed;
  const first = useRef(true);
  useEffect(() => {
    first.current = false;
  }, []);
  useLayoutEffect(() => {
    const element = viewport.current;
    if (element === null || first.current) return;
    const head = sizes.header + sizes.band;
    const room = element.clientHeight - head - (columnTotal === undefined ? 0 : sizes.footer);
    const breadth = element.clientWidth - sizes.label - (rowTotal === undefined ? 0 : sizes.total);
    element.scrollTo({
      top: revealed(element.scrollTop, line * sizes.line, sizes.line, room),
      left: revealed(element.scrollLeft, column * sizes.column, sizes.column, breadth),
      behavior: 'instant',
    });
  }, [viewport, line, column, sizes, rowTotal, columnTotal]);
};

/** The nearest scroll offset at which a stretch lies wholly in the visible room. All in pixels. */
const revealed = (offset: number, start: number, length: number, room: number): number =>
  start < offset ? start : Math.max(offset, start + length - room);
