import type { MeasureId, TrainingId } from '../../kernel/id.ts';
import { hoursSchema } from '../../kernel/hours.ts';
import { foldedName } from '../accountability/name-similarity.ts';
import { mapRole } from '../accountability/matrix-mapping.ts';
import type { Person } from '../people/model.ts';
import { mayBeSameName } from '../people/same-name.ts';
import type { Audience, Measure, MeasureFields, Training, TrainingFields } from '../training/model.ts';
import { ownCompletion } from '../training/own-completion.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { ImportContext } from './import-context.ts';
import type { MeasureSaying, TrainingSaying } from './parsed.ts';
import { isEverybody, partsOf } from './row-text.ts';
import { differing, unchanged, type SayingEffect } from './saying-effect.ts';
import { monthsBetween } from './training-line.ts';

const measureWords = { repeatMonths: 'repeat after months', hours: 'hours', provider: 'provider' } as const;
const trainingWords = { due: 'due', state: 'status', completedOn: 'completed on', note: 'note' } as const;

/** An audience with another one beside it. */
function joined(one: Audience | null, other: Audience | null): Audience | null {
  if (one === null || other === null) return one ?? other;
  if (one.everyone || other.everyone) return one.everyone ? one : other;
  const roleIds = [...new Set([...one.roleIds, ...other.roleIds])];
  const units = [...new Set([...one.units, ...other.units])];
  return roleIds.length + units.length === one.roleIds.length + one.units.length ? one : { ...one, roleIds, units };
}

const plain = (_key: unknown, value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

/** The catalogue of measures and the trainings of people after an import. */
export class TrainingPlan {
  readonly #context: ImportContext;
  readonly #present: ReadonlyMap<string, readonly Training[]>;
  readonly #measures: ReadonlyMap<MeasureId, Measure>;
  readonly #names: ReadonlyMap<Person['id'], string>;
  readonly #met = new Set<TrainingId>();
  readonly #said = new Set<string>();
  readonly #measureUpdates = new Map<MeasureId, Partial<MeasureFields>>();
  readonly #updates: ChangeItem[] = [];
  readonly #added = new Map<string, { readonly id: TrainingId; readonly fields: TrainingFields }>();

  constructor(context: ImportContext) {
    this.#context = context;
    const { training, measure, person } = context.snapshot;
    this.#names = new Map(person.map(({ id, name }) => [id, name]));
    this.#present = Map.groupBy(training, ({ personId, measureId }) => `${personId} ${measureId}`);
    this.#measures = new Map(measure.map((one) => [one.id, one]));
  }

  /** Whether somebody is who brings the file in: nobody says of themself that they were trained. */
  #isOneself(personId: Person['id']): boolean {
    const { by } = this.#context.options;
    if (by.userId === null) return false;
    return by.personId === personId || mayBeSameName(by.name, this.#names.get(personId) ?? '');
  }

  /** Whom words such as `CISO, Internal Auditors` mean; `unknown` are those that are no role and no unit. */
  #audience(text: string | null): { readonly audience: Audience | null; readonly unknown: readonly string[] } {
    if (text === null) return { audience: null, unknown: [] };
    if (isEverybody(text))
      return { audience: { everyone: true, roleIds: [], units: [], externals: false }, unknown: [] };
    const { role: roles, person } = this.#context.snapshot;
    const units = new Map(person.flatMap(({ unit }) => (unit === null ? [] : [[foldedName(unit), unit]])));
    const found: { roleIds: Audience['roleIds']; units: string[] } = { roleIds: [], units: [] };
    const unknown: string[] = [];
    for (const part of partsOf(text)) {
      const unit = units.get(foldedName(part));
      const mapped = mapRole(part, roles, this.#context.options.choices.roles);
      const role = mapped.how === 'similar' ? undefined : roles.find(({ id }) => id === mapped.target);
      if (role !== undefined) found.roleIds.push(role.id);
      else if (unit !== undefined) found.units.push(unit);
      else unknown.push(part);
    }
    const nobody = found.roleIds.length + found.units.length === 0;
    return { audience: nobody ? null : { everyone: false, ...found, externals: false }, unknown };
  }

  #newMeasure(
    name: string,
    { measureKind, description, provider, hours, repeatMonths, audience: text }: Omit<MeasureSaying, 'kind' | 'name'>,
  ): MeasureFields {
    const { audience, unknown } = this.#audience(text);
    const whom = unknown.length === 0 ? [] : [`For: ${unknown.join(', ')}`];
    return {
      name: name.slice(0, 200),
      kind: measureKind ?? 'course',
      description: [...(description === null || description === '' ? [] : [description]), ...whom]
        .join('\n')
        .slice(0, 4000),
      provider: provider?.slice(0, 200) ?? null,
      cost: null,
      hours: hours === null ? null : hoursSchema.parse(hours),
      competences: [],
      evidenceKind: null,
      repeatMonths,
      effectiveness: null,
      audience,
      withdrawn: false,
    };
  }

  takeMeasure(saying: MeasureSaying): SayingEffect {
    const context = this.#context;
    const known = context.newMeasures.has(saying.name);
    const measure = context.measure(saying.name, () => this.#newMeasure(saying.name, saying));
    if ('reason' in measure) return measure;
    const present = this.#measures.get(measure.id);
    if (present === undefined) {
      if (known) return this.#completedMeasure(saying);
      return { outcome: 'taken', changes: [{ field: 'measure', from: '', to: saying.name }] };
    }
    const hours = saying.hours === null ? null : hoursSchema.parse(saying.hours);
    const { repeatMonths, provider } = saying;
    const now = { ...present, ...this.#measureUpdates.get(measure.id) };
    const { fields, changes } = differing<MeasureFields>(now, { repeatMonths, hours, provider }, measureWords, plain);
    if (changes.length === 0) return unchanged;
    if (!context.options.may('measure'))
      return { reason: 'Only owners and managers change measures: ask one of them.' };
    this.#measureUpdates.set(measure.id, { ...this.#measureUpdates.get(measure.id), ...fields });
    return { outcome: 'changed', changes };
  }

  /** A measure that another row of the file made already: this row adds what that one left open. */
  #completedMeasure(saying: MeasureSaying): SayingEffect {
    const made = this.#context.newMeasures.get(saying.name);
    if (made === undefined) return unchanged;
    const { audience, repeatMonths, hours, provider } = this.#newMeasure(saying.name, saying);
    const { fields } = made;
    const added = {
      audience: joined(fields.audience, audience),
      repeatMonths: fields.repeatMonths ?? repeatMonths,
      hours: fields.hours ?? hours,
      provider: fields.provider ?? provider,
    };
    const changes = (['repeatMonths', 'hours', 'provider'] as const).flatMap((key) =>
      added[key] === fields[key] ? [] : [{ field: measureWords[key], from: '', to: String(added[key]) }],
    );
    const forWhom =
      added.audience === fields.audience ? [] : [{ field: 'audience', from: '', to: saying.audience ?? '' }];
    made.fields = { ...fields, ...added };
    return changes.length + forWhom.length === 0 ? unchanged : { outcome: 'taken', changes: [...changes, ...forWhom] };
  }

  take(saying: TrainingSaying): SayingEffect {
    const context = this.#context;
    const person = context.person(saying.person);
    if ('reason' in person) return person;
    const { completedOn, nextOn } = saying;
    const repeatMonths = completedOn !== null && nextOn !== null ? monthsBetween(completedOn, nextOn) : null;
    const measure = context.measure(saying.measure, () =>
      this.#newMeasure(saying.measure, {
        measureKind: saying.measureKind,
        description: null,
        provider: null,
        hours: null,
        repeatMonths,
        audience: null,
      }),
    );
    if ('reason' in measure) return measure;
    const key = `${person.id} ${measure.id}`;
    const meant = this.#meant(saying, this.#present.get(key) ?? []);
    const mark = JSON.stringify([key, saying.due, completedOn, saying.state]);
    const twice = this.#said.has(mark);
    this.#said.add(mark);
    if (meant !== null) return this.#corrected(meant, saying);
    if (twice) return { reason: 'The file says the same of this person and training elsewhere.' };
    if (completedOn !== null && this.#isOneself(person.id)) return { reason: ownCompletion.reason };
    const { options } = context;
    const fields: TrainingFields = {
      personId: person.id,
      measureId: measure.id,
      roleId: null,
      competence: null,
      level: null,
      reason: 'From an imported register.',
      due: saying.due ?? completedOn ?? nextOn ?? options.on,
      state: completedOn !== null ? 'completed' : saying.state === 'cancelled' ? 'cancelled' : 'proposed',
      sessionId: null,
      completedOn,
      evidenceIds: [],
      note: saying.note?.slice(0, 2000) ?? '',
      reported: null,
      cost: null,
      effectiveness: null,
      // What was done before is history: nobody asked for it here.
      requestedBy: completedOn === null ? options.by.userId : null,
      approval: null,
    };
    const twin = `${key} ${fields.due} ${completedOn ?? ''}`;
    if (this.#added.has(twin)) return { reason: 'The file says the same of this person and training elsewhere.' };
    this.#added.set(twin, { id: options.newId() as TrainingId, fields });
    const to = completedOn ?? `${fields.state}, due ${fields.due}`;
    return {
      outcome: 'taken',
      changes: [{ field: saying.column ?? (completedOn === null ? 'status' : 'completed on'), from: '', to }],
    };
  }

  /** The training of the register that the file repeats, corrects or takes further; null when it tells another one. */
  #meant({ completedOn, due }: TrainingSaying, present: readonly Training[]): Training | null {
    const free = present.filter(({ id }) => !this.#met.has(id));
    const same = free.find((one) => completedOn !== null && one.completedOn === completedOn);
    if (same !== undefined) return same;
    const sameDue = free.find((one) => due !== null && one.due === due);
    if (sameDue !== undefined) return sameDue;
    return free.find(({ state }) => state !== 'completed' && state !== 'cancelled') ?? null;
  }

  #corrected(row: Training, saying: TrainingSaying): SayingEffect {
    this.#met.add(row.id);
    const { completedOn, due, note } = saying;
    // Whether a training is planned or approved is not for a file to say; that it was done, or called off, is.
    const state = saying.state === 'completed' || saying.state === 'cancelled' ? saying.state : null;
    const given = {
      completedOn,
      note: note ?? '',
      ...(due === null ? {} : { due }),
      ...(state === null ? {} : { state }),
    };
    const { fields, changes } = differing<TrainingFields>(row, given, trainingWords, plain);
    const other = saying.state !== null && state === null && completedOn === null && saying.state !== row.state;
    const remark = other
      ? {
          remark:
            'Whether a training is planned, approved or enrolled is said in Muster: only what is completed or cancelled is taken from a file.',
        }
      : {};
    if (changes.length === 0) return { ...unchanged, ...remark };
    const done = fields.completedOn !== undefined || fields.state === 'completed';
    if (done && this.#isOneself(row.personId)) return { reason: ownCompletion.reason };
    this.#updates.push({ register: 'training', operation: 'update', id: row.id, version: row.version, fields });
    const shown =
      changes.length > 1 && fields.completedOn !== undefined
        ? changes.filter(({ field }) => field !== 'status')
        : changes;
    return { outcome: 'changed', changes: shown, ...remark };
  }

  items(): readonly ChangeItem[] {
    const measures = [...this.#context.newMeasures.values()].map(({ id, fields }): ChangeItem => ({
      register: 'measure',
      operation: 'create',
      id,
      fields,
    }));
    const changed = [...this.#measureUpdates].flatMap(([id, fields]): readonly ChangeItem[] => {
      const row = this.#measures.get(id);
      return row === undefined ? [] : [{ register: 'measure', operation: 'update', id, version: row.version, fields }];
    });
    const added = [...this.#added.values()].map(({ id, fields }): ChangeItem => ({
      register: 'training',
      operation: 'create',
      id,
      fields,
    }));
    return [...measures, ...changed, ...this.#updates, ...added];
  }
}
