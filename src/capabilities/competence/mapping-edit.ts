import { competenceSubjects, ecsfProfiles } from '../../domain/competence-mapping.ts';
import { invalid } from '../../kernel/errors.ts';
import type { CompetenceMappingId, NewId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { profileKey } from './ecsf-framework.ts';
import { competenceBook } from './framework.ts';
import type { CompetenceMappingFields } from './model.ts';

/** A mapping that Muster suggests: by subject, ours, endorsed by no owner of a framework. */
export type MappingProposal = Omit<CompetenceMappingFields, 'note'>;

const ecsfKeys: ReadonlyMap<string, string> = new Map(ecsfProfiles.map(({ id, name }) => [id, profileKey(name)]));

/**
 * What in the frameworks that were taken in is about the subject of one of the 39, where no mapping says anything yet.
 * All of them are `related`: they help to find, and count for nothing until somebody says that they cover.
 */
export function mappingProposals(snapshot: Snapshot): readonly MappingProposal[] {
  const present = new Set([
    ...snapshot.competence.filter(({ retired }) => !retired).map(({ key }) => key),
    ...snapshot.workRole.map(({ key }) => key),
  ]);
  const pairs = new Set(snapshot.competenceMapping.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  return competenceSubjects.flatMap(({ id, eCF, ecsf, nice }) =>
    [
      ...eCF.map((code) => `ecsf:${code}`),
      ...ecsf.flatMap((profile) => ecsfKeys.get(profile) ?? []),
      ...nice.map((role) => `nice:${role}`),
    ]
      .filter((to) => present.has(to) && !pairs.has(`${id} ${to}`))
      .map((to) => ({ from: id, to, relation: 'related' as const })),
  );
}

export interface MappingEdit {
  readonly add: readonly CompetenceMappingFields[];
  readonly change: readonly {
    readonly id: CompetenceMappingId;
    readonly version: number;
    readonly relation?: CompetenceMappingFields['relation'] | undefined;
    readonly note?: string | undefined;
  }[];
  readonly remove: readonly { readonly id: CompetenceMappingId; readonly version: number }[];
}

/**
 * What edits of the mapping mean for its rows. A pair that is there already stays.
 * @throws MusterError `invalid` for what is no competence, or a work role in a mapping that counts; `not-found`
 */
export function mappingEdits(
  snapshot: Snapshot,
  { add, change, remove }: MappingEdit,
  newId: NewId,
): readonly ChangeItem[] {
  const book = competenceBook(snapshot);
  const workRoles = new Set(snapshot.workRole.map(({ key }) => key));
  const check = ({ from, to, relation }: MappingProposal, place: string): void => {
    if (from === to) throw invalid([{ path: `${place}.to`, message: 'A competence is not mapped to itself.' }]);
    for (const [field, key] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (book.find(key) !== undefined) continue;
      if (!workRoles.has(key))
        throw invalid([{ path: `${place}.${field}`, message: `There is no competence ${key}.` }]);
      if (relation !== 'related')
        throw invalid([
          {
            path: `${place}.relation`,
            message: 'A work role asks for many things: what somebody can do does not make it covered.',
            accepted: 'related',
          },
        ]);
    }
  };
  const gone = new Set<string>(remove.map(({ id }) => id));
  const pairs = new Set(
    snapshot.competenceMapping.filter(({ id }) => !gone.has(id)).map(({ from, to }) => `${from} ${to}`),
  );
  const removed = remove.map(({ id, version }): ChangeItem => {
    presentRow(snapshot, 'competenceMapping', id);
    return { register: 'competenceMapping', operation: 'remove', id, version };
  });
  const changed = change.map(({ id, version, relation, note }, index): ChangeItem => {
    const row = presentRow(snapshot, 'competenceMapping', id);
    check({ ...row, relation: relation ?? row.relation }, `change.${index}`);
    return { register: 'competenceMapping', operation: 'update', id, version, fields: { relation, note } };
  });
  const added = add.flatMap((fields, index): readonly ChangeItem[] => {
    check(fields, `add.${index}`);
    const pair = `${fields.from} ${fields.to}`;
    if (pairs.has(pair)) return [];
    pairs.add(pair);
    return [{ register: 'competenceMapping', operation: 'create', id: newId() as CompetenceMappingId, fields }];
  });
  return [...removed, ...changed, ...added];
}
