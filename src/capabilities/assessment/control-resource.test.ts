import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { plainDate } from '../../kernel/date.ts';
import { hours } from '../../../tests/factories/snapshot.ts';
import { assessResolution } from './assess.ts';
import { controlResources } from './control-resource.ts';
import { resolve } from './resolution.ts';

const today = plainDate('2026-03-03');

describe('the resources behind a control', () => {
  it('are the people of its letters with their hours, deputies, leavers and vacancies, and what is missing', () => {
    const firm = newFirm();
    const [ana, ben, cem] = [firm.hire('Ana Silva'), firm.hire('Ben Okafor'), firm.hire('Cem Yıldız', { to: today })];
    firm.appoint(ana, 'security-operations', { hoursPerWeek: hours(6) });
    firm.appoint(ben, 'security-operations', { capacity: 'deputy', hoursPerWeek: null });
    firm.letters('A.8.8', 'security-operations', 'R');
    firm.letters('A.8.8', 'ceo', 'A');
    firm.letters('A.8.8', cem, 'S');
    const resolution = resolve(firm.snapshot(), plainDate('2026-03-04'));
    const { controls, gaps } = controlResources(resolution, assessResolution(resolution));
    const found = controls.find(({ requirementId }) => requirementId === 'A.8.8');
    expect(controls).toHaveLength(93);
    expect(
      found?.bearers.map(({ letter, named, state, people }) => [
        letter,
        named.name,
        state,
        people.map(({ name, capacity, hoursPerWeek }) => [name, capacity, hoursPerWeek]),
      ]),
    ).toEqual([
      ['A', 'Chief Executive Officer', 'vacant', []],
      [
        'R',
        'Security Operations',
        'in office',
        [
          ['Ana Silva', 'holder', 6],
          ['Ben Okafor', 'deputy', null],
        ],
      ],
      ['S', 'Cem Yıldız', 'left', [['Cem Yıldız', null, null]]],
    ]);
    const told = gaps.filter(({ id }) => found?.gapIds.includes(id)).map(({ id }) => id.split(':')[0]);
    expect(told).toContain('rasci.unresolved');
    expect(told).toContain('role.holder-left');
  });
});
