import { expect, it } from 'vitest';
import { assetCategories, assetStatuses as modelledStatuses } from '../capabilities/infrastructure/model.ts';
import { supplierKinds as modelledKinds, tiers } from '../capabilities/suppliers/model.ts';
import { assetKinds, assetStatuses, findAssetKind } from './asset-kind.ts';
import { findRequirement, headings } from './catalogue.ts';
import { supplierKinds, supplierTiers } from './supplier-terms.ts';

it('knows the kinds of suppliers and assets that the domain data names, and no other', () => {
  expect(modelledKinds).toEqual(supplierKinds);
  expect(tiers).toEqual(supplierTiers.map(({ id }) => id));
  expect(modelledStatuses).toEqual(assetStatuses);
  expect(new Set(assetKinds.map(({ category }) => category))).toEqual(new Set(assetCategories));
  expect(assetKinds.length).toBe(25);
});

it('refers from each kind of asset to clauses and controls that there are', () => {
  const known = (id: string): boolean => findRequirement(id) !== undefined || headings.some((one) => one.id === id);
  expect(assetKinds.flatMap(({ references }) => references.filter((id) => !known(id)))).toEqual([]);
  expect(findAssetKind('backup-system')?.references).toContain('A.8.13');
});
