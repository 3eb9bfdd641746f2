import type { PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError, type FieldError } from '../../kernel/errors.ts';
import type { MeasureId, NewId } from '../../kernel/id.ts';
import { hoursSchema } from '../../kernel/hours.ts';
import { findEvidenceKind } from '../../domain/evidence-kind.ts';
import { measureTemplates } from '../../domain/measure-template.ts';
import { competenceBook } from '../competence/framework.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { MeasureRow, SessionRow } from './measure-contract.ts';
import type { Measure, MeasureFields, Training, TrainingSession } from './model.ts';
import { placesTaken } from './session-change.ts';
import { isOpen } from './training-standing.ts';

/** The catalogue with what has become of each measure; withdrawn ones last, the rest by name. */
export function measureRows(
  snapshot: Snapshot,
  on: PlainDate,
  measures: readonly Measure[] = snapshot.measure,
): readonly MeasureRow[] {
  const book = competenceBook(snapshot);
  const trainings = Map.groupBy(snapshot.training, ({ measureId }) => measureId);
  const sessions = Map.groupBy(snapshot.trainingSession, ({ measureId }) => measureId);
  return measures
    .map((measure): MeasureRow => {
      const own: readonly Training[] = trainings.get(measure.id) ?? [];
      const results = own.flatMap(({ effectiveness }) => effectiveness?.result ?? []);
      const next = (sessions.get(measure.id) ?? [])
        .filter((session) => session.state === 'planned' && session.on >= on)
        .map((session) => session.on)
        .sort()[0];
      return {
        ...measure,
        competenceNames: measure.competences.map(({ competence }) => book.nameOf(competence)),
        open: own.filter(isOpen).length,
        completed: own.filter(({ state }) => state === 'completed').length,
        nextSession: next ?? null,
        checked: results.length,
        effective: results.filter((result) => result === 'effective').length,
      };
    })
    .sort(
      (a, b) =>
        Number(a.withdrawn) - Number(b.withdrawn) || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1),
    );
}

export const sessionRow = (session: TrainingSession, trainings: readonly Training[]): SessionRow => {
  const enrolled = placesTaken(trainings, session.id).length;
  return { ...session, enrolled, free: session.capacity === null ? null : Math.max(0, session.capacity - enrolled) };
};

const nameKey = (name: string): string => name.trim().toLowerCase();

/**
 * Checks what a measure says: competences that are known, once each, a known kind of evidence, roles that are there, a
 * name that no other measure in use has.
 * @throws MusterError `invalid`, `not-found` for a role, `already-exists`
 */
export function checkMeasure(snapshot: Snapshot, fields: MeasureFields, ownId: MeasureId | null): void {
  const book = competenceBook(snapshot);
  const keys = fields.competences.map(({ competence }) => competence);
  const errors: FieldError[] = keys.flatMap((key, index): readonly FieldError[] =>
    book.find(key) === undefined
      ? [{ path: `competences.${index}.competence`, message: `There is no competence ${key}.` }]
      : keys.indexOf(key) < index
        ? [{ path: `competences.${index}.competence`, message: `${book.nameOf(key)} stands there twice.` }]
        : [],
  );
  const { evidenceKind, audience, cost } = fields;
  if (evidenceKind !== null && findEvidenceKind(evidenceKind) === undefined)
    errors.push({ path: 'evidenceKind', message: `There is no kind of evidence ${evidenceKind}.` });
  if (cost !== null && cost.minor < 0) errors.push({ path: 'cost', message: 'A cost is not negative.' });
  if (audience !== null && !audience.everyone && audience.roleIds.length + audience.units.length === 0)
    errors.push({
      path: 'audience',
      message: 'Nobody belongs to this audience.',
      accepted: 'everybody, roles or units',
    });
  if (errors.length > 0) throw invalid(errors);
  for (const roleId of audience?.roleIds ?? []) presentRow(snapshot, 'role', roleId);
  const twin = snapshot.measure.some(
    (other) => other.id !== ownId && !other.withdrawn && nameKey(other.name) === nameKey(fields.name),
  );
  if (twin && !fields.withdrawn) throw new MusterError({ code: 'already-exists', what: 'measure', field: 'name' });
}

/** Items that take measures of the starter set which are not there by name. @throws MusterError `invalid` for an unknown key */
export function starterItems(snapshot: Snapshot, keys: readonly string[], newId: NewId): readonly ChangeItem[] {
  const there = new Set(snapshot.measure.map(({ name }) => nameKey(name)));
  const unknown = keys.find((key) => measureTemplates.every((template) => template.key !== key));
  if (unknown !== undefined)
    throw invalid([
      { path: 'keys', message: `The starter set has no ${unknown}.`, accepted: 'keys of the starter set' },
    ]);
  return measureTemplates
    .filter(({ key, name }) => keys.includes(key) && !there.has(nameKey(name)))
    .map(({ key: _key, everyone, hours, competences, ...template }): ChangeItem => ({
      register: 'measure',
      operation: 'create',
      id: newId() as MeasureId,
      fields: {
        ...template,
        competences: [...competences],
        provider: null,
        cost: null,
        hours: hoursSchema.parse(hours),
        audience: everyone ? { everyone: true, roleIds: [], units: [], externals: true } : null,
        withdrawn: false,
      },
    }));
}
