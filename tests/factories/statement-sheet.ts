import { expect } from 'vitest';
import type { Applicability, ApplicabilityFields } from '../../src/capabilities/applicability/model.ts';
import {
  readStatement,
  type StatementDocument,
  type StatementReading,
} from '../../src/capabilities/applicability/statement-document.ts';
import { planStatementImport, type StatementImport } from '../../src/capabilities/applicability/statement-import.ts';
import type { Sheet } from '../../src/capabilities/intake/sheet.ts';
import { requirementIdSchema } from '../../src/domain/requirement.ts';
import { plainDate } from '../../src/kernel/date.ts';
import type { ApplicabilityId } from '../../src/kernel/id.ts';

export const sheet = (name: string | null, ...rows: readonly (readonly string[])[]): Sheet => ({
  name,
  heading: null,
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
});

export const source = { format: 'csv', today: plainDate('2026-03-03') } as const;

/** A CSV as its reader cuts it: at every comma, for these have no quotation marks. */
export const csv = (...lines: readonly string[]): Sheet => sheet(null, ...lines.map((line) => line.split(',')));

export const entry = (id: string, fields: Partial<ApplicabilityFields> = {}): Applicability => ({
  id: `entry ${id}` as ApplicabilityId,
  version: 3,
  requirementId: requirementIdSchema.parse(id),
  applicable: true,
  justification: '',
  status: 'not-started',
  statusOn: null,
  reasons: [],
  evidence: [],
  ...fields,
});

/** What was read; of what was refused its reason, which no test expects. */
export const documentOf = (reading: StatementReading): StatementDocument =>
  'refused' in reading ? { lines: [], dropped: [{ column: reading.refused, reason: 'refused' }] } : reading;

export function planned(sheets: readonly Sheet[], present: readonly Applicability[] = []): StatementImport {
  const reading = readStatement(sheets, source);
  let count = 0;
  return planStatementImport(documentOf(reading), present, () => `new ${(count += 1)}`);
}

/** What becomes of each control, short: `A.5.1 yes implemented "why"`. */
export const told = ({ items }: StatementImport): readonly string[] =>
  items.map((item) => {
    const { requirementId, applicable, justification, status } =
      item.operation === 'create' ? (item.fields as ApplicabilityFields) : expect.fail('an update');
    return `${requirementId} ${applicable ? 'yes' : 'no'} ${status} "${justification}"`;
  });

export const refusedOf = (...sheets: readonly Sheet[]): string => {
  const reading = readStatement(sheets, source);
  return 'refused' in reading ? reading.refused : expect.fail('it was read');
};

export const fieldsOf = ({ items }: StatementImport, control: string): Partial<ApplicabilityFields> =>
  items
    .flatMap((item) => (item.operation === 'create' ? [item.fields as ApplicabilityFields] : []))
    .find(({ requirementId }) => requirementId === control) ?? {};
