import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { programmeRoutes, type AnalysisLine } from '../contract.ts';
import type { Analysis } from '../model.ts';
import { sheetRow, writtenOf, type SheetRow, type WrittenAnalysis } from './analysis-sheet.ts';

/** Whoever judges row after row makes one change of many rows: what is typed waits so long for more. */
const PATIENCE_MS = 900;

type Waiting = ReadonlyMap<string, WrittenAnalysis>;
const none: Waiting = new Map();

export interface AnalysisSaving {
  readonly rows: readonly SheetRow[];
  /** Shown at once, and saved with what follows soon. */
  readonly record: (edits: readonly WrittenAnalysis[]) => void;
  readonly waiting: number;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly conflict: { readonly yours: WrittenAnalysis; readonly theirs: Analysis } | null;
  readonly resolve: (keep: 'mine' | 'theirs') => void;
}

/** The sheet of a project with the edits that are on their way, sent in batches with the versions that were seen. */
export function useAnalysisSaving(projectId: string, lines: readonly AnalysisLine[]): AnalysisSaving {
  const write = useWrite(programmeRoutes.editAnalysis);
  const { mutate, reset, isPending, error } = write;
  const [waiting, setWaiting] = useState<Waiting>(none);
  const [written, setWritten] = useState<ReadonlyMap<string, Analysis>>(new Map());
  const known = useMemo(
    () =>
      new Map(
        lines.flatMap(({ requirementId, analysis }): readonly (readonly [string, Analysis])[] => {
          const own = written.get(requirementId);
          const latest = own !== undefined && own.version > (analysis?.version ?? 0) ? own : analysis;
          return latest === null ? [] : [[requirementId, latest]];
        }),
      ),
    [lines, written],
  );
  const flush = useCallback(() => {
    if (waiting.size === 0) return;
    const edits = [...waiting.values()].map((fields) => ({
      ...fields,
      version: known.get(fields.requirementId)?.version ?? null,
    }));
    mutate(
      { path: { projectId }, body: { edits } },
      {
        onSuccess: (rows) => {
          setWritten((before) => new Map([...before, ...rows.map((row) => [row.requirementId, row] as const)]));
          setWaiting((now) => new Map([...now].filter(([id, fields]) => waiting.get(id) !== fields)));
        },
      },
    );
  }, [waiting, known, mutate, projectId]);
  const last = useRef(flush);
  useEffect(() => {
    last.current = flush;
  });
  useEffect(() => {
    if (waiting.size === 0 || isPending || error !== null) return undefined;
    const timer = setTimeout(() => last.current(), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waiting, isPending, error]);
  // What waits when the page is left is sent at once.
  useEffect(() => () => last.current(), []);

  const collision = conflictOf(error);
  const conflict = useMemo(
    () =>
      collision === null || collision.theirs === null
        ? null
        : { yours: collision.yours as WrittenAnalysis, theirs: collision.theirs as Analysis },
    [collision],
  );
  const colliding = useRef(false);
  useEffect(() => {
    colliding.current = conflict !== null;
  });
  const record = useCallback(
    (edits: readonly WrittenAnalysis[]): void => {
      if (!colliding.current) reset();
      setWaiting((now) => new Map([...now, ...edits.map((edit) => [edit.requirementId, edit] as const)]));
    },
    [reset],
  );
  return {
    rows: lines.flatMap((line) => {
      const own = known.get(line.requirementId);
      return sheetRow(line, waiting.get(line.requirementId) ?? (own === undefined ? null : writtenOf(own)));
    }),
    record,
    waiting: waiting.size,
    isSaving: isPending,
    error: conflict === null ? error : null,
    conflict,
    resolve: (keep) => {
      if (conflict === null) return;
      const { theirs } = conflict;
      setWritten((before) => new Map([...before, [theirs.requirementId, theirs]]));
      if (keep === 'theirs') setWaiting((now) => new Map([...now].filter(([id]) => id !== theirs.requirementId)));
      reset();
    },
  };
}
