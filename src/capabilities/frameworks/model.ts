import { z } from 'zod';
import { requirementIdSchema } from '../../domain/requirement.ts';
import type { Entity } from '../../kernel/entity.ts';
import { idSchema, type FrameworkId, type FrameworkRequirementId, type RequirementMappingId } from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

export const catalogueFormats = ['oscal', 'ciso-assistant', 'gapps'] as const;

/** A catalogue beside the built-in ISO/IEC 27001:2022, as it was imported. `key` prefixes the ids of its requirements. */
export const frameworkFields = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected small letters, digits and hyphens.')
    .max(14),
  name: lineSchema(300),
  /** The source's own, such as 2.0. */
  edition: lineSchema(60).nullable(),
  publisher: lineSchema(300).nullable(),
  /** As the source states it, for attribution. */
  licence: proseSchema(4000),
  format: z.enum(catalogueFormats),
});
export type FrameworkFields = z.output<typeof frameworkFields>;
export type Framework = Entity<FrameworkId, FrameworkFields>;

/** One entry of a catalogue, in the source's order. Only what is `assessable` has a row in a matrix; the rest are headings. */
export const frameworkRequirementFields = z.strictObject({
  frameworkId: idSchema<FrameworkId>(),
  /** The framework's key, a colon and the source's own id: `csf2:GV.OC-01`. */
  requirementId: requirementIdSchema,
  /** As the source writes it: `GV.OC-01`. */
  reference: lineSchema(80),
  title: lineSchema(400),
  text: proseSchema(12_000),
  parent: requirementIdSchema.nullable(),
  assessable: z.boolean(),
  position: z.int().min(0),
});
export type FrameworkRequirementFields = z.output<typeof frameworkRequirementFields>;
export type FrameworkRequirement = Entity<FrameworkRequirementId, FrameworkRequirementFields>;

/** A requirement of another catalogue takes the accountability of one of ISO/IEC 27001:2022: one matrix for both. */
export const requirementMappingFields = z.strictObject({
  requirementId: requirementIdSchema,
  /** A clause or control of ISO/IEC 27001:2022. */
  mappedTo: requirementIdSchema,
  note: proseSchema(1000),
});
export type RequirementMappingFields = z.output<typeof requirementMappingFields>;
export type RequirementMapping = Entity<RequirementMappingId, RequirementMappingFields>;
