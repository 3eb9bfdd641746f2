import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { MusterError } from '../../../kernel/errors.ts';
import type { PersonId } from '../../../kernel/id.ts';
import { levelIn } from '../../../kernel/level.ts';
import { call } from '../../../web/client.ts';
import type { CellChange } from '../../../web/matrix/model.ts';
import { useMatrixSending, type MatrixSaving, type ValueOf } from '../../../web/matrix/sending.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { RecordedJudgement } from '../judgement-change.ts';
import { competenceMatrixRoutes, type JudgingTerms } from '../matrix-contract.ts';
import type { CompetenceMatrix } from '../matrix.ts';
import { faceIn, matrixAfter } from './matrix-cells.ts';

type Written = Omit<RecordedJudgement, 'personId' | 'competence'>;

/** What this page wrote into one cell, newest last, each with what stood there before. */
interface Typed {
  readonly before: string;
  readonly written: Written;
}

const placeOf = (rowId: string, columnId: string): string => `${rowId} ${columnId}`;

/**
 * What a change of a cell means: a level is judged. Back to what stood there before, or empty: the judgement that this
 * page wrote last is withdrawn. @throws MusterError where it wrote none
 */
export function editOf({ after, before }: CellChange, last: Typed | undefined, nothingToWithdraw: string) {
  const undone = last !== undefined && last.before === after && before !== '';
  const level = levelIn(after.charAt(0));
  if (level !== null && !undone) return { level };
  if (last === undefined) throw new MusterError({ code: 'usage', reason: nothingToWithdraw });
  return { withdraw: last.written.id, ended: [...last.written.ended] };
}

/** Saves levels as judgements by `terms`, and what is emptied or undone as their withdrawal. */
export function useJudging(terms: JudgingTerms, columns: 'used' | 'all', nothingToWithdraw: string): MatrixSaving {
  const { id } = useOrganization();
  const client = useQueryClient();
  const typed = useRef(new Map<string, readonly Typed[]>());
  const running = useRef(0);
  const now = useRef(terms);
  useLayoutEffect(() => {
    now.current = terms;
  }, [terms]);
  // As `useRead` keys it; the date is empty, for only the facts of now are edited.
  const { id: route } = competenceMatrixRoutes.competenceMatrix;

  const send = useCallback(
    async (changes: readonly CellChange[]): Promise<void> => {
      const key = ['organization', id, route, {}, { columns }, {}];
      const matrix = client.getQueryData<CompetenceMatrix>(key);
      const seen = (change: CellChange): string =>
        matrix === undefined ? '' : (faceIn(matrix, change.rowId, change.columnId)?.value ?? '');
      const lastOf = (change: CellChange) => typed.current.get(placeOf(change.rowId, change.columnId))?.at(-1);
      const cells = changes.map((change) => ({
        personId: change.rowId as PersonId,
        competence: change.columnId,
        seen: seen(change),
        edit: editOf(change, lastOf(change), nothingToWithdraw),
      }));
      running.current += 1;
      try {
        // A read that began before this write would show the cells as they were.
        await client.cancelQueries({ queryKey: key });
        const answer = await call(competenceMatrixRoutes.judgeCells, {
          path: { organizationId: id },
          body: { cells, terms: now.current, reason: '' },
        });
        const written = new Map(answer.recorded.map((one) => [placeOf(one.personId, one.competence), one]));
        for (const change of changes) {
          const place = placeOf(change.rowId, change.columnId);
          const [before, made] = [typed.current.get(place) ?? [], written.get(place)];
          typed.current.set(
            place,
            made === undefined ? before.slice(0, -1) : [...before, { before: change.before, written: made }],
          );
        }
        client.setQueryData<CompetenceMatrix>(key, (data) =>
          data === undefined ? data : matrixAfter(data, answer.cells),
        );
      } finally {
        running.current -= 1;
      }
      if (running.current === 0)
        void client.invalidateQueries({
          queryKey: ['organization', id],
          predicate: ({ queryKey }) =>
            queryKey[2] !== route || JSON.stringify(queryKey[4]) !== JSON.stringify({ columns }),
        });
    },
    [client, id, route, columns, nothingToWithdraw],
  );
  const fresh = useCallback(async (): Promise<ValueOf> => {
    const key = ['organization', id, route, {}, { columns }, {}];
    await client.refetchQueries({ queryKey: key });
    const matrix = client.getQueryData<CompetenceMatrix>(key);
    return (rowId, columnId) => (matrix === undefined ? '' : (faceIn(matrix, rowId, columnId)?.value ?? ''));
  }, [client, id, route, columns]);
  return useMatrixSending(send, fresh);
}
