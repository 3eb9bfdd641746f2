import { describe, expect, it } from 'vitest';
import type { Applicability } from '../model.ts';
import { countsOf, statementFilter, statementRows, statementShown } from './statement.ts';

const entry = (fields: object): Applicability =>
  ({ id: 'a', version: 2, applicable: false, justification: '', status: 'not-started', ...fields }) as never;

describe('the statement of applicability', () => {
  const rows = statementRows([
    entry({ requirementId: 'A.8.30' }),
    entry({ requirementId: 'A.7.4', justification: 'The landlord watches the premises.' }),
  ]);

  it('lists all 93 controls; one without an entry applies', () => {
    expect(countsOf(rows)).toEqual({ all: 93, in: 91, out: 2, unjustified: 1 });
    expect(rows[0]).toMatchObject({ version: null, fields: { requirementId: 'A.5.1', applicable: true } });
  });

  it('finds the exclusion that has no reason', () => {
    const shown = statementShown(rows, statementFilter({ show: 'unjustified' }));
    expect(shown.map((row) => row.control.id)).toEqual(['A.8.30']);
  });

  it('searches the reasons too, and takes any address', () => {
    const shown = statementShown(rows, statementFilter({ search: 'landlord', show: 'anything', status: 'none' }));
    expect(shown.map((row) => row.control.id)).toEqual(['A.7.4']);
  });
});
