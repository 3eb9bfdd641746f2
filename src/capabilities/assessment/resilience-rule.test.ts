import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { plainDate } from '../../kernel/date.ts';
import { assess } from './assess.ts';
import type { Gap } from './model.ts';

const today = plainDate('2026-03-03');
const points = (firm: Firm): readonly Gap[] =>
  assess(firm.snapshot(), today).gaps.filter((gap) => gap.rule === 'resilience.single-point');

describe('a requirement whose work one person alone can do', () => {
  it('is one gap for the person with all such rows, and a deputy for the role that carries most is the fix', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'risk-manager');
    firm.appoint(ana, 'it-operations');
    firm.letters('6.1.2', 'risk-manager', 'R');
    firm.letters('A.8.8', 'it-operations', 'R');
    firm.letters('A.8.9', 'it-operations', 'R');
    firm.letters('A.8.10', 'it-operations', 'A');
    expect(points(firm)).toMatchObject([
      {
        subject: { kind: 'person', id: ana.id },
        requirements: ['6.1.2', 'A.8.8', 'A.8.9'],
        fix: { kind: 'appoint', roleId: firm.role('it-operations').id, capacity: 'deputy' },
        explanation:
          'Ana Silva alone does the work of 3 requirements (6.1.2, A.8.8 and A.8.9): if Ana Silva is away, nobody can.',
      },
    ]);
  });

  it('is covered by a deputy, by a second role and by everybody', () => {
    const firm = newFirm();
    firm.appoint(firm.hire('Ana Silva'), 'it-operations');
    const ben = firm.hire('Ben Okafor');
    firm.letters('A.8.8', 'it-operations', 'R');
    firm.letters('A.8.8', ben, 'R');
    firm.letters('A.6.8', 'it-operations', 'R');
    firm.letters('A.6.8', 'all-staff', 'R');
    expect(points(firm)).toEqual([]);
  });
});
