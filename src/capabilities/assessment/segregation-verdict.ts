import type { RequirementId } from '../../domain/requirement.ts';
import { findRequirement } from '../../domain/catalogue.ts';
import type { SegregationRule, SegregationSeverity } from '../../domain/segregation-rule.ts';
import { addDays } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { mayBeSameName } from '../people/same-name.ts';
import type { CompensatingControl } from '../segregation/model.ts';
import { explain } from './explanation.ts';
import { severities, type Fact, type Fix, type Severity } from './model.ts';
import type { Resolution } from './resolution.ts';

export type Compensations = ReadonlyMap<string, CompensatingControl>;

/** The control that lasts longest, by rule and person. */
export function compensationsOf({ snapshot }: Resolution): Compensations {
  const found = new Map<string, CompensatingControl>();
  for (const control of snapshot.compensatingControl) {
    const key = compensationKey(control.rule, control.personId);
    const known = found.get(key);
    if (known === undefined || known.expires < control.expires) found.set(key, control);
  }
  return found;
}

const compensationKey = (rule: string, personId: PersonId): string => `${rule}:${personId}`;

export interface Verdict {
  readonly severity: Severity;
  readonly remarks: readonly string[];
  readonly facts: readonly Fact[];
  readonly compensated: boolean;
}

/** How much a conflict weighs: the rule's severity, less for a deputy, advice while a compensating control counts. */
export function judge(
  rule: SegregationRule,
  person: { readonly id: PersonId; readonly name: string },
  deputyOnly: boolean,
  { on, people }: Resolution,
  compensations: Compensations,
): Verdict {
  const base = severityOf(rule.severity);
  const severity = deputyOnly ? oneStepLess(base) : base;
  const remarks = deputyOnly ? [explain.deputyOnly()] : [];
  const control = compensations.get(compensationKey(rule.id, person.id));
  if (control === undefined)
    return {
      severity,
      remarks: [...remarks, explain.uncompensated(rule.compensatingControl)],
      facts: [],
      compensated: false,
    };
  const facts: readonly Fact[] = [{ register: 'compensatingControl', id: control.id }];
  const open = (remark: string): Verdict => ({ severity, remarks: [...remarks, remark], facts, compensated: false });
  if (rule.compensatingControl === null) return open(explain.compensationUseless());
  if (control.expires <= on) return open(explain.compensationExpired(addDays(control.expires, -1)));
  const owner = control.ownerId === null ? undefined : people.get(control.ownerId)?.person.name;
  if ([person.name, owner ?? ''].some((name) => mayBeSameName(name, control.approvedBy)))
    return open(explain.compensationSelfApproved());
  const counts = explain.compensated(control.control, control.approvedBy, addDays(control.expires, -1));
  return { severity: 'advice', remarks: [...remarks, counts], facts, compensated: true };
}

export function withFix(
  verdict: Verdict,
  rule: SegregationRule,
  personId: PersonId,
  separate: Fix,
): { readonly fix?: Fix } {
  if (verdict.compensated) return {};
  if (rule.compensatingControl === null) return { fix: separate };
  return { fix: { kind: 'record-compensating-control', rule: rule.id, personId } };
}

const bySeverity: Readonly<Record<SegregationSeverity, Severity>> = {
  critical: 'critical',
  high: 'major',
  medium: 'minor',
  low: 'advice',
};
const severityOf = (severity: SegregationSeverity): Severity => bySeverity[severity];
const oneStepLess = (severity: Severity): Severity => severities[severities.indexOf(severity) + 1] ?? 'advice';

/** The clauses and controls that a rule rests on, as far as the catalogue knows them. */
export const knownReferences = (rule: SegregationRule): readonly RequirementId[] =>
  rule.references.flatMap((reference) => findRequirement(reference)?.id ?? []);
