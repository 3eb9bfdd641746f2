import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId, UnitId, UserId } from '../../kernel/id.ts';
import { leaverImpact } from '../assessment/leaver.ts';
import type { Permission } from '../identity/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { mayChange } from '../trail/policy.ts';
import type { RegisterName } from '../trail/register.ts';
import { leavingChanges } from './engagement-end.ts';
import { beyondPermission } from './leaving-permission.ts';
import type { Unit } from './model.ts';
import { move, movingChanges } from './moving.ts';

const day = plainDate('2026-06-01');

describe('Ana heads the laboratory and the plant', () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva', { unit: 'Laboratory' });
  const ben = firm.hire('Ben Okafor');
  const gone = firm.hire('Gia Gone', { to: plainDate('2026-03-01') });
  const newId = countingIds();
  const unit = (name: string, headId: PersonId): Unit => ({
    id: newId() as UnitId,
    version: 3,
    kind: 'unit',
    name,
    parentId: null,
    headId,
    note: '',
  });
  const [laboratory, plant, office] = [unit('Laboratory', ana.id), unit('Plant', ana.id), unit('Office', ben.id)];
  const snapshot = firm.snapshot({ unit: [laboratory, plant, office] });

  it('so a contributor is told before filling anything in that her leaving is not theirs to enter', () => {
    const impact = leaverImpact(snapshot, ana.id, day);
    const may = (permission: Permission) => (register: RegisterName) =>
      mayChange({ kind: 'member', userId: newId() as UserId, name: 'Mia', permission, personId: null }, register);
    expect(beyondPermission(impact, may('contributor'))).toEqual(['unit']);
    expect(beyondPermission(impact, may('manager'))).toEqual([]);
    expect(beyondPermission(leaverImpact(snapshot, gone.id, day), may('contributor'))).toEqual([]);
  });
  const heads = (items: readonly ChangeItem[]): unknown =>
    items.filter(({ register }) => register === 'unit').map((item) => [item.id, 'fields' in item ? item.fields : null]);

  describe('and leaves', () => {
    const leaving = { personId: ana.id, version: 1, to: day, handOver: [], lettersTo: null, requestedBy: null };

    it('both are named before', () => {
      expect(leaverImpact(snapshot, ana.id, day).units).toEqual([laboratory, plant]);
      expect(leaverImpact(snapshot, gone.id, day).units).toEqual([]);
    });

    it.each([
      ['whoever takes over the reports heads them', ben.id],
      ['without a successor they have no head', null],
    ])('%s', (_, reportsTo) => {
      expect(heads(leavingChanges(snapshot, { ...leaving, reportsTo }, newId))).toEqual([
        [laboratory.id, { headId: reportsTo }],
        [plant.id, { headId: reportsTo }],
      ]);
    });
  });

  describe('and moves', () => {
    const moving = (units: readonly { readonly unitId: UnitId; readonly to: PersonId | null }[]) => {
      const asked = {
        from: day,
        unit: 'Office',
        site: null,
        managerId: null,
        appointments: [],
        letters: [],
        reportsTo: null,
      };
      return movingChanges(
        snapshot,
        { ...move.parse({ ...asked, units }), personId: ana.id, version: 1, requestedBy: null },
        newId,
      );
    };

    it('each is kept, handed over or left without a head, as was said', () => {
      expect(heads(moving([]))).toEqual([]);
      expect(
        heads(
          moving([
            { unitId: laboratory.id, to: ben.id },
            { unitId: plant.id, to: null },
          ]),
        ),
      ).toEqual([
        [laboratory.id, { headId: ben.id }],
        [plant.id, { headId: null }],
      ]);
    });

    it.each([
      ['a unit of somebody else', office.id, null, 'units.0'],
      ['somebody who is gone', plant.id, gone.id, 'units.0.to'],
      ['the mover again', plant.id, ana.id, 'units.0.to'],
    ])('but not %s', (_, unitId, to, path) => {
      expect(() => moving([{ unitId, to }])).toThrow(
        expect.objectContaining({ fault: expect.objectContaining({ errors: [expect.objectContaining({ path })] }) }),
      );
    });
  });
});
