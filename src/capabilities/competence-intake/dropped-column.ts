import type { ColumnField } from './column-field.ts';
import type { ReadTable, TableLayout } from './parsed.ts';
import { nameOf } from './row-field.ts';
import type { TableColumn } from './source-table.ts';
import { isLevelField, type FoundLayout } from './table-layout.ts';

const WHO: readonly ColumnField[] = ['person', 'given', 'family', 'email', 'externalId'];
const WHAT: readonly ColumnField[] = ['competence', 'competenceKey', 'certificate', 'group', 'role'];
const LEVELS: readonly ColumnField[] = ['level', 'target', 'actual', 'self', 'manager'];
const JUDGED: readonly ColumnField[] = [
  'date',
  'completed',
  'until',
  'nextRefresh',
  'refresh',
  'method',
  'assessor',
  'evidence',
  'evidenceKind',
  'reference',
  'note',
];
const TAUGHT: readonly ColumnField[] = ['training', 'type', 'group', 'role', 'note'];

/** Which columns each layout reads, beside those whose cells are levels or days. */
const READ: { readonly [L in TableLayout]: readonly ColumnField[] } = {
  'role and competence in each row': [...WHAT, 'roleKey', 'target', 'level', 'must', 'refresh'],
  'person and competence in each row': [...WHO, ...WHAT, ...LEVELS, ...JUDGED],
  'people by competences': [...WHO, 'role', 'jobTitle', 'group', ...JUDGED],
  'competences by people': ['competence', 'group', ...JUDGED],
  'roles by competences': ['role', 'group'],
  'competences by roles': ['competence', 'group'],
  'target and actual': ['competence', 'group', ...LEVELS, 'date', 'assessor', 'evidence', 'note'],
  'levels as columns': [...WHO, 'competence', 'group', 'role', 'date'],
  'person and training in each row': [
    ...WHO,
    ...TAUGHT,
    'due',
    'completed',
    'date',
    'status',
    'nextRefresh',
    'until',
    'evidence',
    'reference',
  ],
  'people by trainings': [...WHO, 'group'],
  'roles by trainings': ['role', 'group'],
  'training programme': [
    ...TAUGHT,
    'frequency',
    'refresh',
    'audience',
    'duration',
    'provider',
    'due',
    'must',
    'number',
  ],
  scale: ['level'],
};

/** Those of which a row says one: a second column serves where the first one is blank. */
const ONCE: readonly ColumnField[] = ['level', 'target', 'actual', 'self', 'manager', 'competence', 'training', 'role'];

const GRIDS: ReadonlySet<TableLayout> = new Set<TableLayout>([
  'people by competences',
  'competences by people',
  'roles by competences',
  'competences by roles',
  'people by trainings',
  'roles by trainings',
]);

const WORKED_OUT: readonly (ColumnField | null)[] = ['gap', 'sum'];
const ELSEWHERE: readonly (ColumnField | null)[] = ['role', 'roleKey', 'unit', 'jobTitle', 'personal'];

function reasonFor({ field }: TableColumn, layout: TableLayout): string {
  if (WORKED_OUT.includes(field)) return 'Muster works it out.';
  if (ELSEWHERE.includes(field)) return 'It belongs to the register of people or roles.';
  return field === null && GRIDS.has(layout)
    ? 'Most of its cells are neither levels nor days.'
    : 'Neither a competence, nor anything that a judgement or a training keeps.';
}

/** The columns of a table that are not read, each with the reason; a running number is none to tell of. */
export function droppedColumns(columns: readonly TableColumn[], { data, layout }: FoundLayout): ReadTable['dropped'] {
  return columns.flatMap((column) => {
    const { field, heading } = column;
    if (heading === '' || data.includes(column) || field === 'number' || field === 'trainingKey') return [];
    const twin = ONCE.some((one) => one === field) && columns.find((one) => one.field === field) !== column;
    if (field !== null && READ[layout].includes(field))
      return twin && isLevelField(field)
        ? [{ column: nameOf(column), reason: 'An earlier column says the same: this one counts where that is blank.' }]
        : [];
    if (layout === 'training programme' && (field === null || field === 'aside')) return [];
    return [{ column: nameOf(column), reason: reasonFor(column, layout) }];
  });
}
