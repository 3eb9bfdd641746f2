import { z } from 'zod';
import auditJson from './data/audit-checklist.json' with { type: 'json' };
import implementationJson from './data/implementation-checklist.json' with { type: 'json' };

export const criterionSeverities = ['critical', 'major', 'minor'] as const;
export type CriterionSeverity = (typeof criterionSeverities)[number];

/** One measurable condition of a checklist item. `needs` names the kinds of record that it is judged from. */
export interface Criterion {
  readonly id: string;
  readonly description: string;
  readonly metric: string;
  readonly operator: '==' | '>=' | '<=' | 'exists';
  readonly threshold: number | boolean;
  readonly needs: readonly string[];
  readonly severity: CriterionSeverity;
}

/** One of the ten things to do for clause 7.1, with what stands against it and what helps. */
export interface ImplementationItem {
  readonly id: string;
  readonly action: string;
  readonly goal: string;
  readonly challenge: string;
  readonly solution: string;
  /** Clauses and controls. */
  readonly refs: readonly string[];
  readonly criteria: readonly Criterion[];
}

interface Technique {
  readonly kind: string;
  readonly what: string;
}

/** One of the ten things to audit. */
export interface AuditItem {
  readonly id: string;
  readonly verb: string;
  readonly title: string;
  readonly question: string;
  readonly techniques: readonly Technique[];
  readonly productEvidence: readonly string[];
  readonly sampling: string;
  readonly implementationItems: readonly string[];
}

/** One of the three things that an auditor checks first. */
export interface AuditorCheck {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly techniques: readonly Technique[];
  readonly productEvidence: readonly string[];
  readonly criteria: readonly string[];
  readonly sampling: string;
}

/** One of the six steps to pass the audit of clause 7.1. */
export interface PassStep {
  readonly id: string;
  readonly step: string;
  readonly proof: string;
  readonly criteria: readonly string[];
}

const texts = z.array(z.string());
const techniques = z.array(z.object({ kind: z.string(), what: z.string() }));

const implementationFile: z.ZodType<{ items: ImplementationItem[] }> = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      action: z.string(),
      goal: z.string(),
      challenge: z.string(),
      solution: z.string(),
      refs: texts,
      criteria: z.array(
        z.object({
          id: z.string(),
          description: z.string(),
          metric: z.string(),
          operator: z.enum(['==', '>=', '<=', 'exists']),
          threshold: z.union([z.number(), z.boolean()]),
          needs: texts,
          severity: z.enum(criterionSeverities),
        }),
      ),
    }),
  ),
});

const auditFile: z.ZodType<{ items: AuditItem[]; auditorChecks: AuditorCheck[]; passSteps: PassStep[] }> = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      verb: z.string(),
      title: z.string(),
      question: z.string(),
      techniques,
      productEvidence: texts,
      sampling: z.string(),
      implementationItems: texts,
    }),
  ),
  auditorChecks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      why: z.string(),
      techniques,
      productEvidence: texts,
      criteria: texts,
      sampling: z.string(),
    }),
  ),
  passSteps: z.array(z.object({ id: z.string(), step: z.string(), proof: z.string(), criteria: texts })),
});

const audit = auditFile.parse(auditJson);

/** Ten items with 42 criteria. */
export const implementationItems: readonly ImplementationItem[] = implementationFile.parse(implementationJson).items;
export const auditItems: readonly AuditItem[] = audit.items;
export const auditorChecks: readonly AuditorCheck[] = audit.auditorChecks;
export const passSteps: readonly PassStep[] = audit.passSteps;

/** All 42 criteria of the implementation checklist, in order. */
export const criteria: readonly Criterion[] = implementationItems.flatMap((item) => item.criteria);
