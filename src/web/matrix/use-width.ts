import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Watches the width of an element, in CSS pixels; undefined until it is known. */
export const useWidth = (): readonly [RefObject<HTMLDivElement | null>, number | undefined] => {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    setWidth(watched.clientWidth);
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [element, width];
};
