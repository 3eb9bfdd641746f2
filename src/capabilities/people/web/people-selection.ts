import { useCallback, useMemo, useState } from 'react';
import type { PersonRow } from '../contract.ts';

/** Who is chosen in the register, as they were seen. */
export interface Selection {
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly toggle: (rows: readonly PersonRow[], chosen: boolean) => void;
  readonly clear: () => void;
}

/** Chosen people stay chosen while one filters and scrolls; rows that are read again replace what was seen of them. */
export function useSelection(rows: readonly PersonRow[]): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, PersonRow>>(new Map());
  const people = useMemo(() => {
    const fresh = new Map(chosen);
    for (const row of rows) if (fresh.has(row.id)) fresh.set(row.id, row);
    return fresh;
  }, [chosen, rows]);
  const toggle = useCallback(
    (some: readonly PersonRow[], on: boolean) =>
      setChosen((before) => {
        const after = new Map(before);
        for (const row of some) {
          if (on) after.set(row.id, row);
          else after.delete(row.id);
        }
        return after;
      }),
    [],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  return { people, toggle, clear };
}
