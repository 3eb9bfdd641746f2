import type { PlainDate } from '../../kernel/date.ts';
import { fold } from '../intake/cell-text.ts';
import type { Sheet } from '../intake/sheet.ts';
import { cellDate } from './cell-date.ts';
import { isPlaceholder } from '../intake/placeholder.ts';
import { filled, type TableRow } from '../intake/table-row.ts';

/** What a sheet of attendance says above its names: which training it was, and when. */
export interface Session {
  readonly measure: string;
  readonly on: PlainDate | null;
}

const MEASURE =
  /^(?:(?:name |title |subject |topic )?(?:of )?(?:the )?(?:training|course|session|module|awareness)(?: (?:title|name|topic|course|session|subject|programme|module))*|topic|subject|title|schulung(?:sthema|stitel)?|thema(?: der (?:schulung|unterweisung))?|titel|unterweisung(?:sthema)?|kurs|formation|intitule(?: de la formation)?|theme|sujet|curso|tema(?: (?:del curso|do treinamento))?|capacitacion|corso|argomento|treinamento|szkolenie|temat(?: szkolenia)?|opleiding|onderwerp|skoleni|tema skoleni|тема(?: обучения)?|курс)$/u;
const DAY =
  /^(?:date|day|held on|(?:training|session|course) date|date of (?:the )?(?:training|session|course)|datum|schulungsdatum|datum der schulung|am|fecha|data|data szkolenia|date de (?:la )?(?:formation|session)|дата)$/u;

const key = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Pairs of a label and what it says: two cells, or one such as `Date: 2026-01-20`. */
function pairsOf(cells: readonly string[]): readonly (readonly [string, string])[] {
  const texts = filled(cells);
  return texts.flatMap((text, at): readonly (readonly [string, string])[] => {
    const one = /^([^:]{2,40}):\s*(\S.*)$/u.exec(text);
    if (one !== null) return [[key(one[1] ?? ''), one[2] ?? '']];
    const next = texts[at + 1];
    return next === undefined ? [] : [[key(text.replace(/:\s*$/u, '')), next]];
  });
}

/** What is said above a list of people about the session that they attended; null when no training is named. */
export function sessionAbove(
  rows: readonly TableRow[],
  { prose }: Pick<Sheet, 'prose'>,
  today: PlainDate,
): Session | null {
  const lines = (prose ?? '').split(/\n|(?<=[^:])\s{2,}/u).map((line) => [line.replace(/[*_`#>|-]+/gu, ' ').trim()]);
  const pairs = [...rows.map(({ cells }) => cells), ...lines].flatMap(pairsOf);
  const measure = pairs.find(([label, text]) => MEASURE.test(label) && !isPlaceholder(text) && text.length <= 200)?.[1];
  if (measure === undefined) return null;
  const on = pairs.flatMap(([label, text]) => (DAY.test(label) ? (cellDate(text, today)?.date ?? []) : []))[0] ?? null;
  return { measure, on };
}
