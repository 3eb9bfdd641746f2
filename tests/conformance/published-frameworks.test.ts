import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectDocument } from '../../src/capabilities/accountability/inspection.ts';
import { planPublishedImport } from '../../src/capabilities/competence/published-import.ts';
import { readPublished } from '../../src/capabilities/competence/published-reading.ts';
import { readDocument } from '../../src/platform/files/document.ts';
import { freshId } from '../factories/organization.ts';

const folder = new URL('documents/published/', import.meta.url);
const nothing = { competenceFramework: [], competence: [], workRole: [], competenceMapping: [] };

interface Cprt {
  readonly elements: readonly { readonly element_type: string; readonly element_identifier: string }[];
  readonly relationships: readonly {
    readonly source_element_identifier: string;
    readonly dest_element_identifier: string;
  }[];
}

describe('the NICE Framework Components v2.0.0 of NIST', async () => {
  const bytes = gunzipSync(await readFile(new URL('nice-v2.0.0-cprt.json.gz', folder)));
  const name = 'nice-v2.0.0-cprt.json';
  const raw = JSON.parse(bytes.toString('utf8')) as Cprt;
  const typeOf = new Map(raw.elements.map((element) => [element.element_identifier, element.element_type]));
  const idsOf = (type: string): ReadonlySet<string> =>
    new Set([...typeOf].flatMap(([id, is]) => (is === type ? id : [])));
  const belowOf = (role: string, types: readonly string[]): ReadonlySet<string> =>
    new Set(
      raw.relationships
        .filter((link) => link.source_element_identifier === role)
        .map((link) => link.dest_element_identifier)
        .filter((id) => types.includes(typeOf.get(id) ?? '')),
    );
  const published = readPublished(name, raw);

  it('is recognised with every count that the file itself gives', async () => {
    const inspection = inspectDocument(await readDocument({ name, bytes }));
    expect(inspection.kind).toBe('catalogue');
    expect(inspection.tables[0]).toMatchObject({
      format: 'nice',
      edition: '2.0.0',
      workRoles: idsOf('work_role').size,
      areas: idsOf('competency_area').size,
      knowledge: idsOf('knowledge').size,
      skills: idsOf('skill').size,
      tasks: idsOf('task').size,
      categories: idsOf('category').size,
    });
  });

  it('gives each work role the tasks, knowledge and skills that it has there', () => {
    expect(published.workRoles.map(({ key }) => key).toSorted()).toEqual(
      [...idsOf('work_role')].map((id) => `nice:${id}`).toSorted(),
    );
    for (const role of published.workRoles) {
      const id = role.key.slice('nice:'.length);
      expect(role.tasks).toHaveLength(belowOf(id, ['task']).size);
      expect(role.competences.map(({ competence }) => competence).toSorted()).toEqual(
        [...belowOf(id, ['knowledge', 'skill'])].map((below) => `nice:${below}`).toSorted(),
      );
    }
  });

  it('has every element in one place: taken, a task of a work role, a heading, or left out with a reason', () => {
    const taken = new Set([...published.competences, ...published.workRoles].map(({ key }) => key.slice(5)));
    const out = new Set(published.leftOut.map(({ reference }) => reference));
    const within = [...typeOf].filter(
      ([id, type]) => ['task', 'opm_code', 'category'].includes(type) && !out.has(id),
    ).length;
    expect(taken.size + out.size + within).toBe(raw.elements.length);
    const missing = raw.relationships.filter(
      (link) => !typeOf.has(link.source_element_identifier) || !typeOf.has(link.dest_element_identifier),
    );
    expect(published.doubts).toHaveLength(missing.length);
  });

  it('is planned as one change of a row for each statement and work role', () => {
    const { items, report } = planPublishedImport(published, nothing, freshId);
    const rows =
      idsOf('work_role').size + idsOf('competency_area').size + idsOf('knowledge').size + idsOf('skill').size;
    expect([items.length, report.taken]).toEqual([rows + 1, rows + 1]);
  });
});

describe('the key knowledge of the ECSF', () => {
  it('gives each profile what it lists, once for all that share it', async () => {
    const name = 'ecsf-key-knowledge-by-profile.json';
    const bytes = await readFile(new URL(name, folder));
    const raw = JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, readonly string[]>>;
    const statements = new Set(Object.values(raw).flat());
    const inspection = inspectDocument(await readDocument({ name, bytes }));
    expect(inspection).toMatchObject({
      kind: 'catalogue',
      tables: [{ format: 'ecsf', workRoles: Object.keys(raw).length, knowledge: statements.size, skills: 0 }],
    });
    const published = readPublished(name, raw);
    const nameOf = new Map(published.competences.map((one) => [one.key, one.name]));
    for (const [title, expected] of Object.entries(raw)) {
      const role = published.workRoles.find((each) => each.title === title);
      expect(role?.competences.map(({ competence }) => nameOf.get(competence))).toEqual(expected);
    }
  });
});
