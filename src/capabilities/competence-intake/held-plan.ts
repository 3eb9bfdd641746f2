import type { PlainDate } from '../../kernel/date.ts';
import { addDays } from '../../kernel/date.ts';
import type { CompetenceAssessmentId, PersonId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import { endOf } from '../competence/held.ts';
import { methodOf } from '../competence/judgement-change.ts';
import { isOwnName } from '../competence/judgement-check.ts';
import type { AssessmentMethod, CompetenceAssessment, CompetenceAssessmentFields } from '../competence/model.ts';
import { isOwnWord } from '../competence/own-word.ts';
import { nameKey } from '../people/name-text.ts';
import { mayBeSameName } from '../people/same-name.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { ImportContext } from './import-context.ts';
import type { HeldSaying } from './parsed.ts';
import { differing, unchanged, type SayingEffect } from './saying-effect.ts';

const words: { readonly [K in keyof CompetenceAssessmentFields]?: string } = {
  level: 'level',
  on: 'judged on',
  method: 'method',
  assessorName: 'assessor',
  evidenceKind: 'kind of evidence',
  reference: 'reference',
  to: 'valid until',
  refreshMonths: 'refresh',
  note: 'note',
};

interface Written {
  readonly id: CompetenceAssessmentId;
  readonly fields: CompetenceAssessmentFields;
}

/** Judgements of one person in one competence: those of the register and those that the import adds. */
interface Judged {
  readonly present: readonly CompetenceAssessment[];
  readonly met: Set<CompetenceAssessmentId>;
  readonly added: Written[];
  /** Levels that the file said so far, by what tells judgements of one person and competence apart. */
  readonly said: Map<string, Level>;
}

/** What people are judged to hold after an import. */
export class HeldPlan {
  readonly #context: ImportContext;
  readonly #present: ReadonlyMap<string, readonly CompetenceAssessment[]>;
  readonly #judged = new Map<string, Judged>();
  readonly #dated = new Map<string, Set<PlainDate>>();
  readonly #updates = new Map<
    CompetenceAssessmentId,
    { readonly row: CompetenceAssessment; fields: Partial<CompetenceAssessmentFields> }
  >();
  readonly #assessors: ReadonlyMap<string, readonly PersonId[]>;
  readonly #names: ReadonlyMap<PersonId, string>;

  constructor(context: ImportContext) {
    this.#context = context;
    const { competenceAssessment, person } = context.snapshot;
    this.#present = Map.groupBy(competenceAssessment, ({ personId, competence }) => `${personId} ${competence}`);
    this.#names = new Map(person.map(({ id, name }) => [id, name]));
    this.#assessors = new Map(
      [...Map.groupBy(person, ({ name }) => nameKey(name))].map(([key, people]) => [key, people.map(({ id }) => id)]),
    );
  }

  /** A saying with a day of its own means no judgement but that of this day: those without one leave it to it. */
  reserve({ person: named, competence, competenceKey, on }: HeldSaying): void {
    if (on === null) return;
    const person = this.#context.person(named);
    const key = this.#context.knownCompetence(competence, competenceKey);
    if (key === null || 'reason' in person) return;
    const place = `${person.id} ${key}`;
    this.#dated.set(place, (this.#dated.get(place) ?? new Set<PlainDate>()).add(on));
  }

  take(saying: HeldSaying): SayingEffect {
    const context = this.#context;
    const level = context.level(saying.value);
    if ('reason' in level) return level;
    const person = context.person(saying.person);
    if ('reason' in person) return person;
    const competence = context.competence(saying.competence, saying.competenceKey, null, saying.group);
    if ('reason' in competence) return competence;
    if (saying.on !== null && saying.on > context.options.today)
      return { reason: 'Nobody is judged on a day that is not there yet.' };
    const key = `${person.id} ${competence.id}`;
    const judged = this.#judged.get(key) ?? {
      present: this.#present.get(key) ?? [],
      met: new Set(),
      added: [],
      said: new Map(),
    };
    this.#judged.set(key, judged);
    const meant = this.#meant(saying, judged, level.id);
    const mark = JSON.stringify([saying.on, saying.method, saying.reference]);
    const earlier = judged.said.get(mark);
    judged.said.set(mark, earlier ?? level.id);
    if (meant !== null) return this.#corrected(meant, saying, level.id, judged);
    if (earlier !== undefined && earlier !== level.id)
      return { reason: `The file says level ${earlier} of the same person, competence and day elsewhere.` };
    if (earlier !== undefined) return unchanged;
    return this.#added(saying, judged, person.id, competence.id, level.id);
  }

  /** The judgement of the register that the file repeats or corrects; null when it says a new one. */
  #meant(saying: HeldSaying, { present, met }: Judged, level: Level): CompetenceAssessment | null {
    const { method, on } = saying;
    const free = present.filter(({ id }) => !met.has(id));
    const alike = free.filter(
      (one) => method === null || one.method === method || (method === 'self' && isOwnWord(one)),
    );
    if (on !== null) {
      const sameDay = alike.filter((one) => one.on === on);
      const exact = sameDay.find(
        (one) => one.level === level && (saying.reference === null || one.reference === saying.reference),
      );
      const found = exact ?? sameDay.find((one) => one.level === level) ?? sameDay[0];
      if (found !== undefined || saying.assessor === null) return found ?? null;
      // Everything but the way of judging is the same: that was corrected.
      return (
        free.find(
          (one) =>
            one.on === on &&
            one.level === level &&
            one.reference === saying.reference &&
            this.#assessorOf(one) === saying.assessor,
        ) ?? null
      );
    }
    const { on: given } = this.#context.options;
    const counting = alike
      .filter(
        (one) =>
          (method === 'self') === isOwnWord(one) &&
          this.#endsAfter(one, given) &&
          one.on <= given &&
          (one.on === given || this.#dated.get(`${one.personId} ${one.competence}`)?.has(one.on) !== true),
      )
      .toSorted((a, b) => (a.on < b.on ? 1 : -1));
    return counting.find((one) => one.level === level) ?? counting.find((one) => one.on === given) ?? null;
  }

  #endsAfter(one: CompetenceAssessmentFields, day: PlainDate): boolean {
    const end = endOf(one, this.#context.book.find(one.competence)?.refreshMonths ?? null);
    return end === null || end > day;
  }

  #assessorId(name: string | null): PersonId | null {
    const [only, another] = name === null ? [] : (this.#assessors.get(nameKey(name)) ?? []);
    return another === undefined ? (only ?? null) : null;
  }

  /** Whether who brings the file in is the person: nobody vouches for themself. */
  #isOneself(personId: PersonId): boolean {
    const { by } = this.#context.options;
    if (by.personId !== null) return by.personId === personId;
    return by.userId !== null && mayBeSameName(by.name, this.#names.get(personId) ?? '');
  }

  #assessorOf({ assessorId, assessorName }: CompetenceAssessmentFields): string | null {
    return assessorId === null ? assessorName : (this.#names.get(assessorId) ?? assessorName);
  }

  #shown = (
    key: keyof CompetenceAssessmentFields,
    value: CompetenceAssessmentFields[keyof CompetenceAssessmentFields],
  ): string | number | null => {
    if (key === 'to') return typeof value === 'string' ? addDays(value as PlainDate, -1) : null;
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  };

  #corrected(row: CompetenceAssessment, saying: HeldSaying, level: Level, judged: Judged): SayingEffect {
    judged.met.add(row.id);
    const { to, refreshMonths, reference, note, evidenceKind } = saying;
    const given = {
      level,
      reference,
      to,
      refreshMonths,
      note: note ?? '',
      evidenceKind,
      assessorName: saying.assessor,
    };
    const before = { ...row, assessorName: this.#assessorOf(row) };
    const { fields, changes } = differing<CompetenceAssessmentFields>(before, given, words, this.#shown);
    if (changes.length === 0) return unchanged;
    if (this.#isOneself(row.personId) && !isOwnWord(row))
      return { reason: 'Others judged this of you: somebody else has to change it.' };
    const assessor = fields.assessorName === undefined ? {} : this.#assessor(fields.assessorName);
    this.#updates.set(row.id, { row, fields: { ...this.#updates.get(row.id)?.fields, ...fields, ...assessor } });
    return { outcome: 'changed', changes };
  }

  #assessor(name: string | null): Pick<CompetenceAssessmentFields, 'assessorId' | 'assessorName'> {
    const assessorId = this.#assessorId(name);
    return { assessorId, assessorName: assessorId === null ? (name?.slice(0, 200) ?? null) : null };
  }

  /** Who judged: whom the file names, else who brings it in. */
  #assessorFor(
    { assessor }: HeldSaying,
    method: AssessmentMethod,
  ): Pick<CompetenceAssessmentFields, 'assessorId' | 'assessorName'> {
    const { by } = this.#context.options;
    if (assessor === null && method !== 'self' && by.personId !== null)
      return { assessorId: by.personId, assessorName: null };
    return this.#assessor(assessor ?? (method === 'self' ? null : by.name));
  }

  #added(saying: HeldSaying, judged: Judged, personId: PersonId, competence: string, level: Level): SayingEffect {
    const { options } = this.#context;
    const { column, to, refreshMonths, reference, note } = saying;
    const stated: AssessmentMethod = saying.method ?? 'manager';
    const assessor = this.#assessorFor(saying, stated);
    const own = isOwnName(this.#names.get(personId) ?? '', { method: stated, assessorName: assessor.assessorName });
    const method = own ? 'self' : methodOf(stated, personId, assessor.assessorId);
    const fields: CompetenceAssessmentFields = {
      personId,
      competence,
      level,
      on: saying.on ?? options.on,
      method,
      ...(own ? { assessorId: null, assessorName: null } : assessor),
      evidenceKind: saying.evidenceKind,
      reference: reference?.slice(0, 500) ?? null,
      evidenceIds: [],
      to,
      refreshMonths,
      note: note?.slice(0, 2000) ?? '',
      recordedBy: options.by.userId,
      claim: method !== 'self' && this.#isOneself(personId) ? { decision: null } : null,
    };
    if (to !== null && to <= fields.on)
      return { reason: 'It ends before it begins: no longer valid on the day of the judgement.' };
    judged.added.push({ id: options.newId() as CompetenceAssessmentId, fields });
    const last = judged.present
      .filter((one) => !judged.met.has(one.id) && isOwnWord(one) === isOwnWord(fields))
      .toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
    const field = column ?? 'level';
    if (last === undefined) return { outcome: 'taken', changes: [{ field, from: '', to: String(level) }] };
    const moved =
      last.on === fields.on
        ? []
        : [{ field: column === undefined ? 'judged on' : `${column}, judged on`, from: last.on, to: fields.on }];
    if (last.level === level) return { outcome: 'changed', changes: moved };
    return {
      outcome: 'changed',
      changes: [{ field, from: String(last.level), to: String(level) }, ...(saying.on === null ? [] : moved)],
    };
  }

  /** Judgements that are new or corrected; who is judged lower than before loses the earlier judgement on that day. */
  items(): readonly ChangeItem[] {
    const created: ChangeItem[] = [];
    for (const { present, added } of this.#judged.values()) {
      const ends = new Map<Written, PlainDate>();
      for (const { fields: lower } of added) {
        const outdone = (other: CompetenceAssessmentFields): boolean =>
          other.level > lower.level &&
          other.on < lower.on &&
          isOwnWord(other) === isOwnWord(lower) &&
          this.#endsAfter(other, lower.on);
        for (const row of present) {
          const now = { ...row, ...this.#updates.get(row.id)?.fields };
          if (outdone(now))
            this.#updates.set(row.id, { row, fields: { ...this.#updates.get(row.id)?.fields, to: lower.on } });
        }
        for (const one of added)
          if (one.fields.to === null && outdone(one.fields)) ends.set(one, firstOf(ends.get(one), lower.on));
      }
      for (const one of added)
        created.push({
          register: 'competenceAssessment',
          operation: 'create',
          id: one.id,
          fields: { ...one.fields, to: ends.get(one) ?? one.fields.to },
        });
    }
    const updated = [...this.#updates].map(([id, { row, fields }]): ChangeItem => ({
      register: 'competenceAssessment',
      operation: 'update',
      id,
      version: row.version,
      fields,
    }));
    return [...updated, ...created];
  }
}

const firstOf = (one: PlainDate | undefined, other: PlainDate): PlainDate =>
  one !== undefined && one < other ? one : other;
