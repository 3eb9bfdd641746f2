import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import { idSchema, type AssetId, type PersonId, type RoleId, type SupplierId } from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

/** Families of kinds (`domain/data/infrastructure.json`). */
export const assetCategories = [
  'hardware',
  'facility',
  'cloud-service',
  'security-tool',
  'software',
  'isms-tool',
  'information',
] as const;
export type AssetCategory = (typeof assetCategories)[number];

export const assetStatuses = ['planned', 'ordered', 'in-use', 'maintenance', 'retiring', 'disposed'] as const;
export type AssetStatus = (typeof assetStatuses)[number];

/** How much depends on an asset, from the most to the least. */
export const criticalities = ['critical', 'high', 'medium', 'low'] as const;
export type Criticality = (typeof criticalities)[number];

/** Information, or something that information and the ISMS rest on (ISO/IEC 27001:2022, 7.1, A.5.9). */
export const assetFields = z.strictObject({
  /** Its number in other registers, once in the register. */
  reference: lineSchema(60).nullable(),
  name: lineSchema(200),
  category: z.enum(assetCategories).nullable(),
  /** One of the kinds in `domain/data/infrastructure.json`, of this category. */
  kind: lineSchema(60).nullable(),
  description: proseSchema(4000),
  status: z.enum(assetStatuses),
  /** Who answers for it: a role, a person, or both. */
  ownerRoleId: idSchema<RoleId>().nullable(),
  ownerId: idSchema<PersonId>().nullable(),
  /** Who looks after it day by day, in the organization's words. */
  custodian: lineSchema(200).nullable(),
  location: lineSchema(200).nullable(),
  environment: lineSchema(60).nullable(),
  criticality: z.enum(criticalities).nullable(),
  /** As the organization's own scheme says it, such as `Confidential`. */
  classification: lineSchema(60).nullable(),
  /** The protection it needs, each as the organization's own scale says it. */
  confidentiality: lineSchema(60).nullable(),
  integrity: lineSchema(60).nullable(),
  availability: lineSchema(60).nullable(),
  /** Whether there is personal data in it; null: not known. */
  personalData: z.boolean().nullable(),
  supplierId: idSchema<SupplierId>().nullable(),
  /** Other assets that it rests on. */
  dependsOn: z.array(idSchema<AssetId>()).max(200),
  acquiredOn: plainDateSchema.nullable(),
  reviewedOn: plainDateSchema.nullable(),
  /** The first day without support by who makes it. */
  supportTo: plainDateSchema.nullable(),
  note: proseSchema(4000),
});
export type AssetFields = z.output<typeof assetFields>;
export type Asset = Entity<AssetId, AssetFields>;
