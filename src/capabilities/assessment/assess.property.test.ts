import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgedSnapshots } from '../../../tests/factories/random-judgement.ts';
import { personOf, randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
import { requirements } from '../../domain/catalogue.ts';
import { holdingOf } from '../../domain/role-template.ts';
import type { Letter, RequirementId } from '../../domain/requirement.ts';
import type { AccountabilityId, AppointmentId, PersonId, RoleId } from '../../kernel/id.ts';
import type { Accountability } from '../accountability/model.ts';
import { registerNames } from '../trail/register.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { assess } from './assess.ts';
import type { Fact, Gap, RuleId } from './model.ts';

const RUNS = { numRuns: 150 };

/** Rules that fire because something is not there: adding it mends them, there is nothing to remove. */
const absences: ReadonlySet<RuleId> = new Set([
  'role.mandatory-vacant',
  'role.below-minimum',
  'rasci.no-accountable',
  'rasci.no-responsible',
  'soa.unresourced',
  'competence.iso-knowledge',
]);

function without(snapshot: Snapshot, facts: readonly Fact[]): Snapshot {
  const gone = new Set(facts.map((fact) => fact.id));
  const stays = (row: { readonly id: string }): boolean => !gone.has(row.id);
  return {
    ...snapshot,
    appointment: snapshot.appointment.filter(stays),
    accountability: snapshot.accountability.filter(stays),
    applicability: snapshot.applicability.filter(stays),
    compensatingControl: snapshot.compensatingControl.filter(stays),
    duty: snapshot.duty.filter(stays),
    competenceAssessment: snapshot.competenceAssessment.filter(stays),
    requirementCompetence: snapshot.requirementCompetence.filter(stays),
    training: snapshot.training.filter(stays),
    campaign: snapshot.campaign.filter(stays),
  };
}

const keysIn = ({ fix }: Gap): readonly string[] =>
  fix?.kind === 'ways-out' ? fix.competences.map(({ competence }) => competence) : [];

/** The same gap; of a person who lacks several competences, about one of the same at least. */
const isSame = (gap: Gap, other: Gap): boolean =>
  gap.id === other.id && (keysIn(gap).length === 0 || keysIn(gap).some((key) => keysIn(other).includes(key)));

describe('every gap rests on the facts that it names', () => {
  it('goes when its appointments, letters and entries are removed, people and roles staying as they are', () => {
    assert(
      property(judgedSnapshots(), (snapshot) => {
        for (const gap of assess(snapshot, someDay).gaps) {
          // Of a role that everyone holds, what is missing is not there either.
          const ofEveryone = gap.rule === 'competence.missing' && gap.subject.kind === 'role';
          if (absences.has(gap.rule) || ofEveryone) continue;
          const left = assess(without(snapshot, gap.facts), someDay).gaps;
          expect(left.filter((other) => isSame(gap, other))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('goes when what is absent is added', () => {
    assert(
      property(randomSnapshots(), (snapshot) => {
        const newcomer = personOf('00000000-0000-7000-8999-000000000001' as PersonId, 'Newcomer');
        for (const gap of assess(snapshot, someDay).gaps.slice(0, 40)) {
          const [requirementId] = gap.requirements;
          const letter = gap.rule === 'rasci.no-accountable' ? 'A' : 'R';
          if (!absences.has(gap.rule) || gap.rule.startsWith('role.') || requirementId === undefined) continue;
          const cell: Accountability = {
            id: '00000000-0000-7000-8999-000000000002' as AccountabilityId,
            version: 1,
            requirementId,
            roleId: null,
            personId: newcomer.id,
            letters: [letter],
          };
          const mended = {
            ...snapshot,
            person: [...snapshot.person, newcomer],
            accountability: [...snapshot.accountability, cell],
          };
          expect(assess(mended, someDay).gaps.map((other) => other.id)).not.toContain(gap.id);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('says so in a sentence, and its rows are in the snapshot', () => {
    assert(
      property(judgedSnapshots(), (snapshot) => {
        const ids = new Set<string>(
          registerNames.flatMap((name) => (name === 'organization' ? [] : snapshot[name].map((row) => row.id))),
        );
        const { gaps } = assess(snapshot, someDay);
        expect(new Set(gaps.map((gap) => gap.id)).size).toBe(gaps.length);
        for (const gap of gaps) {
          expect(gap.explanation).toMatch(/^[A-Z0-9].*\.$/s);
          expect(gap.explanation).not.toMatch(/undefined|null|NaN| {2}/);
          expect(gap.facts.filter((fact) => !ids.has(fact.id))).toEqual([]);
        }
      }),
      RUNS,
    );
  });
});

/** The plainest reading of the rules: for every row look at every cell, for every cell at every appointment. */
function naiveLint(snapshot: Snapshot): readonly string[] {
  const isActive = (id: PersonId): boolean =>
    snapshot.person.some(
      ({ id: other, from, to }) => other === id && (from === null || from <= someDay) && (to === null || someDay < to),
    );
  const holders = (roleId: RoleId): readonly PersonId[] => [
    ...new Set(
      snapshot.appointment
        .filter(
          (entry) =>
            entry.roleId === roleId &&
            entry.capacity === 'holder' &&
            entry.from <= someDay &&
            (entry.to === null || someDay < entry.to) &&
            isActive(entry.personId),
        )
        .map((entry) => entry.personId),
    ),
  ];
  const holding = (roleId: RoleId): string => holdingOf(snapshot.role.find((role) => role.id === roleId)?.key ?? '');
  const found = new Set<string>();
  for (const { id, kind } of requirements) {
    const out = snapshot.applicability.some((entry) => entry.requirementId === id && !entry.applicable);
    if (out && kind === 'control') continue;
    const cells = snapshot.accountability.filter((cell) => cell.requirementId === id);
    const having = (letter: Letter): readonly Accountability[] => cells.filter((cell) => cell.letters.includes(letter));
    const accountable = having('A');
    if (accountable.length === 0) found.add(`rasci.no-accountable:${id}`);
    if (having('R').length === 0) found.add(`rasci.no-responsible:${id}`);
    if (accountable.length > 1) found.add(`rasci.several-accountable:${id}`);
    for (const { roleId } of accountable.length === 1 ? accountable : [])
      if (
        roleId !== null &&
        (holding(roleId) === 'everyone' || (holding(roleId) === 'single' && holders(roleId).length > 1))
      )
        found.add(`rasci.several-accountable:${roleId}`);
    for (const { roleId, personId } of [...accountable, ...having('R')]) {
      const everyone =
        roleId !== null && holding(roleId) === 'everyone' && snapshot.person.some((one) => isActive(one.id));
      if (roleId !== null && !everyone && holders(roleId).length === 0) found.add(`rasci.unresolved:${roleId}`);
      const person = snapshot.person.find((one) => one.id === personId);
      const ended = person?.to !== null && person?.to !== undefined && person.to <= someDay;
      if (person !== undefined && !isActive(person.id) && !ended) found.add(`rasci.unresolved:${person.id}`);
    }
  }
  return [...found].toSorted();
}

const lintRules: ReadonlySet<RuleId> = new Set([
  'rasci.no-accountable',
  'rasci.no-responsible',
  'rasci.several-accountable',
  'rasci.unresolved',
]);

describe('the lint of the matrix', () => {
  it('finds on random matrices what the plainest reading of the rules finds', () => {
    assert(
      property(randomSnapshots(), (snapshot) => {
        const found = assess(snapshot, someDay).gaps.filter((gap) => lintRules.has(gap.rule));
        expect(found.map((gap) => gap.id).toSorted()).toEqual(naiveLint(snapshot));
      }),
      RUNS,
    );
  });

  it('leaves no requirement with a weak or missing A or R without a gap that explains it', () => {
    assert(
      property(randomSnapshots(), (snapshot) => {
        const { requirements: rows, gaps } = assess(snapshot, someDay);
        const known = new Set(gaps.map((gap) => gap.id));
        const unexplained = rows.filter(
          ({ aspects, gapIds }) =>
            gapIds.length === 0 &&
            [aspects.accountable, aspects.responsible].some(({ state }) => state === 'gap' || state === 'weak'),
        );
        expect(unexplained).toEqual([]);
        expect(rows.flatMap((row) => row.gapIds).filter((id) => !known.has(id))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('the assessment', () => {
  it('never hides a conflict of duties when a person is added, with or without roles and letters', () => {
    const conflictsOf = (snapshot: Snapshot): readonly Pick<Gap, 'id' | 'severity'>[] =>
      assess(snapshot, someDay)
        .gaps.filter((gap) => gap.rule === 'sod.conflict')
        .map(({ id, severity }) => ({ id, severity }));
    const newcomer = personOf('00000000-0000-7000-8999-000000000001' as PersonId, 'Newcomer');
    assert(
      property(randomSnapshots(), (snapshot) => {
        const before = conflictsOf(snapshot);
        const joined: Snapshot = { ...snapshot, person: [...snapshot.person, newcomer] };
        expect(conflictsOf(joined)).toEqual(before);
        const busy: Snapshot = {
          ...joined,
          appointment: [
            ...snapshot.appointment,
            ...snapshot.appointment.map((entry) => ({ ...entry, id: turnedId(entry.id), personId: newcomer.id })),
          ],
        };
        // A second holder frees a deputy from acting, and so from the letters of the role: only pairs of roles must stay.
        const pairs = before.filter(({ id }) => !id.startsWith('sod.conflict:ROW-'));
        expect(conflictsOf(busy)).toEqual(expect.arrayContaining([...pairs]));
      }),
      RUNS,
    );
  });

  it('changes nothing in its input and says the same twice', () => {
    assert(
      property(randomSnapshots(), (snapshot) => {
        const frozen = deepFreeze(structuredClone(snapshot));
        expect(assess(frozen, someDay)).toEqual(assess(snapshot, someDay));
        expect(frozen).toEqual(snapshot);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the rows', () => {
    const ids = (snapshot: Snapshot): readonly string[] =>
      assess(snapshot, someDay)
        .gaps.map((gap) => gap.id)
        .toSorted();
    assert(
      property(randomSnapshots(), (snapshot) => {
        const turned: Snapshot = {
          ...snapshot,
          person: snapshot.person.toReversed(),
          role: snapshot.role.toReversed(),
          appointment: snapshot.appointment.toReversed(),
          accountability: snapshot.accountability.toReversed(),
        };
        expect(ids(turned)).toEqual(ids(snapshot));
      }),
      RUNS,
    );
  });

  it('covers all 123 requirements in the order of the catalogue', () => {
    assert(
      property(randomSnapshots(), (snapshot) => {
        const covered: readonly RequirementId[] = assess(snapshot, someDay).requirements.map(
          (row) => row.requirementId,
        );
        expect(covered).toEqual(requirements.map(({ id }) => id));
      }),
      { numRuns: 10 },
    );
  });
});

const turnedId = (id: AppointmentId): AppointmentId => id.replace('-8003-', '-9003-') as AppointmentId;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
