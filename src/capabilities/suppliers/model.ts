import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import { idSchema, type PersonId, type RoleId, type SupplierId } from '../../kernel/id.ts';
import { emailSchema, lineSchema, proseSchema } from '../../kernel/text.ts';

/** What a supplier does for an ISMS (`domain/data/suppliers.json`). */
export const supplierKinds = [
  'isms-consultant',
  'virtual-ciso-or-ism',
  'internal-audit-provider',
  'certification-body',
  'managed-it',
  'managed-security',
  'cloud-platform',
  'saas',
  'development-contractor',
  'training-provider',
  'penetration-tester',
  'dpo-service',
  'facilities-service',
  'recruitment-screening',
] as const;
export type SupplierKind = (typeof supplierKinds)[number];

/** How much depends on a supplier, from the most to the least. */
export const tiers = ['critical', 'high', 'medium', 'low'] as const;
export type Tier = (typeof tiers)[number];

export const supplierStatuses = ['candidate', 'active', 'ended'] as const;
export type SupplierStatus = (typeof supplierStatuses)[number];

/** Somebody outside who provides something to the ISMS or has access to information (ISO/IEC 27001:2022, 7.1, A.5.19 to A.5.23). */
export const supplierFields = z.strictObject({
  /** Its number in other registers, once in the register. */
  reference: lineSchema(60).nullable(),
  name: lineSchema(200),
  kind: z.enum(supplierKinds).nullable(),
  /** Null: not decided yet. */
  tier: z.enum(tiers).nullable(),
  status: z.enum(supplierStatuses),
  /** What it does for us. */
  service: proseSchema(4000),
  /** Which information it sees or keeps, in the organization's words. */
  information: proseSchema(4000),
  /** Where it works or keeps information. */
  location: lineSchema(200).nullable(),
  /** Who answers for it with us: a role, a person, or both. */
  ownerRoleId: idSchema<RoleId>().nullable(),
  ownerId: idSchema<PersonId>().nullable(),
  /** Whom to ask there. */
  contact: lineSchema(200).nullable(),
  email: emailSchema.nullable(),
  contractFrom: plainDateSchema.nullable(),
  /** The first day without a contract. */
  contractTo: plainDateSchema.nullable(),
  /** Whether an agreement on the processing of personal data is signed; null: not known. */
  processingAgreement: z.boolean().nullable(),
  /** Certificates and reports that it shows, in the organization's words. */
  assurance: proseSchema(2000),
  reviewedOn: plainDateSchema.nullable(),
  reviewResult: lineSchema(300).nullable(),
  nextReviewOn: plainDateSchema.nullable(),
  note: proseSchema(4000),
});
export type SupplierFields = z.output<typeof supplierFields>;
export type Supplier = Entity<SupplierId, SupplierFields>;
