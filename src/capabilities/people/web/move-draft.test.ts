import { expect, it } from 'vitest';
import type { PersonId, UnitId } from '../../../kernel/id.ts';
import type { UnitRow } from '../unit-list.ts';
import { headedElsewhere, type MoveDraft } from './move-draft.ts';

const ana = 'ana' as PersonId;
const counts = { people: 0, named: 0, gaps: 0, headName: 'Ana Silva', headIsThere: true, version: 1, note: '' };
const unit = (name: string, parent: string | null, headId: PersonId | null = ana): UnitRow => ({
  ...counts,
  id: name as UnitId,
  kind: 'unit',
  name,
  parentId: parent as UnitId | null,
  headId,
});
const draft: MoveDraft = {
  from: '2026-06-01',
  unit: 'production ',
  site: '',
  manager: null,
  hours: '',
  fates: new Map(),
  reportsTo: null,
};

it('asks about what somebody heads, but for the unit to which they move and what stands below it', () => {
  const units = [
    unit('Production', null),
    unit('Plant', 'Production'),
    unit('Laboratory', null),
    unit('Office', null, 'ben' as PersonId),
  ];
  expect(headedElsewhere(units, ana, draft).map(({ name }) => name)).toEqual(['Laboratory']);
  expect(headedElsewhere(units, ana, { ...draft, unit: '' }).map(({ name }) => name)).toEqual([
    'Production',
    'Plant',
    'Laboratory',
  ]);
});
