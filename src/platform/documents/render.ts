import {
  choiceText,
  competenceMatrixCsv,
  competenceStateTexts,
  stateMeanings,
  UNKNOWN,
} from '../../capabilities/documents/competence-matrix-text.ts';
import type { PrintedCompetences } from '../../capabilities/documents/competence-matrix.ts';
import { competenceRecordText } from '../../capabilities/documents/competence-record-text.ts';
import type { CompetenceRecord } from '../../capabilities/documents/competence-record.ts';
import { matrixCsv } from '../../capabilities/documents/matrix-csv.ts';
import { letterMeanings, roleMarkTexts, rowMarkTexts } from '../../capabilities/documents/matrix-document.ts';
import type { MatrixDocument } from '../../capabilities/documents/matrix-document.ts';
import type { LetterOfAppointment } from '../../capabilities/documents/letter-of-appointment.ts';
import { letterText, type LetterText } from '../../capabilities/documents/letter-text.ts';
import { listCsv, type ListRegister } from '../../capabilities/documents/list-register.ts';
import { peopleRegisterCsv, type PeopleRegister } from '../../capabilities/documents/people-register.ts';
import type { PersonProfile } from '../../capabilities/documents/person-profile.ts';
import { personProfileText, roleProfileText } from '../../capabilities/documents/profile-text.ts';
import type { RoleProfile } from '../../capabilities/documents/role-profile.ts';
import { statementCsv } from '../../capabilities/documents/statement-csv.ts';
import { reasonTexts, statusTexts } from '../../capabilities/applicability/statement-text.ts';
import type { StatementOfApplicability } from '../../capabilities/documents/statement-of-applicability.ts';
import type { ReportText } from '../../capabilities/documents/report-text.ts';
import type { ResourceProject } from '../../capabilities/documents/resource-project.ts';
import { resourceProjectText } from '../../capabilities/documents/resource-project-text.ts';
import { trainingPlanText } from '../../capabilities/documents/training-plan-text.ts';
import type { PrintedPlan } from '../../capabilities/documents/training-plan.ts';
import type {
  CompetenceFormat,
  DocumentFormat,
  LetterFormat,
  Paper,
  PlanFormat,
  ProjectFormat,
  RegisterFormat,
} from '../../capabilities/documents/model.ts';
import { competenceLevels } from '../../domain/competence.ts';
import { MusterError, unreachable } from '../../kernel/errors.ts';
import { competenceWorkbook } from '../files/competence-workbook.ts';
import type { PrintedFacts } from '../files/document-sheet.ts';
import { letterDocx } from '../files/letter-docx.ts';
import { matrixDocx } from '../files/matrix-docx.ts';
import { listWorkbook } from '../files/list-workbook.ts';
import { peopleWorkbook } from '../files/people-workbook.ts';
import { reportDocx } from '../files/report-docx.ts';
import { statementDocx } from '../files/statement-docx.ts';
import { statementWorkbook } from '../files/statement-workbook.ts';
import { trainingWorkbook } from '../files/training-workbook.ts';
import { matrixWorkbook } from '../files/xlsx-writer.ts';
import { typstRenderer, type TypstLimits } from '../typst/renderer.ts';

/** The documents that come in every format. */
export type PrintedDocument = MatrixDocument | StatementOfApplicability;

/** The documents that are handed to a person. */
export type HandedDocument = LetterOfAppointment | RoleProfile | PersonProfile;

export interface DocumentRenderer {
  /**
   * The document as a file of this format: a tagged PDF, a DOCX, a workbook, CSV with a byte order mark, or JSON (UTF-8).
   * The same document on the same paper gives the same bytes.
   * @throws MusterError `unavailable` when the PDF cannot be made now, `unusable-data` when it cannot be made at all,
   *   `too-large` when it is wider than the format can show.
   */
  readonly renderDocument: (
    document: PrintedDocument,
    format: DocumentFormat,
    options: { readonly paper: Paper },
  ) => Promise<Uint8Array>;
  /**
   * A letter of appointment or a profile as a tagged PDF or a DOCX, in the same words. The same letter gives the same
   * bytes.
   * @throws MusterError `unavailable` when the PDF cannot be made now, `unusable-data` when it cannot be made at all.
   */
  readonly renderLetter: (
    letter: HandedDocument,
    format: LetterFormat,
    options: { readonly paper: Paper },
  ) => Promise<Uint8Array>;
  /**
   * The result of a resource project as a tagged PDF, a DOCX in the same words, or JSON. The same project gives the same bytes.
   * @throws MusterError `unavailable` when the PDF cannot be made now, `unusable-data` when it cannot be made at all.
   */
  readonly renderProject: (
    project: ResourceProject,
    format: ProjectFormat,
    options: { readonly paper: Paper },
  ) => Promise<Uint8Array>;
  /** A register as a workbook, CSV with a byte order mark, or JSON. The same register gives the same bytes. */
  readonly renderRegister: (register: PeopleRegister | ListRegister, format: RegisterFormat) => Promise<Uint8Array>;
  /**
   * The matrix of people by competence as a tagged PDF, a workbook, CSV with a byte order mark, or JSON. The same matrix
   * gives the same bytes.
   * @throws MusterError `unavailable` when the PDF cannot be made now, `too-large` when it has more cells than the format
   *   can hold.
   */
  readonly renderCompetences: (
    matrix: PrintedCompetences,
    format: CompetenceFormat,
    options: { readonly paper: Paper },
  ) => Promise<Uint8Array>;
  /**
   * The training plan as a tagged PDF, a DOCX in the same words, or a workbook. The same plan gives the same bytes.
   * @throws MusterError `unavailable` when the PDF cannot be made now.
   */
  readonly renderPlan: (
    plan: PrintedPlan,
    format: PlanFormat,
    options: { readonly paper: Paper },
  ) => Promise<Uint8Array>;
  /**
   * The record of one person's competence as a tagged PDF, or a DOCX in the same words. The same record gives the same
   * bytes.
   * @throws MusterError `unavailable` when the PDF cannot be made now.
   */
  readonly renderRecord: (
    record: CompetenceRecord,
    format: LetterFormat,
    options: { readonly paper: Paper },
  ) => Promise<Uint8Array>;
  /** Ends the processes that make PDFs. */
  readonly close: () => Promise<void>;
}

/** In the order in which a reader looks for them: who answers, who does, who else. */
const legend = (['A', 'R', 'S', 'C', 'I'] as const).map((letter) => ({ letter, ...letterMeanings[letter] }));
const words: { readonly [D in PrintedDocument['document']]: string } = {
  'accountability-matrix': JSON.stringify({ letters: legend, rowMarks: rowMarkTexts, roleMarks: roleMarkTexts }),
  'statement-of-applicability': JSON.stringify({ statuses: statusTexts, reasons: reasonTexts }),
};

/** On paper so many columns make about eight parts of six pages each; a sheet of a workbook has 16,384 in all. */
const mostColumns = { pdf: 300, docx: 300, xlsx: 16_000 } as const;

function refuseTooWide(document: PrintedDocument, format: keyof typeof mostColumns): void {
  if (document.document !== 'accountability-matrix') return;
  const { columns } = document;
  if (columns.length > mostColumns[format])
    throw new MusterError({
      code: 'too-large',
      what: `A matrix of ${columns.length} roles and people`,
      limit: `${mostColumns[format]} columns as ${format}; take ${format === 'xlsx' ? 'csv' : 'xlsx or csv'}`,
    });
}

/** So many cells, filled or empty, are about 300 pages of paper, or what a spreadsheet program opens in a breath. */
const mostCells = { pdf: 60_000, xlsx: 500_000 } as const;

function refuseTooManyCells(
  { columns, figures, unit, role }: PrintedCompetences,
  format: keyof typeof mostCells,
): void {
  if (columns.length * figures.people <= mostCells[format]) return;
  const narrowed = unit === null && role === null ? 'choose a unit or a role' : 'choose a smaller unit or role';
  throw new MusterError({
    code: 'too-large',
    what: `A matrix of ${figures.people} people and ${columns.length} competences`,
    limit: `${mostCells[format]} cells as ${format}: ${narrowed}, or take ${format === 'pdf' ? 'xlsx, csv or json' : 'csv or json'}`,
  });
}

const competenceWords = (matrix: PrintedCompetences): string =>
  JSON.stringify({
    choice: choiceText(matrix),
    unknown: UNKNOWN,
    states: stateMeanings.map((one) => ({ ...one, name: competenceStateTexts[one.state] })),
    stateNames: competenceStateTexts,
    levels: competenceLevels.map(({ level, name }) => ({ level, name })),
  });

function wordsOf(letter: HandedDocument): LetterText {
  switch (letter.document) {
    case 'letter-of-appointment':
      return letterText(letter);
    case 'role-profile':
      return roleProfileText(letter);
    case 'person-profile':
      return personProfileText(letter);
    default:
      return unreachable(letter);
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Makes files of documents. One for the program's life: it keeps the PDF compilers warm. */
export function documentRenderer(limits: Partial<TypstLimits> = {}): DocumentRenderer {
  const typst = typstRenderer(limits);
  const report = (document: PrintedFacts, text: ReportText, paper: Paper): Promise<Uint8Array> => {
    const { title, standard, organization, control, on, recordedAt, trail } = document;
    const data = { title, standard, organization, control, on, recordedAt, trail };
    return typst.pdf('report', { data: JSON.stringify(data), words: JSON.stringify(text), paper });
  };
  return {
    renderDocument: async (document, format, { paper }) => {
      switch (format) {
        case 'pdf':
          refuseTooWide(document, format);
          return await typst.pdf(document.document, {
            data: JSON.stringify(document),
            words: words[document.document],
            paper,
          });
        case 'docx':
          refuseTooWide(document, format);
          return document.document === 'accountability-matrix'
            ? matrixDocx(document, paper)
            : statementDocx(document, paper);
        case 'xlsx':
          refuseTooWide(document, format);
          return document.document === 'accountability-matrix'
            ? await matrixWorkbook(document, paper)
            : await statementWorkbook(document, paper);
        case 'csv':
          return utf8(document.document === 'accountability-matrix' ? matrixCsv(document) : statementCsv(document));
        case 'json':
          return utf8(`${JSON.stringify(document, null, 2)}\n`);
        default:
          return unreachable(format);
      }
    },
    renderRegister: async (register, format) => {
      switch (format) {
        case 'xlsx':
          return register.document === 'people-register'
            ? await peopleWorkbook(register)
            : await listWorkbook(register);
        case 'csv':
          return utf8(register.document === 'people-register' ? peopleRegisterCsv(register) : listCsv(register));
        case 'json':
          return utf8(`${JSON.stringify(register, null, 2)}\n`);
        default:
          return unreachable(format);
      }
    },
    renderLetter: async (letter, format, { paper }) => {
      const text = wordsOf(letter);
      switch (format) {
        case 'pdf':
          return await typst.pdf('letter', { data: JSON.stringify(letter), words: JSON.stringify(text), paper });
        case 'docx':
          return letterDocx(letter, text, paper);
        default:
          return unreachable(format);
      }
    },
    renderProject: async (project, format, { paper }) => {
      const text = resourceProjectText(project);
      switch (format) {
        case 'pdf':
          return await report(project, text, paper);
        case 'docx':
          return reportDocx(project, text, paper);
        case 'json':
          return utf8(`${JSON.stringify(project, null, 2)}\n`);
        default:
          return unreachable(format);
      }
    },
    renderCompetences: async (matrix, format, { paper }) => {
      switch (format) {
        case 'pdf':
          refuseTooManyCells(matrix, format);
          return await typst.pdf(matrix.document, {
            data: JSON.stringify(matrix),
            words: competenceWords(matrix),
            paper,
          });
        case 'xlsx':
          refuseTooManyCells(matrix, format);
          return await competenceWorkbook(matrix, paper);
        case 'csv':
          return utf8(competenceMatrixCsv(matrix));
        case 'json':
          return utf8(`${JSON.stringify(matrix)}\n`);
        default:
          return unreachable(format);
      }
    },
    renderPlan: async (plan, format, { paper }) => {
      switch (format) {
        case 'pdf':
          return await report(plan, trainingPlanText(plan), paper);
        case 'docx':
          return reportDocx(plan, trainingPlanText(plan), paper);
        case 'xlsx':
          return await trainingWorkbook(plan, paper);
        default:
          return unreachable(format);
      }
    },
    renderRecord: async (record, format, { paper }) => {
      const text = competenceRecordText(record);
      switch (format) {
        case 'pdf':
          return await report(record, text, paper);
        case 'docx':
          return reportDocx(record, text, paper);
        default:
          return unreachable(format);
      }
    },
    close: () => typst.close(),
  };
}
