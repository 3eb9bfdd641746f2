import { planCatalogueImport } from '../../src/capabilities/frameworks/catalogue-import.ts';
import { readCatalogue } from '../../src/capabilities/frameworks/catalogue-reading.ts';
import type { RequirementMapping } from '../../src/capabilities/frameworks/model.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { requirementIdSchema } from '../../src/domain/requirement.ts';
import type { NewId, RequirementMappingId } from '../../src/kernel/id.ts';

export type FrameworkRows = Pick<Snapshot, 'framework' | 'frameworkRequirement' | 'requirementMapping'>;

/** The rows of a framework with these controls in one group, as an import makes them, and pairs that it is mapped by. */
export function frameworkOf(
  key: string,
  titles: Readonly<Record<string, string>>,
  mapping: readonly (readonly [control: string, iso: string])[],
  newId: NewId,
): FrameworkRows {
  const controls = Object.entries(titles).map(([id, title]) => ({ id, title }));
  const catalog = {
    metadata: { title: `Rules ${key}`, version: '1' },
    groups: [{ id: 'all', title: 'All', controls }],
  };
  const { items } = planCatalogueImport(readCatalogue(`${key}.json`, { catalog }), [], key, newId);
  return {
    framework: items.flatMap((item) =>
      item.register === 'framework' && item.operation === 'create' ? [{ id: item.id, version: 1, ...item.fields }] : [],
    ),
    frameworkRequirement: items.flatMap((item) =>
      item.register === 'frameworkRequirement' && item.operation === 'create'
        ? [{ id: item.id, version: 1, ...item.fields }]
        : [],
    ),
    requirementMapping: mapping.map(([control, iso]): RequirementMapping => ({
      id: newId() as RequirementMappingId,
      version: 1,
      requirementId: requirementIdSchema.parse(`${key}:${control}`),
      mappedTo: requirementIdSchema.parse(iso),
      note: '',
    })),
  };
}
