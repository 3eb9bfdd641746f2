import { MusterError } from '../../kernel/errors.ts';
import type { FrameworkId, FrameworkRequirementId, NewId } from '../../kernel/id.ts';
import { parsed } from '../../kernel/parse.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { ImportReport } from '../intake/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { summaryOf, type Catalogue, type CatalogueSummary } from './catalogue.ts';
import { keyOf } from './entry-list.ts';
import { frameworkFields } from './model.ts';

/** An import report with what the catalogue says of itself, and the key that its requirements get. */
export interface CatalogueImportReport extends ImportReport {
  readonly kind: 'catalogue';
  readonly key: string;
  readonly catalogue: CatalogueSummary;
}

export interface CatalogueImport {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<CatalogueImportReport, 'file' | 'dryRun'>;
}

/**
 * What importing a catalogue means: a framework and one requirement for each of its entries, in one change.
 * @param key the framework's key, or undefined for one made of the source's own short name
 * @throws MusterError `invalid` for a key of another shape, `already-exists` for one that is taken, or when a framework
 * with the same name and edition is there
 */
export function planCatalogueImport(
  catalogue: Catalogue,
  present: Snapshot['framework'],
  key: string | undefined,
  newId: NewId,
): CatalogueImport {
  const keys = new Set(present.map((framework) => framework.key));
  const chosen = key === undefined ? keyOf(catalogue.shortName, keys) : parsed(frameworkFields.shape.key, key, 'key');
  if (keys.has(chosen)) throw new MusterError({ code: 'already-exists', what: 'framework', field: 'key' });
  const { name, edition, publisher, licence, format, entries, leftOut } = catalogue;
  if (present.some((framework) => framework.name === name && framework.edition === edition))
    throw new MusterError({ code: 'already-exists', what: 'framework', field: 'name and edition' });
  const frameworkId = newId() as FrameworkId;
  const idOf = (entry: string): RequirementId => `${chosen}:${entry}` as RequirementId;
  const items: readonly ChangeItem[] = [
    {
      register: 'framework',
      operation: 'create',
      id: frameworkId,
      fields: { key: chosen, name, edition, publisher, licence, format },
    },
    ...entries.map(({ id, reference, title, text, parent, assessable }, position): ChangeItem => ({
      register: 'frameworkRequirement',
      operation: 'create',
      id: newId() as FrameworkRequirementId,
      fields: {
        frameworkId,
        requirementId: idOf(id),
        reference,
        title,
        text,
        parent: parent === null ? null : idOf(parent),
        assessable,
        position,
      },
    })),
  ];
  return {
    items,
    report: {
      kind: 'catalogue',
      key: chosen,
      catalogue: summaryOf(catalogue),
      taken: entries.length,
      changed: 0,
      unchanged: 0,
      rows: entries.map(({ id, title }, index) => ({
        row: index + 1,
        label: `${idOf(id)} ${title}`,
        outcome: 'taken',
        changes: [],
      })),
      ignored: leftOut.map(({ reference, title, reason }, index) => ({
        row: entries.length + index + 1,
        text: `${reference} ${title}`,
        reason,
      })),
      flagged: [],
      dropped: [],
    },
  };
}
