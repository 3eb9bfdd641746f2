import type { PlainDate } from '../../kernel/date.ts';
import { invalid } from '../../kernel/errors.ts';
import type { PersonId, UnitId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { isEngaged } from './engaged.ts';
import { unitKinds, type Person, type Unit, type UnitFields, type UnitKind } from './model.ts';

/** A unit or site by its name, and what the register knows of those who name it. */
export interface NamedUnit {
  readonly kind: UnitKind;
  readonly name: string;
  /** Engaged on the day. */
  readonly people: number;
  /** Everybody who names it, those who have left included. */
  readonly named: number;
  /** Gaps whose subject is one of them. */
  readonly gaps: number;
}

export interface UnitRow extends NamedUnit, Unit {
  readonly headName: string | null;
  /** False when the head is not engaged on the day. */
  readonly headIsThere: boolean;
}

export interface UnitList {
  /** By kind and name. */
  readonly units: readonly UnitRow[];
  /** Names that people use and nobody has described. */
  readonly undescribed: readonly NamedUnit[];
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Names are one whatever their capitals. */
export const unitKey = (kind: UnitKind, name: string): string => `${kind} ${name.toLowerCase()}`;

const byName = (a: NamedUnit, b: NamedUnit): number =>
  (a.kind === b.kind ? 0 : a.kind === 'unit' ? -1 : 1) ||
  collator.compare(a.name, b.name) ||
  (a.name < b.name ? -1 : 1);

/** Units and sites as they stand on a day. `gapsOf` counts the gaps that a person is the subject of. */
export function listUnits(snapshot: Snapshot, on: PlainDate, gapsOf: (id: PersonId) => number): UnitList {
  const found = new Map<string, { -readonly [F in keyof NamedUnit]: NamedUnit[F] }>();
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  for (const person of snapshot.person) {
    for (const kind of unitKinds) {
      const name = person[kind];
      if (name === null) continue;
      const unit = found.get(unitKey(kind, name)) ?? { kind, name, people: 0, named: 0, gaps: 0 };
      found.set(unitKey(kind, name), unit);
      unit.named += 1;
      unit.people += isEngaged(person, on) ? 1 : 0;
      unit.gaps += gapsOf(person.id);
    }
  }
  const described = new Set(snapshot.unit.map(({ kind, name }) => unitKey(kind, name)));
  const units = snapshot.unit.map((unit): UnitRow => {
    const { people: count, named, gaps } = found.get(unitKey(unit.kind, unit.name)) ?? { people: 0, named: 0, gaps: 0 };
    const head = unit.headId === null ? undefined : people.get(unit.headId);
    return {
      ...unit,
      people: count,
      named,
      gaps,
      headName: head?.name ?? null,
      headIsThere: head === undefined || isEngaged(head, on),
    };
  });
  const undescribed = [...found].flatMap(([key, unit]) => (described.has(key) ? [] : [unit]));
  return { units: units.toSorted(byName), undescribed: undescribed.toSorted(byName) };
}

/**
 * Refuses units of which two have one name, and units that stand, over others, below themselves.
 * @throws MusterError `invalid`
 */
export function refuseUnsoundUnits(units: readonly Pick<Unit, 'id' | 'kind' | 'name' | 'parentId'>[]): void {
  const named = new Map<string, UnitId>();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  for (const { id, kind, name, parentId } of units) {
    if (named.has(unitKey(kind, name)))
      throw invalid([
        { path: 'name', message: `There is a ${kind} ${name} already.`, accepted: 'a name that is not taken' },
      ]);
    named.set(unitKey(kind, name), id);
    const parent = parentId === null ? undefined : byId.get(parentId);
    if (parent !== undefined && parent.kind !== kind)
      throw invalid([{ path: 'parentId', message: `A ${kind} does not stand below a ${parent.kind}.` }]);
    const above = new Set<UnitId>();
    for (let at = parent; at !== undefined; at = at.parentId === null ? undefined : byId.get(at.parentId)) {
      if (at.id === id) throw invalid([{ path: 'parentId', message: `${name} would stand below itself in a circle.` }]);
      if (above.has(at.id)) break;
      above.add(at.id);
    }
  }
}

const naming = ({ person }: Snapshot, { kind, name }: Pick<Unit, 'kind' | 'name'>): readonly Person[] =>
  person.filter((one) => one[kind] !== null && unitKey(kind, one[kind]) === unitKey(kind, name));

/** How many people name a unit, those who have left included. */
export const namedBy = (snapshot: Snapshot, unit: Pick<Unit, 'kind' | 'name'>): number => naming(snapshot, unit).length;

/** A unit's change; everybody who names it gets its new name. */
export function unitChanges(
  snapshot: Snapshot,
  unit: Unit,
  version: number,
  fields: { readonly [F in keyof UnitFields]?: UnitFields[F] | undefined },
): readonly ChangeItem[] {
  const { name } = fields;
  const renamed = name === undefined || name === unit.name ? [] : naming(snapshot, unit);
  return [
    { register: 'unit', operation: 'update', id: unit.id, version, fields },
    ...renamed.map((person): ChangeItem => ({
      register: 'person',
      operation: 'update',
      id: person.id,
      version: person.version,
      fields: { [unit.kind]: name },
    })),
  ];
}

/** Takes a unit's description away; what stood below it stands below its parent. */
export const unitRemoval = (snapshot: Snapshot, unit: Unit, version: number): readonly ChangeItem[] => [
  ...snapshot.unit
    .filter(({ parentId }) => parentId === unit.id)
    .map((child): ChangeItem => ({
      register: 'unit',
      operation: 'update',
      id: child.id,
      version: child.version,
      fields: { parentId: unit.parentId },
    })),
  { register: 'unit', operation: 'remove', id: unit.id, version },
];
