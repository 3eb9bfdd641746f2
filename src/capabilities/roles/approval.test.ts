import { assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { hours } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { MembershipId, PersonId, UserId } from '../../kernel/id.ts';
import type { Actor, Membership, Permission } from '../identity/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { approvalOf, changesSubstance, hindranceOf, type PaperApproval, type Reader } from './approval.ts';

const today = plainDate('2026-03-03');
const olga = '00000000-0000-7000-8000-00000000000a' as UserId;
const max = '00000000-0000-7000-8000-00000000000b' as UserId;
const ben = '00000000-0000-7000-8000-00000000000c' as PersonId;

const readerOf = (userId: UserId, name: string, email: string, permission: Permission = 'approver'): Reader => ({
  actor: { kind: 'member', userId, name, permission, personId: null },
  userId,
  email,
});
const members: readonly Membership[] = [
  { userId: olga, name: 'Olga Ortmann', email: 'olga@adler.example' },
  { userId: max, name: 'Max Mayer', email: 'max@adler.example' },
].map((fields, index) => ({
  ...fields,
  id: `00000000-0000-7000-8000-0000000000c${index}` as MembershipId,
  version: 1,
  permission: 'manager' as const,
  personId: null,
})) as readonly Membership[];

const scene = () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva', { email: 'ana@adler.example' });
  const post = firm.appoint(ana, 'ciso', { requestedBy: olga });
  return { ana, post, snapshot: firm.snapshot({ membership: [...members] }) };
};
const refusalOf = (act: () => unknown): string => {
  try {
    act();
    return 'given';
  } catch (error) {
    if (error instanceof MusterError) return error.message;
    throw error;
  }
};

describe('the word of a second person', () => {
  const { ana, post, snapshot } = scene();
  const word = (reader: Reader, paper: PaperApproval | null = null, of: Snapshot = snapshot): string =>
    refusalOf(() => approvalOf(of, post, reader, paper, today));
  const [asker, other] = [
    readerOf(olga, 'Olga Ortmann', 'olga@adler.example'),
    readerOf(max, 'Max Mayer', 'max@adler.example'),
  ];

  it('is given by somebody who neither asked nor is appointed, and is kept with name and day', () => {
    expect(approvalOf(snapshot, post, other, null, today)).toEqual({ userId: max, name: 'Max Mayer', on: today });
    expect(hindranceOf(post, ana, other, snapshot)).toBeNull();
  });

  it('is refused for who asked, who is appointed by any of their addresses, who has it already, and who may not decide', () => {
    expect(word(asker)).toBe('You asked for this appointment yourself: somebody else has to approve it.');
    expect(word({ ...other, email: 'ANA@adler.example' })).toBe(
      'You are the one appointed: somebody else has to approve it.',
    );
    const renamed = {
      ...snapshot,
      membership: members.map((one) => (one.userId === max ? { ...one, email: 'ana@Adler.example' } : one)),
    };
    expect(hindranceOf(post, ana, other, renamed)).toBe('appointed');
    expect(hindranceOf(post, ana, readerOf(max, 'Dr. Ana Silva', 'a.silva@private.example'), snapshot)).toBe(
      'appointed',
    );
    const linked = readerOf(max, 'M. M.', 'box@adler.example');
    expect(
      hindranceOf(post, ana, { ...linked, actor: { ...linked.actor, personId: post.personId } as Actor }, snapshot),
    ).toBe('appointed');
    const oneHuman = { ...snapshot, membership: members.map((one) => ({ ...one, personId: ben })) };
    expect(hindranceOf(post, ana, other, oneHuman)).toBe('requested');
    for (const permission of ['viewer', 'auditor', 'contributor'] as const)
      expect(hindranceOf(post, ana, readerOf(max, 'Max Mayer', 'max@adler.example', permission), snapshot)).toBe(
        'permission',
      );
    const approval = { userId: null, name: 'Ingrid', on: today };
    expect(hindranceOf({ ...post, approval }, ana, other, snapshot)).toBe('approved');
  });

  it('may be on paper, recorded by who asked, from a signer who is neither of the two and on a day that has come', () => {
    const paper = (signer: string, on = today): PaperApproval => ({ signer, on });
    expect(approvalOf(snapshot, post, asker, paper('Ingrid Sørensen'), today)).toEqual({
      userId: null,
      name: 'Ingrid Sørensen',
      on: today,
    });
    expect(word(asker, paper('ana silva '))).toContain('Ana Silva is the one appointed.');
    expect(word(other, paper('Olga Ortmann'))).toContain('Olga Ortmann asked for this appointment.');
    expect(word(other, paper('MAX MAYER'))).toContain('Approve it yourself');
    expect(word(asker, paper('Ingrid Sørensen', plainDate('2026-03-04')))).toContain('2026-03-04 is still to come.');
  });
});

describe('a change of an appointment', () => {
  const post = { capacity: 'holder' as const, from: today, to: plainDate('2026-12-31'), hoursPerWeek: hours(8) };

  it('needs the word again when it asks for more: another capacity or beginning, a later end, more hours', () => {
    expect(changesSubstance(post, { ...post, capacity: 'deputy' })).toBe(true);
    expect(changesSubstance(post, { ...post, from: plainDate('2026-03-02') })).toBe(true);
    expect(changesSubstance(post, { ...post, to: null })).toBe(true);
    expect(changesSubstance(post, { ...post, hoursPerWeek: hours(9) })).toBe(true);
    expect(changesSubstance({ ...post, hoursPerWeek: null }, post)).toBe(true);
  });

  it('keeps it when it asks for less', () => {
    expect(changesSubstance(post, { ...post, to: plainDate('2026-06-30') })).toBe(false);
    expect(changesSubstance({ ...post, to: null }, post)).toBe(false);
    expect(changesSubstance(post, { ...post, hoursPerWeek: null })).toBe(false);
    expect(changesSubstance(post, post)).toBe(false);
  });

  it('cannot smuggle more past it in two steps', () => {
    const terms = record({
      capacity: constantFrom('holder' as const, 'deputy' as const),
      from: constantFrom(...['2026-01-01', '2026-02-01'].map(plainDate)),
      to: option(constantFrom(...['2026-06-01', '2026-07-01', '2026-08-01'].map(plainDate))),
      hoursPerWeek: option(integer({ min: 0, max: 3 }).map(hours)),
    });
    assert(
      property(terms, terms, terms, (first, second, third) => {
        const direct = changesSubstance(first, third);
        expect(!direct || changesSubstance(first, second) || changesSubstance(second, third)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
