import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { frameworkOf } from '../../../tests/factories/framework.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { requirements } from '../../domain/catalogue.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { FrameworkId } from '../../kernel/id.ts';
import { planCatalogueImport } from './catalogue-import.ts';
import { readCatalogue } from './catalogue-reading.ts';
import { frameworkRemoval } from './framework-removal.ts';
import { mappingChanges } from './mapping-change.ts';
import { suggestionsFor } from './mapping-suggestion.ts';

const newId = countingIds();
const idOf = (id: string) => requirementIdSchema.parse(id);
const sea = frameworkOf('sea', { 'w-1': 'Watch', 'w-2': 'Log' }, [['w-1', 'A.8.15']], newId);
const frameworkId = sea.framework[0]?.id ?? (newId() as FrameworkId);

const faultOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof MusterError) return error.fault;
    throw error;
  }
  return null;
};

describe('importing a catalogue', () => {
  const catalogue = readCatalogue('sea.json', {
    catalog: { metadata: { title: 'Rules sea', version: '1' }, controls: [{ id: 'w-1', title: 'Watch' }] },
  });

  it('refuses the same one twice, a key that is taken, and what is no key', () => {
    const again = (key: string | undefined) => faultOf(() => planCatalogueImport(catalogue, sea.framework, key, newId));
    expect(again(undefined)).toMatchObject({ code: 'already-exists', field: 'name and edition' });
    expect(again('sea')).toMatchObject({ code: 'already-exists', field: 'key' });
    expect(again('Sea!')).toMatchObject({ code: 'invalid', errors: [{ path: 'key' }] });
  });

  it('gives each entry an id that begins with the key', () => {
    const { items, report } = planCatalogueImport(catalogue, [], 'blue', newId);
    expect(report).toMatchObject({ key: 'blue', taken: 1 });
    expect(
      items.map((item) =>
        item.operation === 'create' && 'requirementId' in item.fields ? item.fields.requirementId : null,
      ),
    ).toEqual([null, 'blue:w-1']);
  });
});

describe('removing a framework', () => {
  it('takes its requirements and mapping along in one change', () => {
    const items = frameworkRemoval(newFirm().snapshot(sea), frameworkId, 1);
    expect(items.map(({ register }) => register)).toEqual([
      'requirementMapping',
      'frameworkRequirement',
      'frameworkRequirement',
      'frameworkRequirement',
      'framework',
    ]);
  });

  it('is refused while letters or activities refer to it', () => {
    const firm = newFirm();
    firm.letters('sea:w-1', 'ciso', 'A');
    firm.letters('A.8.15', 'ciso', 'A');
    firm.duty('keeps watch', 'ciso', { requirementIds: ['sea:w-2'] });
    expect(faultOf(() => frameworkRemoval(firm.snapshot(sea), frameworkId, 1))).toEqual({
      code: 'still-used',
      what: 'framework',
      by: '1 cell of its matrix, 1 assigned activity',
    });
  });
});

describe('a mapping', () => {
  const snapshot = newFirm().snapshot(sea);
  const pair = (requirementId: string, mappedTo: string) => ({
    requirementId: idOf(requirementId),
    mappedTo: idOf(mappedTo),
    note: '',
  });

  it('keeps a pair that is there, and adds each new one once', () => {
    const add = [pair('sea:w-1', 'A.8.15'), pair('sea:w-2', '7.4'), pair('sea:w-2', '7.4')];
    const items = mappingChanges(snapshot, frameworkId, { add, remove: [] }, newId);
    expect(items.map((item) => item.operation)).toEqual(['create']);
  });

  it('can be replaced in one change', () => {
    const remove = sea.requirementMapping.map(({ id, version }) => ({ id, version }));
    const items = mappingChanges(snapshot, frameworkId, { add: [pair('sea:w-1', 'A.8.15')], remove }, newId);
    expect(items.map((item) => item.operation)).toEqual(['remove', 'create']);
  });

  it('is of a requirement of the framework to one of ISO', () => {
    const refused = (requirementId: string, mappedTo: string) =>
      faultOf(() => mappingChanges(snapshot, frameworkId, { add: [pair(requirementId, mappedTo)], remove: [] }, newId));
    expect(refused('sea:all', 'A.8.15')).toMatchObject({ code: 'invalid' });
    expect(refused('A.8.15', 'A.8.15')).toMatchObject({ code: 'invalid' });
    expect(refused('sea:w-1', 'sea:w-2')).toMatchObject({ code: 'invalid', errors: [{ path: 'add.0.mappedTo' }] });
  });
});

describe('a suggestion', () => {
  const best = (title: string) => suggestionsFor({ requirementId: idOf('x:1'), title })[0];

  it('finds every title of ISO again', () => {
    for (const { id, title } of requirements) {
      const found = suggestionsFor({ requirementId: idOf('x:1'), title });
      const same = requirements.filter((other) => other.title === title).map((other) => other.id);
      expect([title, found[0]?.similarity, same.includes(id)]).toEqual([title, 1, true]);
      expect(same).toContain(found[0]?.mappedTo);
    }
  });

  it('is told by the rare words, and is silent where nothing is alike', () => {
    expect(best('Backups of data are created, protected, maintained, and tested')?.mappedTo).toBe('A.8.13');
    expect(best('Cryptography in use')?.mappedTo).toBe('A.8.24');
    expect(best('Yellow submarines')).toBeUndefined();
    expect(best('')).toBeUndefined();
  });
});
