import { annexAControls, type ControlRequirement } from '../../../domain/catalogue.ts';
import { oneOf } from '../../../web/address.ts';
import { implementationStatuses, type Applicability, type ApplicabilityFields } from '../model.ts';

/** One control with its entry; a control without an entry applies, with nothing said about it. */
export interface StatementRow {
  readonly control: ControlRequirement;
  readonly fields: ApplicabilityFields;
  readonly version: number | null;
}

export const statementShows = ['all', 'in', 'out', 'unjustified'] as const;
export type StatementShow = (typeof statementShows)[number];

const unsaid: Omit<ApplicabilityFields, 'requirementId'> = {
  applicable: true,
  justification: '',
  status: 'not-started',
  statusOn: null,
  reasons: [],
  evidence: [],
};

const fieldsOf = ({ id: _id, version: _version, ...fields }: Applicability): ApplicabilityFields => fields;

/** All controls in the order of Annex A with what is recorded of each. */
export function statementRows(entries: readonly Applicability[]): readonly StatementRow[] {
  const recorded = new Map(entries.map((entry) => [entry.requirementId, entry]));
  return annexAControls.map((control): StatementRow => {
    const entry = recorded.get(control.id);
    return {
      control,
      fields: entry === undefined ? { ...unsaid, requirementId: control.id } : fieldsOf(entry),
      version: entry?.version ?? null,
    };
  });
}

/** 6.1.3 d asks for the justification of an exclusion. */
export const isUnjustified = ({ fields }: StatementRow): boolean => !fields.applicable && fields.justification === '';

const fitsShow = (row: StatementRow, show: StatementShow): boolean =>
  show === 'all' ||
  (show === 'in' && row.fields.applicable) ||
  (show === 'out' && !row.fields.applicable) ||
  (show === 'unjustified' && isUnjustified(row));

/** How many controls each choice shows. */
export const countsOf = (rows: readonly StatementRow[]): Readonly<Record<StatementShow, number>> => {
  const count = (show: StatementShow): number => rows.filter((row) => fitsShow(row, show)).length;
  return { all: count('all'), in: count('in'), out: count('out'), unjustified: count('unjustified') };
};

/** The filter of the statement as it stands in the address. */
export function statementFilter(address: Readonly<Record<string, string>>) {
  return {
    show: oneOf(statementShows, address['show']) ?? 'all',
    search: address['search'] ?? '',
    theme: address['theme'],
    status: oneOf(implementationStatuses, address['status']),
  };
}

export function statementShown(
  rows: readonly StatementRow[],
  filter: ReturnType<typeof statementFilter>,
): readonly StatementRow[] {
  const search = filter.search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      fitsShow(row, filter.show) &&
      (filter.theme === undefined || row.control.section === filter.theme) &&
      (filter.status === undefined || row.fields.status === filter.status) &&
      `${row.control.id} ${row.control.title} ${row.fields.justification}`.toLowerCase().includes(search),
  );
}
