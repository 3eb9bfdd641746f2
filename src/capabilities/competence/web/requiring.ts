import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RoleId } from '../../../kernel/id.ts';
import { levelIn } from '../../../kernel/level.ts';
import { call } from '../../../web/client.ts';
import type { CellChange, CellValue } from '../../../web/matrix/model.ts';
import { APPROVED } from '../../../web/matrix/required-kind.tsx';
import { useMatrixSending, type MatrixSaving, type ValueOf } from '../../../web/matrix/sending.ts';
import { useOrganization } from '../../../web/organization.ts';
import { competenceMatrixRoutes, type RoleEdit } from '../matrix-contract.ts';
import type { RequiredCompetence } from '../model.ts';
import type { RoleCompetences } from '../role-matrix.ts';

const valueOf = ({ level, required }: RequiredCompetence): string => (required ? String(level) : `${level}s`);

/** What roles require, as cells; approved ones stand on their approval. */
export const requiredCells = (roles: RoleCompetences['roles']): readonly CellValue[] =>
  roles.flatMap(({ id, competences, approved }) =>
    competences.map((one) => ({
      rowId: id,
      columnId: one.competence,
      value: valueOf(one),
      ground: approved.includes(one.competence) ? APPROVED : '',
    })),
  );

/** Changes as the route takes them: by role, each with the version that was seen last. */
export function roleEdits(changes: readonly CellChange[], roles: RoleCompetences['roles']): RoleEdit[] {
  const versions = new Map<string, number>(roles.map(({ id, version }) => [id, version]));
  return [...Map.groupBy(changes, ({ rowId }) => rowId)].map(([rowId, ofRole]) => ({
    roleId: rowId as RoleId,
    version: versions.get(rowId) ?? 1,
    cells: ofRole.map(({ columnId, after }) => {
      const level = levelIn(after.charAt(0));
      return { competence: columnId, requirement: level === null ? null : { level, required: !after.endsWith('s') } };
    }),
  }));
}

/** Saves what roles require. The instrument sends one step after the other, so the version is that of the last answer. */
export function useRequiring(columns: 'used' | 'all'): MatrixSaving {
  const { id } = useOrganization();
  const client = useQueryClient();
  // As `useRead` keys it; the date is empty, for only the facts of now are edited.
  const { id: route } = competenceMatrixRoutes.roleCompetences;
  const send = useCallback(
    async (changes: readonly CellChange[]): Promise<void> => {
      const key = ['organization', id, route, {}, { columns }, {}];
      const before = client.getQueryData<RoleCompetences>(key);
      await client.cancelQueries({ queryKey: key });
      const { roles } = await call(competenceMatrixRoutes.requireCells, {
        path: { organizationId: id },
        body: { roles: roleEdits(changes, before?.roles ?? []), reason: '' },
      });
      const answered = new Map(roles.map((role) => [role.id, role]));
      client.setQueryData<RoleCompetences>(key, (data) =>
        data === undefined ? data : { ...data, roles: data.roles.map((role) => answered.get(role.id) ?? role) },
      );
      void client.invalidateQueries({
        queryKey: ['organization', id],
        predicate: ({ queryKey }) => queryKey[2] !== route,
      });
    },
    [client, id, route, columns],
  );
  const fresh = useCallback(async (): Promise<ValueOf> => {
    const key = ['organization', id, route, {}, { columns }, {}];
    await client.refetchQueries({ queryKey: key });
    const cells = requiredCells(client.getQueryData<RoleCompetences>(key)?.roles ?? []);
    const values = new Map(cells.map(({ rowId, columnId, value }) => [`${rowId} ${columnId}`, value]));
    return (rowId, columnId) => values.get(`${rowId} ${columnId}`) ?? '';
  }, [client, id, route, columns]);
  return useMatrixSending(send, fresh);
}
