import { addDays } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { HeldBook } from '../competence/held.ts';
import { countingKeys } from '../competence/mapping.ts';
import type { Appointment } from '../roles/model.ts';
import type { Training } from '../training/model.ts';
import { reaches } from '../training/measure-choice.ts';
import { isOpen } from '../training/training-standing.ts';
import type { CompetenceJudge } from './competence-judge.ts';
import { ISO_KNOWLEDGE } from './competence-role-rule.ts';
import { explainChecklist } from './explanation.ts';
import type { CriterionStatus } from './model.ts';
import type { Resolution, Staffing } from './resolution.ts';

/** The figure of a criterion and the sentence that says it. */
export type Measured = Pick<CriterionStatus, 'value' | 'because'> & {
  /** Not met whatever the figure is. */
  readonly failed?: boolean;
  /** There is nothing yet to judge it by. */
  readonly unjudged?: boolean;
};
export type ChecklistMeasure = (resolution: Resolution, judge: CompetenceJudge) => Measured;

const NAMED = 3;
/** Evidence that ends within so many days wants a refresh that is booked. */
const LAPSE_DAYS = 60;

/** Counts in passing, for there may be hundreds of thousands. */
class Share {
  #of = 0;
  #lacking = 0;
  readonly #names: string[] = [];

  add(holds: boolean, name: () => string): void {
    this.#of += 1;
    if (holds) return;
    this.#lacking += 1;
    if (this.#names.length < NAMED) this.#names.push(name());
  }

  /** `none`: what is said where there is nothing to count. */
  measured(what: string, none: Measured): Measured {
    return this.#of === 0
      ? none
      : {
          value: (this.#of - this.#lacking) / this.#of,
          because: explainChecklist.share(this.#of - this.#lacking, this.#of, what, this.#names),
        };
  }
}

/** What competence, evidence and trainings tell of the implementation checklist. */
export const competenceMeasures: readonly (readonly [string, ChecklistMeasure])[] = [
  ['IMP-02-b', cellsMet],
  ['IMP-02-c', effectChecked],
  ['IMP-02-d', competentDeputies],
  [
    'IMP-02-e',
    (_resolution, judge) => {
      const { competence, level } = ISO_KNOWLEDGE;
      const value = judge.proving(competence, level).length;
      return { value, because: explainChecklist.proving(value, judge.held().book.nameOf(competence), level) };
    },
  ],
  ['IMP-06-d', refreshBooked],
  ['IMP-07-e', competentOutsiders],
];

const nameOf = (id: PersonId, { people }: Resolution): string => people.get(id)?.person.name ?? '';

/** Whether a training that is still to come reaches a level, by person: looked up only for those who lack something. */
function trainingAhead({ snapshot, on }: Resolution): (personId: PersonId, key: string, level: Level) => boolean {
  const counting = countingKeys(snapshot.competenceMapping);
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const open = Map.groupBy(
    snapshot.training.filter((training) => isOpen(training) && training.due >= on),
    ({ personId }) => personId,
  );
  const closes = ({ competence, level: reached, measureId }: Training, key: string, level: Level): boolean => {
    if (competence === key && reached !== null && reached >= level) return true;
    const measure = measures.get(measureId);
    return measure !== undefined && reaches(measure, key, level, counting(key));
  };
  if (open.size === 0) return () => false;
  return (personId, key, level) => (open.get(personId) ?? []).some((training) => closes(training, key, level));
}

function cellsMet(resolution: Resolution, judge: CompetenceJudge): Measured {
  const held = judge.held();
  const ahead = trainingAhead(resolution);
  const share = new Share();
  for (const { standing, held: own, needs } of judge.profiles()) {
    const { person } = standing;
    for (const { competence, must } of needs) {
      if (must === null || must === 0) continue;
      const proven = own !== null && held.proofIn(own, competence, must) !== null;
      share.add(
        proven || ahead(person.id, competence, must),
        () => `${held.book.nameOf(competence)} of ${person.name}`,
      );
    }
  }
  const what = 'required competences are proven in date or have a training ahead';
  return share.measured(what, { value: null, because: explainChecklist.none('required competences of people') });
}

function effectChecked(resolution: Resolution): Measured {
  const { snapshot, on } = resolution;
  const trained = new Set(snapshot.training.map(({ personId }) => personId));
  const judged = Map.groupBy(
    trained.size === 0 ? [] : snapshot.competenceAssessment.filter(({ personId }) => trained.has(personId)),
    ({ personId, competence }) => `${personId} ${competence}`,
  );
  const names = new Map(snapshot.measure.map(({ id, name }) => [id, name]));
  const share = new Share();
  for (const { state, personId, competence, completedOn, effectiveness, measureId } of snapshot.training) {
    if (state !== 'completed' || competence === null || completedOn === null || completedOn > on) continue;
    const again = (judged.get(`${personId} ${competence}`) ?? []).some(
      (one) => one.on >= completedOn && one.on <= on && one.method !== 'training',
    );
    const checked = effectiveness !== null && effectiveness.result !== null;
    share.add(again || checked, () => `"${names.get(measureId) ?? ''}" of ${nameOf(personId, resolution)}`);
  }
  return share.measured('completed trainings for a gap were followed by a new judgement', {
    value: null,
    because: explainChecklist.none('completed trainings for a gap'),
    unjudged: true,
  });
}

const staffed = ({ roles }: Resolution): readonly Staffing[] =>
  [...roles.values()].filter(({ holding, holders }) => holding !== 'everyone' && holders.length > 0);

function competentDeputies(resolution: Resolution, judge: CompetenceJudge): Measured {
  const share = new Share();
  for (const { role, holders, deputies } of staffed(resolution)) {
    if (!role.needsDeputy) continue;
    const fit = ({ personId }: Appointment): boolean => judge.fitness(personId, role.competences).competent;
    const first = holders[0]?.personId;
    const isSecond = (other: Appointment): boolean => other.personId !== first && fit(other);
    // Of several holders each can stand in for the others: then the first has to be able to as well.
    const fits = deputies.some(isSecond) || (holders.slice(0, 1).every(fit) && holders.some(isSecond));
    share.add(fits, () => role.name);
  }
  const what = 'staffed roles that need a deputy have one who proves what the role requires';
  return share.measured(what, { value: null, because: explainChecklist.none('staffed roles that need a deputy') });
}

function competentOutsiders(resolution: Resolution, judge: CompetenceJudge): Measured {
  const share = new Share();
  for (const { standing } of judge.profiles()) {
    const { person, appointments } = standing;
    if (person.kind !== 'external') continue;
    for (const { roleId, capacity } of appointments) {
      const staffing = resolution.roles.get(roleId);
      if (staffing === undefined || staffing.holding === 'everyone' || capacity === 'deputy') continue;
      const { role } = staffing;
      share.add(judge.fitness(person.id, role.competences).competent, () => `${person.name} as ${role.name}`);
    }
  }
  const what = 'people from outside prove what their role requires';
  return share.measured(what, { value: 1, because: explainChecklist.noOutsider() });
}

function refreshBooked(resolution: Resolution, judge: CompetenceJudge): Measured {
  const held: HeldBook = judge.held();
  const last = addDays(resolution.on, LAPSE_DAYS);
  const ahead = trainingAhead(resolution);
  const share = new Share();
  for (const { standing, held: own, needs } of judge.profiles()) {
    if (own === null) continue;
    const { person } = standing;
    for (const { competence, must } of needs) {
      const proof = must === null || must === 0 ? null : held.proofIn(own, competence, must);
      if (must === null || proof === null || proof.until === null || proof.until > last) continue;
      share.add(ahead(person.id, competence, must), () => `${held.book.nameOf(competence)} of ${person.name}`);
    }
  }
  const what = `required proofs that end within ${LAPSE_DAYS} days have a refresh booked`;
  return share.measured(what, { value: 1, because: explainChecklist.noLapse(LAPSE_DAYS) });
}
