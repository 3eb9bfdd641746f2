import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { MusterError } from '../../kernel/errors.ts';
import { summaryOf, type Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue-reading.ts';
import { keyOf } from './entry-list.ts';
import { frameworkFields, frameworkRequirementFields } from './model.ts';

const ship = {
  catalog: {
    uuid: '4d3a8c0e-7a34-4c6b-9c1c-1f7c0a6ad001',
    metadata: {
      title: 'Rules of the ship',
      version: '3.1',
      remarks: 'Licence: CC BY 4.0.',
      parties: [{ uuid: 'p1', type: 'organization', name: 'Harbour office' }],
      'responsible-parties': [{ 'role-id': 'publisher', 'party-uuids': ['p1'] }],
    },
    params: [{ id: 'watch', label: 'hours of a watch' }],
    groups: [
      {
        id: 'ac',
        title: 'Access',
        controls: [
          {
            id: 'ac-1',
            title: 'Gangway',
            props: [
              { name: 'label', value: 'AC-01', class: 'zero-padded' },
              { name: 'label', value: 'AC-1' },
            ],
            params: [{ id: 'ac-1_prm_1', select: { choice: ['at night', 'every {{ insert: param, watch }}'] } }],
            parts: [
              {
                name: 'statement',
                parts: [
                  {
                    name: 'item',
                    props: [{ name: 'label', value: 'a.' }],
                    prose: 'Guard it {{ insert: param, ac-1_prm_1 }}.',
                  },
                  { name: 'item', props: [{ name: 'label', value: 'b.' }], prose: 'See [the log](#ac-2).' },
                ],
              },
              { name: 'guidance', prose: 'A rope is enough.' },
              { name: 'assessment-objective', prose: 'Look at the rope.' },
            ],
            controls: [{ id: 'ac-1.1', title: 'Rope', parts: [{ name: 'statement', prose: 'Use {{ unknown }}.' }] }],
          },
          {
            id: 'ac-2',
            title: 'Plank',
            props: [{ name: 'status', value: 'withdrawn' }],
            links: [{ rel: 'incorporated-into', href: '#ac-1' }],
          },
        ],
        groups: [{ title: 'Below deck', controls: [{ id: 'ac-3', title: 'Hatch' }] }],
      },
    ],
    'back-matter': { resources: [{ uuid: 'x' }] },
  },
};

const library = {
  urn: 'urn:x:risk:library:sea',
  ref_id: 'SEA-2',
  name: 'Sea rules',
  version: '2',
  provider: 'Harbour office',
  copyright: 'Free to copy',
  objects: {
    framework: {
      urn: 'urn:x:risk:framework:sea',
      ref_id: 'SEA-2',
      name: 'Sea rules 2',
      requirement_nodes: [
        { urn: 'urn:x:risk:req_node:sea:watch', name: 'Watch', assessable: false, depth: 1 },
        {
          urn: 'urn:x:risk:req_node:sea:w.1',
          parent_urn: 'urn:x:risk:req_node:sea:watch',
          ref_id: 'W.1 (night)',
          assessable: true,
          depth: 2,
          description: 'Somebody is awake.',
          annotation: 'One is enough.',
        },
      ],
    },
  },
};

const reasonOf = (value: unknown): string => {
  try {
    readCatalogue('file', value);
  } catch (error) {
    if (error instanceof MusterError && error.fault.code === 'unreadable') return error.fault.reason;
    throw error;
  }
  return 'taken';
};

describe('an OSCAL catalog', () => {
  const catalogue = readCatalogue('ship.json', ship);

  it('gives headings, controls and enhancements in order, and names what was withdrawn', () => {
    expect(catalogue.entries.map(({ id, parent, assessable }) => [id, parent, assessable])).toEqual([
      ['ac', null, false],
      ['group-1.1', 'ac', false],
      ['ac-3', 'group-1.1', true],
      ['ac-1', 'ac', true],
      ['ac-1.1', 'ac-1', true],
    ]);
    expect(catalogue.leftOut).toEqual([
      { reference: 'ac-2', title: 'Plank', reason: 'Withdrawn by the source, which refers to ac-1.' },
    ]);
    expect(summaryOf(catalogue)).toMatchObject({
      name: 'Rules of the ship',
      edition: '3.1',
      publisher: 'Harbour office',
      licence: 'Licence: CC BY 4.0.',
      requirements: 5,
      assessable: 3,
      groups: 2,
      enhancements: 1,
    });
  });

  it('writes what is to be filled in between brackets, and leaves out how it is checked', () => {
    const [, , , gangway, rope] = catalogue.entries;
    expect(gangway?.reference).toBe('AC-1');
    expect(gangway?.text).toBe(
      'a. Guard it [at night / every [hours of a watch]].\nb. See the log.\n\nA rope is enough.',
    );
    expect(rope?.text).toBe('Use […].');
  });
});

describe('a CISO Assistant library', () => {
  it('gives its framework, with ids that a requirement may have', () => {
    const catalogue = readCatalogue('sea.yaml', library);
    expect(catalogue).toMatchObject({ name: 'Sea rules 2', edition: '2', licence: 'Free to copy', shortName: 'SEA-2' });
    expect(catalogue.entries).toEqual([
      { id: 'watch', reference: 'Watch', title: 'Watch', text: '', parent: null, assessable: false },
      {
        id: 'W.1-night',
        reference: 'W.1 (night)',
        title: 'Somebody is awake.',
        text: 'One is enough.',
        parent: 'watch',
        assessable: true,
      },
    ]);
  });

  it('is refused when its entries stand below themselves, below nothing, or twice', () => {
    const nodes = (...requirement_nodes: readonly object[]): unknown => ({
      urn: 'u',
      objects: { framework: { name: 'X', requirement_nodes } },
    });
    expect(reasonOf(nodes({ urn: 'a', parent_urn: 'b' }, { urn: 'b', parent_urn: 'a' }))).toContain('below themselves');
    expect(reasonOf(nodes({ urn: 'a', parent_urn: 'c' }))).toBe('a stands below c, which is not in it.');
    expect(reasonOf(nodes({ urn: 'a' }, { urn: 'A' }))).toBe('two of its entries have the urn a.');
    expect(reasonOf(nodes(...Array.from({ length: 5001 }, (_, at) => ({ urn: `n${at}` }))))).toContain('at most 5000');
  });
});

it('reads Gapps controls as headings with their subcontrols', () => {
  const catalogue = readCatalogue('gapps-sea_v2.0.json', [
    { ref_code: 'W', name: 'Watch', subcontrols: [{ ref_code: 'W-1', name: 'Night', guidance: 'Coffee.' }] },
  ]);
  expect(catalogue.name).toBe('sea v2.0');
  expect(catalogue.entries.map(({ id, parent, assessable }) => [id, parent, assessable])).toEqual([
    ['W', null, false],
    ['W-1', 'W', true],
  ]);
});

it.each([
  [{ profile: {} }, 'an OSCAL profile'],
  [{ 'system-security-plan': {} }, 'an OSCAL system security plan (SSP)'],
  [{ 'component-definition': {} }, 'an OSCAL component definition'],
  [{ 'assessment-plan': {} }, 'an OSCAL assessment plan'],
  [{ 'assessment-results': {} }, 'OSCAL assessment results'],
  [{ 'plan-of-action-and-milestones': {} }, 'an OSCAL plan of action and milestones (POA&M)'],
  [{ 'mapping-collection': {} }, 'an OSCAL mapping collection'],
  [{ urn: 'u', objects: { requirement_mapping_set: {} } }, 'a mapping between two frameworks'],
  [{ urn: 'u', objects: { threats: [], risk_matrix: [] } }, 'a list of threats and a risk matrix'],
  [{ urn: 'u', objects: {} }, 'without objects'],
  [{ openapi: '3.1.0' }, 'no catalogue that Muster knows'],
])('is refused by its name: %j', (value, name) => {
  expect(reasonOf(value)).toContain(name);
});

it('makes a key of what the source calls itself', () => {
  expect(keyOf('NIST-CSF-2.0', new Set())).toBe('nist-csf-2-0');
  expect(keyOf('NIST Special Publication 800-53', new Set())).toBe('nist-special');
  expect(keyOf('信息安全', new Set())).toBe('framework');
  expect(keyOf('NIST-CSF-2.0', new Set(['nist-csf-2-0']))).toBe('nist-csf-2-2');
});

/** What must hold of whatever was taken: it can be kept, each id once, and parents exist and do not go round. */
function assertKept({ entries, name, edition, publisher, licence, format }: Catalogue): void {
  frameworkFields.parse({ key: 'fourteen-chars', name, edition, publisher, licence, format });
  const parents = new Map(entries.map((entry) => [entry.id, entry.parent]));
  expect(new Set(entries.map(({ id }) => id.toLowerCase())).size).toBe(entries.length);
  const fields = frameworkRequirementFields.omit({ frameworkId: true, requirementId: true, parent: true });
  for (const [position, { id, parent, ...rest }] of entries.entries()) {
    requirementIdSchema.parse(`fourteen-chars:${id}`);
    fields.parse({ ...rest, position });
    let above = parent;
    for (let steps = 0; above !== null; steps += 1) {
      expect(parents.has(above)).toBe(true);
      expect(steps).toBeLessThan(entries.length);
      above = parents.get(above) ?? null;
    }
  }
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('A.1', 'ac-1', '', ' ', '__proto__'),
);
const junk = fc.jsonValue({ maxDepth: 3 });

const control = fc.letrec((tie) => ({
  node: fc.record(
    {
      id: anyText,
      title: anyText,
      params: fc.oneof(junk, fc.array(fc.record({ id: anyText, label: anyText }), { maxLength: 2 })),
      props: fc.array(
        fc.record({ name: fc.constantFrom('label', 'status'), value: fc.oneof(anyText, fc.constant('withdrawn')) }),
      ),
      parts: fc.array(fc.record({ name: anyText, prose: anyText.map((text) => `{{ insert: param, ${text} }}`) }), {
        maxLength: 2,
      }),
      controls: fc.array(tie('node'), { maxLength: 3 }),
      groups: fc.array(tie('node'), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
})).node;

const nodes = fc.array(
  fc.record(
    {
      urn: anyText,
      parent_urn: anyText,
      ref_id: anyText,
      name: anyText,
      description: anyText,
      assessable: fc.boolean(),
    },
    { requiredKeys: ['urn'] },
  ),
  { maxLength: 8 },
);

/** Either a refusal in words, or a catalogue of which everything holds. */
function taken(value: unknown): Catalogue | null {
  try {
    return readCatalogue('any', value);
  } catch (error) {
    if (error instanceof MusterError && error.fault.code === 'unreadable' && error.fault.reason !== '') return null;
    throw error;
  }
}

describe('whatever a file holds', () => {
  it('is refused in words or can be kept', () => {
    const framed = junk.chain((value) =>
      fc.constantFrom(
        value,
        { catalog: value },
        { catalog: { metadata: { title: 'X' }, groups: value } },
        { urn: 'u', objects: value },
        { urn: 'u', objects: { framework: value } },
        { urn: 'u', objects: { framework: { name: 'X', requirement_nodes: value } } },
        [{ ref_code: 'a', name: 'b', subcontrols: value }],
      ),
    );
    fc.assert(
      fc.property(framed, (value) => {
        const catalogue = taken(value);
        if (catalogue !== null) assertKept(catalogue);
        expect(catalogue?.entries.length ?? 1).toBeGreaterThan(0);
      }),
    );
  });

  it('of OSCAL is read completely: every control once, taken or left out', () => {
    const count = (node: Record<string, unknown>): number =>
      ['controls', 'groups'].reduce((sum, name) => {
        const below = (node[name] ?? []) as readonly Record<string, unknown>[];
        return sum + below.reduce((all, inner) => all + count(inner), name === 'controls' ? below.length : 0);
      }, 0);
    const groupsOf = (node: Record<string, unknown>): number =>
      ['controls', 'groups'].reduce((sum, name) => {
        const below = (node[name] ?? []) as readonly Record<string, unknown>[];
        return sum + below.reduce((all, inner) => all + groupsOf(inner), name === 'groups' ? below.length : 0);
      }, 0);
    fc.assert(
      fc.property(control, (root) => {
        const catalog = { ...(root as Record<string, unknown>), metadata: { title: 'X' } };
        const catalogue = taken({ catalog });
        if (catalogue === null) return;
        assertKept(catalogue);
        expect(catalogue.entries.length + catalogue.leftOut.length).toBe(count(catalog) + groupsOf(catalog));
      }),
    );
  });

  it('of a library is read completely: every node once', () => {
    fc.assert(
      fc.property(nodes, (requirement_nodes) => {
        const catalogue = taken({ urn: 'u', objects: { framework: { name: 'X', requirement_nodes } } });
        if (catalogue === null) return;
        assertKept(catalogue);
        expect(catalogue.entries).toHaveLength(requirement_nodes.length);
        expect(catalogue.entries.map((entry) => entry.assessable)).toEqual(
          requirement_nodes.map((node) => node.assessable === true),
        );
      }),
    );
  });
});
