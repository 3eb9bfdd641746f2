import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { settingOf } from '../../../tests/factories/rows.ts';
import { randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { assess } from './assess.ts';
import { ruleIds, severities, type Coverage, type RuleId } from './model.ts';
import { offByDefault } from './rule-tuning.ts';

const today = plainDate('2026-03-03');

/** One requirement for which Ana and Ben both answer, and both work. */
function shared(settings: readonly ReturnType<typeof settingOf>[]): {
  readonly gaps: readonly RuleId[];
  readonly coverage: Coverage | undefined;
} {
  const firm = newFirm();
  firm.letters('A.8.8', firm.hire('Ana Silva'), 'RA');
  firm.letters('A.8.8', firm.hire('Ben Okafor'), 'RA');
  const { gaps, requirements } = assess(firm.snapshot({ ruleSetting: settings }), today);
  return {
    gaps: gaps
      .filter(({ requirements: [only, other] }) => only === 'A.8.8' && other === undefined)
      .map(({ rule }) => rule),
    coverage: requirements.find(({ requirementId }) => requirementId === 'A.8.8'),
  };
}

describe('a house that judges otherwise', () => {
  it('may let two answer, and then nothing calls it weak', () => {
    const asShipped = shared([]);
    expect(asShipped.gaps).toContain('rasci.several-accountable');
    expect(asShipped.coverage?.aspects.accountable.state).toBe('weak');
    const allowed = shared([settingOf('rasci.several-accountable', { limit: 2 })]);
    expect(allowed.gaps).not.toContain('rasci.several-accountable');
    expect(allowed.coverage?.aspects.accountable).toEqual({
      state: 'met',
      because: expect.stringContaining('Ana Silva') as string,
    });
    expect(shared([settingOf('rasci.several-accountable', { on: false })]).gaps).not.toContain(
      'rasci.several-accountable',
    );
  });

  it('may want one who works and the others to support, which nobody is asked for as shipped', () => {
    expect(shared([]).gaps).not.toContain('rasci.several-responsible');
    const strict = [settingOf('rasci.several-responsible', { limit: 1 })];
    expect(shared(strict).gaps).toContain('rasci.several-responsible');
    expect(shared([settingOf('rasci.several-responsible', { limit: 2 })]).gaps).not.toContain(
      'rasci.several-responsible',
    );
  });

  it('says its reason where it asks for no letter', () => {
    const firm = newFirm();
    const reason = 'Works councils veto names.';
    const { requirements, gaps } = assess(
      firm.snapshot({ ruleSetting: [settingOf('rasci.no-accountable', { on: false, reason })] }),
      today,
    );
    expect(requirements[0]?.aspects.accountable).toEqual({
      state: 'unjudged',
      because: `Nobody is accountable, and this organization does not ask for it: ${reason}`,
    });
    expect(gaps.map(({ rule }) => rule)).not.toContain('rasci.no-accountable');
  });
});

describe('a setting', () => {
  it('changes the gaps of its own rule and of no other', () => {
    assert(
      property(randomSnapshots(), constantFrom(...ruleIds), constantFrom(...severities), (snapshot, rule, severity) => {
        const shipped = assess(snapshot, someDay).gaps;
        const ids = (gaps: typeof shipped, own: boolean): readonly string[] =>
          gaps
            .filter((gap) => (gap.rule === rule) === own)
            .map(({ id }) => id)
            .toSorted();
        const off = assess({ ...snapshot, ruleSetting: [settingOf(rule, { on: false })] }, someDay).gaps;
        expect([ids(off, true), ids(off, false)]).toEqual([[], ids(shipped, false)]);
        if (offByDefault.has(rule)) return;
        const weighed = assess({ ...snapshot, ruleSetting: [settingOf(rule, { severity })] }, someDay).gaps;
        expect([ids(weighed, true), ids(weighed, false)]).toEqual([ids(shipped, true), ids(shipped, false)]);
        for (const gap of weighed.filter((each) => each.rule === rule))
          expect([severity, 'advice']).toContain(gap.severity);
      }),
      { numRuns: 60 },
    );
  });
});
