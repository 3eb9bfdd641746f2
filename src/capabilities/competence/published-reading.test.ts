import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MusterError } from '../../kernel/errors.ts';
import { competenceFields, workRoleFields } from './model.ts';
import { keyPart, summaryOf, type PublishedFramework } from './published-framework.ts';
import { looksPublished, readPublished } from './published-reading.ts';

const frameworkId = '00000000-0000-7000-8000-000000000001';
const element = (element_type: string, element_identifier: string, title: string, text: string) => ({
  element_type,
  element_identifier,
  title,
  text,
  doc_identifier: 'SP_800_181_rev_1',
});
const below = (source: string, dest: string, kind = 'projection') => ({
  source_element_identifier: source,
  dest_element_identifier: dest,
  relationship_identifier: kind,
});

/** A harbour in the shape of NIST's export. */
const harbour = {
  documents: [{ name: 'Workforce Framework for Harbours', version: '2.2.0', website: 'https://harbour.example/' }],
  relationship_types: [{ relationship_identifier: 'projection' }],
  elements: [
    element('sort', 'S-OG', '00001', ''),
    element('category', 'OG', 'OVERSIGHT', 'Looks over it.'),
    element('work_role', 'OG-WRL-001', 'Harbour master', 'Responsible for the harbour.'),
    element('opm_code', '723', '', ''),
    element('task', 'T0001', '', 'Open the gate'),
    element('task', 'T0002', '', 'Count the boats'),
    element('knowledge', 'K0001', '', 'Knowledge of tides'),
    element('skill', 'S0001', '', 'Skill in mooring'),
    element('skill', 'S0002', '', '[WITHDRAWN: see S0001]'),
    element('competency_area', 'NF-COM-001', 'Moorings', 'This area is about ropes.'),
    element('anchor', 'X1', 'Anchor', ''),
  ],
  relationships: [
    below('OG', 'OG-WRL-001'),
    below('OG-WRL-001', '723'),
    below('OG-WRL-001', 'T0001'),
    below('OG-WRL-001', 'K0001'),
    below('OG-WRL-001', 'S0001'),
    below('OG-WRL-001', 'S0001'),
    below('OG-WRL-001', 'S0002'),
    below('OG-WRL-001', 'K0099'),
    below('NF-COM-001', 'S0001'),
    below('T0001', 'K0001'),
  ],
};

const reasonOf = (value: unknown): string => {
  try {
    readPublished('file.json', value);
  } catch (error) {
    if (error instanceof MusterError && error.fault.code === 'unreadable') return error.fault.reason;
    throw error;
  }
  return '';
};

describe('the NICE Framework as NIST exports it', () => {
  const read = readPublished('nice.json', harbour);

  it('becomes work roles with tasks, and areas, skills and knowledge with keys that stay', () => {
    expect(read.edition).toBe('2.2.0');
    expect(read.workRoles).toEqual([
      {
        key: 'nice:OG-WRL-001',
        title: 'Harbour master',
        alternativeTitles: ['OPM code 723'],
        group: 'OVERSIGHT',
        mission: 'Responsible for the harbour.',
        tasks: ['Open the gate'],
        deliverables: [],
        competences: [
          { competence: 'nice:K0001', level: null },
          { competence: 'nice:S0001', level: null },
        ],
      },
    ]);
    expect(read.competences.map(({ key, kind, name, group }) => [key, kind, name, group])).toEqual([
      ['nice:K0001', 'knowledge', 'Knowledge of tides', null],
      ['nice:NF-COM-001', 'area', 'Moorings', null],
      ['nice:S0001', 'skill', 'Skill in mooring', 'Moorings'],
    ]);
    expect(summaryOf(read)).toMatchObject({ workRoles: 1, areas: 1, knowledge: 1, skills: 1, tasks: 2, categories: 1 });
  });

  it('says what was left out and what it does not understand, and loses nothing in silence', () => {
    expect(read.leftOut).toEqual([
      { reference: 'S-OG', title: '00001', reason: 'It only orders the others.' },
      { reference: 'T0002', title: 'Count the boats', reason: 'No work role has it.' },
      { reference: 'S0002', title: '[WITHDRAWN: see S0001]', reason: 'The source has withdrawn it.' },
      { reference: 'X1', title: 'Anchor', reason: 'Elements of the type "anchor" are not known here.' },
    ]);
    expect(read.doubts.map(({ reference, reason }) => `${reference}: ${reason}`)).toEqual([
      'OG-WRL-001: It refers to K0099, which is not in the file: that is not taken.',
      'T0001: How it relates to K0001 is not known here: that is not taken.',
    ]);
  });

  it('is found also where the export wraps it, and carries the attribution', () => {
    const wrapped = readPublished('nice.json', { response: { elements: harbour } });
    expect(wrapped.workRoles).toEqual(read.workRoles);
    expect(read.licence).toContain('NICE Framework Components v2.2.0');
    expect(read.licence).toContain('not subject to copyright in the United States');
  });

  it.each([
    ['another framework', { ...harbour, elements: harbour.elements.slice(0, 2) }, /without work roles/],
    ['elements that are no list', { ...harbour, elements: [...harbour.elements, 'x'] }, /element 12 has no/],
    ['the same identifier twice', { ...harbour, elements: [...harbour.elements, harbour.elements[2]] }, /two of its/],
    ['relationships that are no list', { ...harbour, relationships: { a: 1 } }, /"relationships" is no list/],
    ['half a relationship', { ...harbour, relationships: [{ source_element_identifier: 'OG' }] }, /relationship 1/],
  ])('is refused with the reason for %s', (_what, value, reason) => {
    expect(reasonOf(value)).toMatch(reason);
  });
});

describe('the profiles of the ECSF', () => {
  const officer = {
    title: 'Chief Information Security Officer (CISO)',
    alternative_titles: ['Security Officer', { name: 'Head of Security' }],
    summary: 'Runs it.',
    mission: 'Keeps it safe.',
    main_tasks: ['Define it', { task: 'Do it' }],
    key_skills: ['Influence others'],
    key_knowledge: [{ knowledge: 'Cybersecurity policies' }],
    deliverables: 'Strategy\nPolicy',
    ecompetences: [
      { id: 'E.3', name: 'Risk Management', level: 4 },
      { name: 'E.8. Information Security Management', level: 'Level 3' },
      'D.1 Information Security Strategy Development (Level 5)',
      { name: 'A.7', level: 9 },
      'Wisdom',
    ],
  };

  it.each([
    ['a list', [officer]],
    ['an object with a list', { version: '2022', profiles: [officer] }],
  ])('are read from %s, whether they are texts or objects', (_what, value) => {
    const read = readPublished('ecsf.json', value);
    const [role] = read.workRoles;
    expect(role).toMatchObject({
      key: 'ecsf:chief-information-security-officer',
      alternativeTitles: ['Security Officer', 'Head of Security'],
      mission: 'Runs it.\n\nKeeps it safe.',
      tasks: ['Define it', 'Do it'],
      deliverables: ['Strategy', 'Policy'],
      competences: [
        { competence: 'ecsf:E.3', level: 4 },
        { competence: 'ecsf:E.8', level: 3 },
        { competence: 'ecsf:D.1', level: 5 },
        { competence: 'ecsf:A.7', level: null },
        { competence: 'ecsf:s-influence-others', level: null },
        { competence: 'ecsf:k-cybersecurity-policies', level: null },
      ],
    });
    expect(read.competences.find(({ key }) => key === 'ecsf:E.8')).toMatchObject({
      name: 'Information Security Management',
      aliases: ['E.8'],
    });
    expect(read.doubts.map(({ title }) => title)).toEqual(['Wisdom', 'A.7, level 9']);
    expect(read.licence).toContain('ENISA');
  });

  it('share what they have in common, and the key-knowledge file speaks of the same keys', () => {
    const both = readPublished('ecsf.json', [officer, { ...officer, title: 'Cybersecurity Auditor' }]);
    expect(both.workRoles).toHaveLength(2);
    expect(both.competences).toHaveLength(6);
    const known = readPublished('knowledge.json', {
      'Chief Information Security Officer (CISO)': ['Cybersecurity policies'],
    });
    expect(known.workRoles.map(({ key }) => key)).toEqual(['ecsf:chief-information-security-officer']);
    expect(both.competences.map(({ key }) => key)).toContain(known.competences[0]?.key);
    expect([...known.speaksOf]).toEqual(['knowledge']);
  });

  it('are refused when two have one name', () => {
    expect(reasonOf([officer, { ...officer, title: 'CHIEF INFORMATION SECURITY OFFICER' }])).toMatch(/two of its/);
  });
});

const soundly = (read: PublishedFramework): boolean => {
  const keys = read.competences.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const one of read.competences) {
    const own = { competenceFrameworkId: frameworkId, refreshMonths: null, levels: [], retired: false };
    const kept = competenceFields.parse({ ...one, ...own });
    expect(kept.key).toBe(one.key);
  }
  for (const role of read.workRoles) {
    const kept = workRoleFields.parse({ ...role, competenceFrameworkId: frameworkId });
    expect(kept.key).toBe(role.key);
    for (const { competence } of role.competences) expect(keys).toContain(competence);
  }
  return true;
};

const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('S0001', 'K1', 'OG', ''));
const cprt = fc.record(
  {
    documents: fc.oneof(fc.array(fc.record({ name: words, version: words }), { maxLength: 1 }), fc.jsonValue()),
    elements: fc.array(
      fc.record(
        {
          element_type: fc.constantFrom('work_role', 'task', 'skill', 'knowledge', 'category', 'competency_area', 'x'),
          element_identifier: words,
          title: words,
          text: words,
        },
        { requiredKeys: ['element_type'] },
      ),
      { maxLength: 8 },
    ),
    relationships: fc.array(
      fc.record({ source_element_identifier: words, dest_element_identifier: words }, { requiredKeys: [] }),
      { maxLength: 8 },
    ),
  },
  { requiredKeys: ['documents', 'elements'] },
);
const items = fc.oneof(fc.array(fc.oneof(words, fc.record({ name: words }), fc.jsonValue())), words, fc.jsonValue());
const profile = fc.record(
  {
    title: words,
    mission: items,
    main_tasks: items,
    key_skills: items,
    key_knowledge: items,
    deliverables: items,
    alternative_titles: items,
    ecompetences: fc.oneof(items, fc.dictionary(fc.constantFrom('E.3', 'A.1 x', 'y'), fc.oneof(fc.nat(9), words))),
  },
  { requiredKeys: ['title'] },
);

describe('any JSON', () => {
  it('is read soundly or refused with a reason, and never breaks', () => {
    const knowledge = fc.dictionary(fc.constantFrom('Cybersecurity Auditor', 'Penetration Tester', 'Cook'), items);
    const any = fc.oneof(fc.jsonValue(), cprt, fc.array(profile, { maxLength: 3 }), knowledge);
    fc.assert(
      fc.property(any, (value) => {
        const reason = reasonOf(value);
        expect(reason === '' ? soundly(readPublished('file.json', value)) : reason.length > 10).toBe(true);
        expect(reason !== '' || looksPublished(value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a key to every text, the same to the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const part = keyPart(text);
        expect(keyPart(` ${text}\n`)).toBe(part);
        expect(part.length).toBeLessThanOrEqual(50);
        expect(part).not.toBe('');
      }),
    );
  });
});
