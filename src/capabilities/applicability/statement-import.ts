import type { ApplicabilityId, NewId } from '../../kernel/id.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { ImportReport, ImportRow, SourceNote } from '../intake/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { evidenceText } from './evidence-text.ts';
import { applicabilityFields, inclusionReasons, type Applicability, type ApplicabilityFields } from './model.ts';
import type { StatementDocument } from './statement-document.ts';
import type { StatementLine } from './statement-line.ts';
import type { StatedControl } from './statement-row.ts';
import { reasonTexts } from './statement-text.ts';

export interface StatementImport {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<ImportReport, 'file' | 'dryRun'>;
}

/** What a statement says of a control. */
type Kept = Omit<ApplicabilityFields, 'requirementId'>;

/** A control without an entry applies, and nothing is said of it. */
const unsaid: Kept = {
  applicable: true,
  justification: '',
  status: 'not-started',
  statusOn: null,
  reasons: [],
  evidence: [],
};

/** Where a field was said in this file, and what. */
interface Sayings {
  readonly entry: Applicability | undefined;
  readonly before: Kept;
  after: Kept;
  readonly said: Map<keyof Kept, { readonly text: string; readonly line: StatementLine }>;
}

const names: { readonly [K in keyof Kept]: string } = {
  applicable: 'Applicable',
  justification: 'Justification',
  reasons: 'Reasons',
  status: 'Status',
  statusOn: 'Status date',
  evidence: 'Evidence',
};
const keys = Object.keys(names) as readonly (keyof Kept)[];

/** A field as text, in which it is compared. */
function shown<K extends keyof Kept>(key: K, fields: Partial<Kept>): string {
  const { applicable, justification, reasons = [], status, statusOn, evidence = [] } = fields;
  const texts: { readonly [F in keyof Kept]: string } = {
    applicable: applicable === true ? 'yes' : 'no',
    justification: justification ?? '',
    reasons: reasons.map((reason) => reasonTexts[reason]).join(', '),
    status: status ?? '',
    statusOn: statusOn ?? '',
    evidence: evidenceText(evidence),
  };
  return texts[key];
}
const placeOf = ({ sheet, row }: StatementLine): string => `${sheet === undefined ? '' : `${sheet}, `}row ${row}`;

/** The fields that a row fills. A blank cell erases nothing; what calls for the control and the evidence add up. */
function given(stated: StatedControl, sayings: Sayings): Partial<Kept> {
  const { applicable, justification, status, statusOn, reasons, evidence } = stated;
  const so = (key: 'reasons' | 'evidence'): boolean => sayings.said.has(key);
  return {
    ...(applicable === null ? {} : { applicable }),
    ...(justification === '' ? {} : { justification }),
    ...(status === null ? {} : { status }),
    ...(statusOn === null ? {} : { statusOn }),
    ...(reasons.length === 0
      ? {}
      : {
          reasons: inclusionReasons.filter(
            (reason) => reasons.includes(reason) || (so('reasons') && sayings.after.reasons.includes(reason)),
          ),
        }),
    ...(evidence.length === 0
      ? {}
      : { evidence: so('evidence') ? [...sayings.after.evidence, ...evidence] : [...evidence] }),
  };
}

const ADDING: readonly (keyof Kept)[] = ['reasons', 'evidence'];

function contradiction(fields: Partial<Kept>, sayings: Sayings): string | null {
  for (const key of keys) {
    const earlier = sayings.said.get(key);
    if (fields[key] === undefined || earlier === undefined || ADDING.includes(key)) continue;
    if (earlier.text !== shown(key, fields))
      return `${placeOf(earlier.line)} says otherwise of the same control (${names[key]}).`;
  }
  return null;
}

/** A status that changed without a date is no longer of the day that stands there. */
const dated = (fields: Partial<Kept>, { after }: Sayings): Partial<Kept> =>
  fields.status !== undefined &&
  fields.status !== after.status &&
  fields.statusOn === undefined &&
  after.statusOn !== null
    ? { ...fields, statusOn: null }
    : fields;

/**
 * What importing a statement means. Rows about the same control add to each other; one that contradicts an earlier row
 * is left out. Every row of the tables read is in exactly one of `rows` and `ignored`; one of the edition of 2013 that
 * was divided stands in `rows` for each control that it became.
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
    const refused: string[] = [];
    for (const [index, one] of said.entries()) {
      const { control, from } = one;
      const entry = entries.get(control.id);
      const before = entry === undefined ? unsaid : kept(entry);
      const sayings = controls.get(control.id) ?? { entry, before, after: before, said: new Map() };
      const fields = dated(given(one, sayings), sayings);
      const wrong = contradiction(fields, sayings) ?? unfit(control.id, { ...sayings.after, ...fields });
      if (wrong !== null) {
        refused.push(said.length === 1 ? wrong : `${control.id}: ${wrong}`);
        continue;
      }
      const changes = keys.flatMap((key) => {
        if (fields[key] === undefined) return [];
        const [old, fresh] = [shown(key, sayings.after), shown(key, fields)];
        sayings.said.set(key, { text: fresh, line });
        return old === fresh ? [] : [{ field: names[key], from: old, to: fresh }];
      });
      sayings.after = { ...sayings.after, ...fields };
      controls.set(control.id, sayings);
      const outcome = changes.length === 0 ? 'unchanged' : entry === undefined ? 'taken' : 'changed';
      const label = `${from === undefined ? '' : `${from} → `}${control.id} ${control.title}`;
      rows.push({ row, sheet, label, outcome, changes });
      if (index === 0) flagged.push(...one.doubts.map(note));
    }
    // A row that was divided stays in one list: what one of its parts could not give is said beside it.
    if (refused.length === said.length) ignored.push(note(refused.join(' ')));
    else flagged.push(...refused.map(note));
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

const kept = ({ applicable, justification, status, statusOn, reasons, evidence }: Applicability): Kept => ({
  applicable,
  justification,
  status,
  statusOn,
  reasons,
  evidence,
});

/** Why the register would refuse the entry; null when it would not. */
function unfit(requirementId: RequirementId, fields: Kept): string | null {
  const [issue] = applicabilityFields.partial().safeParse({ requirementId, ...fields }).error?.issues ?? [];
  return issue === undefined ? null : `${issue.path.join('.')}: ${issue.message}`;
}

function itemsOf(controls: ReadonlyMap<RequirementId, Sayings>, newId: NewId): readonly ChangeItem[] {
  return [...controls].flatMap(([requirementId, { entry, before, after }]): readonly ChangeItem[] => {
    const changed = keys.filter((key) => shown(key, before) !== shown(key, after));
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
