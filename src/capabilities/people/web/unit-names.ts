import { useRead } from '../../../web/organization-data.ts';
import type { UnitKind } from '../model.ts';
import { unitRoutes } from '../unit-contract.ts';

/** The names of units and sites that are described or that people use, to be offered where one is typed. */
export function useUnitNames(): Readonly<Record<UnitKind, readonly string[]>> {
  const read = useRead(unitRoutes.units);
  const all = [...(read.data?.units ?? []), ...(read.data?.undescribed ?? [])];
  const of = (kind: UnitKind): readonly string[] =>
    all.flatMap((unit) => (unit.kind === kind ? [unit.name] : [])).toSorted((a, b) => a.localeCompare(b));
  return { unit: of('unit'), site: of('site') };
}
