import { competenceGroups, competenceTemplates } from '../../domain/competence.ts';
import type { Level } from '../../kernel/level.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Competence, CompetenceFramework } from './model.ts';

/** One competence as the organization knows it: shipped, worded anew, its own, or of a framework that it took in. */
export interface KnownCompetence {
  readonly key: string;
  readonly kind: Competence['kind'];
  readonly name: string;
  readonly description: string;
  readonly group: string | null;
  readonly aliases: readonly string[];
  readonly refreshMonths: number | null;
  /** What a level means for it, where that differs from the scale. */
  readonly levels: readonly { readonly level: Level; readonly meaning: string }[];
  readonly retired: boolean;
  /** `shipped` also where the organization words it anew; then `row` is there. */
  readonly source: 'shipped' | 'own' | 'imported';
  readonly framework: CompetenceFramework | null;
  readonly row: Competence | null;
}

export interface CompetenceBook {
  /** The shipped ones in their order, then the organization's by name. */
  readonly all: readonly KnownCompetence[];
  readonly find: (key: string) => KnownCompetence | undefined;
  /** The name; the key where nothing is known of it. */
  readonly nameOf: (key: string) => string;
}

const groupNames: ReadonlyMap<string, string> = new Map(competenceGroups.map(({ id, name }) => [id, name]));

const shipped: readonly KnownCompetence[] = competenceTemplates.map((template) => ({
  key: template.id,
  kind: 'competence',
  name: template.name,
  description: template.description,
  group: groupNames.get(template.group) ?? null,
  aliases: [],
  refreshMonths: template.refreshMonths,
  levels: [],
  retired: false,
  source: 'shipped',
  framework: null,
  row: null,
}));

const shippedKeys: ReadonlySet<string> = new Set(shipped.map(({ key }) => key));

/** All competences that may be required or held in an organization. */
export function competenceBook(snapshot: Pick<Snapshot, 'competence' | 'competenceFramework'>): CompetenceBook {
  const rows = new Map(snapshot.competence.map((row) => [row.key, row]));
  const frameworks = new Map(snapshot.competenceFramework.map((framework) => [framework.id, framework]));
  const known = (row: Competence): KnownCompetence => {
    const framework = row.competenceFrameworkId === null ? null : (frameworks.get(row.competenceFrameworkId) ?? null);
    const source = shippedKeys.has(row.key)
      ? 'shipped'
      : framework === null || framework.kind === 'own'
        ? 'own'
        : 'imported';
    const { key, kind, name, description, group, aliases, refreshMonths, levels, retired } = row;
    return { key, kind, name, description, group, aliases, refreshMonths, levels, retired, source, framework, row };
  };
  const all = [
    ...shipped.map((one) => {
      const row = rows.get(one.key);
      return row === undefined ? one : { ...known(row), group: row.group ?? one.group };
    }),
    ...snapshot.competence
      .filter(({ key }) => !shippedKeys.has(key))
      .map(known)
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1)),
  ];
  const byKey = new Map(all.map((one) => [one.key, one]));
  return { all, find: (key) => byKey.get(key), nameOf: (key) => byKey.get(key)?.name ?? key };
}
