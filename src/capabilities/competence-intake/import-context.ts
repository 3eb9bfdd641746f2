import { invalid } from '../../kernel/errors.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { CompetenceId, MeasureId, NewId, RoleId, PersonId, UserId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { MappedName } from '../accountability/contract.ts';
import type { Choices } from '../accountability/matrix-mapping.ts';
import { competenceBook, type CompetenceBook } from '../competence/framework.ts';
import type { CompetenceFields } from '../competence/model.ts';
import type { MeasureFields } from '../training/model.ts';
import { freeSlug } from '../trail/founding.ts';
import type { RegisterName } from '../trail/register.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceMatcher, measureMatcher, personMatcher, roleMatcher } from './competence-match.ts';
import type { MappedPerson } from './contract.ts';
import { foreignPerson } from './foreign-name.ts';
import type { ScaleStep } from './level-scale.ts';
import type { NamedPerson } from './parsed.ts';

/** What the user decided of the names and steps of a file. */
export interface CompetenceChoices {
  readonly levels: ReadonlyMap<string, Level | null>;
  readonly roles: Choices;
  readonly competences: Choices;
  readonly people: Choices;
  readonly measures: Choices;
  /** Whether competences that nobody knows become the organization's own without being chosen one by one. */
  readonly newCompetences: boolean;
  /** Whether roles, competences and measures whose names are only alike are taken for those without being confirmed one by one. */
  readonly likely: boolean;
}

export interface CompetenceImportOptions {
  /** The file's name, by which what is remembered of it is called. */
  readonly name: string;
  readonly today: PlainDate;
  /** The day of judgements for which the file names none. */
  readonly on: PlainDate;
  readonly newId: NewId;
  /** Who brings the file in: judges where the file names nobody. */
  readonly by: { readonly userId: UserId | null; readonly name: string; readonly personId: PersonId | null };
  /** Whether they may write a register. */
  readonly may: (register: RegisterName) => boolean;
  readonly choices: CompetenceChoices;
}

/** What a name stands for, or why nobody knows. */
export type Meant<T> = { readonly id: T } | { readonly reason: string };

interface Names {
  readonly mapped: Map<string, MappedName>;
}
const names = (): Names => ({ mapped: new Map() });

const MAKES: Readonly<Record<'role' | 'competence' | 'measure', string>> = {
  role: 'roles',
  competence: 'competences',
  measure: 'measures',
};

/** What the rows of one import share: the names that were met, what they stand for, and what is made new. */
export class ImportContext {
  readonly snapshot: Snapshot;
  readonly options: CompetenceImportOptions;
  readonly book: CompetenceBook;
  readonly roles = names();
  readonly competences = names();
  readonly people = names();
  readonly measures = names();
  readonly newRoles = new Map<string, { readonly id: RoleId; readonly key: string; readonly name: string }>();
  readonly newCompetences = new Map<string, { readonly id: CompetenceId; fields: CompetenceFields }>();
  readonly newMeasures = new Map<string, { readonly id: MeasureId; fields: MeasureFields }>();
  readonly #levels: ReadonlyMap<string, Level | null>;
  readonly #findCompetence: ReturnType<typeof competenceMatcher>;
  readonly #findPerson: ReturnType<typeof personMatcher>;
  readonly #findRole: ReturnType<typeof roleMatcher>;
  readonly #findMeasure: ReturnType<typeof measureMatcher>;
  readonly #keys: Set<string>;
  readonly #roleKeys: Set<string>;
  readonly #roleByKey: ReadonlyMap<string, RoleId>;
  readonly #byId: {
    readonly role: ReadonlyMap<string, Snapshot['role'][number]>;
    readonly person: ReadonlyMap<string, Snapshot['person'][number]>;
    readonly measure: ReadonlyMap<string, Snapshot['measure'][number]>;
  };

  constructor(snapshot: Snapshot, options: CompetenceImportOptions, scale: readonly ScaleStep[]) {
    const { choices } = options;
    this.snapshot = snapshot;
    this.options = options;
    this.book = competenceBook(snapshot);
    this.#levels = new Map(scale.map(({ value, level }) => [value, level]));
    this.#findCompetence = competenceMatcher(this.book, choices.competences);
    this.#findPerson = personMatcher(snapshot.person, choices.people);
    this.#findRole = roleMatcher(snapshot.role, choices.roles);
    this.#findMeasure = measureMatcher(snapshot.measure, choices.measures);
    this.#keys = new Set(this.book.all.map(({ key }) => key));
    this.#roleKeys = new Set(snapshot.role.map(({ key }) => key));
    this.#roleByKey = new Map(snapshot.role.map(({ key, id }) => [key, id]));
    this.#byId = {
      role: new Map(snapshot.role.map((role) => [role.id, role])),
      person: new Map(snapshot.person.map((person) => [person.id, person])),
      measure: new Map(snapshot.measure.map((measure) => [measure.id, measure])),
    };
  }

  level(value: string): Meant<Level> {
    const level = this.#levels.get(value) ?? null;
    return level === null
      ? { reason: `Nobody knows yet what “${value}” means: choose a level for it.` }
      : { id: level };
  }

  role(foreign: string, shortName: string | null = null): Meant<RoleId> {
    const keyed =
      shortName === null || this.options.choices.roles.has(foreign) ? undefined : this.#roleByKey.get(shortName);
    if (keyed !== undefined) return { id: keyed };
    const known = this.roles.mapped.get(foreign) ?? this.#findRole(foreign);
    this.roles.mapped.set(foreign, known);
    if (known.target !== 'new') {
      const near = this.#byId.role.get(known.target ?? '');
      const role = this.#isOpen(known) ? undefined : this.#byId.role.get(known.target ?? '');
      if (role === undefined) refuseStranger(known, 'role');
      return role === undefined ? { reason: unknownReason(known, 'role', near?.name) } : { id: role.id };
    }
    const made = this.newRoles.get(foreign);
    if (made !== undefined) return { id: made.id };
    if (!this.options.may('role')) return { reason: notAllowed('role') };
    const key = freeSlug(latin(foreign, 'role'), this.#roleKeys);
    this.#roleKeys.add(key);
    const id = this.options.newId() as RoleId;
    this.newRoles.set(foreign, { id, key, name: foreign.slice(0, 120) });
    return { id };
  }

  #mappedCompetence(foreign: string, key: string | null): MappedName {
    const known = this.competences.mapped.get(foreign) ?? this.#findCompetence(foreign, key);
    this.competences.mapped.set(foreign, known);
    return known;
  }

  /** The key of a competence that is there already; null where the name means none, or a new one. */
  knownCompetence(foreign: string, key: string | null): string | null {
    const known = this.#mappedCompetence(foreign, key);
    return this.#isOpen(known) || known.target === null ? null : (this.book.find(known.target)?.key ?? null);
  }

  /** The key of a competence. `refreshMonths` and `group` are kept where it is a new one. */
  competence(foreign: string, key: string | null, refreshMonths: number | null, group: string | null): Meant<string> {
    const known = this.#mappedCompetence(foreign, key);
    const { target, how } = known;
    const asNew = target === 'new' && (how === 'chosen' || this.options.choices.newCompetences);
    if (asNew) return this.#ownCompetence(foreign, refreshMonths, group);
    if (target !== 'new' && this.book.find(target ?? '') === undefined) refuseStranger(known, 'competence');
    if (target === null || target === 'new' || this.#isOpen(known) || this.book.find(target) === undefined)
      return { reason: unknownReason(known, 'competence', this.book.nameOf(target ?? '')) };
    return { id: target };
  }

  /** A likeness that nobody confirmed. */
  #isOpen({ how }: MappedName): boolean {
    return how === 'similar' && !this.options.choices.likely;
  }

  #ownCompetence(foreign: string, refreshMonths: number | null, group: string | null): Meant<string> {
    const made = this.newCompetences.get(foreign);
    if (made !== undefined) return { id: made.fields.key };
    if (!this.options.may('competence')) return { reason: notAllowed('competence') };
    const key = freeSlug(latin(foreign, 'competence'), this.#keys);
    this.#keys.add(key);
    const fields: CompetenceFields = {
      key,
      competenceFrameworkId: null,
      kind: 'competence',
      name: foreign.slice(0, 300),
      description: '',
      group: group === null ? null : group.slice(0, 120),
      aliases: [],
      refreshMonths,
      levels: [],
      retired: false,
    };
    this.newCompetences.set(foreign, { id: this.options.newId() as CompetenceId, fields });
    return { id: key };
  }

  person(person: NamedPerson): Meant<Snapshot['person'][number]['id']> {
    const foreign = foreignPerson(person);
    const known = this.people.mapped.get(foreign) ?? this.#findPerson(person);
    this.people.mapped.set(foreign, known);
    const found = known.how === 'similar' ? undefined : this.#byId.person.get(known.target ?? '');
    if (found !== undefined) return { id: found.id };
    const near = this.#byId.person.get(known.target ?? '');
    refuseStranger(known, 'person');
    if (known.how === 'similar')
      return {
        reason:
          near === undefined
            ? `Several people of the register are called ${person.name}: choose one.`
            : `It may be ${near.name}: confirm it, or choose somebody else.`,
      };
    return {
      reason:
        known.how === 'chosen'
          ? 'You left this person out.'
          : `Nobody in the register is ${foreign}: choose somebody, or bring the people in first.`,
    };
  }

  /** What the names of competences stand for; one that nobody knows stands for none until it is taken as a new one. */
  mappedCompetences(): readonly MappedName[] {
    return [...this.competences.mapped.values()].map((mapped) =>
      mapped.how === 'none' && !this.options.choices.newCompetences ? { ...mapped, target: null } : mapped,
    );
  }

  mappedPeople(): readonly MappedPerson[] {
    return [...this.people.mapped.values()].map((mapped) => ({
      ...mapped,
      name: this.#byId.person.get(mapped.target ?? '')?.name ?? null,
    }));
  }

  measure(foreign: string, fields: () => MeasureFields): Meant<MeasureId> {
    const known = this.measures.mapped.get(foreign) ?? this.#findMeasure(foreign);
    this.measures.mapped.set(foreign, known);
    if (known.target !== 'new') {
      const measure = this.#isOpen(known) ? undefined : this.#byId.measure.get(known.target ?? '');
      if (measure !== undefined) return { id: measure.id };
      refuseStranger(known, 'measure');
      const near = this.#byId.measure.get(known.target ?? '');
      return { reason: unknownReason(known, 'measure', near?.name) };
    }
    const made = this.newMeasures.get(foreign);
    if (made !== undefined) return { id: made.id };
    if (!this.options.may('measure')) return { reason: notAllowed('measure') };
    const id = this.options.newId() as MeasureId;
    this.newMeasures.set(foreign, { id, fields: fields() });
    return { id };
  }
}

/** A name of which a short name can be made; the word for what it is, where it has no Latin letter. */
const latin = (name: string, otherwise: string): string =>
  /[a-z0-9]/iu.test(name.normalize('NFKD')) ? name : otherwise;

/** @throws MusterError `invalid` where the user chose something that is not there */
function refuseStranger({ how, target, foreign }: MappedName, what: keyof typeof MAKES | 'person'): void {
  if (how === 'chosen' && target !== null)
    throw invalid([
      {
        path: `${what}s`,
        message: `There is no such ${what} for “${foreign}”.`,
        accepted: 'one of this organization, new or ignore',
      },
    ]);
}

const notAllowed = (what: keyof typeof MAKES): string =>
  `Only owners and managers make ${MAKES[what]}: ask one of them.`;

function unknownReason({ how }: MappedName, what: keyof typeof MAKES, near = ''): string {
  if (how === 'chosen') return `You left this ${what} out.`;
  if (how === 'similar')
    return near === '' ? `Confirm which ${what} it is.` : `It may be “${near}”: confirm it, or choose another ${what}.`;
  return `No ${what} is called so: choose one, or take it as the organization’s own.`;
}
