import type { z } from 'zod';
import type { OrganizationId } from '../../kernel/id.ts';
import { registers, type RegisterName, type Registers } from './register.ts';

const snake = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** How one register lies in its table: a column for each field, lists and amounts as JSON. */
export interface TableLayout {
  readonly table: string;
  readonly columns: readonly { readonly field: string; readonly column: string; readonly json: boolean }[];
}

const JSON_FIELDS = new Set([
  'aliases',
  'responsibilities',
  'competences',
  'letters',
  'costRate',
  'earlierPeriods',
  'terms',
  'distinctFrom',
  'entries',
  'approval',
  'reasons',
  'evidence',
  'references',
  'requirementIds',
  'dependsOn',
  'memberIds',
  'columns',
  'decision',
  'marks',
  'competencesApproval',
  'levels',
  'alternativeTitles',
  'tasks',
  'deliverables',
  'evidenceIds',
  'cost',
  'effectiveness',
  'audience',
  'reported',
  'topics',
  'questions',
  'score',
  'claim',
]);

const layoutOf = (register: RegisterName): TableLayout => {
  const schema: z.ZodObject = registers[register];
  return {
    table: snake(register),
    columns: ['id', 'version', ...Object.keys(schema.shape)].map((field) => ({
      field,
      column: snake(field),
      json: JSON_FIELDS.has(field),
    })),
  };
};

export const layouts = Object.fromEntries(
  Object.keys(registers).map((name) => [name, layoutOf(name as RegisterName)]),
) as unknown as {
  readonly [R in RegisterName]: TableLayout;
};

/** A row as the table holds it. */
export function rowOf(
  register: RegisterName,
  organizationId: OrganizationId,
  entity: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const row: Record<string, unknown> = { organization_id: organizationId };
  for (const { field, column, json } of layouts[register].columns) {
    const value = entity[field];
    row[column] = json && value !== null ? JSON.stringify(value) : value;
  }
  return row;
}

/** The entity that a table's row holds. */
export function entityOf<R extends RegisterName>(register: R, row: Readonly<Record<string, unknown>>): Registers[R] {
  const entity: Record<string, unknown> = {};
  for (const { field, column } of layouts[register].columns) entity[field] = row[column];
  return entity as unknown as Registers[R];
}
