import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { AssessmentMethod, RequiredCompetence } from '../competence/model.ts';
import { isCompetent, type CompetenceState } from '../competence/standing.ts';
import type { CompetenceJudge } from './competence-judge.ts';
import { cellsWith, isEveryone, type HeldCell, type LetterRow, type Resolution } from './resolution.ts';

/** One competence that a requirement asks of somebody, and what proves it. */
export interface AnsweredCompetence {
  readonly competence: string;
  readonly name: string;
  /** The highest level that is a must; null where it is only desirable. */
  readonly must: Level | null;
  /** The highest level at all. */
  readonly level: Level;
  readonly proven: Level;
  readonly state: CompetenceState;
  readonly method: AssessmentMethod | null;
  /** An id of the kinds that come with Muster. */
  readonly evidenceKind: string | null;
  /** The first day on which what it rests on no longer counts. */
  readonly to: PlainDate | null;
}

/** What somebody behind a requirement can do of what it asks of them. */
export interface AnsweredPerson {
  readonly personId: PersonId;
  readonly name: string;
  /** They act only while a holder does not. */
  readonly deputy: boolean;
  /** Every must is proven; null where nothing is a must. */
  readonly competent: boolean | null;
  /** What is not proven first, musts before wishes. */
  readonly competences: readonly AnsweredCompetence[];
}

/** People told of at most; the aspect counts them all. */
const SHOWN = 30;

/**
 * What those who answer for a row and work in it, deputies among them, can prove of what the row asks of them. Nobody
 * of roles that everyone holds: the aspect counts those.
 */
export function answeredCompetence(
  row: LetterRow,
  resolution: Resolution,
  judge: CompetenceJudge,
): readonly AnsweredPerson[] {
  const asked = new Map<PersonId, { deputy: boolean; readonly all: RequiredCompetence[] }>();
  const ask = (personId: PersonId, deputy: boolean, cell: HeldCell): void => {
    const known = asked.get(personId);
    if (known === undefined && asked.size >= SHOWN) return;
    const entry = known ?? { deputy, all: [] };
    entry.deputy &&= deputy;
    entry.all.push(...judge.asked(cell));
    asked.set(personId, entry);
  };
  const cells = [...new Set([...cellsWith(row, 'A'), ...cellsWith(row, 'R')])].filter((cell) => !isEveryone(cell));
  for (const cell of cells) {
    const { standing, staffing } = cell;
    if (standing?.active === true) ask(standing.person.id, false, cell);
    for (const { personId } of staffing?.holders ?? []) ask(personId, false, cell);
  }
  for (const cell of cells)
    for (const { personId } of cell.staffing?.deputies ?? [])
      ask(personId, (cell.staffing?.holders.length ?? 0) > 0, cell);
  return [...asked].map(([personId, { deputy, all }]): AnsweredPerson => {
    const competences = [...Map.groupBy(all, ({ competence }) => competence)]
      .map(([competence, some]) => answered(personId, competence, some, judge))
      .sort(
        (a, b) =>
          Number(isCompetent(a)) - Number(isCompetent(b)) ||
          Number(b.must !== null) - Number(a.must !== null) ||
          a.name.localeCompare(b.name, 'en'),
      );
    const musts = all.some(({ required, level }) => required && level > 0);
    return {
      personId,
      name: resolution.people.get(personId)?.person.name ?? '',
      deputy,
      competent: musts ? judge.fitness(personId, all).competent : null,
      competences,
    };
  });
}

function answered(
  personId: PersonId,
  competence: string,
  asked: readonly RequiredCompetence[],
  judge: CompetenceJudge,
): AnsweredCompetence {
  const highest = (some: readonly RequiredCompetence[]): Level =>
    some.reduce<Level>((most, { level }) => (level > most ? level : most), levels[0]);
  const musts = asked.filter(({ required }) => required);
  const must = musts.length === 0 ? null : highest(musts);
  const { state, proven, judgement } = judge.standing(personId, competence, must ?? highest(asked));
  return {
    competence,
    name: judge.held().book.nameOf(competence),
    must,
    level: highest(asked),
    proven,
    state,
    method: judgement?.assessment.method ?? null,
    evidenceKind: judgement?.assessment.evidenceKind ?? null,
    to: judgement?.to ?? null,
  };
}

/** Roles with A or R in a row that ask something, and of whose people nobody proves it; not those that everyone holds. */
export function rolesWithoutCompetent(
  row: LetterRow,
  judge: CompetenceJudge,
): readonly { readonly roleId: RoleId; readonly name: string }[] {
  const cells = [...new Set([...cellsWith(row, 'A'), ...cellsWith(row, 'R')])];
  return cells.flatMap((cell) =>
    cell.staffing === null || isEveryone(cell) || !judge.asks(cell) || judge.acting(cell).competent > 0
      ? []
      : [{ roleId: cell.staffing.role.id, name: cell.staffing.role.name }],
  );
}
