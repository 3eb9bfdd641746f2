import { describe, expect, it } from 'vitest';
import type { ChangeItem } from '../trail/change.ts';
import { readPublished } from './published-reading.ts';
import { isOlder, planPublishedImport } from './published-import.ts';
import type { Competence, CompetenceFramework, CompetenceMapping, WorkRole } from './model.ts';

let ids = 0;
const newId = (): string => `00000000-0000-7000-8000-${(ids++).toString(16).padStart(12, '0')}`;

interface Facts {
  readonly competenceFramework: readonly CompetenceFramework[];
  readonly competence: readonly Competence[];
  readonly workRole: readonly WorkRole[];
  readonly competenceMapping: readonly CompetenceMapping[];
}
const nothing: Facts = { competenceFramework: [], competence: [], workRole: [], competenceMapping: [] };

/** The facts after the items were written. */
const written = (facts: Facts, items: readonly ChangeItem[]): Facts => {
  const next = Object.fromEntries(Object.entries(facts).map(([name, rows]) => [name, [...rows]])) as unknown as Record<
    string,
    ({ id: string; version: number } & Record<string, unknown>)[]
  >;
  for (const item of items) {
    const rows = next[item.register] ?? [];
    if (item.operation === 'create') rows.push({ id: item.id, version: 1, ...item.fields });
    else {
      const at = rows.findIndex(({ id }) => id === item.id);
      const row = rows[at];
      if (row === undefined) continue;
      if (item.operation === 'remove') rows.splice(at, 1);
      else rows[at] = { ...row, ...item.fields, version: row.version + 1 };
    }
  }
  return next as unknown as Facts;
};

const knowledge = (...names: readonly string[]) => ({ 'Cybersecurity Auditor': names });
const profiles = (skill: string) => [
  {
    title: 'Cybersecurity Auditor',
    mission: 'Audits.',
    key_skills: [skill],
    key_knowledge: ['Audit rules'],
    ecompetences: [{ name: 'E.8', level: 4 }],
  },
];
const take = (facts: Facts, value: unknown) => {
  const { items, report } = planPublishedImport(readPublished('file.json', value), facts, newId);
  return { report, items, facts: written(facts, items) };
};

describe('taking a published framework in', () => {
  it('makes it with all that it holds, and the second time changes nothing', () => {
    const first = take(nothing, profiles('Lead'));
    expect(first.report).toMatchObject({ taken: 5, changed: 0, unchanged: 0, before: null, withdrawn: 0 });
    const second = take(first.facts, profiles('Lead'));
    expect([second.items, second.report.unchanged]).toEqual([[], 5]);
  });

  it('changes by key, retires what the newer file no longer has, and keeps what the organization added', () => {
    const first = take(nothing, profiles('Lead')).facts;
    const own = first.competence.map((row) =>
      row.key === 'ecsf:E.8' ? { ...row, aliases: ['Sicherheit', 'E.8'], refreshMonths: 24 } : row,
    );
    const later = take({ ...first, competence: own }, profiles('Follow'));
    expect(later.report).toMatchObject({ taken: 1, withdrawn: 1 });
    const now = new Map(later.facts.competence.map((row) => [row.key, row]));
    expect(now.get('ecsf:s-lead')?.retired).toBe(true);
    expect(now.get('ecsf:E.8')).toMatchObject({ aliases: ['Sicherheit', 'E.8'], refreshMonths: 24 });
    expect(later.facts.workRole[0]?.competences.map(({ competence }) => competence)).toContain('ecsf:s-follow');
    const back = take(later.facts, profiles('Lead'));
    expect(back.report.flagged).toMatchObject([
      { text: 'ecsf:s-lead Lead', reason: 'It is retired here, and stays so.' },
    ]);
  });

  it('leaves alone what a file does not speak of', () => {
    const first = take(nothing, profiles('Lead')).facts;
    const later = take(first, knowledge('Audit rules', 'Audit tools'));
    expect(later.report).toMatchObject({ taken: 1, withdrawn: 0 });
    expect(later.facts.workRole).toMatchObject([
      {
        mission: 'Audits.',
        competences: [
          { competence: 'ecsf:E.8', level: 4 },
          { competence: 'ecsf:s-lead', level: null },
          { competence: 'ecsf:k-audit-rules', level: null },
          { competence: 'ecsf:k-audit-tools', level: null },
        ],
      },
    ]);
  });

  it('lets a work role go with the mappings that name it', () => {
    const first = take(nothing, profiles('Lead')).facts;
    const mapping = { from: 'iam', to: 'ecsf:cybersecurity-auditor', relation: 'related', note: '' } as const;
    const mapped = { ...first, competenceMapping: [{ id: newId(), version: 1, ...mapping } as never] };
    const later = take(mapped, [{ ...profiles('Lead')[0], title: 'Cook' }]);
    expect(later.facts.workRole.map(({ key }) => key)).toEqual(['ecsf:cook']);
    expect(later.facts.competenceMapping).toEqual([]);
  });

  it('says when an older edition is taken over a newer one', () => {
    expect([isOlder('2.0.0', '2.2.0'), isOlder('2.10', '2.9'), isOlder('2022', '2022.0')]).toEqual([
      true,
      false,
      false,
    ]);
    const first = take(nothing, { edition: '2024', profiles: profiles('Lead') }).facts;
    const older = take(first, { edition: '2022', profiles: profiles('Lead') });
    expect(older.report.flagged.map(({ reason }) => reason)).toEqual([
      'Edition 2024 is there already, which is newer.',
    ]);
  });
});
