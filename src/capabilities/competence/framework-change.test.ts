import { describe, expect, it } from 'vitest';
import { competenceFieldsOf } from '../../../tests/factories/competence.ts';
import { newFirm } from '../../../tests/factories/firm.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError, notFound } from '../../kernel/errors.ts';
import type { CompetenceFrameworkId, CompetenceId, RoleId, UserId, WorkRoleId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import {
  competenceChange,
  competenceRemoval,
  editionRaise,
  frameworkRemoval,
  newCompetence,
} from './framework-change.ts';
import { frameworkCsv } from './framework-csv.ts';
import { frameworkInUse, mappingPage, workRolePage } from './framework-list.ts';
import { mappingEdits, mappingProposals } from './mapping-edit.ts';
import type { Competence, CompetenceFramework, WorkRole } from './model.ts';
import { filledRole, fillingOf } from './role-filling.ts';

const on = plainDate('2026-03-03');
const newId = countingIds();
const nice = newId() as CompetenceFrameworkId;
const olga = newId() as UserId;
const row = (fields: ReturnType<typeof competenceFieldsOf>): Competence => ({
  id: newId() as CompetenceId,
  version: 1,
  ...fields,
});
const tides = row(competenceFieldsOf('tides', 'Tides'));
const knots = row(competenceFieldsOf('knots', 'Knots'));
const audit = row(
  competenceFieldsOf('nice:K0001', 'Knowledge of audits', { kind: 'knowledge', competenceFrameworkId: nice }),
);
const framework: CompetenceFramework = {
  id: nice,
  version: 1,
  key: 'nice',
  kind: 'nice',
  name: 'NICE Framework',
  edition: '2.0.0',
  publisher: 'NIST',
  licence: 'Source: NIST',
  source: null,
};
const auditor: WorkRole = {
  id: newId() as WorkRoleId,
  version: 1,
  competenceFrameworkId: nice,
  key: 'nice:OG-WRL-012',
  title: 'Assessor',
  alternativeTitles: [],
  group: null,
  mission: 'Assesses.',
  tasks: ['Assess it', 'Report it'],
  deliverables: [],
  competences: [{ competence: 'nice:K0001', level: null }],
};
const base = newFirm().snapshot();
const [captain] = base.role;
const house: Snapshot = {
  ...base,
  competenceFramework: [framework],
  competence: [tides, knots, audit],
  workRole: [auditor],
  role: base.role.map((each) =>
    each === captain
      ? {
          ...each,
          competences: [{ competence: 'tides', level: levels[3], required: true }],
          responsibilities: ['Assess it'],
        }
      : each,
  ),
};
const refusalOf = (act: () => unknown): string => {
  try {
    act();
    return '';
  } catch (error) {
    if (error instanceof MusterError) return error.message;
    throw error;
  }
};
const written = (key: string) => {
  const {
    competenceFrameworkId: _framework,
    kind: _kind,
    retired: _retired,
    ...fields
  } = competenceFieldsOf(key, 'Any');
  return fields;
};

describe('the framework in use', () => {
  it('lists shipped, own and imported ones with where each is required', () => {
    const { competences, frameworks } = frameworkInUse(house, on);
    const find = (key: string) => competences.find((each) => each.key === key);
    expect([find('iam')?.source, find('tides')?.source, find('nice:K0001')?.source]).toEqual([
      'shipped',
      'own',
      'imported',
    ]);
    expect(find('tides')?.use.roles).toMatchObject([{ name: captain?.name, level: 3, required: true }]);
    expect(frameworks).toMatchObject([{ name: 'NICE Framework', statements: 1, workRoles: 1, retired: 0 }]);
  });

  it('leaves as CSV with the attribution that the source asks for', () => {
    const lines = frameworkCsv(frameworkInUse(house, on)).split('\r\n');
    expect(lines.find((line) => line.startsWith('tides,'))).toContain(`${captain?.name ?? ''}: 3`);
    expect(lines.at(-2)).toBe('Source,"NICE Framework, 2.0.0",Source: NIST,');
  });
});

describe('an own competence', () => {
  it('is added under a fresh key; one of the 39 may be worded anew once', () => {
    expect(newCompetence(house, written('boats'), newId() as CompetenceId)).toMatchObject({
      fields: { kind: 'competence' },
    });
    expect(newCompetence(house, written('iam'), newId() as CompetenceId)).toMatchObject({ fields: { key: 'iam' } });
    expect(refusalOf(() => newCompetence(house, written('tides'), newId() as CompetenceId))).toMatch(/exists already/);
    expect(refusalOf(() => newCompetence(house, written('nice:K0001'), newId() as CompetenceId))).toMatch(
      /small letters/,
    );
  });

  it('is not removed while anything refers to it, and the refusal says what', () => {
    expect(refusalOf(() => competenceRemoval(house, tides.id, 1, on))).toBe(
      `This competence is still used by the role ${captain?.name ?? ''}.`,
    );
    expect(competenceRemoval(house, knots.id, 1, on)).toMatchObject({ operation: 'remove' });
    expect(competenceChange(house, tides.id, 1, { retired: true })).toMatchObject({ fields: { retired: true } });
  });

  it('of a framework of others keeps its words, and takes meanings of levels', () => {
    expect(refusalOf(() => competenceChange(house, audit.id, 1, { name: 'Mine' }))).toMatch(/words of the framework/);
    expect(refusalOf(() => competenceRemoval(house, audit.id, 1, on))).toMatch(/Retire it instead/);
    const meanings = [{ level: levels[3], meaning: 'Audits alone' }];
    expect(competenceChange(house, audit.id, 1, { levels: meanings })).toMatchObject({ fields: { levels: meanings } });
    expect(refusalOf(() => competenceChange(house, audit.id, 1, { levels: [...meanings, ...meanings] }))).toMatch(
      /two meanings/,
    );
  });

  it('belongs to a framework with editions as soon as one is named', () => {
    const items = editionRaise(house, { edition: '2026' }, newId);
    expect(items.map(({ register, operation }) => `${register} ${operation}`)).toEqual([
      'competenceFramework create',
      'competence update',
      'competence update',
    ]);
    const own: CompetenceFramework = {
      ...framework,
      id: newId() as CompetenceFrameworkId,
      kind: 'own',
      edition: '2026',
    };
    const later = { ...house, competenceFramework: [framework, own] };
    expect(refusalOf(() => editionRaise(later, { edition: '2026' }, newId))).toMatch(/its edition already/);
    expect(editionRaise(later, { edition: '2027' }, newId)).toMatchObject([{ fields: { edition: '2027' } }]);
  });
});

describe('a framework that was taken in', () => {
  it('goes with its work roles and mappings, unless something refers to a statement', () => {
    const gone = frameworkRemoval(house, nice, 1, on);
    expect(gone.map(({ register }) => register)).toEqual(['workRole', 'competence', 'competenceFramework']);
    const role = house.role.map((each) => ({
      ...each,
      competences: [{ competence: 'nice:K0001', level: levels[1], required: false }],
    }));
    expect(refusalOf(() => frameworkRemoval({ ...house, role }, nice, 1, on))).toMatch(/Knowledge of audits/);
  });

  it('is mapped: what Muster suggests is a help to find, and counts for nothing', () => {
    const proposals = mappingProposals(house);
    expect(proposals.length).toBeGreaterThan(0);
    expect(new Set(proposals.map(({ to, relation }) => `${to} ${relation}`))).toEqual(
      new Set(['nice:OG-WRL-012 related']),
    );
    const taken = mappingEdits(
      house,
      { add: proposals.map((one) => ({ ...one, note: '' })), change: [], remove: [] },
      newId,
    );
    expect(taken).toHaveLength(proposals.length);
    expect(
      mappingProposals({
        ...house,
        competenceMapping: taken.map((item) => ({
          id: newId(),
          version: 1,
          ...(item.operation === 'create' ? item.fields : {}),
        })) as never,
      }),
    ).toEqual([]);
    expect(mappingPage(house).proposals[0]).toMatchObject({ toName: 'Assessor' });
  });

  it('is mapped soundly: nothing to itself, nothing unknown, no work role that counts', () => {
    const edit = (from: string, to: string, relation: 'covers' | 'related') =>
      refusalOf(() => mappingEdits(house, { add: [{ from, to, relation, note: '' }], change: [], remove: [] }, newId));
    expect(edit('tides', 'tides', 'covers')).toMatch(/to itself/);
    expect(edit('tides', 'sea', 'covers')).toMatch(/no competence sea/);
    expect(edit('tides', 'nice:OG-WRL-012', 'covers')).toMatch(/A work role asks for many things/);
    expect(edit('tides', 'nice:K0001', 'covers')).toBe('');
  });
});

describe('filling a role from a work role', () => {
  if (captain === undefined) throw notFound('role');
  const present = house.role.find(({ id }) => id === captain.id);
  if (present === undefined) throw notFound('role');

  it('proposes what the role has not yet', () => {
    expect(fillingOf(auditor, present)).toEqual({
      responsibilities: ['Report it'],
      competences: [{ competence: 'nice:K0001', level: 3, required: true }],
    });
    expect(workRolePage(house, auditor.id)?.competences).toMatchObject([{ name: 'Knowledge of audits' }]);
  });

  it('adds what was chosen and asks for the approval anew', () => {
    const item = filledRole(
      house,
      { roleId: present.id, version: 1 },
      fillingOf(auditor, present),
      olga,
      newId() as RoleId,
    );
    expect(item).toMatchObject({
      operation: 'update',
      fields: {
        responsibilities: ['Assess it', 'Report it'],
        competences: [{ competence: 'tides' }, { competence: 'nice:K0001' }],
        competencesRequestedBy: olga,
      },
    });
  });

  it('makes a role of it, and refuses what a role cannot hold', () => {
    const make = (responsibilities: readonly string[], competence: string, key = 'assessor') =>
      refusalOf(() =>
        filledRole(
          house,
          { key, name: 'Assessor' },
          { responsibilities, competences: [{ competence, level: levels[3], required: true }] },
          olga,
          newId() as RoleId,
        ),
      );
    expect(make(['Assess it'], 'tides')).toBe('');
    expect(make([], 'sea')).toMatch(/no competence sea/);
    expect(make([], 'tides', captain.key)).toMatch(/exists already/);
    expect(
      make(
        Array.from({ length: 61 }, (_, index) => `Task ${index}`),
        'tides',
      ),
    ).toMatch(/at most 60/);
  });
});
