import { annexAControls, type ControlRequirement } from '../../../domain/catalogue.ts';
import { oneOf } from '../../../web/address.ts';
import type { ControlResource } from '../../assessment/control-resource.ts';
import { implementationStatuses, inclusionReasons, type Applicability, type ApplicabilityFields } from '../model.ts';

/** One control with its entry; a control without an entry applies, with nothing said about it. */
export interface StatementRow {
  readonly control: ControlRequirement;
  readonly fields: ApplicabilityFields;
  readonly version: number | null;
}

export const statementShows = ['all', 'in', 'out', 'unjustified'] as const;
export type StatementShow = (typeof statementShows)[number];

export const unsaid: Omit<ApplicabilityFields, 'requirementId'> = {
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
    reason: oneOf([...inclusionReasons, 'none'] as const, address['reason']),
    /** Id of the role or person that the matrix makes accountable; `none` for controls without. */
    owner: address['owner'],
  };
}

export function statementShown(
  rows: readonly StatementRow[],
  filter: ReturnType<typeof statementFilter>,
  resources: ReadonlyMap<string, ControlResource> = new Map(),
): readonly StatementRow[] {
  const search = filter.search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      fitsShow(row, filter.show) &&
      (filter.theme === undefined || row.control.section === filter.theme) &&
      (filter.status === undefined || row.fields.status === filter.status) &&
      fitsReason(row, filter.reason) &&
      (filter.owner === undefined || ownersOf(resources.get(row.control.id)).includes(filter.owner)) &&
      `${row.control.id} ${row.control.title} ${row.fields.justification}`.toLowerCase().includes(search),
  );
}

const fitsReason = ({ fields: { reasons } }: StatementRow, reason: string | undefined): boolean =>
  reason === undefined || (reason === 'none' ? reasons.length === 0 : reasons.some((one) => one === reason));

/** Ids of those whom the matrix makes accountable; `none` where it names nobody. */
export function ownersOf(resource: ControlResource | undefined): readonly string[] {
  const owners = resource?.bearers.filter(({ letter }) => letter === 'A').map(({ named }) => named.id) ?? [];
  return owners.length === 0 ? ['none'] : owners;
}

/** What is sent for a line: the server dates a status that changes, unless the line says the date itself. */
export function editOf({ fields, version }: StatementRow, patch: Partial<ApplicabilityFields>) {
  const { statusOn, ...rest } = { ...fields, ...patch };
  const redated = patch.status !== undefined && patch.status !== fields.status && patch.statusOn === undefined;
  return { ...rest, ...(redated ? {} : { statusOn }), version };
}
export type StatementEdit = ReturnType<typeof editOf>;
