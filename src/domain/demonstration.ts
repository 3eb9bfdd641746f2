import { z } from 'zod';
import applicabilityJson from './data/demonstration/applicability.json' with { type: 'json' };
import appointmentsJson from './data/demonstration/appointments.json' with { type: 'json' };
import compensatingJson from './data/demonstration/compensating-controls.json' with { type: 'json' };
import dutiesJson from './data/demonstration/duties.json' with { type: 'json' };
import lettersJson from './data/demonstration/letters.json' with { type: 'json' };
import peopleJson from './data/demonstration/people.json' with { type: 'json' };
import unitsJson from './data/demonstration/units.json' with { type: 'json' };
import { letters, requirementIdSchema, type Letter, type RequirementId } from './requirement.ts';
import { segregationSeverities, type SegregationSeverity } from './segregation-rule.ts';

// The demonstration company, invented from its name to its gaps. It stands half a year before its certification:
// most is in order. Days count from the day on which the company is made, negative before it. People are named by
// `key`, roles by the key of their template.

export interface DemonstrationPerson {
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly kind: 'internal' | 'external';
  readonly unit: string | null;
  readonly site: string | null;
  readonly jobTitle: string;
  /** Stands earlier in the list. */
  readonly manager: string | null;
  readonly fromDay: number;
  readonly toDay: number | null;
  readonly weeklyHours: number | null;
  /** Engagements before the present one. */
  readonly earlier?: readonly { readonly fromDay: number; readonly toDay: number }[] | undefined;
  /** Other hours from a day on. */
  readonly terms?: readonly { readonly fromDay: number; readonly weeklyHours: number }[] | undefined;
}

export interface DemonstrationUnit {
  readonly kind: 'unit' | 'site';
  readonly name: string;
  /** Name of a unit that stands earlier in the list. */
  readonly parent: string | null;
  readonly head: string;
  readonly note: string;
}

export interface DemonstrationAbsence {
  readonly person: string;
  readonly kind: 'leave' | 'parental';
  readonly fromDay: number;
  readonly toDay: number;
  readonly note: string;
}

export interface DemonstrationAppointment {
  readonly role: string;
  readonly person: string;
  readonly capacity: 'holder' | 'deputy';
  readonly fromDay: number;
  readonly toDay: number | null;
  readonly hoursPerWeek: number | null;
  /** A person's key, or a body that is nobody's; null where nobody wrote down who appointed. */
  readonly appointedBy: string | null;
  readonly note: string;
}

/** Where the company's matrix differs from the default one. Exactly one of `role` and `person`; `letters` replace what the default says. */
export interface DemonstrationLetters {
  readonly requirement: RequirementId;
  readonly role: string | null;
  readonly person: string | null;
  readonly letters: readonly Letter[];
}

export interface DemonstrationApplicability {
  readonly requirement: RequirementId;
  readonly applicable: boolean;
  readonly status: 'not-started' | 'planned' | 'partial' | 'implemented';
  readonly statusOnDay: number | null;
  readonly reasons: readonly ('risk' | 'legal' | 'contractual' | 'business' | 'good-practice')[];
  readonly evidence: readonly { readonly label: string; readonly link: string | null }[];
  readonly justification: string;
}

export interface DemonstrationDuty {
  readonly activity: string;
  readonly role: string | null;
  readonly person: string | null;
  readonly requirements: readonly RequirementId[];
  readonly scope: string | null;
}

export interface DemonstrationRule {
  readonly key: string;
  readonly a: string;
  readonly b: string;
  readonly title: string;
  readonly reason: string;
  readonly severity: SegregationSeverity;
  readonly compensatingControl: string;
}

export interface DemonstrationCompensatingControl {
  readonly rule: string;
  readonly person: string;
  readonly control: string;
  /** A person's key. */
  readonly approvedBy: string;
  /** Who sees to it: a person's key. */
  readonly owner: string;
  readonly expiresDay: number;
}

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = z.int();
const hours = z.number().positive().nullable();

const peopleFile: z.ZodType<{ people: DemonstrationPerson[] }> = z.object({
  people: z.array(
    z.object({
      key,
      name: z.string(),
      email: z.string().nullable(),
      externalId: z.string().nullable(),
      kind: z.enum(['internal', 'external']),
      unit: z.string().nullable(),
      site: z.string().nullable(),
      jobTitle: z.string(),
      manager: key.nullable(),
      fromDay: day,
      toDay: day.nullable(),
      weeklyHours: hours,
      earlier: z.array(z.object({ fromDay: day, toDay: day })).optional(),
      terms: z.array(z.object({ fromDay: day, weeklyHours: z.number() })).optional(),
    }),
  ),
});

const unitsFile: z.ZodType<{ units: DemonstrationUnit[]; absences: DemonstrationAbsence[] }> = z.object({
  units: z.array(
    z.object({
      kind: z.enum(['unit', 'site']),
      name: z.string(),
      parent: z.string().nullable(),
      head: key,
      note: z.string(),
    }),
  ),
  absences: z.array(
    z.object({ person: key, kind: z.enum(['leave', 'parental']), fromDay: day, toDay: day, note: z.string() }),
  ),
});

const appointmentsFile: z.ZodType<{ appointments: DemonstrationAppointment[] }> = z.object({
  appointments: z.array(
    z.object({
      role: key,
      person: key,
      capacity: z.enum(['holder', 'deputy']),
      fromDay: day,
      toDay: day.nullable(),
      hoursPerWeek: hours,
      appointedBy: z.string().nullable(),
      note: z.string(),
    }),
  ),
});

const lettersFile: z.ZodType<{ letters: DemonstrationLetters[] }> = z.object({
  letters: z.array(
    z.object({
      requirement: requirementIdSchema,
      role: key.nullable(),
      person: key.nullable(),
      letters: z.array(z.enum(letters)).min(1),
    }),
  ),
});

const applicabilityFile: z.ZodType<{ applicability: DemonstrationApplicability[] }> = z.object({
  applicability: z.array(
    z.object({
      requirement: requirementIdSchema,
      applicable: z.boolean(),
      status: z.enum(['not-started', 'planned', 'partial', 'implemented']),
      statusOnDay: day.nullable(),
      reasons: z.array(z.enum(['risk', 'legal', 'contractual', 'business', 'good-practice'])),
      evidence: z.array(z.object({ label: z.string(), link: z.string().nullable() })),
      justification: z.string(),
    }),
  ),
});

const compensatingFile: z.ZodType<{ compensatingControls: DemonstrationCompensatingControl[] }> = z.object({
  compensatingControls: z.array(
    z.object({ rule: z.string(), person: key, control: z.string(), approvedBy: key, owner: key, expiresDay: day }),
  ),
});

const dutiesFile: z.ZodType<{ duties: DemonstrationDuty[]; rules: DemonstrationRule[] }> = z.object({
  duties: z.array(
    z.object({
      activity: key,
      role: key.nullable(),
      person: key.nullable(),
      requirements: z.array(requirementIdSchema),
      scope: z.string().nullable(),
    }),
  ),
  rules: z.array(
    z.object({
      key: z.string(),
      a: key,
      b: key,
      title: z.string(),
      reason: z.string(),
      severity: z.enum(segregationSeverities),
      compensatingControl: z.string(),
    }),
  ),
});

/**
 * About 70 people, those who left and those who come included, one of them twice, from an earlier engagement. Managers
 * stand before those who report to them.
 */
export const demonstrationPeople: readonly DemonstrationPerson[] = peopleFile.parse(peopleJson).people;

/** Place in that list of who the visitor is: somebody with roles, gaps and trainings. */
export const demonstrationVisitor = demonstrationPeople.findIndex(({ key: name }) => name === 'szabo');

/** Units and sites as they are described, parents first; some names that people use are not. And who is away when. */
export const { units: demonstrationUnits, absences: demonstrationAbsences } = unitsFile.parse(unitsJson);
export const demonstrationAppointments: readonly DemonstrationAppointment[] =
  appointmentsFile.parse(appointmentsJson).appointments;
export const demonstrationLetters: readonly DemonstrationLetters[] = lettersFile.parse(lettersJson).letters;
/** One entry for each of the 93 controls. */
export const demonstrationApplicability: readonly DemonstrationApplicability[] =
  applicabilityFile.parse(applicabilityJson).applicability;
export const demonstrationCompensatingControls: readonly DemonstrationCompensatingControl[] =
  compensatingFile.parse(compensatingJson).compensatingControls;

const segregation = dutiesFile.parse(dutiesJson);
/** Who performs the activities that rules keep apart. */
export const demonstrationDuties: readonly DemonstrationDuty[] = segregation.duties;
/** Rules of the house: pairs of roles. */
export const demonstrationRules: readonly DemonstrationRule[] = segregation.rules;
