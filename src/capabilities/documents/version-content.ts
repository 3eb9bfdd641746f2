import { findRequirement, requirementPosition } from '../../domain/catalogue.ts';
import { letters as letterOrder, type RequirementId } from '../../domain/requirement.ts';
import { unreachable } from '../../kernel/errors.ts';
import type { Accountability } from '../accountability/model.ts';
import { reasonTexts, statusTexts } from '../applicability/statement-text.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { VersionedDocument } from './model.ts';

/** One field of what a document says of a requirement. `same` decides whether two are alike, `shown` is for readers. */
interface Said {
  readonly label: string;
  readonly same: string;
  readonly shown: string;
}

/** What a versioned document says of each requirement, by field; what is as if nobody had said anything is left out. */
export type VersionContent = ReadonlyMap<RequirementId, ReadonlyMap<string, Said>>;

/** A requirement of which two versions say different things. */
export interface ContentDifference {
  readonly requirementId: RequirementId;
  readonly title: string;
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}

/** The facts that a version of the document stands for: what people recorded, without what follows from the day. */
export function contentOf(document: VersionedDocument, snapshot: Snapshot): VersionContent {
  switch (document) {
    case 'statement-of-applicability':
      return statementContent(snapshot);
    case 'accountability-matrix':
      return matrixContent(snapshot);
    default:
      return unreachable(document);
  }
}

type Building = Map<RequirementId, Map<string, Said>>;

function said(content: Building, requirementId: RequirementId, id: string, one: Said): void {
  const fields = content.get(requirementId) ?? new Map<string, Said>();
  const earlier = fields.get(id);
  fields.set(
    id,
    earlier === undefined
      ? one
      : { ...one, same: `${earlier.same} ${one.same}`, shown: `${earlier.shown}, ${one.shown}` },
  );
  content.set(requirementId, fields);
}

function statementContent(snapshot: Snapshot): VersionContent {
  const content: Building = new Map();
  for (const entry of snapshot.applicability) {
    const { requirementId, applicable, justification, reasons, status, statusOn, evidence } = entry;
    if (findRequirement(requirementId)?.kind !== 'control') continue;
    const say = (id: string, label: string, shown: string, same = shown): void => {
      if (same !== '') said(content, requirementId, id, { label, same, shown });
    };
    say('applicable', 'Applicable', applicable ? '' : 'no');
    say('justification', 'Justification', justification);
    say('reasons', 'Reasons', reasons.map((reason) => reasonTexts[reason]).join(', '), reasons.join(' '));
    say(
      'status',
      'Status',
      status === 'not-started' ? '' : statusTexts[status],
      status === 'not-started' ? '' : status,
    );
    say('statusOn', 'Status date', statusOn ?? '');
    say('evidence', 'Evidence', evidence.map(({ label, link }) => [label, link ?? ''].join(' ').trim()).join('; '));
  }
  const nameOf = namesIn(snapshot);
  const owned = snapshot.accountability.filter(
    ({ requirementId, letters }) => letters.includes('A') && findRequirement(requirementId)?.kind === 'control',
  );
  for (const cell of inIdOrder(owned)) {
    const bearer = cell.roleId ?? cell.personId;
    if (bearer === null) continue;
    said(content, cell.requirementId, 'owner', { label: 'Accountable', same: bearer, shown: nameOf(bearer) });
  }
  return content;
}

function matrixContent(snapshot: Snapshot): VersionContent {
  const content: Building = new Map();
  const nameOf = namesIn(snapshot);
  for (const { requirementId, roleId, personId, letters } of inIdOrder(snapshot.accountability)) {
    const bearer = roleId ?? personId;
    if (bearer === null || letters.length === 0) continue;
    const shown = letterOrder.filter((letter) => letters.includes(letter)).join('/');
    said(content, requirementId, bearer, { label: nameOf(bearer), same: shown, shown });
  }
  return content;
}

const inIdOrder = (cells: readonly Accountability[]): readonly Accountability[] =>
  cells.toSorted((a, b) => (a.id < b.id ? -1 : 1));

function namesIn(snapshot: Snapshot): (id: string) => string {
  const names = new Map<string, string>([...snapshot.role, ...snapshot.person].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** A mark of 64 bits: two FNV-1a hashes of 32 (Fowler, Noll and Vo) from different beginnings. Tells change, proves nothing. */
function markOf(fields: ReadonlyMap<string, Said>): string {
  const text = JSON.stringify(
    [...fields].map(([id, { same }]) => [id, same]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
  let [first, second] = [0x81_1c_9d_c5, 0x12_34_56_78];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01_00_01_93);
    second = Math.imul(second ^ (code + index), 0x01_00_01_93);
  }
  return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

export interface ContentMark {
  readonly requirementId: RequirementId;
  readonly mark: string;
}

const byPosition = (a: RequirementId, b: RequirementId): number =>
  (requirementPosition(a) ?? Number.MAX_SAFE_INTEGER) - (requirementPosition(b) ?? Number.MAX_SAFE_INTEGER) ||
  (a < b ? -1 : a > b ? 1 : 0);

/** A mark for each requirement that the content says something of, in the catalogue's order. */
export const marksOf = (content: VersionContent): readonly ContentMark[] =>
  [...content]
    .map(([requirementId, fields]) => ({ requirementId, mark: markOf(fields) }))
    .toSorted((a, b) => byPosition(a.requirementId, b.requirementId));

/** Requirements of which the content now says something else than when the marks were made, in the catalogue's order. */
export function changedSince(marks: readonly ContentMark[], content: VersionContent): readonly RequirementId[] {
  const then = new Map(marks.map(({ requirementId, mark }) => [requirementId, mark]));
  const now = new Map(marksOf(content).map(({ requirementId, mark }) => [requirementId, mark]));
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((id) => then.get(id) !== now.get(id))
    .toSorted(byPosition);
}

const nothing: ReadonlyMap<string, Said> = new Map();

/** What a field shows where nobody said anything. */
const unsaid: Readonly<Record<string, string>> = { applicable: 'yes', status: statusTexts['not-started'] };

/** What the second says otherwise than the first, field by field, in the catalogue's order. */
export function differencesBetween(from: VersionContent, to: VersionContent): readonly ContentDifference[] {
  return [...new Set([...from.keys(), ...to.keys()])].toSorted(byPosition).flatMap((requirementId) => {
    const [before, after] = [from.get(requirementId) ?? nothing, to.get(requirementId) ?? nothing];
    const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
      const [old, fresh] = [before.get(id), after.get(id)];
      return old?.same === fresh?.same
        ? []
        : [
            {
              field: fresh?.label ?? old?.label ?? id,
              from: old?.shown ?? unsaid[id] ?? '',
              to: fresh?.shown ?? unsaid[id] ?? '',
            },
          ];
    });
    return changes.length === 0 ? [] : [{ requirementId, title: findRequirement(requirementId)?.title ?? '', changes }];
  });
}
