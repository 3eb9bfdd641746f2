import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personOf } from '../../../tests/factories/snapshot.ts';
import { sheetOf } from '../../../tests/factories/sheet.ts';
import { plainDate } from '../../kernel/date.ts';
import type { ColumnMappingId, PersonId } from '../../kernel/id.ts';
import type { ColumnMapping } from '../intake/model.ts';
import { planPeople, type PeopleImportOptions } from './people-import.ts';
import { sourceOf } from './column-choice.ts';
import type { Person } from './model.ts';
import { nearness } from './near-name.ts';

const id = (text: string): PersonId => text as PersonId;
const ada = personOf(id('ada'), 'Ada Okoye', { externalId: '1', email: 'ada@sample.example' });
const jurgen = personOf(id('jurgen'), 'Jürgen Müller', {});
const [kim, kimToo] = [personOf(id('kim'), 'Kim Lee'), personOf(id('kim-too'), 'Kim Lee', { unit: 'IT' })];

const partOf = (fields: object): Partial<Person> => fields;

const plan = (
  people: readonly Person[],
  text: string,
  options: Partial<PeopleImportOptions> = {},
  columnMapping: readonly ColumnMapping[] = [],
  delimiter = ',',
) => {
  let next = 0;
  return planPeople(
    [sheetOf(text, delimiter)],
    { person: people, columnMapping },
    {
      today: plainDate('2026-11-23'),
      newId: () => `id ${(next += 1)}`,
      name: 'people.csv',
      ...options,
    },
  );
};

describe('a row that may mean somebody whom the register knows', () => {
  const text =
    'Name,E-mail,Unit\nAda Okoye,ada.okoye@new.example,Plant\nMueller Juergen,,Lab\nKim Lee,,Sales\nAda Okoje,,';

  test('is asked, with the candidates, and is left out until it is answered', () => {
    const { items, report } = plan([ada, jurgen, kim, kimToo], text);
    expect(items).toEqual([]);
    expect(report.ignored.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    expect(
      report.questions?.map(({ row, label, candidates, answer }) => [
        row,
        label,
        candidates.map((one) => one.id),
        answer,
      ]),
    ).toEqual([
      [2, 'Ada Okoye', ['ada'], null],
      [3, 'Mueller Juergen', ['jurgen'], null],
      [4, 'Kim Lee', ['kim', 'kim-too'], null],
      [5, 'Ada Okoje', ['ada'], null],
    ]);
    expect(report.questions?.[0]).toMatchObject({ detail: 'ada.okoye@new.example, Plant' });
    expect(report.questions?.[0]?.candidates[0]).toMatchObject({ detail: 'ada@sample.example, 1' });
  });

  test('becomes what the answer says: the same person, somebody new, or nothing', () => {
    const { items, report } = plan([ada, jurgen, kim, kimToo], text, {
      answers: [
        { sheet: null, row: 2, is: id('ada') },
        { sheet: null, row: 3, is: id('jurgen') },
        { sheet: null, row: 4, is: 'new' },
        { sheet: null, row: 5, is: 'skip' },
      ],
    });
    expect(items).toMatchObject([
      { operation: 'create', fields: { name: 'Kim Lee', unit: 'Sales' } },
      { operation: 'update', id: 'ada', fields: { email: 'ada.okoye@new.example', unit: 'Plant' } },
      { operation: 'update', id: 'jurgen', fields: { unit: 'Lab' } },
    ]);
    expect(items.map((item) => (item.operation === 'update' ? Object.keys(item.fields) : []))).toEqual([
      [],
      ['email', 'unit'],
      ['unit'],
    ]);
    expect(report.ignored).toMatchObject([{ row: 5, reason: 'Left out, as you said.' }]);
  });

  test('is asked again when somebody else could be meant since it was answered', () => {
    const { items, report } = plan([kim, kimToo], 'Name\nKim Lee', {
      answers: [{ sheet: null, row: 2, is: 'new', among: [id('kim')] }],
    });
    expect(items).toEqual([]);
    expect(report.ignored[0]?.reason).toContain('Kim Lee came since this was answered.');
  });

  test('needs no answer any more when the facts have decided it: the answer is set aside, and that is told', () => {
    const there = personOf(id('there'), 'Ada Okoye', { email: 'ada.okoye@new.example' });
    const { items, report } = plan([ada, there], 'Name,E-mail\nAda Okoye,ada.okoye@new.example', {
      answers: [{ sheet: null, row: 2, is: 'new' }],
    });
    expect(items).toEqual([]);
    expect(report.flagged[0]?.reason).toContain('The answer was set aside.');
  });

  test('takes no number or address from anybody else, whatever is answered', () => {
    const bo = personOf(id('bo'), 'Bo Lund', { email: 'bo@sample.example' });
    const row = 'Employee ID,Name,Email\n1,Ada Okoye,bo@sample.example';
    const same = plan([ada, bo], row, { answers: [{ sheet: null, row: 2, is: id('ada') }] });
    expect(same.items).toEqual([]);
    expect(same.report.flagged.map(({ reason }) => reason)).toContain(
      'The address bo@sample.example stays with Bo Lund.',
    );
    const fresh = plan([ada, bo], row, { answers: [{ sheet: null, row: 2, is: 'new' }] });
    expect(fresh.items).toMatchObject([
      { operation: 'create', fields: { name: 'Ada Okoye', externalId: null, email: null } },
    ]);
  });

  test('is nobody where number or address are another’s and the name is only alike', () => {
    const ann = personOf(id('anna'), 'Anna Schmidt', { email: 'anna@sample.example', externalId: '7' });
    const { report } = plan([ann], 'Name,E-mail\nAnne Schmidt,anne@sample.example');
    expect(report).toMatchObject({ taken: 1, questions: [] });
  });
});

describe('a second row with a name that stands in the file already', () => {
  const text = 'Employee ID,Name,Email,Unit\n7,Kim Lee,,Sales\n,Kim Lee,,Lab\n7,Kim Lee,,Store';
  const answered = (is: 'new' | 'skip') => plan([], text, { answers: [{ sheet: null, row: 3, is, among: [] }] });

  test('is asked where nothing tells the two apart, and left out and flagged where the number is the same', () => {
    const { items, report } = plan([], text);
    expect(items).toMatchObject([{ operation: 'create', fields: { name: 'Kim Lee', unit: 'Sales' } }]);
    expect(report.questions).toMatchObject([
      {
        row: 3,
        label: 'Kim Lee',
        detail: 'Lab',
        reason: 'Row 2 has the same name, and neither a number nor an address tells the two apart.',
        candidates: [],
        answer: null,
      },
    ]);
    expect(report.ignored.map(({ row }) => row)).toEqual([3, 4]);
    expect(report.flagged.map(({ row }) => row)).toEqual(expect.arrayContaining([3, 4]));
  });

  test('is somebody new, or nobody, as the answer says', () => {
    expect(answered('new').items).toMatchObject([{ fields: { unit: 'Sales' } }, { fields: { unit: 'Lab' } }]);
    const { items, report } = answered('skip');
    expect(items).toHaveLength(1);
    expect(report.ignored[0]).toMatchObject({ row: 3, reason: 'Left out, as you said.' });
    expect(report.flagged.map(({ row }) => row)).not.toContain(3);
  });

  test('is asked too where the register has one of that name: the other may be new', () => {
    const rows = 'Name,Unit\nKim Lee,IT\nKim Lee,Lab';
    const open = plan([kim], rows).report;
    expect(open.questions).toMatchObject([{ row: 3, reason: 'Row 2 (Kim Lee) means the same person already.' }]);
    const { items } = plan([kim], rows, { answers: [{ sheet: null, row: 3, is: 'new' }] });
    expect(items).toMatchObject([
      { operation: 'create', fields: { unit: 'Lab' } },
      { operation: 'update', id: 'kim', fields: { unit: 'IT' } },
    ]);
  });
});

test('importing what was just imported asks nothing and changes nothing, whatever the names', () => {
  const word = fc.constantFrom(
    'Ada',
    'Ana',
    'Anna',
    'Lee',
    'Li',
    'Müller',
    'Mueller',
    'A',
    'Okoye',
    'Okoje',
    'von',
    'Dr.',
  );
  const person = fc.record({
    name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    number: fc.option(fc.nat(30).map(String), { nil: '' }),
    email: fc.option(
      fc.nat(30).map((at) => `p${at}@sample.example`),
      { nil: '' },
    ),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 12 }), (people) => {
      const text = [
        'Employee ID,Name,E-mail',
        ...people.map(({ number, name, email }) => `${number},${name},${email}`),
      ].join('\n');
      const first = plan([], text);
      const made = first.items.flatMap((item) =>
        item.register === 'person' && item.operation === 'create'
          ? [personOf(item.id, item.fields.name, partOf(item.fields))]
          : [],
      );
      const again = plan(made, text);
      // Whoever has no number and no address may have a namesake: then it is asked, and still nothing is written.
      expect(again.items.filter((item) => item.operation === 'create')).toEqual([]);
      expect(new Set(made.map(({ id: one }) => one)).size).toBe(made.length);
    }),
    { numRuns: 500 },
  );
});

describe('near names', () => {
  test.each([
    ['Bo Lund', 'Lund, Bo', 'same'],
    ['Jörg Nagel', 'Joerg Nagel', 'same'],
    ['Dr. Ana Ruiz', 'Ana Ruiz', 'same'],
    ['Ana Maria Ruiz', 'Ana Ruiz', 'alike'],
    ['A. Ruiz', 'Ana Ruiz', 'alike'],
    ['Stephan Maier', 'Stefan Maier', null],
    ['Thomas Meier', 'Thomas Meyer', 'alike'],
    ['Ann Lee', 'Ana Lee', null],
    ['Иванов Пётр', 'Пётр Иванов', 'same'],
    ['Ana Ruiz', 'Ben Ochoa', null],
    ['Ana Ruiz', 'Ana Ochoa', null],
  ])('%s and %s: %s', (a, b, near) => {
    expect([nearness(a, b), nearness(b, a)]).toEqual([near, near]);
  });
});

describe('columns', () => {
  const text = 'Wer;Name;Stelle;Gehalt\nAna Ruiz;Vertrieb;CISO;9000';

  test('are read as the user says, private ones stay unread, and that is remembered for the same headings', () => {
    const columns = [
      { heading: 'Wer', field: 'fullName' as const },
      { heading: 'Name', field: 'unit' as const },
      { heading: 'Stelle', field: null },
      { heading: 'Gehalt', field: 'jobTitle' as const },
    ];
    const { items, report } = plan([], text, { columns }, [], ';');
    expect(items).toMatchObject([
      { register: 'person', fields: { name: 'Ana Ruiz', unit: 'Vertrieb', jobTitle: null } },
      { register: 'columnMapping', operation: 'create', fields: { kind: 'people', name: 'people.csv', columns } },
    ]);
    expect(
      report.columns?.map(({ heading, field, by, dropped }) => [heading, field, by, dropped === undefined]),
    ).toEqual([
      ['Wer', 'fullName', 'you', true],
      ['Name', 'unit', 'you', true],
      ['Stelle', null, 'you', true],
      ['Gehalt', null, 'headings', false],
    ]);
    const kept: ColumnMapping = {
      id: 'm' as ColumnMappingId,
      version: 1,
      kind: 'people',
      source: sourceOf(['Wer', 'Name', 'Stelle', 'Gehalt']),
      name: 'people.csv',
      columns,
    };
    const next = plan([], text, { name: 'next.csv' }, [kept], ';');
    expect(next.items).toMatchObject([{ register: 'person', fields: { name: 'Ana Ruiz', unit: 'Vertrieb' } }]);
    expect(next.report).toMatchObject({ remembered: { id: 'm', name: 'people.csv' } });
    expect(next.report.columns?.[0]).toMatchObject({ field: 'fullName', by: 'remembered' });
    const forgotten = plan([], text, { columns: [] }, [kept], ';');
    expect(forgotten.items.at(-1)).toEqual({ register: 'columnMapping', operation: 'remove', id: 'm', version: 1 });
  });
});

/** One export in the words of each language: the same two people. */
describe.each([
  [
    'German',
    'Personalnummer;Name, Vorname;E-Mail-Adresse;Abteilung;Stellenbezeichnung;Vorgesetzter;Eintrittsdatum;Wochenstunden;Bruttogehalt',
  ],
  [
    'French',
    'Matricule;Nom complet;Adresse e-mail;Service;Intitulé du poste;Responsable;Date d’embauche;Heures hebdomadaires;Salaire',
  ],
  ['Dutch', 'Personeelsnummer;Naam;E-mailadres;Afdeling;Functie;Leidinggevende;Datum in dienst;Uren per week;Salaris'],
  ['Russian', 'Табельный номер;ФИО;Электронная почта;Отдел;Должность;Руководитель;Дата приема;Часов в неделю;Зарплата'],
  ['Czech', 'Osobní číslo;Jméno a příjmení;E-mail;Oddělení;Pracovní pozice;Nadřízený;Datum nástupu;Hodin týdně;Mzda'],
])('an export in %s', (_language, headings) => {
  const name = (first: string, last: string): string =>
    headings.includes('Name, Vorname') ? `${last}, ${first}` : `${first} ${last}`;
  const rows = [
    `1001;${name('Ana', 'Ruiz')};ana.ruiz@sample.example;IT;Head of IT;;01.03.2020;38,5;9000`,
    `1002;${name('Ben', 'Ochoa')};ben.ochoa@sample.example;IT;Engineer;1001;15.04.2021;20;8000`,
  ];
  const text = [headings, ...rows].join('\n');

  test('gives both with everything that is said of them, and no pay', () => {
    const { items, report } = plan([], text, {}, [], ';');
    expect(report.dropped).toHaveLength(1);
    expect(items).toMatchObject([
      {
        operation: 'create',
        fields: {
          externalId: '1001',
          name: 'Ana Ruiz',
          email: 'ana.ruiz@sample.example',
          unit: 'IT',
          jobTitle: 'Head of IT',
          from: '2020-03-01',
          weeklyHours: 38.5,
          costRate: null,
        },
      },
      { operation: 'create', fields: { name: 'Ben Ochoa', managerId: 'id 1', from: '2021-04-15', weeklyHours: 20 } },
    ]);
  });
});
