import type { RequirementId } from '../../domain/requirement.ts';
import type { Level } from '../../kernel/level.ts';
import type { Assessment, AspectState, Gap, RuleId, Severity } from '../assessment/model.ts';

/** A gap, or one competence of a gap that lists several: these come and go by themselves. */
export interface EffectLine {
  readonly key: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly subject: string;
  /** Name and level of the competence; null where the gap is about something else, and `text` says it. */
  readonly competence: { readonly name: string; readonly level: Level } | null;
  readonly text: string;
}

/** What a change makes better and worse. */
export interface Effect {
  readonly closes: readonly EffectLine[];
  readonly creates: readonly EffectLine[];
  /** Requirements whose coverage gets better, and those where it gets worse. */
  readonly better: readonly RequirementId[];
  readonly worse: readonly RequirementId[];
}

const MOST = 8;

const linesOf = (gap: Gap): readonly EffectLine[] => {
  const { id, rule, severity, subject, explanation, fix } = gap;
  const line = { rule, severity, subject: subject.label };
  if (fix?.kind !== 'ways-out') return [{ ...line, key: id, competence: null, text: explanation }];
  return fix.competences.map(({ competence, name, level }) => ({
    ...line,
    key: `${subject.id} ${competence} ${severity === 'advice' ? 'wish' : 'must'}`,
    competence: { name, level },
    text: explanation,
  }));
};

/** That an appointment waits for a second person is the normal way of every one, and so is not told. */
const told = ({ rule }: Gap): boolean => rule !== 'role.not-approved';

const byKey = ({ gaps }: Assessment): ReadonlyMap<string, EffectLine> =>
  new Map(
    gaps
      .filter(told)
      .flatMap(linesOf)
      .map((line) => [line.key, line]),
  );

const rank: readonly AspectState[] = ['gap', 'weak', 'unjudged', 'met'];

/** What differs between two assessments of one day; at most eight lines of each kind, the worst first. */
export function effectBetween(before: Assessment, after: Assessment): Effect {
  const [then, now] = [byKey(before), byKey(after)];
  const only = (lines: ReadonlyMap<string, EffectLine>, other: ReadonlyMap<string, EffectLine>) =>
    [...lines.values()].filter(({ key }) => !other.has(key)).slice(0, MOST);
  const better: RequirementId[] = [];
  const worse: RequirementId[] = [];
  after.requirements.forEach(({ requirementId, state }, row) => {
    const change = rank.indexOf(state) - rank.indexOf(before.requirements[row]?.state ?? state);
    if (change > 0) better.push(requirementId);
    if (change < 0) worse.push(requirementId);
  });
  return { closes: only(then, now), creates: only(now, then), better, worse };
}
