import { describe, expect, it } from 'vitest';
import { csv, fieldsOf, planned, sheet, told } from '../../../tests/factories/statement-sheet.ts';
import { controlsOf2013 } from '../../domain/edition-2013.ts';

describe('what calls for a control, since when it is in place, and what shows it', () => {
  it('reads one column for each reason below a heading that they share', () => {
    const plan = planned([
      sheet(
        'SoA',
        ['Control', 'Title', 'Applicable', 'Selected controls and reasons for selection', '', '', '', 'Remarks'],
        ['', '', '', 'LR', 'CO', 'BR/BP', 'RRA', ''],
        ['A.5.1', 'Policies', 'Yes', 'X', '', 'x', '', ''],
        ['A.5.2', 'Roles', 'Yes', '', 'x', '', '✓', 'none'],
        ['A.8.30', 'Outsourcing', 'No', '', '', '', '', ''],
      ),
    ]);
    expect([fieldsOf(plan, 'A.5.1').reasons, fieldsOf(plan, 'A.5.2').reasons]).toEqual([
      ['legal', 'business'],
      ['risk', 'contractual'],
    ]);
    expect(plan.report.ignored).toEqual([
      expect.objectContaining({ row: 2, reason: 'The headings of the columns below.' }),
    ]);
  });

  it('tells codes from prose, in words of seven languages', () => {
    const plan = planned([
      csv(
        'Control;Applicable;Justification;Inclusion Reason;Evidence'.replaceAll(';', ','),
        'A.5.1,Yes,Risk,R; B,POL-1; https://wiki.example/policies/access?x=1',
        'A.5.2,Yes,Law,Gesetz/Vertrag,-',
        'A.5.3,Yes,,Оценка рисков; законодательство,',
        'A.5.4,Yes,,dobrá praxe,',
        'A.5.5,Yes,,obligation contractuelle; telepathy,javascript:alert(1)',
      ),
    ]);
    expect(fieldsOf(plan, 'A.5.1')).toMatchObject({
      justification: 'Risk',
      reasons: ['risk', 'business'],
      evidence: [
        { label: 'POL-1', link: null },
        { label: 'access', link: 'https://wiki.example/policies/access?x=1' },
      ],
    });
    expect(['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5'].map((control) => fieldsOf(plan, control).reasons)).toEqual([
      ['legal', 'contractual'],
      ['risk', 'legal'],
      ['good-practice'],
      ['contractual'],
    ]);
    expect(fieldsOf(plan, 'A.5.5').evidence).toEqual([{ label: 'javascript:alert(1)', link: null }]);
    expect(plan.report.flagged.map(({ row, reason }) => [row, reason.slice(0, 35)])).toEqual(
      [[6, '"telepathy" is no known reason (risk']].map(([row, reason]) => [row, String(reason).slice(0, 35)]),
    );
  });

  it('reads Dutch, Russian and Czech, dates and owners, who stand in the matrix', () => {
    const plan = planned([
      csv(
        'Beheersmaatregel,Van toepassing,Reden,Implementatiestatus,Implementatiedatum,Eigenaar,Bewijs',
        'A.5.1,Ja,Wet,Geïmplementeerd,31-03-2025,J. de Vries,Beleid',
        'A.7.4,Nee,Verhuurder bewaakt,n.v.t.,,,',
      ),
      csv(
        'Мера,Применимо,Обоснование,Статус внедрения,Дата внедрения,Ответственный',
        'A.6.1,Да,Закон,Частично внедрено,15.02.2025,Иванов',
        'A.6.7,Нет,Удалённой работы нет,,,',
      ),
      csv(
        'Opatření,Použitelné,Zdůvodnění,Stav implementace,Datum implementace,Vlastník',
        'A.8.1,Ano,Zákon,Zavedeno,1. 3. 2025,Novák',
        'A.8.30,Ne,Nic nevyvíjíme,,,',
      ),
    ]);
    expect(told(plan)).toEqual([
      'A.5.1 yes implemented "Wet"',
      'A.7.4 no not-started "Verhuurder bewaakt"',
      'A.6.1 yes partial "Закон"',
      'A.6.7 no not-started "Удалённой работы нет"',
      'A.8.1 yes implemented "Zákon"',
      'A.8.30 no not-started "Nic nevyvíjíme"',
    ]);
    expect(['A.5.1', 'A.6.1', 'A.8.1'].map((control) => fieldsOf(plan, control).statusOn)).toEqual([
      '2025-03-31',
      '2025-02-15',
      '2025-03-01',
    ]);
    expect(fieldsOf(plan, 'A.5.1').evidence).toEqual([{ label: 'Beleid', link: null }]);
    expect(plan.report.dropped.map(({ column, reason }) => [column, reason.slice(0, 20)])).toEqual([
      ['Eigenaar', 'Who answers for a co'],
      ['Ответственный', 'Who answers for a co'],
      ['Vlastník', 'Who answers for a co'],
    ]);
  });

  it('reads shares and maturities as a status, and says so', () => {
    const percent = planned([
      csv('Control,Applicable,Umsetzungsgrad', 'A.5.1,ja,100%', 'A.5.2,ja,75 %', 'A.5.3,nein,0%', 'A.5.4,ja,12%'),
    ]);
    expect(told(percent).map((line) => line.split(' ')[2])).toEqual([
      'implemented',
      'partial',
      'not-started',
      'partial',
    ]);
    expect(percent.report.flagged.map(({ row }) => row)).toEqual([3, 5, 4]);
    const maturity = planned([
      csv('Control,Applicable,Reifegrad', 'A.5.1,nein,0', 'A.5.2,ja,2', 'A.5.3,ja,3 - definiert', 'A.5.4,ja,5'),
    ]);
    expect(told(maturity).map((line) => line.split(' ')[2])).toEqual([
      'not-started',
      'partial',
      'implemented',
      'implemented',
    ]);
    expect(maturity.report.flagged.filter(({ reason }) => reason.includes('maturity'))).toHaveLength(4);
  });
});

describe('a statement in the numbering of 2013', () => {
  const old = csv(
    'Control,Applicable,Justification,Status',
    'A.5.1,,,',
    'A.9.2.3,Yes,Admins,done',
    'A.12.4.1,Yes,Logs,done',
    'A.12.4.2,Yes,Logs,planned',
    'A.12.4.3,No,No admins,',
    'A.18.2.3,Yes,Scans,done',
    'A.9.9.9,Yes,,',
  );

  it('is translated as a proposal; what was merged and what contradicts is said', () => {
    const plan = planned([old]);
    expect(told(plan)).toEqual([
      'A.8.2 yes implemented "Admins"',
      'A.8.15 yes partial "Logs"',
      'A.5.36 yes implemented "Scans"',
      'A.8.8 yes implemented "Scans"',
    ]);
    expect(plan.report.rows.map(({ row, label }) => [row, label.slice(0, 18)])).toEqual([
      [3, 'A.9.2.3 → A.8.2 Pr'],
      [4, 'A.12.4.1 → A.8.15 '],
      [5, 'A.12.4.2 → A.8.15 '],
      [6, 'A.12.4.3 → A.8.15 '],
      [7, 'A.18.2.3 → A.5.36 '],
      [7, 'A.18.2.3 → A.8.8 M'],
    ]);
    expect(plan.report.flagged.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'Merged into A.8.15 with A.12.4.2 (row 5), A.12.4.3 (row 6).'],
      [4, 'They contradict each other: A.12.4.1, A.12.4.2 applies, A.12.4.3 is out. Proposed: it applies.'],
      [4, 'Their statuses differ (implemented, planned). Proposed: partial.'],
      [5, 'Merged into A.8.15 with A.12.4.1 (row 4), A.12.4.3 (row 6).'],
      [6, 'Merged into A.8.15 with A.12.4.1 (row 4), A.12.4.2 (row 5).'],
    ]);
    expect(plan.report.ignored.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'A heading: A.5.1 is no single control.'],
      [8, 'ISO/IEC 27001:2013 has no control A.9.9.9.'],
    ]);
    expect(plan.report.dropped.map(({ column }) => column)).toEqual(['Numbers of 2013', 'New in 2022']);
  });

  it('is implemented where several controls became one on the day when the last of them was', () => {
    const dated = csv(
      'Control,Applicable,Status,Implementation date',
      'A.12.4.1,Yes,done,2024-03-01',
      'A.12.4.2,Yes,done,2025-09-30',
      'A.12.4.3,Yes,done,2023-01-15',
    );
    const [item] = planned([dated]).items;
    expect(item).toMatchObject({ fields: { requirementId: 'A.8.15', status: 'implemented', statusOn: '2025-09-30' } });
  });

  it('says nothing of controls that nobody had in 2013, and takes all 114 numbers', () => {
    const whole = csv('Control,Applicable,Status', ...controlsOf2013.map((number) => `${number.slice(2)},yes,done`));
    const plan = planned([whole]);
    expect(plan.items).toHaveLength(82);
    expect(new Set(plan.report.rows.map(({ row }) => row)).size).toBe(114);
    expect(plan.report.ignored).toEqual([]);
  });
});
