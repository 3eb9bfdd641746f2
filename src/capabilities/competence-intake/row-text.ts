import { addDays, isPlainDate, plainDate, type PlainDate } from '../../kernel/date.ts';
import { fold } from '../intake/cell-text.ts';
import type { AssessmentMethod } from '../competence/model.ts';
import { assessmentMethods } from '../competence/model.ts';
import { measureKinds, type MeasureKind } from '../training/model.ts';
import type { DateOrder } from '../people/date-text.ts';
import { cellDate } from './cell-date.ts';

const METHODS: readonly (readonly [AssessmentMethod, RegExp])[] = [
  ['self', /self|selbst|auto ?eval|autoeval|zelf|самооцен|sebe/u],
  ['certificate', /certif|zertifi|сертифик|osvedc/u],
  ['test', /test|exam|prufung|quiz|examen|toets|экзамен|zkousk/u],
  ['interview', /interview|gesprach|entretien|entrevista|gesprek|интервью|pohovor/u],
  ['observed', /observ|beobacht|observacion|наблюд|pozorov/u],
  ['manager', /manager|vorgesetzt|apprais|responsable|leidinggev|руковод|nadrizen|assessment|bewertung|review/u],
  ['qualification', /degree|diplom|qualif|ausbildung|studium|titre|titulo/u],
  ['experience', /experien|erfahrung|опыт|praxe|ervaring/u],
  ['third-party', /third|extern|reference|referenz/u],
  ['training', /training|schulung|course|kurs|formation|curso|opleiding|обучен|skoleni|workshop/u],
];

/** How a level was judged, as a cell says it in words; null when it does not say. */
export function methodIn(text: string): AssessmentMethod | null {
  const key = fold(text);
  const exact = assessmentMethods.find((method) => method === key);
  return exact ?? METHODS.find(([, words]) => words.test(key))?.[0] ?? null;
}

const KINDS: readonly (readonly [MeasureKind, RegExp])[] = [
  ['e-learning', /e.?learning|online|web.?based|webinar|lms|cbt|video|esignature/u],
  ['exercise', /drill|tabletop|exercise|simulation|ubung|exercice|simulacro|oefening|учени|cviceni/u],
  ['mentoring', /mentor|coach|tandem|pate/u],
  ['on-the-job', /on.the.job|shadow|einarbeitung|am arbeitsplatz|praxis/u],
  ['reading', /reading|read|lesen|selbststudium|lecture|document|signature|unterschrift/u],
  ['awareness', /awareness|sensibil|campaign|newsletter|poster|briefing/u],
  [
    'course',
    /course|kurs|workshop|class|seminar|training|schulung|certif|zertif|formation|curso|opleiding|prasenz|extern|intern|обуч|skolen/u,
  ],
];

/** What kind of training a cell names; null when it names none that is known. */
export function measureKindIn(text: string): MeasureKind | null {
  const key = fold(text);
  return measureKinds.find((kind) => kind === key) ?? KINDS.find(([, words]) => words.test(key))?.[0] ?? null;
}

const EVERY: readonly (readonly [number, RegExp])[] = [
  [
    6,
    /semi.?annual|half.?year|halbjahr|twice a year|biannual|semestr|semestral|halfjaar|pololetn|polroczn|semestral|раз в полгода|полугод/u,
  ],
  [
    24,
    /biennial|every (?:two|2) years|alle (?:zwei|2) jahre|tous les (?:deux|2) ans|cada (?:dos|2) anos|elke 2 jaar|раз в 2 года|ogni (?:due|2) anni|biennale|a cada (?:dois|2) anos|bienal|co (?:dwa|2) lata/u,
  ],
  [
    36,
    /every (?:three|3) years|triennial|alle (?:drei|3) jahre|tous les (?:trois|3) ans|cada (?:tres|3) anos|ogni (?:tre|3) anni|triennale|trienal|co (?:trzy|3) lata/u,
  ],
  [3, /quarter|viertelj|trimestr|kwartaal|trimestral|kwartal|ctvrtlet|ежекварт|раз в квартал/u],
  [
    12,
    /annual|yearly|every year|each year|jahrlich|annuel|chaque annee|anual|cada ano|jaarlijks|annuale|rocznie|co rok|coroczn|rocne|kazdy rok|ежегодн|раз в год/u,
  ],
  [1, /monthly|monatlich|mensuel|mensual|mensile|mensal|miesi[ea]cz|maandelijks|mesicn|ежемесяч/u],
];

/** Months between repetitions, as a cell says it: `24`, `36 months`, `2 years`, `Annual + CPD`; null for once or unsaid. */
export function monthsIn(text: string): number | null {
  const key = fold(text);
  const plain = /^(\d{1,3})\s*(?:m|mo|months?|monate?|mois|meses|mes|maanden|mesicu?|мес\.?.*)?$/u.exec(key);
  const years = /^(\d{1,2})\s*(?:y|years?|jahre?|ans?|anos?|jaar|roky|let|год.*|лет)$/u.exec(key);
  const months = plain !== null ? Number(plain[1]) : years !== null ? Number(years[1]) * 12 : null;
  const found = months ?? EVERY.find(([, words]) => words.test(key))?.[0] ?? null;
  return found === null || found < 1 || found > 600 ? null : found;
}

/** Hours that a cell says; a bare number is in the unit of the heading: minutes, days, else hours. */
export function hoursIn(text: string, heading: string): number | null {
  const found = /^(\d{1,5}(?:[.,]\d{1,2})?)\s*([\p{L}.]*)$/u.exec(fold(text));
  if (found === null) return null;
  const amount = Number((found[1] ?? '').replace(',', '.'));
  const unit = (found[2] ?? '') === '' ? fold(heading) : (found[2] ?? '');
  const hours = /min|мин/u.test(unit) ? amount / 60 : /day|tag|jour|dia|dag|den|дн/u.test(unit) ? amount * 8 : amount;
  return hours <= 10_000 ? Math.round(hours * 100) / 100 : null;
}

const YES =
  /^(?:yes|y|ja|j|oui|si|sim|tak|da|ano|да|true|obbligatori.*|obrigatori.*|obowi[aą]zkow.*|wahr|vrai|x|✓|✔|✅|1|must|mandatory|pflicht|obligat.*|verplicht|povinn.*|required|muss|обязат.*)$/u;
const NO =
  /^(?:no|n|nein|non|nee|ne|nao|nie|нет|false|facoltativ.*|zalecan.*|falsch|faux|0|should|optional|soll|kann|desir.*|optionnel|opcional|optioneel|nepovinn.*|nice to have|recommended|empfohlen|необязат.*)$/u;

/** Whether a cell says must (true) or should (false); null when it says neither. */
export const mustIn = (text: string): boolean | null => {
  const key = fold(text);
  return YES.test(key) ? true : NO.test(key) ? false : null;
};

const lastOfMonth = (year: number, month: number): PlainDate => {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(plainDate(next), -1);
};

/** The first day after an end that a cell names as a last day, a month or a year; null when it names none. */
export function endAfter(text: string, today: PlainDate, order: DateOrder | null = null): PlainDate | null {
  const year = /^(20\d{2})$/u.exec(text.trim());
  if (year !== null) return plainDate(`${Number(year[1]) + 1}-01-01`);
  const month = /^(?:(\d{1,2})[./-](20\d{2})|(20\d{2})-(\d{2}))$/u.exec(text.trim());
  if (month !== null) {
    const [, shortMonth, shortYear, isoYear, isoMonth] = month;
    const [y, m] = [Number(shortYear ?? isoYear), Number(shortMonth ?? isoMonth)];
    return m >= 1 && m <= 12 ? addDays(lastOfMonth(y, m), 1) : null;
  }
  const day = cellDate(text, today, order)?.date;
  if (day === undefined) return null;
  const after = addDays(day, 1);
  return isPlainDate(after) ? after : null;
}

/** The parts of a cell that lists several things: by semicolon or line, else by comma. */
export const partsOf = (text: string): readonly string[] => {
  const parts = /[;•\n]/u.test(text) ? text.split(/[;•\n]/u) : text.split(/,(?![^()]*\))/u);
  return parts.map((part) => part.replace(/^[\s–-]+/u, '').trim()).filter((part) => part !== '');
};

/** Everybody, rather than somebody: `All Employees (42)`, `Alle Mitarbeitenden`. */
export const isEverybody = (text: string): boolean =>
  /^(?:all|every|alle|samtliche|tous|toutes|tout le|todos|todo el|vsichni|все|ganz)(?:[\s-]|$)|^(?:everyone|everybody|whole company|belegschaft)/u.test(
    fold(text),
  );

/** A crowd rather than a person: `New Hires (4)`, `IT Team`, `All staff`. */
export const isCrowd = (text: string): boolean =>
  isEverybody(text) ||
  /^\d+$/u.test(text.trim()) ||
  /\(\s*\d+\s*\)\s*$|\b(?:team|hires|staff|employees|department|abteilung|mitarbeitende|workers|users)$/iu.test(
    text.trim(),
  );
