import { oneOf } from '../../../web/address.ts';
import {
  ruleIds,
  ruleKinds,
  severities,
  type Gap,
  type RuleKind,
  type RuleId,
  type Severity,
  type Subject,
} from '../model.ts';

export const subjectKinds = [
  'role',
  'person',
  'requirement',
  'organization',
] as const satisfies readonly Subject['kind'][];

/** What the full list of gaps is narrowed by. */
export interface GapFilter {
  readonly severity: Severity | undefined;
  readonly rule: RuleId | undefined;
  readonly subject: Subject['kind'] | undefined;
  readonly kind: RuleKind | undefined;
  /** Of people: where they work. */
  readonly unit: string | undefined;
  readonly search: string;
}

/** Reads the filter from the address, where anything may stand. */
export const gapFilterOf = (filters: Readonly<Record<string, string>>): GapFilter => ({
  severity: oneOf(severities, filters['severity']),
  rule: oneOf(ruleIds, filters['rule']),
  subject: oneOf(subjectKinds, filters['subject']),
  kind: oneOf(ruleKinds, filters['kind']),
  unit: filters['unit'],
  search: filters['search'] ?? '',
});

/** The gaps that pass all parts of the filter, in their order. Every word of the search must occur. */
export function filterGaps(gaps: readonly Gap[], filter: GapFilter): readonly Gap[] {
  const words = filter.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return gaps.filter((gap) => {
    const texts = `${gap.explanation} ${gap.subject.label} ${gap.clause} ${gap.requirements.join(' ')}`.toLowerCase();
    return (
      (filter.severity === undefined || gap.severity === filter.severity) &&
      (filter.rule === undefined || gap.rule === filter.rule) &&
      (filter.subject === undefined || gap.subject.kind === filter.subject) &&
      (filter.kind === undefined || gap.rule.startsWith(`${filter.kind}.`)) &&
      (filter.unit === undefined || gap.subject.unit === filter.unit) &&
      words.every((word) => texts.includes(word))
    );
  });
}
