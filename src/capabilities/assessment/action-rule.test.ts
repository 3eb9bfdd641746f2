import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personOf, randomSnapshots, snapshotWith, someDay } from '../../../tests/factories/snapshot.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { addDays, plainDate, type PlainDate } from '../../kernel/date.ts';
import type { ActionId, PersonId, ProjectId } from '../../kernel/id.ts';
import { actionStates, projectStates, type Action, type Project } from '../programme/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { assess } from './assess.ts';
import type { Gap } from './model.ts';

const [ana, ben] = [1, 2].map((number) => `00000000-0000-7000-8000-00000000000${number}` as PersonId) as [
  PersonId,
  PersonId,
];
const project: Project = {
  id: '00000000-0000-7000-8000-0000000000a1' as ProjectId,
  version: 1,
  name: 'Resources for the ISMS',
  purpose: '',
  managerId: ana,
  memberIds: [ben],
  from: plainDate('2026-01-01'),
  to: null,
  state: 'execution',
};
const action: Action = {
  id: '00000000-0000-7000-8000-0000000000b1' as ActionId,
  version: 1,
  title: 'Hire an analyst',
  description: '',
  ownerId: ben,
  due: plainDate('2026-03-10'),
  state: 'in-progress',
  closedOn: null,
  requirementId: requirementIdSchema.parse('A.8.16'),
  projectId: project.id,
};
const company = (rows: Partial<Snapshot> = {}): Snapshot =>
  snapshotWith({
    person: [personOf(ana, 'Ana'), personOf(ben, 'Ben', { to: plainDate('2026-04-01') })],
    project: [project],
    action: [action],
    ...rows,
  });
const ours = (snapshot: Snapshot, on: string): readonly Gap[] =>
  assess(snapshot, plainDate(on)).gaps.filter((gap) => gap.rule.startsWith('action.'));

describe('an action that is late', () => {
  it('is a gap from the day after it was due until it is done', () => {
    expect(ours(company(), '2026-03-10')).toEqual([]);
    expect(ours(company(), '2026-03-11')).toEqual([
      {
        id: `action.overdue:${action.id}`,
        rule: 'action.overdue',
        severity: 'minor',
        subject: { kind: 'person', id: ben, label: 'Ben', unit: null },
        requirements: ['A.8.16'],
        clause: '7.1',
        explanation: 'The action "Hire an analyst" of Ben was due on 2026-03-10 and is not done.',
        facts: [
          { register: 'action', id: action.id },
          { register: 'person', id: ben },
        ],
      },
    ]);
    const done = company({ action: [{ ...action, state: 'done', closedOn: plainDate('2026-03-20') }] });
    expect(ours(done, '2026-03-19').map((gap) => gap.rule)).toEqual(['action.overdue']);
    expect(ours(done, '2026-03-20')).toEqual([]);
  });
});

describe('somebody who has left', () => {
  it('leaves open actions and projects behind from the first day on which they are gone', () => {
    const managed = company({
      project: [{ ...project, managerId: ben, memberIds: [] }],
      action: [{ ...action, due: plainDate('2027-01-01') }],
    });
    expect(ours(managed, '2026-03-31')).toEqual([]);
    const [gap, ...others] = ours(managed, '2026-04-01');
    expect(others).toEqual([]);
    expect(gap?.explanation).toBe(
      'The engagement of Ben ended on 2026-04-01, and Ben still owns 1 open action and manages Resources for the ISMS.',
    );
    expect(gap?.fix).toEqual({ kind: 'hand-over', personId: ben });
    expect(gap?.facts.map((fact) => fact.register)).toEqual(['action', 'project', 'person']);
  });

  it('leaves nothing behind in a closed project with its actions done', () => {
    const closed = company({
      project: [{ ...project, managerId: ben, state: 'closed' }],
      action: [{ ...action, state: 'dropped', closedOn: plainDate('2026-03-05') }],
    });
    expect(ours(closed, '2026-05-01')).toEqual([]);
  });
});

const days = [-400, -1, 0, 1, 400].map((shift): PlainDate => addDays(someDay, shift));
const busySnapshots = randomSnapshots().chain((snapshot) => {
  const anyone = fc.constantFrom(...snapshot.person.map(({ id }) => id));
  const day = fc.constantFrom(...days);
  return fc
    .record({
      project: fc.array(fc.record({ managerId: anyone, state: fc.constantFrom(...projectStates) }), { maxLength: 3 }),
      action: fc.array(
        fc.record({ ownerId: anyone, due: day, state: fc.constantFrom(...actionStates), closedOn: fc.option(day) }),
        { maxLength: 8 },
      ),
    })
    .map((rows): Snapshot => ({
      ...snapshot,
      project: rows.project.map((fields, index) => ({
        ...project,
        ...fields,
        id: `${project.id.slice(0, -2)}${index}f` as ProjectId,
      })),
      action: rows.action.map((fields, index) => ({
        ...action,
        ...fields,
        id: `${action.id.slice(0, -2)}${index}e` as ActionId,
        projectId: null,
      })),
    }));
});

describe('every gap of an action', () => {
  it('names facts that are there, and goes with them', () => {
    fc.assert(
      fc.property(busySnapshots, (snapshot) => {
        for (const gap of ours(snapshot, someDay)) {
          const facts = new Set(gap.facts.map(({ id }) => id));
          const all = [...snapshot.person, ...snapshot.project, ...snapshot.action];
          expect(all.filter(({ id }) => facts.has(id))).toHaveLength(facts.size);
          const stays = ({ id }: { readonly id: string }): boolean => !facts.has(id);
          const mended = {
            ...snapshot,
            project: snapshot.project.filter(stays),
            action: snapshot.action.filter(stays),
          };
          expect(ours(mended, someDay).map(({ id }) => id)).not.toContain(gap.id);
          expect(gap.explanation).toMatch(/^[A-Z0-9].*\.$/s);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is one for each that is late and one for each leaver, no more', () => {
    fc.assert(
      fc.property(busySnapshots, (snapshot) => {
        const open = snapshot.action.filter(({ closedOn }) => closedOn === null || closedOn > someDay);
        const gone = new Set(snapshot.person.filter(({ to }) => to !== null && to <= someDay).map(({ id }) => id));
        const late = open.filter(({ due }) => due < someDay).map(({ id }) => `action.overdue:${id}`);
        const left = [
          ...open.map(({ ownerId }) => ownerId),
          ...snapshot.project.filter(({ state }) => state !== 'closed').map(({ managerId }) => managerId),
        ].filter((id) => gone.has(id));
        expect(
          ours(snapshot, someDay)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual([...late, ...new Set(left.map((id) => `action.owner-left:${id}`))].toSorted());
      }),
      { numRuns: 100 },
    );
  });
});
