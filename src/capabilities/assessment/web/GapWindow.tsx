import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { Gap } from '../model.ts';
import { FixDialog } from './FixDialog.tsx';
import classes from './gap.module.css';
import { GapRow } from './GapRow.tsx';
import { messages } from './messages.ts';

const ROW_PX = 56;

/** A long list of gaps: only the rows in view are in the page. Up to some hundred all are, so that find and print work. */
export function GapWindow({ gaps }: { readonly gaps: readonly Gap[] }): JSX.Element {
  const text = useMessages(messages);
  const [fixing, setFixing] = useState<Gap | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), []);
  const window = useWindowVirtualizer({
    count: gaps.length,
    estimateSize: () => ROW_PX,
    overscan: gaps.length <= 200 ? 200 : 15,
    scrollMargin,
    getItemKey: (index) => gaps[index]?.id ?? index,
  });
  return (
    <>
      <ul
        ref={list}
        className={classes.list}
        data-virtual
        aria-label={text.gapCount(gaps.length)}
        style={{ height: window.getTotalSize() }}
      >
        {window.getVirtualItems().map((item) => {
          const gap = gaps[item.index];
          if (gap === undefined) return null;
          return (
            <li
              key={item.key}
              ref={window.measureElement}
              data-index={item.index}
              aria-setsize={gaps.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
            >
              <GapRow gap={gap} onFix={setFixing} />
            </li>
          );
        })}
      </ul>
      <FixDialog gap={fixing} onClose={() => setFixing(null)} />
    </>
  );
}
