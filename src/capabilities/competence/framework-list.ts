import type { PlainDate } from '../../kernel/date.ts';
import type { CompetenceFrameworkId, CompetenceId, WorkRoleId } from '../../kernel/id.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceUses, unused, type CompetenceUse } from './competence-use.ts';
import { competenceBook, type KnownCompetence } from './framework.ts';
import type { CompetenceFramework, CompetenceMapping, WorkRole } from './model.ts';
import { mappingProposals, type MappingProposal } from './mapping-edit.ts';

/** A competence of the framework in use, with where it is required and by how many it is held. */
export interface ListedCompetence extends Omit<KnownCompetence, 'framework' | 'row'> {
  /** Of the organization's row, where it has one. */
  readonly id: CompetenceId | null;
  readonly version: number | null;
  readonly frameworkId: CompetenceFrameworkId | null;
  readonly use: CompetenceUse;
}

/** Where competences come from, with how many. */
export interface ListedFramework extends CompetenceFramework {
  readonly statements: number;
  readonly retired: number;
  readonly workRoles: number;
}

export interface FrameworkInUse {
  readonly frameworks: readonly ListedFramework[];
  readonly competences: readonly ListedCompetence[];
  /** Mappings that Muster suggests and that nobody has taken yet. */
  readonly proposals: number;
}

/** The whole framework in use: the shipped competences, the organization's own, those that were taken in. */
export function frameworkInUse(snapshot: Snapshot, on: PlainDate): FrameworkInUse {
  const uses = competenceUses(snapshot, on);
  const statements = Map.groupBy(snapshot.competence, ({ competenceFrameworkId }) => competenceFrameworkId);
  return {
    frameworks: snapshot.competenceFramework
      .map((framework): ListedFramework => {
        const own = statements.get(framework.id) ?? [];
        return {
          ...framework,
          statements: own.length,
          retired: own.filter(({ retired }) => retired).length,
          workRoles: snapshot.workRole.filter(({ competenceFrameworkId }) => competenceFrameworkId === framework.id)
            .length,
        };
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    competences: competenceBook(snapshot).all.map(({ framework, row, ...one }): ListedCompetence => ({
      ...one,
      id: row?.id ?? null,
      version: row?.version ?? null,
      frameworkId: framework?.id ?? null,
      use: uses.get(one.key) ?? unused,
    })),
    proposals: mappingProposals(snapshot).length,
  };
}

/** A competence that may be chosen, as a picker shows it. */
export interface ChoosableCompetence {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly group: string | null;
  readonly source: KnownCompetence['source'];
  readonly framework: string | null;
  readonly kind: KnownCompetence['kind'];
  readonly levels: KnownCompetence['levels'];
  /** No longer to be chosen; its name is still to be shown. */
  readonly retired: boolean;
}

export const choosableCompetences = (snapshot: Snapshot): readonly ChoosableCompetence[] =>
  competenceBook(snapshot).all.map(({ key, name, description, group, source, framework, kind, levels, retired }) => ({
    key,
    name,
    description,
    group,
    source,
    framework: framework?.name ?? null,
    kind,
    levels,
    retired,
  }));

/** A mapping with what it is between, in words. */
export interface NamedMapping {
  readonly fromName: string;
  readonly toName: string;
}

export interface MappingPage {
  readonly mappings: readonly (CompetenceMapping & NamedMapping)[];
  readonly proposals: readonly (MappingProposal & NamedMapping)[];
}

/** What stands for what between the frameworks, and what Muster suggests. */
export function mappingPage(snapshot: Snapshot): MappingPage {
  const book = competenceBook(snapshot);
  const workRoles = new Map(snapshot.workRole.map(({ key, title }) => [key, title]));
  const nameOf = (key: string): string => book.find(key)?.name ?? workRoles.get(key) ?? key;
  const named = <M extends MappingProposal>(row: M): M & NamedMapping => ({
    ...row,
    fromName: nameOf(row.from),
    toName: nameOf(row.to),
  });
  const byName = (a: NamedMapping, b: NamedMapping): number =>
    a.fromName.localeCompare(b.fromName, 'en') || a.toName.localeCompare(b.toName, 'en');
  return {
    mappings: snapshot.competenceMapping.map(named).toSorted(byName),
    proposals: mappingProposals(snapshot).map(named).toSorted(byName),
  };
}

/** A work role in the list. */
export interface ListedWorkRole extends Pick<WorkRole, 'id' | 'key' | 'title' | 'alternativeTitles' | 'group'> {
  readonly frameworkId: CompetenceFrameworkId;
  readonly frameworkName: string;
  readonly tasks: number;
  readonly competences: number;
}

export function workRoleList(snapshot: Snapshot): readonly ListedWorkRole[] {
  const names = new Map(snapshot.competenceFramework.map(({ id, name }) => [id, name]));
  return snapshot.workRole
    .map(({ id, key, title, alternativeTitles, group, competenceFrameworkId, tasks, competences }): ListedWorkRole => ({
      id,
      key,
      title,
      alternativeTitles,
      group,
      frameworkId: competenceFrameworkId,
      frameworkName: names.get(competenceFrameworkId) ?? '',
      tasks: tasks.length,
      competences: competences.length,
    }))
    .toSorted((a, b) => a.frameworkName.localeCompare(b.frameworkName, 'en') || (a.key < b.key ? -1 : 1));
}

/** A work role with what it asks for in words, and what its framework asks to be shown. */
export interface WorkRolePage {
  readonly workRole: WorkRole;
  readonly framework: CompetenceFramework;
  readonly competences: readonly (WorkRole['competences'][number] & {
    readonly name: string;
    readonly kind: KnownCompetence['kind'];
    readonly retired: boolean;
  })[];
}

export function workRolePage(snapshot: Snapshot, id: WorkRoleId): WorkRolePage | null {
  const workRole = snapshot.workRole.find((row) => row.id === id);
  const framework = snapshot.competenceFramework.find((row) => row.id === workRole?.competenceFrameworkId);
  if (workRole === undefined || framework === undefined) return null;
  const book = competenceBook(snapshot);
  return {
    workRole,
    framework,
    competences: workRole.competences.flatMap((one) => {
      const known = book.find(one.competence);
      return known === undefined ? [] : [{ ...one, name: known.name, kind: known.kind, retired: known.retired }];
    }),
  };
}
