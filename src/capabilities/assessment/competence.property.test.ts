import { assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgedSnapshots } from '../../../tests/factories/random-judgement.ts';
import { someDay } from '../../../tests/factories/snapshot.ts';
import { holdingOf } from '../../domain/role-template.ts';
import { requirements } from '../../domain/catalogue.ts';
import { addDays, addMonths } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import { covers } from '../../kernel/period.ts';
import { findCompetenceTemplate } from '../../domain/competence.ts';
import { provenBy } from '../competence/held.ts';
import type { CompetenceAssessment, RequiredCompetence } from '../competence/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { assess } from './assess.ts';
import type { AspectState, Assessment, Gap } from './model.ts';

const RUNS = { numRuns: 150 };

/** What a gap says that somebody, or the people of a role, cannot prove; a proof that still counts is no gap. */
const lacksOf = ({ rule, subject, fix, id, severity }: Gap): readonly string[] => {
  if (!rule.startsWith('competence.') || rule === 'competence.expiring') return [];
  const grade = severity === 'advice' ? 'wish' : 'must';
  if (fix?.kind === 'ways-out')
    return fix.competences.map(({ competence, level }) => `${subject.id} ${competence} ${level} ${grade}`);
  return [`${id.split(':').slice(1).join(' ')} ${grade}`];
};

const lacking = ({ gaps }: Assessment): ReadonlySet<string> =>
  new Set(gaps.filter(({ rule }) => rule !== 'competence.iso-knowledge').flatMap(lacksOf));

const rank: readonly AspectState[] = ['gap', 'weak', 'met'];
const competentStates = ({ requirements: rows }: Assessment): readonly AspectState[] =>
  rows.map(({ aspects }) => aspects.competent.state);

const withJudgement = (
  snapshot: Snapshot,
  at: number,
  changed: (one: CompetenceAssessment) => CompetenceAssessment,
): Snapshot => ({
  ...snapshot,
  competenceAssessment: snapshot.competenceAssessment.map((one, index, all) =>
    index === at % all.length ? changed(one) : one,
  ),
});

function neverWorse(before: Snapshot, after: Snapshot): void {
  const [then, now] = [assess(before, someDay), assess(after, someDay)];
  const known = lacking(then);
  // A wish is told only of who meets the must, so that meeting it may bring the wish to light.
  const musts = [...lacking(now)].filter((one) => one.endsWith('must'));
  expect(musts.filter((one) => !known.has(one))).toEqual([]);
  expect(now.gaps.filter(({ rule }) => rule === 'competence.iso-knowledge').length).toBeLessThanOrEqual(
    then.gaps.filter(({ rule }) => rule === 'competence.iso-knowledge').length,
  );
  const earlier = competentStates(then);
  const worse = competentStates(now).flatMap((state, row) => {
    const was = earlier[row] ?? 'gap';
    const same = was === 'unjudged' || state === 'unjudged' ? state === was : rank.indexOf(state) >= rank.indexOf(was);
    return same ? [] : [`${requirements[row]?.id ?? ''} ${was} ${state}`];
  });
  expect(worse).toEqual([]);
}

describe('what people hold', () => {
  it('adds no gap and makes no coverage worse where a level is higher', () => {
    assert(
      property(judgedSnapshots(), nat(23), constantFrom(...levels), (snapshot, at, level) => {
        neverWorse(
          snapshot,
          withJudgement(snapshot, at, (one) => (level > one.level ? { ...one, level } : one)),
        );
      }),
      RUNS,
    );
  });

  it('adds no gap and makes no coverage worse where it ends later', () => {
    assert(
      property(judgedSnapshots(), nat(23), nat(900), (snapshot, at, days) => {
        neverWorse(
          snapshot,
          withJudgement(snapshot, at, (one) => ({
            ...one,
            to: one.to === null ? null : addDays(one.to, days),
            refreshMonths: one.refreshMonths === null ? null : one.refreshMonths + days,
          })),
        );
      }),
      RUNS,
    );
  });
});

/** The first day on which a judgement no longer counts, read off its fields. */
const endOfOne = ({ to, on, refreshMonths, competence }: CompetenceAssessment) => {
  const months = refreshMonths ?? findCompetenceTemplate(competence)?.refreshMonths ?? null;
  return to ?? (months === null ? null : addMonths(on, months));
};

const countsOn = (one: CompetenceAssessment): boolean => {
  const end = endOfOne(one);
  return one.on <= someDay && (end === null || someDay < end);
};

describe('coverage', () => {
  it('counts only evidence in date', () => {
    assert(
      property(judgedSnapshots(), (snapshot) => {
        const proofs = snapshot.competenceAssessment.filter((one) => countsOn(one) && provenBy(one) > 0);
        const bare = { ...snapshot, competenceAssessment: proofs };
        expect(assess(bare, someDay).requirements.map(({ aspects }) => aspects.competent)).toEqual(
          assess(snapshot, someDay).requirements.map(({ aspects }) => aspects.competent),
        );
      }),
      RUNS,
    );
  });

  it('judges on random organizations what the plainest reading judges', () => {
    assert(
      property(judgedSnapshots(), (snapshot) => {
        expect(competentStates(assess(snapshot, someDay))).toEqual(naive(snapshot));
      }),
      RUNS,
    );
  });
});

/** For every row every cell, for every cell every person, for every person every judgement. */
function naive(snapshot: Snapshot): readonly AspectState[] {
  const active = snapshot.person.filter((person) => covers(person, someDay)).map(({ id }) => id);
  const proof = (personId: PersonId, { competence, level }: RequiredCompetence) => {
    const ends = snapshot.competenceAssessment
      .filter((one) => one.personId === personId && one.competence === competence)
      .filter((one) => countsOn(one) && provenBy(one) >= level)
      .map(endOfOne);
    return level === 0 || ends.includes(null) ? null : ends.map(String).sort().at(-1);
  };
  return requirements.map(({ id, kind }): AspectState => {
    const out = snapshot.applicability.some((entry) => entry.requirementId === id && !entry.applicable);
    if (out && kind === 'control') return 'unjudged';
    const special = snapshot.requirementCompetence.filter(({ requirementId }) => requirementId === id);
    const bearers = (letter: 'A' | 'R') =>
      snapshot.accountability
        .filter((cell) => cell.requirementId === id && cell.letters.includes(letter))
        .map(({ roleId, personId }) => {
          const role = snapshot.role.find((one) => one.id === roleId);
          const asked = [...(role?.competences ?? []), ...special];
          const appointed = (capacity: string): readonly PersonId[] =>
            snapshot.appointment
              .filter((one) => one.roleId === roleId && one.capacity === capacity && covers(one, someDay))
              .map((one) => one.personId)
              .filter((one) => active.includes(one));
          const holders = appointed('holder');
          const people =
            role === undefined
              ? active.filter((one) => one === personId)
              : holdingOf(role.key) === 'everyone'
                ? active
                : holders.length > 0
                  ? holders
                  : appointed('deputy');
          return { asked, people };
        })
        .filter(({ people }) => people.length > 0);
    const letters = (['A', 'R'] as const).map(bearers);
    if (letters.every((some) => some.length === 0)) return 'gap';
    const judged = letters
      .map((some) => some.filter(({ asked }) => asked.length > 0))
      .filter((some) => some.length > 0)
      .map((some): AspectState => {
        const all = some.flatMap(({ asked, people }) =>
          people.map((person) => ({
            able: asked.every((one) => !one.required || proof(person, one) !== undefined),
            soon: asked.some((one) => {
              const end = one.required ? proof(person, one) : null;
              return typeof end === 'string' && end <= addDays(someDay, 90);
            }),
            wanting: asked.some((one) => !one.required && proof(person, one) === undefined),
          })),
        );
        if (all.every(({ able }) => !able)) return 'gap';
        return all.some(({ able, soon, wanting }) => !able || soon || wanting) ? 'weak' : 'met';
      });
    if (judged.length === 0) return 'unjudged';
    return rank.find((state) => judged.includes(state)) ?? 'met';
  });
}
