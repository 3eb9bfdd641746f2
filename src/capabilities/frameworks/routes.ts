import { byDay } from '../../api/by-day.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { Replied, type Visit } from '../../api/visit.ts';
import { forbidden, notFound } from '../../kernel/errors.ts';
import type { FrameworkId } from '../../kernel/id.ts';
import type { DocumentRenderer } from '../../platform/documents/render.ts';
import { readDocument } from '../../platform/files/document.ts';
import { assessFrameworks, type FrameworkAssessment } from '../assessment/framework-assessment.ts';
import { accountabilityMatrix } from '../documents/accountability-matrix.ts';
import { mediaTypes } from '../documents/model.ts';
import { draftControl } from '../documents/version.ts';
import { mayChange, mayReadTrail } from '../trail/policy.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { entriesAbout } from '../trail/store/entries.ts';
import { planCatalogueImport } from './catalogue-import.ts';
import { readCatalogue } from './catalogue-reading.ts';
import type { FrameworkEntry, frameworkRoutes } from './contract.ts';
import { frameworkRemoval, usesOf } from './framework-removal.ts';
import { requirementAnswer } from './framework-requirement.ts';
import { mappingChanges } from './mapping-change.ts';
import { suggestionsFor } from './mapping-suggestion.ts';
import type { Framework, FrameworkRequirement, RequirementMapping } from './model.ts';

const HISTORY = 50;

const assessed = byDay(assessFrameworks);

interface Found {
  readonly snapshot: Snapshot;
  readonly framework: Framework;
  readonly assessment: FrameworkAssessment;
}

async function found(visit: Visit, id: FrameworkId): Promise<Found> {
  const snapshot = await visit.facts();
  const framework = snapshot.framework.find((each) => each.id === id);
  const assessment = assessed(snapshot, visit.on).get(id);
  if (framework === undefined || assessment === undefined) throw notFound('framework');
  return { snapshot, framework, assessment };
}

const requirementsOf = (snapshot: Snapshot, id: FrameworkId): readonly FrameworkRequirement[] =>
  snapshot.frameworkRequirement
    .filter((requirement) => requirement.frameworkId === id)
    .toSorted((a, b) => a.position - b.position);

function mappingsOf(snapshot: Snapshot, id: FrameworkId): readonly RequirementMapping[] {
  const own = new Set(requirementsOf(snapshot, id).map((requirement) => requirement.requirementId));
  return snapshot.requirementMapping.filter((mapping) => own.has(mapping.requirementId));
}

export const frameworkHandlers = (renderer: DocumentRenderer): VisitHandlers<typeof frameworkRoutes> => ({
  async frameworks(visit) {
    const snapshot = await visit.facts();
    const assessments = assessed(snapshot, visit.on);
    const entries = Map.groupBy(snapshot.frameworkRequirement, (requirement) => requirement.frameworkId);
    return snapshot.framework
      .flatMap((framework) => {
        const assessment = assessments.get(framework.id);
        if (assessment === undefined) return [];
        return [
          {
            ...framework,
            entries: entries.get(framework.id)?.length ?? 0,
            totals: assessment.totals,
            gaps: assessment.gaps.length,
            usedBy: usesOf(snapshot, framework.id),
          },
        ];
      })
      .toSorted((a, b) => a.name.localeCompare(b.name));
  },

  async framework(visit, { id }) {
    const { snapshot, framework, assessment } = await found(visit, id<FrameworkId>('frameworkId'));
    const entries = requirementsOf(snapshot, framework.id).map(
      ({ text: _text, frameworkId: _frameworkId, ...entry }): FrameworkEntry => entry,
    );
    return { framework, entries, assessment };
  },

  async frameworkRequirement(visit, { text }) {
    const snapshot = await visit.facts();
    const requirement = snapshot.frameworkRequirement.find((each) => each.requirementId === text('requirementId'));
    if (requirement === undefined) throw notFound('requirement');
    const { framework, assessment } = await found(visit, requirement.frameworkId);
    const history = mayReadTrail(visit.actor)
      ? await visit.db.inOrganization(visit.organizationId, (tx) =>
          entriesAbout(tx, visit.organizationId, requirement.requirementId, HISTORY),
        )
      : [];
    return { framework, ...requirementAnswer(snapshot, assessment, requirement, visit.on), history };
  },

  async importFramework(visit, { query, file }) {
    if (!mayChange(visit.actor, 'framework')) throw forbidden('change framework');
    const document = await readDocument({ name: query.name, bytes: file });
    const catalogue = readCatalogue(query.name, document.value);
    const planOn = (facts: Snapshot) => ({
      reason: `Catalogue imported from ${query.name}`,
      ...planCatalogueImport(catalogue, facts.framework, query.key, visit.newId),
    });
    const dryRun = query.dryRun === 'true';
    const { report } = dryRun ? planOn(await visit.facts()) : (await visit.writePlanned(planOn)).plan;
    return { file: query.name, dryRun, ...report };
  },

  async removeFramework(visit, { id, version }) {
    if (!mayChange(visit.actor, 'framework')) throw forbidden('change framework');
    const snapshot = await visit.facts();
    await visit.change('Catalogue removed', frameworkRemoval(snapshot, id<FrameworkId>('frameworkId'), version));
    return null;
  },

  async frameworkMatrix(visit, { id, query: { format, paper } }) {
    const { snapshot, framework } = await found(visit, id<FrameworkId>('frameworkId'));
    const document = accountabilityMatrix(
      snapshot,
      visit.on,
      draftControl(snapshot, 'accountability-matrix'),
      framework,
    );
    const name = `accountability-matrix-${snapshot.organization.slug}-${framework.key}-${visit.on}`;
    return new Replied<Uint8Array>({
      bytes: await renderer.renderDocument(document, format, { paper }),
      headers: [
        ['content-type', mediaTypes[format]],
        ['content-disposition', `attachment; filename="${name}.${format}"`],
        ['cache-control', 'no-store'],
      ],
    });
  },

  async mappings(visit, { id }) {
    const { snapshot, framework } = await found(visit, id<FrameworkId>('frameworkId'));
    return mappingsOf(snapshot, framework.id);
  },

  async mappingSuggestions(visit, { id }) {
    const { snapshot, framework } = await found(visit, id<FrameworkId>('frameworkId'));
    const mapped = new Set(mappingsOf(snapshot, framework.id).map((mapping) => mapping.requirementId));
    return requirementsOf(snapshot, framework.id)
      .filter((requirement) => requirement.assessable && !mapped.has(requirement.requirementId))
      .flatMap(suggestionsFor);
  },

  async editMappings(visit, { id, body }) {
    const { snapshot, framework } = await found(visit, id<FrameworkId>('frameworkId'));
    const items = mappingChanges(snapshot, framework.id, body, visit.newId);
    const { change } = await visit.change(`Mapping of ${framework.name} edited`, items);
    return { change };
  },
});
