import type { PersonId } from '../../kernel/id.ts';
import { explainCompetence } from './competence-explanation.ts';
import type { CompetenceJudge } from './competence-judge.ts';
import { KEPT, type Fitting } from './competence-tally.ts';
import { cellLabel } from './gap.ts';
import type { Aspect, AspectState, AssessmentSettings, RuleId } from './model.ts';
import { cellsWith, isResolved, type ResolvedRow, type Resolution } from './resolution.ts';

const NAMED = 4;

/** The rules that ask people to prove what is required. */
const askedBy = [
  'competence.missing',
  'competence.below',
  'competence.expired',
  'competence.no-evidence',
] as const satisfies readonly RuleId[];

const order: readonly AspectState[] = ['gap', 'weak', 'unjudged', 'met'];

/**
 * Whether those who answer for a row and those who do its work can do what their role and the requirement ask as a must
 * (7.2 a, b). A gap where nobody of them can; weak where some cannot, where a proof ends soon, or where something
 * desirable is not proven. What is not required of anybody cannot be judged, nor where an organization has switched off
 * every rule that asks for proof.
 */
export function competent(
  row: ResolvedRow,
  resolution: Resolution,
  judge: CompetenceJudge,
  settings: AssessmentSettings,
): Aspect {
  const off = askedBy.map((rule) => settings.rules[rule]);
  const [first] = off;
  if (first !== undefined && off.every((setting) => setting?.on === false))
    return { state: 'unjudged', because: explainCompetence.notAsked(first.reason) };
  const letters = (['A', 'R'] as const).map((letter) => ({
    letter,
    cells: cellsWith(row, letter).filter((entry) => isResolved(entry, resolution)),
  }));
  const present = letters.flatMap(({ cells }) => cells);
  if (present.length === 0) return { state: 'gap', because: explainCompetence.nobody() };
  const nameOf = (personId: PersonId): string => resolution.people.get(personId)?.person.name ?? '';
  const judged = letters.flatMap(({ letter, cells }): readonly Aspect[] => {
    const asking = cells.filter((entry) => judge.asked(entry).length > 0);
    if (asking.length === 0) return [];
    const fits = asking.map((entry) => judge.acting(entry));
    const together = (of: (one: Fitting) => readonly PersonId[]): readonly PersonId[] => [...new Set(fits.flatMap(of))];
    const sum = (of: (one: Fitting) => number): number => fits.reduce((all, one) => all + of(one), 0);
    const names = (of: (one: Fitting) => readonly PersonId[]): readonly string[] =>
      together(of).slice(0, NAMED).map(nameOf);
    // Whoever acts through two roles is counted once, where they are few enough to be known by name.
    const few = fits.every((one) => one.people <= KEPT);
    const people = few ? together((one) => one.ids).length : sum((one) => one.people);
    const able = sum((one) => one.competent);
    const failing = few ? together((one) => one.unfit).length : people - able;
    const unfit = names((one) => one.unfit);
    if (able === 0) return [{ state: 'gap', because: explainCompetence.noneAble(letter, people, unfit) }];
    if (failing > 0) return [{ state: 'weak', because: explainCompetence.someUnable(letter, failing, people, unfit) }];
    const soon = names((one) => one.soon);
    if (soon.length > 0) return [{ state: 'weak', because: explainCompetence.soon(letter, soon) }];
    const wanting = names((one) => one.wanting);
    if (wanting.length > 0) return [{ state: 'weak', because: explainCompetence.wanting(letter, wanting) }];
    return [{ state: 'met', because: explainCompetence.able(letter, people) }];
  });
  if (judged.length === 0)
    return { state: 'unjudged', because: explainCompetence.nothingAsked([...new Set(present.map(cellLabel))]) };
  const state = order.find((each) => judged.some((aspect) => aspect.state === each)) ?? 'unjudged';
  const telling = state === 'met' ? judged : judged.filter((aspect) => aspect.state !== 'met');
  return { state, because: telling.map(({ because }) => because).join(' ') };
}
