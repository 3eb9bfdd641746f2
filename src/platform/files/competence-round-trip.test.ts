import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { countingIds, personOf, snapshotWith } from '../../../tests/factories/snapshot.ts';
import { planCompetenceImport, type CompetenceImport } from '../../capabilities/competence-intake/competence-import.ts';
import { readCompetences } from '../../capabilities/competence-intake/competence-document.ts';
import type { CompetenceAssessment } from '../../capabilities/competence/model.ts';
import { competenceRegister } from '../../capabilities/documents/competence-register.ts';
import { listCsv, type ListRegister } from '../../capabilities/documents/list-register.ts';
import { requiredCompetences } from '../../capabilities/documents/required-competences.ts';
import { trainingRegister } from '../../capabilities/documents/training-register.ts';
import { demonstration } from '../../capabilities/trail/demonstration.ts';
import { foreseen } from '../../capabilities/trail/foresight.ts';
import type { Snapshot } from '../../capabilities/trail/snapshot.ts';
import { plainDate, type PlainDate } from '../../kernel/date.ts';
import type { CompetenceAssessmentId, CompetenceId, MeasureId, PersonId, TrainingId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import { readDocument } from './document.ts';
import { listWorkbook } from './list-workbook.ts';

const today = plainDate('2026-03-03');
const company = foreseen(snapshotWith({}), demonstration(today, countingIds()), { kind: 'operator', name: 'Operator' });

const idOf = <T extends string>(kind: number, number: number): T =>
  `00000000-0000-7000-90${String(kind).padStart(2, '0')}-${String(number).padStart(12, '0')}` as T;
const [formula, reem, twin, other] = [1, 2, 3, 4].map((number) => idOf<PersonId>(0, number)) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];

const judgedOf = (
  number: number,
  personId: PersonId,
  competence: string,
  changes: Partial<CompetenceAssessment> = {},
): CompetenceAssessment => ({
  id: idOf<CompetenceAssessmentId>(1, number),
  version: 1,
  personId,
  competence,
  level: levels[3],
  on: plainDate('2025-06-01'),
  method: 'manager',
  assessorId: null,
  assessorName: 'Luc Petit',
  evidenceKind: null,
  reference: null,
  evidenceIds: [],
  to: null,
  refreshMonths: null,
  note: '',
  recordedBy: null,
  claim: null,
  ...changes,
});

const trained = (
  number: number,
  personId: PersonId,
  measureId: MeasureId,
  due: string,
  completedOn: string | null,
) => ({
  id: idOf<TrainingId>(2, number),
  version: 1,
  personId,
  measureId,
  roleId: null,
  competence: null,
  level: null,
  reason: '',
  due: plainDate(due),
  state: completedOn === null ? ('planned' as const) : ('completed' as const),
  sessionId: null,
  completedOn: completedOn === null ? null : plainDate(completedOn),
  evidenceIds: [],
  note: 'Bescheinigung: "A", *gut*',
  reported: null,
  cost: null,
  effectiveness: null,
  requestedBy: null,
  approval: null,
});

const course = idOf<MeasureId>(3, 1);

/** The demonstration company, with names and notes that a spreadsheet or a text format would like to change. */
const register: Snapshot = {
  ...company,
  person: [
    ...company.person,
    personOf(formula, '=HYPERLINK("x")', { externalId: '00012' }),
    personOf(reem, 'ريم الحداد', { email: 'reem@firma.example' }),
    personOf(twin, 'Ana Ruiz', { email: 'ana.1@firma.example' }),
    personOf(other, 'Ana Ruiz', { email: 'ana.2@firma.example' }),
  ],
  competence: [
    ...company.competence,
    {
      id: idOf<CompetenceId>(4, 1),
      version: 1,
      key: 'own-minus',
      competenceFrameworkId: null,
      kind: 'competence',
      name: '-Minus, "quoted"; and more',
      description: '',
      group: null,
      aliases: [],
      refreshMonths: null,
      levels: [],
      retired: false,
    },
  ],
  competenceAssessment: [
    ...company.competenceAssessment,
    judgedOf(1, formula, 'own-minus', { note: '@first line\n- second *line*' }),
    judgedOf(2, reem, 'risk-assessment', {
      method: 'certificate',
      reference: '=1+1',
      evidenceKind: 'iso27001-li',
      to: plainDate('2027-01-01'),
      assessorName: null,
    }),
    judgedOf(3, reem, 'risk-assessment', { method: 'self', level: levels[5], assessorId: reem, assessorName: null }),
    judgedOf(4, twin, 'privacy', { level: levels[4], to: plainDate('2026-01-01') }),
    judgedOf(5, twin, 'privacy', { level: levels[2], on: plainDate('2026-01-01'), refreshMonths: 12 }),
    judgedOf(6, other, 'privacy', { level: levels[0], assessorId: twin, assessorName: null }),
  ],
  measure: [
    ...company.measure,
    {
      id: course,
      version: 1,
      name: '+Plus course',
      kind: 'course',
      description: '',
      provider: null,
      cost: null,
      hours: null,
      competences: [],
      evidenceKind: null,
      repeatMonths: 12,
      effectiveness: null,
      audience: null,
      withdrawn: false,
    },
  ],
  training: [
    ...company.training,
    trained(1, reem, course, '2025-02-01', '2025-02-03'),
    trained(2, reem, course, '2026-02-01', null),
    trained(3, twin, course, '2026-06-01', null),
    trained(4, other, course, '2025-12-01', '2025-11-03'),
  ],
};

const made: readonly (readonly [string, (snapshot: Snapshot, on: PlainDate) => ListRegister, number])[] = [
  ['judgements', competenceRegister, register.competenceAssessment.length],
  ['requirements of roles', requiredCompetences, register.role.reduce((sum, role) => sum + role.competences.length, 0)],
  ['trainings', trainingRegister, register.training.length],
];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const imported = async (name: string, bytes: Uint8Array): Promise<CompetenceImport> => {
  const { sheets } = await readDocument({ name, bytes });
  return planCompetenceImport(readCompetences(sheets, name, today), register, {
    name: 'skills.csv',
    today,
    on: today,
    newId: countingIds(),
    by: { userId: null, name: 'Olga Owner', personId: null },
    may: () => true,
    choices: {
      levels: new Map(),
      roles: new Map(),
      competences: new Map(),
      people: new Map(),
      measures: new Map(),
      newCompetences: false,
      likely: false,
    },
  });
};

const changesOf = ({ report }: CompetenceImport): readonly string[] =>
  report.rows.flatMap(({ changes }) => changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`));

/** The workbook's first sheet after changes of cells: row (from 1 below the headings), heading, value. */
async function edited(
  register: ListRegister,
  edits: readonly (readonly [number, string, string | number])[],
): Promise<Uint8Array> {
  const workbook = await readXlsx(await listWorkbook(register));
  const rows = workbook.sheets[0]?.rows ?? [];
  for (const [row, heading, value] of edits) {
    const cells = rows[row];
    if (cells !== undefined) cells[(rows[0] ?? []).indexOf(heading)] = value;
  }
  return await writeXlsx({ sheets: workbook.sheets.map(({ name, rows: all }) => ({ name, rows: all })) });
}

describe('a register that is exported', () => {
  it.each(made)(
    'comes back through the import without a change, as CSV and as a workbook: %s',
    async (_, make, rows) => {
      const document = make(register, plainDate('2099-01-01'));
      for (const [name, bytes] of [
        ['register.csv', utf8(listCsv(document))],
        ['register.xlsx', await listWorkbook(document)],
      ] as const) {
        const back = await imported(name, bytes);
        expect([name, changesOf(back), back.report.ignored, back.report.flagged]).toEqual([name, [], [], []]);
        expect([back.report.unchanged, back.items]).toEqual([rows, []]);
      }
    },
  );

  it('gives exactly ten changes when ten cells are changed: judgements', async () => {
    const document = competenceRegister(register, today);
    const place = (person: string, competence: string, on: string): number =>
      1 +
      document.rows.findIndex(
        (row) => row['person'] === person && row['competenceKey'] === competence && row['judgedOn'] === on,
      );
    const minus = place('=HYPERLINK("x")', 'own-minus', '2025-06-01');
    const [old, fresh] = [place('Ana Ruiz', 'privacy', '2025-06-01'), place('Ana Ruiz', 'privacy', '2026-01-01')];
    const bytes = await edited(document, [
      [minus, 'Level', 4],
      [minus, 'Assessed by', 'Mia Lang'],
      [minus, 'Reference', 'File 7'],
      [minus, 'Valid until', '2027-05-31'],
      [minus, 'Refresh (months)', 24],
      [minus, 'Note', 'Another note'],
      [minus, 'Kind of evidence', 'iso27001-la'],
      [old, 'Note', 'Before the reorganization'],
      [fresh, 'Level', 3],
      [fresh, 'Refresh (months)', '6'],
    ]);
    const back = await imported('register.xlsx', bytes);
    expect(changesOf(back).toSorted()).toEqual([
      'assessor: Luc Petit → Mia Lang',
      'kind of evidence:  → iso27001-la',
      'level: 2 → 3',
      'level: 3 → 4',
      'note:  → Before the reorganization',
      'note: @first line\n- second *line* → Another note',
      'reference:  → File 7',
      'refresh:  → 24',
      'refresh: 12 → 6',
      'valid until:  → 2027-05-31',
    ]);
    expect(back.items.map(({ register: name, operation }) => `${operation} ${name}`)).toEqual(
      Array.from({ length: 3 }, () => 'update competenceAssessment'),
    );
  });

  it('gives exactly ten changes when ten cells are changed: requirements, as CSV', async () => {
    const document = requiredCompetences(register, today);
    const rows = document.rows.map((row, index) =>
      index >= 10
        ? row
        : index % 2 === 0
          ? { ...row, level: row['level'] === 5 ? 1 : 5 }
          : { ...row, must: row['must'] === 'must' ? 'should' : 'must' },
    );
    const back = await imported('required.csv', utf8(listCsv({ ...document, rows })));
    expect(changesOf(back)).toHaveLength(10);
    expect([back.report.changed, back.report.ignored]).toEqual([10, []]);
  });

  it('gives exactly ten changes when ten cells are changed: trainings', async () => {
    const document = trainingRegister(register, today);
    const place = (email: string, due: string): number =>
      1 + document.rows.findIndex((row) => row['email'] === email && row['due'] === due);
    const [done, open] = [place('reem@firma.example', '2025-02-01'), place('reem@firma.example', '2026-02-01')];
    const [ana, second] = [place('ana.1@firma.example', '2026-06-01'), place('ana.2@firma.example', '2025-12-01')];
    const back = await imported(
      'trainings.xlsx',
      await edited(document, [
        [done, 'Completion date', '2025-02-04'],
        [done, 'Note', 'Corrected'],
        [open, 'Due date', '2026-03-01'],
        [open, 'Completion date', '2026-02-20'],
        [open, 'Note', 'Attended'],
        [ana, 'Status', 'cancelled'],
        [ana, 'Note', 'Called off'],
        [ana, 'Due date', '2026-07-01'],
        [second, 'Due date', '2025-12-02'],
        [second, 'Note', 'Noted'],
      ]),
    );
    expect([changesOf(back).length, back.report.changed, back.items.length]).toEqual([10, 4, 4]);
  });
});
