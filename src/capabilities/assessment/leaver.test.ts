import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { frameworkOf } from '../../../tests/factories/framework.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { leaverImpact } from './leaver.ts';

const lastDayOver = plainDate('2026-06-01');

describe('when Ana leaves', () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva', { unit: 'Security' });
  const ben = firm.hire('Ben Okafor', { unit: 'Security', managerId: ana.id });
  const chloe = firm.hire('Chloé Martin', { unit: 'IT' });
  const ism = firm.appoint(ana, 'information-security-manager');
  const ops = firm.appoint(ana, 'security-operations');
  firm.appoint(ana, 'dpo', { to: plainDate('2026-05-01') });
  const later = firm.appoint(ana, 'risk-manager', { from: plainDate('2026-09-01') });
  firm.appoint(chloe, 'security-operations');
  firm.appoint(ben, 'information-security-manager', { capacity: 'deputy' });
  firm.letters('7.2', 'information-security-manager', 'A');
  firm.letters('A.8.8', 'security-operations', 'R');
  const own = firm.letters('A.8.9', ana, 'RA');
  firm.letters('A.5.34', 'dpo', 'R');
  const impact = leaverImpact(firm.snapshot(), ana.id, lastDayOver);

  it('the appointments in effect or still to come need somebody, those that end before do not', () => {
    expect(impact.appointments.map((entry) => [entry.appointment.id, entry.orphaned])).toEqual([
      [ism.id, false],
      [ops.id, false],
      [later.id, true],
    ]);
  });

  it('the deputy stands first among the successors', () => {
    expect(impact.appointments[0]?.successors[0]).toMatchObject({
      personId: ben.id,
      reason: 'Deputy of Information Security Manager already.',
    });
  });

  it('what loses its last person is named', () => {
    expect(impact.letters).toEqual([own]);
    expect(impact.withoutAccountable).toEqual(['A.8.9']);
    expect(impact.withoutResponsible).toEqual(['A.8.9']);
    expect(impact.singlePoint).toEqual(['A.8.9']);
    expect(impact.reports).toEqual([ben]);
  });

  it('what another framework loses by letters of its own is named too, by name and by role', () => {
    const newId = countingIds();
    const titles = { 'w-1': 'Watch', 'w-2': 'Log', 'w-3': 'Lifeboats' };
    const sea = frameworkOf('sea', titles, [['w-2', 'A.8.9']], () => newId().replace('7000', '7777'));
    const house = newFirm();
    const [eva, cem] = [house.hire('Eva Roth'), house.hire('Cem Kaya')];
    house.appoint(eva, 'ciso');
    const byName = house.letters('sea:w-1', eva, 'A');
    house.letters('sea:w-1', cem, 'R');
    house.letters('sea:w-3', 'ciso', 'AR');
    house.letters('A.8.9', eva, 'A');
    const { letters, elsewhere, withoutAccountable } = leaverImpact(house.snapshot(sea), eva.id, lastDayOver);
    expect(letters.map(({ id }) => id)).toContain(byName.id);
    expect(elsewhere.map((row) => [row.requirementId, row.letters])).toEqual([
      ['sea:w-1', ['A']],
      ['sea:w-3', ['A', 'R']],
    ]);
    expect(elsewhere[0]?.label).toContain('Watch');
    // What the framework only inherits is lost where it comes from.
    expect(withoutAccountable).toEqual(['A.8.9']);
  });

  it('nothing is said of somebody who is not there', () => {
    expect(() => leaverImpact(firm.snapshot(), 'nobody' as PersonId, lastDayOver)).toThrow(MusterError);
  });
});
