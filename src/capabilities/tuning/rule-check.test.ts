import { expect, it } from 'vitest';
import { knownRule, refuseUnfitLimit } from './rule-check.ts';

it('takes a limit within the bounds of a rule that judges by one, and no other', () => {
  refuseUnfitLimit('rasci.several-accountable', 2);
  refuseUnfitLimit('rasci.overloaded', 0.55);
  refuseUnfitLimit('role.no-hours', null);
  for (const [rule, limit] of [
    ['rasci.several-accountable', 0],
    ['rasci.several-accountable', 1.5],
    ['rasci.overloaded', 2],
    ['role.no-hours', 3],
  ] as const)
    expect(() => refuseUnfitLimit(rule, limit)).toThrow(rule);
});

it('knows the rules of the assessment only', () => {
  expect(knownRule('sod.conflict')).toBe('sod.conflict');
  expect(() => knownRule('sod.nothing')).toThrow('rule');
});
