import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import { decisionSchema, type Entity } from '../../kernel/entity.ts';
import { weeklyHoursSchema } from '../../kernel/hours.ts';
import { idSchema, type AppointmentId, type PersonId, type RoleId, type UserId } from '../../kernel/id.ts';
import { requiredCompetenceSchema } from '../competence/model.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

export const externalUse = ['yes', 'limited', 'no'] as const;

/** A named function of the ISMS. `key` names the template role it came from, or is the organization's own short name. */
export const roleFields = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected small letters, digits and hyphens.')
    .max(60),
  name: lineSchema(120),
  mandatory: z.boolean(),
  aliases: z.array(lineSchema(120)).max(60),
  responsibilities: z.array(lineSchema(400)).max(60),
  competences: z.array(requiredCompetenceSchema).max(200),
  /** Whether somebody from outside may hold it. */
  external: z.enum(externalUse),
  needsDeputy: z.boolean(),
  /** Key of the role that stands in where a small organization does not staff this one. */
  fallbackKey: lineSchema(60).nullable(),
  /** So many active holders it needs at least; 0 sets no minimum beyond what `mandatory` asks for. */
  minimumHolders: z.int().min(0).max(500),
  /** The account that set `competences` last; null for the program and for rows from before this was kept. */
  competencesRequestedBy: idSchema<UserId>().nullable(),
  /** Somebody else's word on what is required. It keeps what was approved, and counts as long as that is required. */
  competencesApproval: decisionSchema.extend({ competences: z.array(requiredCompetenceSchema).max(200) }).nullable(),
});

/** What somebody sets of a role: who asked for its competences and who approved them is not theirs to say. */
export const writtenRoleFields = roleFields
  .omit({ competencesRequestedBy: true, competencesApproval: true })
  .partial({ minimumHolders: true });

export type RoleFields = z.output<typeof roleFields>;
export type Role = Entity<RoleId, RoleFields>;

export const appointmentCapacities = ['holder', 'deputy'] as const;

/** A person holds a role from a date to a date. */
export const appointmentFields = z.strictObject({
  personId: idSchema<PersonId>(),
  roleId: idSchema<RoleId>(),
  capacity: z.enum(appointmentCapacities, { error: 'Expected holder or deputy.' }),
  from: plainDateSchema,
  to: plainDateSchema.nullable(),
  hoursPerWeek: weeklyHoursSchema.nullable(),
  appointedBy: lineSchema(200).nullable(),
  note: proseSchema(2000),
  /** The account that asked for the appointment; null for the program and for rows from before this was kept. */
  requestedBy: idSchema<UserId>().nullable(),
  /** Neither who asked nor who is appointed. */
  approval: decisionSchema.nullable(),
});

export type AppointmentFields = z.output<typeof appointmentFields>;
export type Appointment = Entity<AppointmentId, AppointmentFields>;
