import { findRequirement, headings, type Requirement } from '../../../domain/catalogue.ts';
import { oneOf } from '../../../web/address.ts';
import type { AnalysisLine } from '../contract.ts';
import type { Analysis, AnalysisFields, AnalysisVerdict } from '../model.ts';

export type WrittenAnalysis = Omit<AnalysisFields, 'projectId'>;

/** One requirement as the sheet shows it: what is recorded, and a proposal where nothing is. */
export interface SheetRow {
  readonly line: AnalysisLine;
  readonly requirement: Requirement;
  /** What the cells say. A verdict of null is nobody's yet. */
  readonly shown: WrittenAnalysis;
  /** Nothing is recorded: all that the cells say is proposed. */
  readonly proposal: boolean;
}

export interface SheetGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SheetRow[];
  readonly judged: number;
  /** How many there are without the filter. */
  readonly all: number;
}

export const sheetShows = ['all', 'unjudged', 'enough', 'partly', 'missing'] as const;
export type SheetShow = (typeof sheetShows)[number];

/** `recorded` is what this page knows last, newer than the line's own where it was written meanwhile. */
export function sheetRow(line: AnalysisLine, recorded: WrittenAnalysis | null): readonly SheetRow[] {
  const requirement = findRequirement(line.requirementId);
  if (requirement === undefined) return [];
  const { proposal, requirementId } = line;
  const shown =
    recorded === null
      ? { requirementId, callsFor: proposal.callsFor, atHand: '', verdict: null, gap: proposal.gap }
      : { ...recorded, gap: recorded.verdict === null ? recorded.gap || proposal.gap : recorded.gap };
  return [{ line, requirement, shown, proposal: recorded === null }];
}

/** A row once somebody has judged it: what was proposed is kept; nothing is missing where it is enough. */
export const judged = ({ shown, line }: SheetRow, verdict: AnalysisVerdict): WrittenAnalysis => ({
  ...shown,
  verdict,
  gap: verdict === 'enough' ? '' : shown.gap || line.proposal.gap,
});

export const writtenOf = ({ requirementId, callsFor, atHand, verdict, gap }: Analysis): WrittenAnalysis => ({
  requirementId,
  callsFor,
  atHand,
  verdict,
  gap,
});

/** Rows that nobody has judged and whose proposal is that they are met. */
export const metByProposal = (rows: readonly SheetRow[]): readonly SheetRow[] =>
  rows.filter(({ shown, line }) => shown.verdict === null && line.proposal.verdict === 'enough');

const fits = ({ shown }: SheetRow, show: SheetShow): boolean =>
  show === 'all' || (show === 'unjudged' ? shown.verdict === null : shown.verdict === show);

export const sheetCounts = (rows: readonly SheetRow[]): Readonly<Record<SheetShow, number>> => {
  const count = (show: SheetShow): number => rows.filter((row) => fits(row, show)).length;
  return {
    all: rows.length,
    unjudged: count('unjudged'),
    enough: count('enough'),
    partly: count('partly'),
    missing: count('missing'),
  };
};

/** The filter of the sheet as it stands in the address. */
export const sheetFilter = (address: Readonly<Record<string, string>>) => ({
  show: oneOf(sheetShows, address['show']) ?? 'all',
  search: address['search'] ?? '',
});

/** The rows that fit by main clause and theme; groups without any are left out. */
export function sheetGroups(
  rows: readonly SheetRow[],
  { show, search }: ReturnType<typeof sheetFilter>,
): readonly SheetGroup[] {
  const wanted = search.trim().toLowerCase();
  const bySection = Map.groupBy(rows, ({ requirement }) => requirement.section);
  return headings.flatMap(({ id, title }): readonly SheetGroup[] => {
    const all = bySection.get(id) ?? [];
    const shown = all.filter(
      (row) =>
        fits(row, show) &&
        `${row.requirement.id} ${row.requirement.title} ${row.shown.gap}`.toLowerCase().includes(wanted),
    );
    const done = all.filter((row) => row.shown.verdict !== null).length;
    return shown.length === 0 ? [] : [{ id, title, rows: shown, judged: done, all: all.length }];
  });
}
