import { array, assert, constantFrom, oneof, pre, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  csv,
  documentOf,
  entry,
  planned,
  refusedOf,
  sheet,
  source,
  told,
} from '../../../tests/factories/statement-sheet.ts';
import { controlReference } from './control-reference.ts';
import type { ApplicabilityFields } from './model.ts';
import { looksLikeStatement, readStatement } from './statement-document.ts';
import { planStatementImport } from './statement-import.ts';

describe('the layouts in which organizations keep their statement', () => {
  it('reads identifiers with and without A., bold, with titles, and Y/N', () => {
    const statement = csv(
      'Control ID,Control Description (short),Applicable (Y/N),Justification,Implementation Status (Implemented/Partial/Planned),Notes',
      'A.5.19,Suppliers,Y,Vendors hold our data,Partial,x',
      '5.20,Agreements,y,Contracts,Planned,',
      '**A.8.25**,Secure development life cycle,N,We buy software,,',
      'Annex A 8.30 Outsourced development,,N,Nobody develops for us,N/A,',
    );
    expect(told(planned([statement]))).toEqual([
      'A.5.19 yes partial "Vendors hold our data"',
      'A.5.20 yes planned "Contracts"',
      'A.8.25 no not-started "We buy software"',
      'A.8.30 no not-started "Nobody develops for us"',
    ]);
    expect(planned([statement]).report.dropped.map(({ column }) => column)).toEqual([
      'Control Description (short)',
      'Notes',
    ]);
  });

  it('reads German, French and Spanish', () => {
    const german = csv(
      'Control-ID,Control-Name,Anwendbar,Begründung (bei Nein),Implementierungsstatus,Umsetzung/Beschreibung',
      '**A.5.1**,Leitlinien,Ja,-,Implementiert,Leitlinie',
      '**A.5.8**,Projekte,Ja,-,In Arbeit,',
      '**A.8.30**,Entwicklung,Nein,Niemand entwickelt,Nicht umgesetzt,',
    );
    const french = csv(
      'Mesure;Retenu;Justification;État de mise en œuvre'.replaceAll(';', ','),
      'A.7.1,oui,Locaux à nous,Partiellement mis en œuvre',
      'A.7.4,non,Le bailleur surveille,',
    );
    const spanish = csv(
      'Control,Aplicable,Justificación,Estado',
      'A.6.1,Sí,Ley,Implementado',
      'A.6.7,No,Sin teletrabajo,No aplica',
    );
    expect(told(planned([german, french, spanish]))).toEqual([
      'A.5.1 yes implemented ""',
      'A.5.8 yes partial ""',
      'A.8.30 no not-started "Niemand entwickelt"',
      'A.7.1 yes partial "Locaux à nous"',
      'A.7.4 no not-started "Le bailleur surveille"',
      'A.6.1 yes implemented "Ley"',
      'A.6.7 no not-started "Sin teletrabajo"',
    ]);
  });

  it('joins the sheets of a workbook by control, and reads states in snake case', () => {
    const { report, items } = planned([
      sheet('Cover', ['Statement of Applicability'], ['Field', 'Value']),
      sheet(
        'Controls',
        ['Control ID', 'Title', 'Applicability', 'Justification'],
        ['5.1', 'Policies', 'applicable', 'Asked by customers'],
        ['8.16', 'Monitoring', 'not_applicable', 'The provider does'],
      ),
      sheet(
        'Progress',
        ['Control ID', 'Implementation Status', 'Effectiveness'],
        ['5.1', 'partially_implemented', 'effective'],
        ['8.16', 'n/a', ''],
      ),
      sheet('Evidence', ['Control ID', 'Document'], ['5.1', 'Policy']),
    ]);
    expect(told({ items, report })).toEqual([
      'A.5.1 yes partial "Asked by customers"',
      'A.8.16 no not-started "The provider does"',
    ]);
    expect(report.rows.map(({ sheet: place, row, outcome }) => [place, row, outcome])).toEqual([
      ['Controls', 2, 'taken'],
      ['Controls', 3, 'taken'],
      ['Progress', 2, 'taken'],
      ['Progress', 3, 'unchanged'],
    ]);
    expect(report.dropped.map(({ column }) => column)).toEqual([
      'Sheet Cover',
      'Title',
      'Effectiveness',
      'Sheet Evidence',
    ]);
  });

  it('takes one table for each theme, ticks in two columns, and reasons in two', () => {
    const { items, report } = planned([
      sheet(
        'SoA',
        ['Statement of Applicability', '', ''],
        ['Control', 'Included', 'Excluded', 'Reason for inclusion', 'Reason for exclusion'],
        ['A.5 Organizational controls'],
        ['A.5.1', 'X', '', 'Customers ask', 'none of this'],
        ['', ''],
        ['Control', 'Included', 'Excluded', 'Reason for inclusion', 'Reason for exclusion'],
        ['A.8.30', '', 'x', '', 'Nobody develops'],
        ['Total', '1', '1'],
      ),
    ]);
    expect(told({ items, report })).toEqual([
      'A.5.1 yes not-started "Customers ask"',
      'A.8.30 no not-started "Nobody develops"',
    ]);
    expect(report.ignored.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'A heading: A.5 is no single control.'],
      [5, 'The row is blank.'],
      [6, 'The headings again.'],
      [8, 'The row names no control.'],
    ]);
  });

  it('knows misspelt headings, and prefers the status to a mere yes', () => {
    const statement = sheet(
      'SOA',
      [
        'Control No.',
        'Control',
        'Is control implemented or not?',
        ' Reason for inclusion/ exclusion',
        'Control implentation status',
        'Aplicable',
      ],
      ['A.5.1', 'Policies', 'Yes', 'Law', 'In progress', 'Yes'],
    );
    expect(told(planned([statement]))).toEqual(['A.5.1 yes partial "Law"']);
    const applicability = sheet(
      'SOA',
      ['Control', 'Applicabilty', 'Justificaton'],
      ['A.8.30', 'no', 'Nobody develops'],
    );
    expect(told(planned([applicability]))).toEqual(['A.8.30 no not-started "Nobody develops"']);
  });

  it('mends a row that an unquoted comma made too wide, and does not guess where that is open', () => {
    const heading = 'Control ID,Control Name,Applicable,Justification,Implementation Status,Reference';
    const { items, report } = planned([
      csv(
        heading,
        'A.8.1,End points, laptops and phones,Yes,Risk,Implemented,P-1',
        'A.8.2,Rights,Yes,Risk, and law,Planned,P-2',
        'A.8.3,Access,Yes,Risk,Partial,P-3, P-4',
        'A.8.4,Code,Yes,Risk,Partial,,,',
      ),
    ]);
    expect(told({ items, report })).toEqual([
      'A.8.1 yes implemented "Risk"',
      'A.8.2 yes planned "Risk, and law"',
      'A.8.3 yes partial "Risk"',
      'A.8.4 yes partial "Risk"',
    ]);
    expect(report.flagged.map(({ row }) => row)).toEqual([2, 3, 4]);
    const open = planned([
      csv('Control,Applicable,Justification,Note', 'A.8.1,Yes,one,two,three', 'A.8.2,Yes,one,two'),
    ]);
    expect([open.report.taken, open.report.ignored.map(({ row }) => row)]).toEqual([1, [2]]);
  });

  it('tells 5.10 that a spreadsheet made 5.1 by its title', () => {
    const { items, report } = planned([
      sheet(
        'SoA',
        ['ID', 'Title', 'Applicable', 'Status'],
        ['5.1', 'Policies for information security', 'yes', 'planned'],
        ['5.1', 'Acceptable use of information and other associated assets', 'yes', 'implemented'],
      ),
    ]);
    expect(told({ items, report })).toEqual(['A.5.1 yes planned ""', 'A.5.10 yes implemented ""']);
    expect(report.flagged[0]?.reason).toBe('The number 5.1 lost its last 0; by its title it is A.5.10.');
  });
});

describe('what is no statement of the edition of 2022', () => {
  it('names the other catalogue', () => {
    const isa = csv('Control No.,Question (EN),Must,Should,ISO 27001,Evidence', '1.1.1,Policies?,Yes,No,A.5.1,x');
    expect(refusedOf(isa)).toBe('its controls are those of VDA ISA, not of Annex A of ISO/IEC 27001:2022.');
    expect(refusedOf(csv('Control,Applicable', 'PR.AC-1,Yes', 'PR.AC-3,No'))).toContain('NIST Cybersecurity Framework');
    expect(refusedOf(csv('Control,Applicable', '1.1,Yes', '2.3,No', '5.1,Yes', '14.1,No'))).toContain('Annex A');
    expect(looksLikeStatement([isa])).toBe(false);
  });

  it('does not take clauses for controls of the same number', () => {
    const { items, report } = planned([
      csv(
        'Ref,Requirement,Applicable,Status',
        '4.1,Context,yes,done',
        '7.1,Resources,yes,done',
        '7.1,Physical security perimeters,no,',
        'A.7.2,Physical entry,yes,planned',
      ),
    ]);
    expect(told({ items, report })).toEqual(['A.7.1 no not-started ""', 'A.7.2 yes planned ""']);
    expect(report.ignored.map(({ reason }) => reason)).toEqual([
      '4.1 is a clause: clauses 4 to 10 always apply.',
      '7.1 may be a clause or a control here: write A.7.1 for the control.',
    ]);
  });
});

describe('what an import does to the statement that is there', () => {
  const present = [
    entry('A.5.1', { justification: 'Customers ask', status: 'planned' }),
    entry('A.8.30', { applicable: false, justification: 'Nobody develops' }),
  ];

  it('changes what a cell says, and erases nothing where a cell is blank', () => {
    const { items, report } = planned(
      [csv('Control,Applicable,Justification,Status', 'A.5.1,yes,,done', 'A.8.30,no,,', 'A.5.2,,,')],
      present,
    );
    expect(items).toEqual([
      {
        register: 'applicability',
        operation: 'update',
        id: 'entry A.5.1',
        version: 3,
        fields: { status: 'implemented' },
      },
    ]);
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['changed', 'unchanged', 'unchanged']);
    expect(report.rows[0]?.changes).toEqual([{ field: 'Status', from: 'planned', to: 'implemented' }]);
  });

  it('says what it cannot read, and what 6.1.3 d misses', () => {
    const { report } = planned(
      [
        csv(
          'Control,Applicable,Status',
          'A.5.1,perhaps,done',
          'A.5.2,yes,sort of',
          'A.5.3,no,',
          'A.5.3,yes,',
          'A.5.99,yes,',
        ),
      ],
      present,
    );
    expect(report.ignored.map(({ reason }) => reason)).toEqual([
      '"perhaps" does not say whether the control applies: write yes or no.',
      'row 4 says otherwise of the same control (Applicable).',
      'ISO/IEC 27001:2022 has no control A.5.99.',
    ]);
    expect(report.flagged.map(({ row, reason }) => [row, reason.slice(0, 29)])).toEqual([
      [3, '"sort of" is no known status '],
      [4, 'Left out without a reason: 6.'],
    ]);
  });

  it('says so of an entry that stands above the headings by which the table is read', () => {
    const { report } = planned([
      sheet(null, ['Statement', 'Rev. 3'], ['', 'A.5.7 was added'], ['Control', 'Status'], ['A.5.1', 'planned']),
    ]);
    expect(report.ignored.map(({ row, reason }) => [row, reason.slice(0, 31)])).toEqual([
      [2, 'It stands above the row of head'],
    ]);
    expect(report.taken).toBe(1);
  });

  const first = ['A.6.1', 'yes', 'law', 'done'];
  const namesControl = (cell: string): boolean => controlReference(cell)?.kind === 'control';

  it('has each row in exactly one list, and makes at most one change a control', () => {
    const cell = oneof(
      constantFrom(
        'A.5.1',
        '5.1',
        'A.8.30',
        'A.5',
        'A.9.2.1',
        '4.1',
        'yes',
        'no',
        'n/a',
        'done',
        'Planned',
        '',
        '-',
        'Control',
        'Applicable',
        'Status',
      ),
      string({ maxLength: 12 }),
    );
    assert(
      property(array(array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const reading = readStatement(
          [sheet(null, ['Control', 'Applicable', 'Justification', 'Status'], first, ...rows)],
          source,
        );
        pre(!('refused' in reading));
        const { items, report } = planStatementImport(documentOf(reading), present, () => 'new');
        const numbers = [...report.rows, ...report.ignored].map(({ row }) => row);
        expect(new Set(numbers).size).toBe(numbers.length);
        const silent = sheet(null, ['Control', 'Applicable', 'Justification', 'Status'], first, ...rows).rows.filter(
          ({ number }) => !numbers.includes(number),
        );
        // Passed over in silence: the headings, and what stands above them without naming a control.
        const headings = silent.at(-1)?.number ?? 0;
        expect(silent.filter(({ number, cells }) => number < headings && cells.some(namesControl))).toEqual([]);
        const above = [...report.rows, ...report.ignored.filter(({ reason }) => !reason.startsWith('It stands above'))];
        expect(Math.min(...above.map(({ row }) => row), headings + 1)).toBeGreaterThan(headings);
        expect(report.taken + report.changed + report.unchanged).toBe(report.rows.length);
        const subjects = items.map((item) =>
          item.operation === 'create' ? (item.fields as ApplicabilityFields).requirementId : item.id,
        );
        expect(new Set(subjects).size).toBe(subjects.length);
      }),
    );
  });
});
