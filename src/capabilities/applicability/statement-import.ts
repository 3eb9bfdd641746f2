import type { ApplicabilityId, NewId } from '../../kernel/id.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { ImportReport, ImportRow, SourceNote } from '../intake/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { applicabilityFields, type Applicability, type ApplicabilityFields } from './model.ts';
import type { StatementDocument, StatementLine } from './statement-document.ts';
import type { StatedControl } from './statement-row.ts';

export interface StatementImport {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<ImportReport, 'file' | 'dryRun'>;
}

/** What a statement by others says; an entry's other fields stay as they are. */
type Kept = Pick<ApplicabilityFields, 'applicable' | 'justification' | 'status'>;

/** A control without an entry applies, and nothing is said of it. */
const unsaid: Kept = { applicable: true, justification: '', status: 'not-started' };

/** Where a field was said in this file, and what. */
interface Sayings {
  readonly entry: Applicability | undefined;
  readonly before: Kept;
  after: Kept;
  readonly said: Map<keyof Kept, { readonly text: string; readonly line: StatementLine }>;
}

const names = { applicable: 'Applicable', justification: 'Justification', status: 'Status' } as const;
const shown = (value: Kept[keyof Kept]): string => (value === true ? 'yes' : value === false ? 'no' : value);
const placeOf = ({ sheet, row }: StatementLine): string => `${sheet === undefined ? '' : `${sheet}, `}row ${row}`;

/** The fields that a row fills. A blank cell erases nothing. */
function given({ applicable, justification, status }: StatedControl): Partial<Kept> {
  return {
    ...(applicable === null ? {} : { applicable }),
    ...(justification === '' ? {} : { justification }),
    ...(status === null ? {} : { status }),
  };
}

const keys = ['applicable', 'justification', 'status'] as const;

function contradiction(fields: Partial<Kept>, sayings: Sayings): string | null {
  for (const key of keys) {
    const earlier = sayings.said.get(key);
    const value = fields[key];
    if (value !== undefined && earlier !== undefined && earlier.text !== shown(value))
      return `${placeOf(earlier.line)} says otherwise of the same control (${names[key]}).`;
  }
  return null;
}

/**
 * What importing a statement means. Rows about the same control add to each other; one that contradicts an earlier row
 * is left out. Every row of the tables read is in exactly one of `rows` and `ignored`.
 */
export function planStatementImport(
  document: StatementDocument,
  present: readonly Applicability[],
  newId: NewId,
): StatementImport {
  const entries = new Map(present.map((entry) => [entry.requirementId, entry]));
  const controls = new Map<RequirementId, Sayings>();
  const rows: ImportRow[] = [];
  const ignored: SourceNote[] = [];
  const flagged: SourceNote[] = [];
  for (const line of document.lines) {
    const { sheet, row, text, said } = line;
    const note = (reason: string): SourceNote => ({ sheet, row, text, reason });
    if ('reason' in said) {
      ignored.push(note(said.reason));
      continue;
    }
    const { control } = said;
    const entry = entries.get(control.id);
    const before = entry === undefined ? unsaid : kept(entry);
    const sayings = controls.get(control.id) ?? { entry, before, after: before, said: new Map() };
    const fields = given(said);
    const wrong = contradiction(fields, sayings) ?? unfit(control.id, { ...sayings.after, ...fields });
    if (wrong !== null) {
      ignored.push(note(wrong));
      continue;
    }
    const changes = keys.flatMap((key) => {
      const to = fields[key];
      if (to === undefined) return [];
      sayings.said.set(key, { text: shown(to), line });
      const from = sayings.after[key];
      return from === to ? [] : [{ field: names[key], from: shown(from), to: shown(to) }];
    });
    sayings.after = { ...sayings.after, ...fields };
    controls.set(control.id, sayings);
    const outcome = changes.length === 0 ? 'unchanged' : entry === undefined ? 'taken' : 'changed';
    rows.push({ row, sheet, label: `${control.id} ${control.title}`, outcome, changes });
    flagged.push(...said.doubts.map(note));
  }
  for (const { after, said } of controls.values()) {
    const line = said.get('applicable')?.line;
    if (line !== undefined && !after.applicable && after.justification === '')
      flagged.push({
        sheet: line.sheet,
        row: line.row,
        text: line.text,
        reason: 'Left out without a reason: 6.1.3 d asks for the justification of an exclusion.',
      });
  }
  const count = (outcome: ImportRow['outcome']): number => rows.filter((one) => one.outcome === outcome).length;
  return {
    items: itemsOf(controls, newId),
    report: {
      kind: 'applicability',
      taken: count('taken'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      rows,
      ignored,
      flagged,
      dropped: document.dropped,
    },
  };
}

const kept = ({ applicable, justification, status }: Applicability): Kept => ({ applicable, justification, status });

/** Why the register would refuse the entry; null when it would not. */
function unfit(requirementId: RequirementId, fields: Kept): string | null {
  const [issue] = applicabilityFields.partial().safeParse({ requirementId, ...fields }).error?.issues ?? [];
  return issue === undefined ? null : `${issue.path.join('.')}: ${issue.message}`;
}

function itemsOf(controls: ReadonlyMap<RequirementId, Sayings>, newId: NewId): readonly ChangeItem[] {
  return [...controls].flatMap(([requirementId, { entry, before, after }]): readonly ChangeItem[] => {
    const changed = keys.filter((key) => before[key] !== after[key]);
    if (changed.length === 0) return [];
    if (entry === undefined)
      return [
        {
          register: 'applicability',
          operation: 'create',
          id: newId() as ApplicabilityId,
          fields: { requirementId, ...after },
        },
      ];
    const fields = Object.fromEntries(changed.map((key) => [key, after[key]]));
    return [{ register: 'applicability', operation: 'update', id: entry.id, version: entry.version, fields }];
  });
}
