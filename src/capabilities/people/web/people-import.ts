import { useState } from 'react';
import type { PersonId } from '../../../kernel/id.ts';
import type { ImportQuestion, ImportReport, ReadColumn } from '../../intake/model.ts';
import type { CallError } from '../../../web/client.ts';
import { useWrite } from '../../../web/organization-data.ts';
import type { ChoosableField, ColumnChoices } from '../column-choice.ts';
import { peopleImportRoutes } from '../import-contract.ts';

type Source =
  { readonly from: 'file'; readonly file: globalThis.File } | { readonly from: 'text'; readonly text: string };

/** What was answered, by the sheet and row that was asked about. */
type Answers = ReadonlyMap<string, string>;

export const keyOf = ({ sheet, row }: Pick<ImportQuestion, 'sheet' | 'row'>): string => `${sheet ?? ''}!${row}`;

export interface PeopleImport {
  /** Of the dry run, then of the import; undefined before a source was given. */
  readonly report: ImportReport | undefined;
  readonly error: CallError | null;
  readonly isPending: boolean;
  /** The id under which to ask how far the request under way is; null while none is. */
  readonly underWay: string | null;
  readonly answers: Answers;
  /** Whether something was answered or said of a column that the report does not show yet. */
  readonly isAhead: boolean;
  readonly tryFile: (file: globalThis.File) => void;
  readonly tryText: (text: string) => void;
  readonly answer: (questions: readonly ImportQuestion[], is: string) => void;
  readonly choose: (column: ReadColumn, field: string | null) => void;
  /** Reads the source again, by what is remembered or by its headings. */
  readonly again: () => void;
  readonly isFile: boolean;
  /** Tries the source again with what was answered. */
  readonly show: () => void;
  /** Writes what the dry run showed. */
  readonly take: () => void;
  readonly reset: () => void;
}

/** The columns of which somebody has said something, now or before. */
const choicesOf = (report: ImportReport | undefined): ColumnChoices =>
  (report?.columns ?? []).flatMap(({ heading, field, by }) =>
    by === 'headings' ? [] : [{ heading, field: field as ChoosableField | null }],
  );

/** The steps of an import of people: a dry run first, then the same source for real. */
export function usePeopleImport(): PeopleImport {
  const byFile = useWrite(peopleImportRoutes.importPeople);
  const byText = useWrite(peopleImportRoutes.pastePeople);
  const [source, setSource] = useState<Source | null>(null);
  const [report, setReport] = useState<ImportReport>();
  const [answers, setAnswers] = useState<Answers>(new Map());
  const [columns, setColumns] = useState<ColumnChoices>();
  const [isAhead, setAhead] = useState(false);
  const [underWay, setUnderWay] = useState<string | null>(null);

  const told = (given: Answers) =>
    (report?.questions ?? []).flatMap((question) => {
      const is = given.get(keyOf(question));
      const among = question.candidates.map(({ id }) => id as PersonId);
      const { sheet = null, row } = question;
      return is === undefined ? [] : [{ sheet, row, is: is as PersonId | 'new' | 'skip', among }];
    });
  const send = (given: Source, dryRun: boolean, said: ColumnChoices | undefined, answered: Answers): void => {
    setSource(given);
    byFile.reset();
    byText.reset();
    const after = {
      onSuccess: (answer: ImportReport) => {
        setReport(answer);
        setAhead(false);
      },
      onSettled: () => setUnderWay(null),
    };
    if (given.from === 'text') {
      byText.mutate({ body: { text: given.text, dryRun, answers: told(answered) } }, after);
      return;
    }
    const progress = crypto.randomUUID();
    setUnderWay(progress);
    const body = { answers: told(answered), ...(said === undefined ? {} : { columns: said }) };
    const query = { name: given.file.name, dryRun: dryRun ? 'true' : 'false', progress: progress as never } as const;
    byFile.mutate({ query, file: given.file, body }, after);
  };
  const begin = (given: Source): void => {
    setReport(undefined);
    setAnswers(new Map());
    setColumns(undefined);
    send(given, true, undefined, new Map());
  };
  return {
    report,
    error: byFile.error ?? byText.error,
    isPending: byFile.isPending || byText.isPending,
    underWay,
    answers,
    isAhead,
    tryFile: (file) => begin({ from: 'file', file }),
    tryText: (text) => begin({ from: 'text', text }),
    answer: (questions, is) => {
      setAnswers(new Map([...answers, ...questions.map((question) => [keyOf(question), is] as const)]));
      setAhead(true);
    },
    choose: (column, field) => {
      const others = (columns ?? choicesOf(report)).filter(({ heading }) => heading !== column.heading);
      const said = [...others, { heading: column.heading, field: field as ChoosableField | null }];
      setColumns(said);
      if (source !== null) send(source, true, said, answers);
    },
    again: () => {
      setColumns(undefined);
      if (source !== null) send(source, true, undefined, answers);
    },
    isFile: source?.from === 'file',
    show: () => {
      if (source !== null) send(source, true, columns, answers);
    },
    take: () => {
      if (source !== null) send(source, false, columns, answers);
    },
    reset: () => {
      byFile.reset();
      byText.reset();
      setReport(undefined);
      setSource(null);
      setAnswers(new Map());
      setColumns(undefined);
      setAhead(false);
    },
  };
}
