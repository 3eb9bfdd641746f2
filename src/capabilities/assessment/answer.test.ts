import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { hours } from '../../../tests/factories/snapshot.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import { answer } from './answer.ts';
import { assess } from './assess.ts';
import type { Answer } from './model.ts';

const today = plainDate('2026-03-03');
const ask = (firm: Firm, requirement: string, on = today): Answer => {
  const snapshot = firm.snapshot();
  return answer(snapshot, assess(snapshot, on), requirementIdSchema.parse(requirement), on);
};

describe('the answer for A.8.8', () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva');
  const ben = firm.hire('Ben Okafor', { kind: 'external' });
  firm.appoint(ana, 'isms-leadership', { from: plainDate('2025-01-01') });
  firm.appoint(ben, 'security-operations', { from: plainDate('2026-02-01'), hoursPerWeek: hours(12.5) });
  firm.letters('A.8.8', 'isms-leadership', 'A');
  firm.letters('A.8.8', 'security-operations', 'R');
  firm.letters('A.8.8', ana, 'R');

  it('names who answers and who works, since when and with how many hours', () => {
    const found = ask(firm, 'A.8.8');
    expect(found.accountable).toEqual([
      {
        personId: ana.id,
        name: 'Ana Silva',
        external: false,
        role: {
          roleId: firm.role('isms-leadership').id,
          name: 'Information Security Management Leadership',
          capacity: 'holder',
        },
        since: '2025-01-01',
        hoursPerWeek: 4,
        awayUntil: null,
        approval: null,
      },
    ]);
    expect(found.responsible.map(({ name, external, since, role }) => [name, external, since, role?.name])).toEqual([
      ['Ben Okafor', true, '2026-02-01', 'Security Operations'],
      ['Ana Silva', false, null, undefined],
    ]);
    expect(found.capacity).toMatchObject({ state: 'met', hoursPerWeek: 16.5 });
  });

  it('is not enough while nobody proves competence', () => {
    const found = ask(firm, 'A.8.8');
    expect(found.enough).toBe(false);
    expect(found.because).toBe(`Not enough: ${found.competence.because}`);
    expect(found.competence.because).toBe(
      'Ana Silva is accountable and does not prove what is required. Ben Okafor is responsible and does not prove what is required.',
    );
  });

  it('tells of each what is asked, proven, by what, and until when', () => {
    const able = newFirm();
    const [cem, dana, eve] = [able.hire('Cem Yılmaz'), able.hire('Dana Novák'), able.hire('Eve Adler')];
    able.appoint(cem, 'hr');
    able.appoint(dana, 'hr', { capacity: 'deputy' });
    able.letters('A.6.1', 'hr', 'R');
    able.letters('A.6.1', eve, 'A');
    able.judge(cem, 'people-security', 4, {
      method: 'certificate',
      evidenceKind: 'hr-professional',
      reference: 'HR 12',
      to: plainDate('2026-05-01'),
    });
    const [, second, third] = ask(able, 'A.6.1').competences;
    expect(ask(able, 'A.6.1').competences.map(({ name, deputy, competent }) => [name, deputy, competent])).toEqual([
      ['Eve Adler', false, null],
      ['Cem Yılmaz', false, false],
      ['Dana Novák', true, false],
    ]);
    expect(second?.competences.map(({ name, state }) => [name, state])).toEqual([
      ['Document and record control', 'missing'],
      ['Everyday security awareness', 'missing'],
      ['Legal and regulatory requirements', 'missing'],
      ['Security in the employment cycle', 'expiring'],
    ]);
    expect(second?.competences.at(-1)).toMatchObject({
      must: 4,
      proven: 4,
      method: 'certificate',
      evidenceKind: 'hr-professional',
      to: '2026-05-01',
    });
    expect(third?.competences.every(({ state, to }) => state === 'missing' && to === null)).toBe(true);
  });

  it('does not claim that it is enough while money cannot be judged', () => {
    const able = newFirm();
    const cem = able.hire('Cem Yılmaz');
    for (const [role, letter] of [
      ['isms-leadership', 'A'],
      ['security-operations', 'R'],
    ] as const) {
      able.appoint(cem, role);
      able.prove(cem, role);
      able.letters('A.8.8', role, letter);
    }
    const found = ask(able, 'A.8.8');
    expect(found.enough).toBeNull();
    expect(found.because).toContain('infrastructure and money are not kept in Muster so far');
    expect([found.competence.state, found.infrastructure.state, found.money.state]).toEqual([
      'met',
      'unjudged',
      'unjudged',
    ]);
  });

  it('was not enough before Ben came, and says why', () => {
    const found = ask(firm, 'A.8.8', plainDate('2026-01-31'));
    expect(found.enough).toBe(false);
    expect(found.because).toBe(
      'Not enough: Ana Silva is responsible; nobody acts for Security Operations. Ana Silva is accountable and does not prove what is required.',
    );
  });

  it('is that nobody is there, where the row is empty', () => {
    const found = ask(firm, 'A.8.9');
    expect(found).toMatchObject({ accountable: [], responsible: [], enough: false, capacity: { hoursPerWeek: 0 } });
  });

  it('is not to be had for a requirement that does not exist', () => {
    expect(() => ask(firm, 'A.9.99')).toThrow(MusterError);
  });
});

describe('the answer for a control that does not apply', () => {
  it('is its justification', () => {
    const firm = newFirm();
    firm.exclude('A.7.4', 'The landlord watches the premises.');
    expect(ask(firm, 'A.7.4')).toMatchObject({
      requirement: { applicable: false },
      enough: null,
      because: 'Does not apply: The landlord watches the premises.',
    });
  });
});

describe('the answer for what everybody does', () => {
  it('names the active people', () => {
    const firm = newFirm();
    firm.hire('Ana Silva');
    firm.hire('Ben Okafor', { to: plainDate('2026-01-01') });
    firm.letters('A.6.8', 'all-staff', 'R');
    const found = ask(firm, 'A.6.8');
    expect(found.responsible.map((person) => person.name)).toEqual(['Ana Silva']);
    expect(found.capacity.state).toBe('unjudged');
  });

  it('names the deputies beside holders, who approved whom, and the statement', () => {
    const firm = newFirm();
    const approval = { userId: null, name: 'Board', on: plainDate('2026-01-15') };
    firm.appoint(firm.hire('Ana Silva'), 'it-operations', { approval });
    firm.appoint(firm.hire('Ben Okafor'), 'it-operations', { capacity: 'deputy' });
    firm.letters('A.8.8', 'it-operations', 'AR');
    const snapshot = firm.snapshot();
    const found = answer(snapshot, assess(snapshot, today), requirementIdSchema.parse('A.8.8'), today);
    expect(found.accountable).toMatchObject([{ name: 'Ana Silva', approval: { name: 'Board', on: '2026-01-15' } }]);
    expect(found.deputies).toMatchObject([{ name: 'Ben Okafor', approval: null, role: { capacity: 'deputy' } }]);
    expect(found.statement).toBeNull();
  });
});
