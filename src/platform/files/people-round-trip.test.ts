import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { peopleRegister, peopleRegisterCsv } from '../../capabilities/documents/people-register.ts';
import { planPeople, type PeopleImport } from '../../capabilities/people/people-import.ts';
import { looksLikePeople } from '../../capabilities/people/people-document.ts';
import type { Person } from '../../capabilities/people/model.ts';
import { demonstration } from '../../capabilities/trail/demonstration.ts';
import { foreseen } from '../../capabilities/trail/foresight.ts';
import type { Snapshot } from '../../capabilities/trail/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { countingIds, hours, personOf, snapshotWith } from '../../../tests/factories/snapshot.ts';
import type { PersonId } from '../../kernel/id.ts';
import { visibleTo } from '../../api/visible.ts';
import { readDocument } from './document.ts';
import { peopleWorkbook } from './people-workbook.ts';

const today = plainDate('2026-03-03');
const operator = { kind: 'operator', name: 'Operator' } as const;
const company = foreseen(snapshotWith({}), demonstration(today, countingIds()), operator);
const personId = (number: number): PersonId =>
  `00000000-0000-7000-9000-${String(number).padStart(12, '0')}` as PersonId;

/** The demonstration company, and people whom a spreadsheet would like to change. */
const register: Snapshot = {
  ...company,
  person: [
    ...company.person,
    personOf(personId(1), '=HYPERLINK("x")', { externalId: 'X-1', unit: '-Minus', email: 'Anna.Big@Firma.example' }),
    personOf(personId(2), 'Ruiz Ana', { externalId: '00012', costRate: { minor: 6500, currency: 'EUR' } }),
    personOf(personId(3), 'John Smith, Jr.', { email: 'js@firma.example', managerId: personId(2), site: '1-2' }),
    personOf(personId(4), '山田 太郎', { externalId: 'X-4', from: plainDate('2020-02-29'), weeklyHours: hours(38.5) }),
  ],
};

const imported = async (name: string, bytes: Uint8Array, known: Snapshot = register): Promise<PeopleImport> => {
  const { sheets } = await readDocument({ name, bytes });
  return planPeople(sheets.filter(looksLikePeople), known, { today, newId: countingIds(), name });
};
const csv = (): string => peopleRegisterCsv(peopleRegister(register, today));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const changed = ({ report }: PeopleImport): readonly string[] =>
  report.rows
    .toSorted((a, b) => Number(a.label > b.label) - Number(a.label < b.label))
    .flatMap((row) => row.changes.map(({ field, from, to }) => `${row.label}: ${field} ${from} → ${to}`));

describe('the register of people that is exported', () => {
  it('comes back through the import without a change, as CSV and as a workbook', async () => {
    for (const [name, bytes] of [
      ['people.csv', utf8(csv())],
      ['people.xlsx', await peopleWorkbook(peopleRegister(register, today))],
    ] as const) {
      const back = await imported(name, bytes);
      expect([name, changed(back), back.report.unchanged]).toEqual([name, [], register.person.length]);
      expect(back.items).toEqual([]);
    }
  });

  it('gives exactly ten changes when ten cells are changed in the workbook', async () => {
    const workbook = await readXlsx(await peopleWorkbook(peopleRegister(register, today)));
    const people = workbook.sheets.find(({ name }) => name === 'People');
    const rows = people?.rows ?? [];
    const column = (heading: string): number => (rows[0] ?? []).indexOf(heading);
    const change = (name: string, heading: string, value: string | number): void => {
      const row = rows.find((cells) => cells[column('Name')] === name);
      if (row !== undefined) row[column(heading)] = value;
    };
    change('Levke Harmsen', 'Unit', 'Resilience');
    change('Levke Harmsen', 'Site', 'Rotterdam');
    change('Owen Pritchard-Hale', 'Job title', 'Consultant');
    change('Owen Pritchard-Hale', 'Last day', '2026-06-30');
    change('Focko Hinrichs', 'E-mail', 'focko@nordlicht-logistik.example');
    change('Focko Hinrichs', 'Hours a week', 35);
    change('Amina Diallo-Brandt', 'Internal/external', 'internal');
    change('Amina Diallo-Brandt', 'Reports to', 'Focko Hinrichs (NL-1082)');
    change('山田 太郎', 'First day', '2020-03-01');
    change('Dr. Aylin Karadeniz', 'Name', 'Dr. Aylin Karadeniz-Voß');
    const edited = await writeXlsx({ sheets: workbook.sheets.map(({ name, rows: all }) => ({ name, rows: all })) });
    const back = await imported('people.xlsx', edited);
    expect(changed(back)).toEqual([
      'Amina Diallo-Brandt: kind external → internal',
      'Amina Diallo-Brandt: reports to Åsa Lindqvist-Berg → Focko Hinrichs',
      'Dr. Aylin Karadeniz-Voß: name Dr. Aylin Karadeniz → Dr. Aylin Karadeniz-Voß',
      'Focko Hinrichs: e-mail f.hinrichs@nordlicht-logistik.example → focko@nordlicht-logistik.example',
      'Focko Hinrichs: hours a week 40 → 35',
      'Levke Harmsen: unit Information Security → Resilience',
      'Levke Harmsen: site Bremen → Rotterdam',
      'Owen Pritchard-Hale: job title ISMS Consultant → Consultant',
      'Owen Pritchard-Hale: gone from 2026-05-06 → 2026-07-01',
      '山田 太郎: first day 2020-02-29 → 2020-03-01',
    ]);
    expect(back.report).toMatchObject({ taken: 0, changed: 6 });
  });

  it('keeps the history of hours where another number is typed', async () => {
    const nguyen = company.person.find(({ terms }) => terms.length > 0) as Person;
    const text = csv().replace(
      new RegExp(`(${nguyen.externalId ?? ''},.*?,)32(,)`),
      (_, before: string, after: string) => `${before}20${after}`,
    );
    const { items } = await imported('people.csv', utf8(text));
    expect(items).toEqual([
      expect.objectContaining({
        id: nguyen.id,
        fields: { terms: [...nguyen.terms, { from: today, weeklyHours: 20, costRate: null }] },
      }),
    ]);
  });

  it('has pay in it only for those who may read it', async () => {
    const viewer = {
      kind: 'member',
      userId: personId(9) as never,
      name: 'Vera',
      permission: 'viewer',
      personId: null,
    } as const;
    const hidden = peopleRegister(visibleTo(viewer, register), today);
    expect(csv()).toContain('Pay an hour');
    expect(JSON.stringify(hidden)).not.toContain('6500');
    expect(peopleRegisterCsv(hidden)).not.toContain('Pay an hour');
  });

  it('never becomes a formula', () => {
    expect(csv()).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv()).not.toMatch(/(^|,|")=HYPER/m);
  });
});
