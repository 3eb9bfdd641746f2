import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Sheet } from '../intake/sheet.ts';
import { writtenPersonFields } from './model.ts';
import { looksLikePeople, parsePeople } from './people-document.ts';
import { type ExistingPerson, planPeopleImport } from './people-plan.ts';

const today = plainDate('2026-11-23');

const headings = `Name|First name|Last name|E-Mail|Employee ID|Department|Manager|Status|Hire date|Termination date|Weekly hours|FTE|Title|City|User name|Preferred name|Cost center|
Site|Password|Annual salary|Rating|IBAN|Geburtsdatum|Gender|Religion|Home address|SSN|
Mobile|Private email|Straße|Favourite tea||Employee type|Object class|Active|to`;
const heading = fc.constantFrom(...headings.split('|').map((text) => text.trim()));
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('', ' ', 'Ada Okoye', 'Okoye, Ada', 'ada@sample.example', 'Total', '7', '03/04/2020'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('31.12.2025', 'T', 'Terminated', 'Yes', '0', '=1+1', 'svc-x', 'computer', '0,5', 'Dr.'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 260 }) },
);
const sheet: fc.Arbitrary<Sheet> = fc
  .tuple(
    fc.array(heading, { maxLength: 12 }),
    fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 12 }),
    fc.nat({ max: 3 }),
  )
  .map(([headings, rows, above]) => ({
    name: null,
    heading: null,
    rows: [...rows.slice(0, above), headings, ...rows.slice(above)].map((cells, index) => ({
      number: index * 2 + 1,
      cells,
    })),
  }));

test('every row but the headings is a person or ignored, never both, and no sheet is too strange', () => {
  fc.assert(
    fc.property(sheet, (any) => {
      looksLikePeople(any);
      const document = parsePeople(any, { today });
      const rows = [
        ...document.people.map(({ row }) => row),
        ...document.ignored.filter(({ column }) => column === undefined).map(({ row }) => row),
      ];
      const expected = any.rows.map(({ number }) => number).filter((number) => number !== document.headerRow);
      expect(rows.toSorted((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 1500 },
  );
});

test('what stands in a dropped column stands nowhere in the answer', () => {
  fc.assert(
    fc.property(sheet, (any) => {
      const first = parsePeople(any, { today });
      const secret = first.columns.filter(({ dropped }) => dropped !== undefined).map(({ column }) => column - 1);
      const marked = {
        ...any,
        rows: any.rows.map((row) => ({
          ...row,
          cells:
            row.number > first.headerRow && first.headerRow > 0
              ? row.cells.map((text, index) => (secret.includes(index) ? 'Geheimnis' : text))
              : row.cells,
        })),
      };
      expect(JSON.stringify(parsePeople(marked, { today }))).not.toContain('Geheimnis');
    }),
    { numRuns: 1500 },
  );
});

test('whoever is read fits into the register as it is', () => {
  fc.assert(
    fc.property(sheet, (any) => {
      for (const person of parsePeople(any, { today }).people) {
        const { row: _row, ended, assumed: _assumed, managerReference: _manager, ...fields } = person;
        expect(writtenPersonFields.parse({ ...fields, managerId: null, costRate: null })).toMatchObject(fields);
        expect(ended).toBe(person.to !== null && person.to <= today);
        expect(person.from === null || person.to === null || person.from < person.to).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});

test('a plan has every row once, too', () => {
  fc.assert(
    fc.property(sheet, (any) => {
      const document = parsePeople(any, { today });
      const plan = planPeopleImport([], document, today);
      const rows = [
        ...plan.rows.map(({ row }) => row),
        ...plan.ignored.filter(({ column }) => column === undefined).map(({ row }) => row),
      ];
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows.length).toBe(any.rows.length - (document.headerRow === 0 ? 0 : 1));
    }),
    { numRuns: 500 },
  );
});

test('the same file a second time changes nobody', () => {
  fc.assert(
    fc.property(sheet, (any) => {
      const document = parsePeople(any, { today });
      const rows = planPeopleImport([], document, today).rows;
      const idOf = (row: number): PersonId => `person ${row}` as PersonId;
      const register = rows.flatMap((row): ExistingPerson[] => {
        if (row.outcome !== 'taken') return [];
        const { row: at, ended: _ended, assumed: _assumed, managerReference: _manager, ...fields } = row.person;
        const managerId = row.manager?.kind === 'row' ? idOf(row.manager.row) : null;
        return [{ ...fields, id: idOf(at), managerId }];
      });
      const again = planPeopleImport(register, document, today);
      expect(again.rows.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});
