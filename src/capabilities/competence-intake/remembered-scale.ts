import { levelIn, type Level } from '../../kernel/level.ts';
import type { ColumnMappingId, NewId } from '../../kernel/id.ts';
import type { ColumnMapping } from '../intake/model.ts';
import { sourceOf } from '../people/column-choice.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { CompetenceDocument } from './parsed.ts';

/** How a step without a word is kept: a mapping names none that is empty. */
const UNSAID = '∅';
const MOST_STEPS = 200;

type Steps = ReadonlyMap<string, Level | null>;

/** By what a file of the same source is known next time: the headings of its tables. */
const scaleSource = ({ tables }: Pick<CompetenceDocument, 'tables'>): string =>
  sourceOf(tables.flatMap(({ columns }) => columns));

/** What is kept of the scale of a file with these headings. */
export const keptScale = (
  kept: readonly ColumnMapping[],
  document: Pick<CompetenceDocument, 'tables'>,
): ColumnMapping | undefined => {
  const source = scaleSource(document);
  return kept.find((mapping) => mapping.kind === 'competence' && mapping.source === source);
};

/** The steps that a kept mapping says. */
export const stepsIn = (mapping: ColumnMapping | undefined): Steps =>
  new Map(
    (mapping?.columns ?? []).map(({ heading, field }) => [
      heading === UNSAID ? '' : heading,
      field === null ? null : levelIn(field),
    ]),
  );

/** The change that keeps what was said of a file's steps; none where nothing new was said. */
export function scaleItems(
  document: Pick<CompetenceDocument, 'tables'>,
  mapping: ColumnMapping | undefined,
  chosen: Steps,
  { name, newId }: { readonly name: string; readonly newId: NewId },
): readonly ChangeItem[] {
  const before = stepsIn(mapping);
  const changed = [...chosen].some(([step, level]) => !before.has(step) || before.get(step) !== level);
  const source = scaleSource(document);
  if (!changed || source === '') return [];
  const columns = [...new Map([...before, ...chosen])]
    .slice(0, MOST_STEPS)
    .map(([step, level]) => ({ heading: step === '' ? UNSAID : step, field: level === null ? null : String(level) }));
  if (mapping !== undefined)
    return [
      { register: 'columnMapping', operation: 'update', id: mapping.id, version: mapping.version, fields: { columns } },
    ];
  const fields = { kind: 'competence' as const, source, name: name.slice(0, 255), columns };
  return [{ register: 'columnMapping', operation: 'create', id: newId() as ColumnMappingId, fields }];
}
