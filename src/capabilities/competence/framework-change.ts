import { z } from 'zod';
import { findCompetenceTemplate } from '../../domain/competence.ts';
import { invalid, MusterError } from '../../kernel/errors.ts';
import type { CompetenceFrameworkId, CompetenceId, NewId } from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceUses, wordsOfUse } from './competence-use.ts';
import { competenceFields, type Competence } from './model.ts';

/** What somebody writes of a competence; where it comes from and that it is retired are not said with it. */
export const writtenCompetence = competenceFields.omit({ competenceFrameworkId: true, kind: true, retired: true });
export type WrittenCompetence = z.output<typeof writtenCompetence>;

/** What may be said of a statement that was taken in: its words are the source's. */
export const changedCompetence = competenceFields
  .omit({ competenceFrameworkId: true, kind: true, key: true })
  .partial();
export type ChangedCompetence = z.output<typeof changedCompetence>;

/** `note`: what is new in it; the trail tells it. */
export const raisedEdition = z.strictObject({ edition: lineSchema(40), note: proseSchema(1000) });

const OWN_KEY = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

/** @throws MusterError `invalid` where a level is given two meanings or an alias stands twice */
function refuseTwice({ levels }: Pick<ChangedCompetence, 'levels'>): void {
  const seen = new Set<number>();
  for (const [index, { level }] of (levels ?? []).entries()) {
    if (seen.has(level)) throw invalid([{ path: `levels.${index}`, message: `Level ${level} has two meanings.` }]);
    seen.add(level);
  }
}

/** The framework that is the organization's own; undefined before it said anything of it. */
export const ownFramework = (snapshot: Pick<Snapshot, 'competenceFramework'>) =>
  snapshot.competenceFramework.find(({ kind }) => kind === 'own');

/**
 * A competence of the organization's own, or its wording of one of the 39 (whose key it has then).
 * @throws MusterError `invalid`, `already-exists` for a key that is there
 */
export function newCompetence(snapshot: Snapshot, written: WrittenCompetence, id: CompetenceId): ChangeItem {
  const { key } = written;
  if (findCompetenceTemplate(key) === undefined && !OWN_KEY.test(key))
    throw invalid([
      { path: 'key', message: 'Expected small letters, digits and hyphens.', accepted: 'such as tide-reading' },
    ]);
  if (snapshot.competence.some((row) => row.key === key))
    throw new MusterError({ code: 'already-exists', what: 'competence', field: 'key' });
  refuseTwice(written);
  const competenceFrameworkId = ownFramework(snapshot)?.id ?? null;
  return {
    register: 'competence',
    operation: 'create',
    id,
    fields: { ...written, competenceFrameworkId, kind: 'competence', retired: false },
  };
}

const isImported = (snapshot: Snapshot, { competenceFrameworkId }: Competence): boolean =>
  snapshot.competenceFramework.some(({ id, kind }) => id === competenceFrameworkId && kind !== 'own');

/** @throws MusterError `not-found`, `invalid` where the words of a framework of others would be changed */
export function competenceChange(
  snapshot: Snapshot,
  id: CompetenceId,
  version: number,
  changed: ChangedCompetence,
): ChangeItem {
  const row = presentRow(snapshot, 'competence', id);
  refuseTwice(changed);
  const worded = (['name', 'description', 'group'] as const).filter(
    (field) => changed[field] !== undefined && changed[field] !== row[field],
  );
  if (worded.length > 0 && isImported(snapshot, row))
    throw invalid(
      worded.map((path) => ({
        path,
        message: 'These are the words of the framework that it was taken from. Add a competence of your own instead.',
      })),
    );
  return { register: 'competence', operation: 'update', id, version, fields: changed };
}

/**
 * Removes a competence of the organization's own, or its wording of one of the 39, which then has its words again.
 * @throws MusterError `not-found`, `still-used` while anything refers to it, `invalid` for one that was taken in
 */
export function competenceRemoval(snapshot: Snapshot, id: CompetenceId, version: number, on: PlainDate): ChangeItem {
  const row = presentRow(snapshot, 'competence', id);
  if (isImported(snapshot, row))
    throw invalid([
      { path: 'competenceId', message: 'It belongs to a framework that was taken in. Retire it instead.' },
    ]);
  const use = competenceUses(snapshot, on).get(row.key);
  const by = use === undefined || findCompetenceTemplate(row.key) !== undefined ? null : wordsOfUse(use);
  if (by !== null) throw new MusterError({ code: 'still-used', what: 'competence', by });
  return { register: 'competence', operation: 'remove', id, version };
}

/**
 * Raises the edition of the organization's own framework; the first time its own competences become part of it.
 * @throws MusterError `invalid` when that is its edition already
 */
export function editionRaise(
  snapshot: Snapshot,
  { edition }: Pick<z.output<typeof raisedEdition>, 'edition'>,
  newId: NewId,
): readonly ChangeItem[] {
  const present = ownFramework(snapshot);
  if (present !== undefined) {
    if (present.edition === edition)
      throw invalid([{ path: 'edition', message: `${edition} is its edition already.`, accepted: 'another edition' }]);
    const { id, version } = present;
    return [{ register: 'competenceFramework', operation: 'update', id, version, fields: { edition } }];
  }
  const id = newId() as CompetenceFrameworkId;
  const fields = {
    key: 'own',
    kind: 'own',
    name: snapshot.organization.name,
    edition,
    publisher: snapshot.organization.name,
    licence: '',
    source: null,
  } as const;
  return [
    { register: 'competenceFramework', operation: 'create', id, fields },
    ...snapshot.competence
      .filter(({ competenceFrameworkId }) => competenceFrameworkId === null)
      .map((row): ChangeItem => ({
        register: 'competence',
        operation: 'update',
        id: row.id,
        version: row.version,
        fields: { competenceFrameworkId: id },
      })),
  ];
}

/**
 * Removes a framework that was taken in, with its statements, work roles and the mappings between them and others.
 * @throws MusterError `not-found`, `still-used` while a role, a requirement or a judgement refers to one of its statements
 */
export function frameworkRemoval(
  snapshot: Snapshot,
  id: CompetenceFrameworkId,
  version: number,
  on: PlainDate,
): readonly ChangeItem[] {
  const { kind } = presentRow(snapshot, 'competenceFramework', id);
  if (kind === 'own')
    throw invalid([{ path: 'competenceFrameworkId', message: 'Your own framework cannot be removed.' }]);
  const rows = snapshot.competence.filter(({ competenceFrameworkId }) => competenceFrameworkId === id);
  const roles = snapshot.workRole.filter(({ competenceFrameworkId }) => competenceFrameworkId === id);
  const uses = competenceUses(snapshot, on);
  const used = rows.filter(({ key }) => {
    const use = uses.get(key);
    return use !== undefined && wordsOfUse({ ...use, mappings: 0 }) !== null;
  });
  const [first] = used;
  if (first !== undefined) {
    const use = uses.get(first.key);
    const by = use === undefined ? '' : (wordsOfUse({ ...use, mappings: 0 }) ?? '');
    const more = used.length === 1 ? '' : `, and ${used.length - 1} more of its statements are used`;
    throw new MusterError({ code: 'still-used', what: 'framework', by: `${by} (${first.name})${more}` });
  }
  const keys = new Set([...rows, ...roles].map(({ key }) => key));
  const gone = (
    register: 'competence' | 'workRole',
    row: { readonly id: string; readonly version: number },
  ): ChangeItem => ({ register, operation: 'remove', id: row.id, version: row.version }) as ChangeItem;
  return [
    ...snapshot.competenceMapping
      .filter(({ from, to }) => keys.has(from) || keys.has(to))
      .map((row): ChangeItem => ({
        register: 'competenceMapping',
        operation: 'remove',
        id: row.id,
        version: row.version,
      })),
    ...roles.map((row) => gone('workRole', row)),
    ...rows.map((row) => gone('competence', row)),
    { register: 'competenceFramework', operation: 'remove', id, version },
  ];
}
