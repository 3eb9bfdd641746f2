import { canonicalJson } from '../../kernel/canonical.ts';
import type { CompetenceFrameworkId, CompetenceId, NewId, WorkRoleId } from '../../kernel/id.ts';
import { parsed } from '../../kernel/parse.ts';
import type { ImportReport, ImportRow } from '../intake/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import {
  competenceFields,
  workRoleFields,
  type Competence,
  type CompetenceFields,
  type CompetenceFramework,
  type CompetenceFrameworkFields,
  type WorkRole,
  type WorkRoleFields,
} from './model.ts';
import { summaryOf, type PublishedFramework, type PublishedSummary } from './published-framework.ts';

/** An import report with what the framework says of itself. */
export interface PublishedImportReport extends ImportReport {
  readonly kind: 'catalogue';
  readonly framework: PublishedSummary;
  /** The edition that was there before; null where there was none or it said none. */
  readonly before: string | null;
  /** Statements that the file no longer has: they are retired, and work roles removed. Part of `changed`. */
  readonly withdrawn: number;
}

export interface PublishedImport {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<PublishedImportReport, 'file' | 'dryRun'>;
}

type Facts = Pick<Snapshot, 'competenceFramework' | 'competence' | 'workRole' | 'competenceMapping'>;
type Row = Readonly<Record<string, unknown>>;

const inWords = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? `${value.length}`
        : typeof value === 'boolean'
          ? value
            ? 'yes'
            : 'no'
          : JSON.stringify(value);

/** Fields that differ between what is there and what would be. */
const differences = (before: Row, after: Row): ImportRow['changes'] =>
  Object.keys(after)
    .filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
    .map((field) => ({ field, from: inWords(before[field]), to: inWords(after[field]) }));

/** Lines of the report and what is to be written, gathered row by row. */
class Plan {
  readonly items: ChangeItem[] = [];
  readonly rows: ImportRow[] = [];
  withdrawn = 0;

  line(label: string, outcome: ImportRow['outcome'], changes: ImportRow['changes'] = []): void {
    this.rows.push({ row: this.rows.length + 1, label, outcome, changes });
  }

  count(outcome: ImportRow['outcome']): number {
    return this.rows.filter((row) => row.outcome === outcome).length;
  }
}

function planFramework(
  plan: Plan,
  published: PublishedFramework,
  present: CompetenceFramework | undefined,
  newId: NewId,
): CompetenceFrameworkId {
  const { kind, name, publisher, licence, source } = published;
  const edition = published.edition ?? present?.edition ?? null;
  const said = published.speaksOf.has('about') || present === undefined;
  const fields: CompetenceFrameworkFields = { key: kind, kind, name, edition, publisher, licence, source };
  if (present === undefined) {
    const id = newId() as CompetenceFrameworkId;
    plan.items.push({ register: 'competenceFramework', operation: 'create', id, fields });
    plan.line(name, 'taken');
    return id;
  }
  const { id, version } = present;
  const changes = said ? differences({ ...present }, { ...fields }) : [];
  if (changes.length > 0)
    plan.items.push({ register: 'competenceFramework', operation: 'update', id, version, fields });
  plan.line(name, changes.length > 0 ? 'changed' : 'unchanged', changes);
  return id;
}

function planCompetences(
  plan: Plan,
  published: PublishedFramework,
  frameworkId: CompetenceFrameworkId,
  facts: Facts,
  newId: NewId,
): readonly ImportRow[] {
  const there = new Map(facts.competence.map((row) => [row.key, row]));
  const retired: ImportRow[] = [];
  for (const one of published.competences) {
    const label = `${one.key} ${one.name}`;
    const present = there.get(one.key);
    if (present === undefined) {
      const own = { competenceFrameworkId: frameworkId, refreshMonths: null, levels: [], retired: false };
      const fields = parsed(competenceFields, { ...one, ...own }, one.key);
      plan.items.push({ register: 'competence', operation: 'create', id: newId() as CompetenceId, fields });
      plan.line(label, 'taken');
      continue;
    }
    const changes = planUpdate(plan, present, {
      ...one,
      competenceFrameworkId: frameworkId,
      aliases: [...new Set([...present.aliases, ...one.aliases])].slice(0, 40),
    });
    plan.line(label, changes.length > 0 ? 'changed' : 'unchanged', changes);
    if (present.retired) retired.push({ row: plan.rows.length, label, outcome: 'unchanged', changes: [] });
  }
  const named = new Set(published.competences.map(({ key }) => key));
  for (const row of facts.competence) {
    if (row.competenceFrameworkId !== frameworkId || named.has(row.key)) continue;
    if (row.retired || !published.speaksOf.has(row.kind)) continue;
    const { id, version } = row;
    plan.items.push({ register: 'competence', operation: 'update', id, version, fields: { retired: true } });
    plan.line(`${row.key} ${row.name}`, 'changed', [{ field: 'retired', from: 'no', to: 'yes' }]);
    plan.withdrawn += 1;
  }
  return retired;
}

function planUpdate(
  plan: Plan,
  { id, version, ...present }: Competence,
  told: Partial<CompetenceFields>,
): ImportRow['changes'] {
  const fields = parsed(competenceFields.partial(), told, present.key);
  const changes = differences(present, fields);
  if (changes.length > 0) plan.items.push({ register: 'competence', operation: 'update', id, version, fields });
  return changes;
}

/** What a work role asks for when a file speaks of some kinds of statements only: of the other kinds what it asked for before. */
function mergedCompetences(
  before: WorkRole['competences'],
  told: WorkRole['competences'],
  keep: (competence: string) => boolean,
): WorkRole['competences'] {
  const named = new Set(told.map(({ competence }) => competence));
  return [...before.filter(({ competence }) => keep(competence) && !named.has(competence)), ...told];
}

function planWorkRoles(
  plan: Plan,
  published: PublishedFramework,
  frameworkId: CompetenceFrameworkId,
  facts: Facts,
  newId: NewId,
): void {
  const there = new Map(
    facts.workRole.filter((row) => row.competenceFrameworkId === frameworkId).map((row) => [row.key, row]),
  );
  const kinds = new Map(facts.competence.map(({ key, kind }) => [key, kind]));
  const keep = (key: string): boolean => {
    const kind = kinds.get(key);
    return kind !== undefined && !published.speaksOf.has(kind);
  };
  for (const one of published.workRoles) {
    const label = `${one.key} ${one.title}`;
    const present = there.get(one.key);
    if (present === undefined) {
      const fields = parsed(workRoleFields, { ...one, competenceFrameworkId: frameworkId }, one.key);
      plan.items.push({ register: 'workRole', operation: 'create', id: newId() as WorkRoleId, fields });
      plan.line(label, 'taken');
      continue;
    }
    const competences = mergedCompetences(present.competences, [...one.competences], keep);
    const told: Partial<WorkRoleFields> = published.speaksOf.has('about')
      ? {
          ...one,
          alternativeTitles: [...one.alternativeTitles],
          tasks: [...one.tasks],
          deliverables: [...one.deliverables],
          competences,
        }
      : { competences };
    const fields = parsed(workRoleFields.partial(), told, one.key);
    const { id, version, ...row } = present;
    const changes = differences(row, fields);
    if (changes.length > 0) plan.items.push({ register: 'workRole', operation: 'update', id, version, fields });
    plan.line(label, changes.length > 0 ? 'changed' : 'unchanged', changes);
  }
  if (published.speaksOf.has('about')) planGoneWorkRoles(plan, published, [...there.values()], facts);
}

/** Work roles that the file no longer has go, with the mappings that name them. */
function planGoneWorkRoles(plan: Plan, published: PublishedFramework, there: readonly WorkRole[], facts: Facts): void {
  const named = new Set(published.workRoles.map(({ key }) => key));
  for (const { id, version, key, title } of there) {
    if (named.has(key)) continue;
    for (const mapping of facts.competenceMapping)
      if (mapping.from === key || mapping.to === key)
        plan.items.push({
          register: 'competenceMapping',
          operation: 'remove',
          id: mapping.id,
          version: mapping.version,
        });
    plan.items.push({ register: 'workRole', operation: 'remove', id, version });
    plan.line(`${key} ${title}`, 'changed', [{ field: 'removed', from: 'no', to: 'yes' }]);
    plan.withdrawn += 1;
  }
}

/**
 * What taking a published framework in means, in one change. A statement that is there already is changed by its key; one
 * that the file no longer has is retired, so that nothing that refers to it is lost. What the organization added to a
 * statement (aliases, refresh, levels, that it is retired) stays.
 */
export function planPublishedImport(published: PublishedFramework, facts: Facts, newId: NewId): PublishedImport {
  const plan = new Plan();
  const present = facts.competenceFramework.find(({ kind }) => kind === published.kind);
  const frameworkId = planFramework(plan, published, present, newId);
  planWorkRoles(plan, published, frameworkId, facts, newId);
  const retired = planCompetences(plan, published, frameworkId, facts, newId);
  const before = present?.edition ?? null;
  const older =
    before !== null && published.edition !== null && isOlder(published.edition, before)
      ? [{ row: 1, text: published.edition, reason: `Edition ${before} is there already, which is newer.` }]
      : [];
  return {
    items: plan.items,
    report: {
      kind: 'catalogue',
      framework: summaryOf(published),
      before,
      withdrawn: plan.withdrawn,
      taken: plan.count('taken'),
      changed: plan.count('changed'),
      unchanged: plan.count('unchanged'),
      rows: plan.rows,
      ignored: published.leftOut.map(({ reference, title, reason }, index) => ({
        row: plan.rows.length + index + 1,
        text: title === '' ? reference : `${reference} ${title}`,
        reason,
      })),
      flagged: [
        ...older,
        ...published.doubts.map(({ reference, title, reason }, index) => ({
          row: index + 1,
          text: title === '' ? reference : `${reference} ${title}`,
          reason,
        })),
        ...retired.map(({ row, label }) => ({ row, text: label, reason: 'It is retired here, and stays so.' })),
      ],
      dropped: [],
    },
  };
}

/** Compares editions such as `2.0.0` and `2.10`, number by number. */
export function isOlder(edition: string, than: string): boolean {
  const numbers = (text: string): readonly number[] => (text.match(/\d+/gu) ?? []).map(Number);
  const [left, right] = [numbers(edition), numbers(than)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
