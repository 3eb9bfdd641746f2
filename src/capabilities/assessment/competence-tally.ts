import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { CompetenceAssessmentId, PersonId, RoleId } from '../../kernel/id.ts';
import type { HeldBook } from '../competence/held.ts';
import type { CompetenceAssessment, RequiredCompetence } from '../competence/model.ts';
import { EXPIRY_NOTICE_DAYS, standingOf, type CompetenceState } from '../competence/standing.ts';
import type { CompetenceProfile } from './competence-profile.ts';
import type { Resolution, Staffing } from './resolution.ts';

/** How somebody fits what is asked in one place. */
export interface Fitness {
  /** Every must is proven on the day. */
  readonly competent: boolean;
  /** The proof of a must ends soon. */
  readonly soon: boolean;
  /** Something desirable is not proven. */
  readonly wanting: boolean;
}

/** How those who act in one place fit what is asked of them there. */
export interface Fitting {
  readonly people: number;
  readonly competent: number;
  /** The first of all of them, and of each kind. */
  readonly ids: readonly PersonId[];
  readonly unfit: readonly PersonId[];
  readonly soon: readonly PersonId[];
  readonly wanting: readonly PersonId[];
}

/** How many people of a role stand how to one thing that it requires. */
export interface AskedTally {
  readonly asked: RequiredCompetence;
  readonly counts: Readonly<Record<CompetenceState, number>>;
  /** Judgements of the people in each state, the first of them. */
  readonly cited: Readonly<Record<CompetenceState, readonly CompetenceAssessmentId[]>>;
  /** The first day on which a proof that ends soon ends; null where none does. */
  readonly firstEnd: PlainDate | null;
}

export interface RoleTally {
  readonly staffing: Staffing;
  /** Everyone holds it, or more people than a list of names is good for. */
  readonly crowd: boolean;
  /** Different active people who hold it or stand in for it. */
  readonly people: number;
  readonly acting: Fitting;
  /** The first two who could act, deputies among them, and prove every must; nobody of a role that everyone holds. */
  readonly able: readonly PersonId[];
  /** What it requires; counted only where it is a crowd. */
  readonly asked: readonly AskedTally[];
}

/** What a role asks is told once and not of each person, where more people than these hold it or stand in for it. */
export const CROWD = 250;
/** People kept by name of each kind; what is more is only counted. */
export const KEPT = 50;
/** From so many judgements on no more of a state are cited. */
const CITED = 500;

const unfit: Fitness = { competent: false, soon: false, wanting: false };

/** How the judgements of one person, null where there are none, fit what is asked. */
export function fitnessOf(
  held: HeldBook,
  own: readonly CompetenceAssessment[] | null,
  asked: readonly RequiredCompetence[],
  notice: PlainDate,
): Fitness {
  let [soon, wanting] = [false, false];
  for (const { competence, level, required } of asked) {
    if (level === 0) continue;
    const proof = own === null ? null : held.proofIn(own, competence, level);
    if (proof !== null) soon ||= required && proof.until !== null && proof.until <= notice;
    else if (required) return unfit;
    else wanting = true;
  }
  return { competent: true, soon, wanting };
}

/** Collects people in one place. */
export class FittingTally implements Fitting {
  people = 0;
  competent = 0;
  readonly ids: PersonId[] = [];
  readonly unfit: PersonId[] = [];
  readonly soon: PersonId[] = [];
  readonly wanting: PersonId[] = [];

  add(personId: PersonId, { competent, soon, wanting }: Fitness): void {
    this.people += 1;
    keep(this.ids, personId);
    if (competent) this.competent += 1;
    else keep(this.unfit, personId);
    if (soon) keep(this.soon, personId);
    if (wanting) keep(this.wanting, personId);
  }
}

const keep = (list: PersonId[], personId: PersonId): void => {
  if (list.length < KEPT) list.push(personId);
};

/** All roles with how their people fit them. One pass over the people: each is looked up once, however many roles they hold. */
export function roleTallies(
  { roles, on }: Resolution,
  profiles: readonly CompetenceProfile[],
  held: HeldBook,
): ReadonlyMap<RoleId, RoleTally> {
  const notice = addDays(on, EXPIRY_NOTICE_DAYS);
  const tallies = new Map<RoleId, Tally>();
  const common: Tally[] = [];
  for (const [roleId, staffing] of roles) {
    const tally = new Tally(staffing, held, on, notice);
    tallies.set(roleId, tally);
    if (staffing.holding === 'everyone') common.push(tally);
  }
  for (const { standing, held: own } of profiles) {
    const { person, appointments } = standing;
    for (const tally of common) tally.add(person.id, own, true);
    for (let at = 0; at < appointments.length; at++) {
      const roleId = appointments[at]?.roleId;
      const tally = roleId === undefined ? undefined : tallies.get(roleId);
      if (tally === undefined || tally.staffing.holding === 'everyone') continue;
      let [before, holds] = [false, false];
      for (let other = 0; other < appointments.length; other++) {
        const one = appointments[other];
        if (one?.roleId !== roleId) continue;
        before ||= other < at;
        holds ||= one?.capacity === 'holder';
      }
      if (!before) tally.add(person.id, own, holds || tally.staffing.holders.length === 0);
    }
  }
  return tallies;
}

interface Counting extends AskedTally {
  readonly counts: Record<CompetenceState, number>;
  readonly cited: Readonly<Record<CompetenceState, CompetenceAssessmentId[]>>;
  firstEnd: PlainDate | null;
}

class Tally implements RoleTally {
  readonly crowd: boolean;
  readonly acting = new FittingTally();
  readonly able: PersonId[] = [];
  readonly asked: readonly Counting[];
  readonly staffing: Staffing;
  people = 0;
  readonly #held: HeldBook;
  readonly #on: PlainDate;
  readonly #notice: PlainDate;
  /** How somebody fits of whom nothing is known. */
  readonly #unknown: Fitness;

  constructor(staffing: Staffing, held: HeldBook, on: PlainDate, notice: PlainDate) {
    const { role, holding, holders, deputies } = staffing;
    this.staffing = staffing;
    this.crowd = holding === 'everyone' || holders.length + deputies.length > CROWD;
    this.asked = role.competences
      .filter(({ level }) => level > 0)
      .map((asked) => ({
        asked,
        counts: { missing: 0, below: 0, 'no-evidence': 0, expired: 0, expiring: 0, met: 0 },
        cited: { missing: [], below: [], 'no-evidence': [], expired: [], expiring: [], met: [] },
        firstEnd: null,
      }));
    this.#held = held;
    this.#on = on;
    this.#notice = notice;
    this.#unknown = fitnessOf(held, null, role.competences, notice);
  }

  add(personId: PersonId, own: readonly CompetenceAssessment[] | null, acts: boolean): void {
    this.people += 1;
    const fitness = this.#fitness(personId, own);
    if (acts) this.acting.add(personId, fitness);
    if (fitness.competent && this.able.length < 2 && this.staffing.holding !== 'everyone') this.able.push(personId);
  }

  #fitness(personId: PersonId, own: readonly CompetenceAssessment[] | null): Fitness {
    if (own === null) {
      if (this.crowd) for (const { counts } of this.asked) counts.missing += 1;
      return this.#unknown;
    }
    return this.crowd
      ? this.#counted(personId, own)
      : fitnessOf(this.#held, own, this.staffing.role.competences, this.#notice);
  }

  /** As `fitnessOf`, with each thing that is asked counted by how the person stands to it. */
  #counted(personId: PersonId, own: readonly CompetenceAssessment[]): Fitness {
    let [competent, soon, wanting] = [true, false, false];
    for (const tally of this.asked) {
      const { competence, level, required } = tally.asked;
      const proof = this.#held.proofIn(own, competence, level);
      const ending = proof !== null && proof.until !== null && proof.until <= this.#notice;
      if (proof === null) {
        if (required) competent = false;
        else wanting = true;
      } else if (ending && required) soon = true;
      if (proof !== null && !ending) tally.counts.met += 1;
      else this.#cite(tally, personId, proof?.until ?? null);
    }
    return competent ? { competent, soon, wanting } : unfit;
  }

  #cite(tally: Counting, personId: PersonId, end: PlainDate | null): void {
    const { competence, level } = tally.asked;
    const judgements = this.#held.of(personId, competence);
    if (judgements.length === 0) {
      tally.counts.missing += 1;
      return;
    }
    const { state } = standingOf(this.#held, personId, { competence, level }, this.#on);
    tally.counts[state] += 1;
    if (end !== null && (tally.firstEnd === null || end < tally.firstEnd)) tally.firstEnd = end;
    const cited = tally.cited[state];
    if (cited.length < CITED) cited.push(...judgements.map(({ assessment }) => assessment.id));
  }
}
