import { plainDate } from '../../kernel/date.ts';
import { fold } from '../intake/cell-text.ts';
import { levelCell } from './level-cell.ts';
import { areKnownLetters } from './level-scale.ts';
import { levelOfWord } from './level-word.ts';
import type { TableLayout } from './parsed.ts';
import { isSubject, looksLikePerson } from './table-subject.ts';
import { filled, type TableRow } from '../intake/table-row.ts';
import { cellAt, type TableColumn } from './source-table.ts';
import type { ColumnField } from './column-field.ts';

/** What stands around a table: the names of file and sheet, and the heading above. */
export interface Surroundings {
  readonly title: string;
  /** The nearest heading, or the sheet's name: whom a table of target and actual levels is about. */
  readonly subject: string | null;
  /** Whether something above names a training that people attended. */
  readonly attended: boolean;
}

export interface FoundLayout {
  readonly layout: TableLayout;
  /** Columns whose cells are levels, or days of a training. */
  readonly data: readonly TableColumn[];
  /** The column that names a row. */
  readonly label: TableColumn | undefined;
  /** Whether all cells below the headings are empty: levels may be shown by colours only. */
  readonly blank?: true;
}

const anyDay = plainDate('2026-01-01');
const SAMPLE = 60;
const ABOUT_COMPETENCE =
  /competen|kompeten|skill|fahigkeit|qualifi(?!ed (?:supplier|vendor))|proficien|компетен|навык|schopnost|dovednost|vaardighe|matriz de competencias|wissens|umiejetnosc|habilidad|polyvalen/u;
const ABOUT_TRAINING =
  /training|schulung|unterweisung|formation(?!s? systeme)|formazione|capacita|treinament|opleiding|обучен|skoleni|szkole/u;
const SYMBOL = /^(?:symbol|sign|mark|icon|zeichen|symbole|simbolo|simbool|znak|символ)$/u;
const MEANING =
  /^(?:description|meaning|definition|explanation|bedeutung|beschreibung|erlauterung|definition|signification|descripcion|significado|betekenis|omschrijving|vyznam|popis|описание|значение|significato|descrizione|significado|descricao|znaczenie|opis)/u;
/** Fields whose name may as well be that of a competence across the top. */
const DOUBTFUL: ReadonlySet<ColumnField> = new Set([
  'training',
  'competence',
  'aside',
  'evidence',
  'method',
  'unit',
  'provider',
  'refresh',
]);

/** A number of the scales that people use, or a mark, or a known word: surely a level, not just a short text. */
export const isSureLevel = (value: string): boolean =>
  /^\d(?:\.\d)?$|^10$|^\d{1,3}%$/u.test(value) ||
  /^[x✓✗o○●◔◑◕]$/u.test(value) ||
  // A word beside others: a sentence that begins with `Good` is none.
  (value.split(' ').length <= 4 && levelOfWord(fold(value)) !== null);

/** A letter or two, as scales have that only a file knows. */
const LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}]{1,2}[+-]?$/u;

interface Shares {
  readonly cells: number;
  readonly levels: number;
  readonly days: number;
  /** Whether one of the cells is a figure above five. */
  readonly beyond: boolean;
  /** Short texts that may be steps of a scale of which nothing is known. */
  readonly short: readonly string[];
}

/** How many cells below a heading are filled, how many of them hold levels, and how many days. */
function shares(column: TableColumn, body: readonly TableRow[]): Shares {
  let [cells, levels, days] = [0, 0, 0];
  let beyond = false;
  const short: string[] = [];
  for (const row of body) {
    const cell = levelCell(cellAt(row, column), anyDay);
    if (cell.kind === 'blank' || cell.kind === 'placeholder' || cell.kind === 'none') continue;
    cells += 1;
    if (cell.kind === 'level' && Number(cell.value) > 5) beyond = true;
    if (cell.kind === 'date') days += 1;
    else if (cell.kind === 'both' || (cell.kind === 'level' && isSureLevel(cell.value))) levels += 1;
    else if (cell.kind === 'level' && LETTER.test(cell.value)) short.push(cell.value);
  }
  return { cells, levels, days, beyond, short };
}

const ROLE_WORD =
  /manager|officer|lead|engineer|developer|admin|owner|auditor|analyst|head|director|beauftragt|leit(?:er|ung)|staff|team|specialist|ciso|ceo|cto|cio|dpo|architect|coordinator|responsable|direct/iu;

/** Whether most of the texts look like names of people rather than of roles or competences. */
const namePeople = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.filter(looksLikePerson).length * 2 >= texts.length;
const nameRoles = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.filter((text) => ROLE_WORD.test(text)).length * 2 >= texts.length;

/** Whether a heading is a step of a scale: a number, or a word for one. */
const isStep = ({ field, heading, step }: TableColumn): boolean =>
  step !== null ||
  (field === null &&
    heading !== '' &&
    heading.split(/\s+/u).length <= 3 &&
    levelOfWord(fold(heading).replace(/^[^\p{L}]+/u, '')) !== null);

/** Whether the cells below a heading are levels themselves, and not the mark or the words that a level has there. */
const holdsLevels = (column: TableColumn, body: readonly TableRow[]): boolean => {
  const texts = body.map((row) => fold(cellAt(row, column))).filter((text) => text !== '');
  const said = texts.filter(
    (text) => /^\d(?:[.,]\d)?$/u.test(text) || (text.length > 2 && text.length <= 20 && levelOfWord(text) !== null),
  );
  return said.length * 2 > texts.length && said.some((text) => text !== '1');
};

/** How a table is laid out, from its headings and the rows below; null for one that is neither of competence nor of training. */
export function layoutOf(
  columns: readonly TableColumn[],
  below: readonly TableRow[],
  around: Surroundings,
): FoundLayout | null {
  const body = below.slice(0, SAMPLE);
  const has = (...fields: readonly ColumnField[]): boolean =>
    columns.some(({ field }) => field !== null && fields.includes(field));
  const first = (...fields: readonly ColumnField[]): TableColumn | undefined =>
    columns.find(({ field }) => field !== null && fields.includes(field));
  const found = (
    layout: TableLayout,
    label: TableColumn | undefined,
    data: readonly TableColumn[] = [],
  ): FoundLayout => ({
    layout,
    data,
    label,
  });
  const someone = has('person', 'given', 'family', 'email', 'externalId');
  const someoneColumn = first('person', 'given', 'family', 'email', 'externalId');
  const symbol = columns.length > 2 ? undefined : columns.find(({ heading }) => SYMBOL.test(fold(heading)));
  if (
    (has('level') || symbol !== undefined) &&
    !has('competence', 'training', 'person', 'role') &&
    columns.length <= 3
  ) {
    const meaning = columns.find(({ field, heading }) => field === null && MEANING.test(fold(heading)));
    if (meaning !== undefined) return found('scale', first('level') ?? symbol, [meaning]);
  }
  const training = first('training');
  if (
    training !== undefined &&
    someone &&
    has('completed', 'due', 'status', 'nextRefresh', 'date', 'evidence', 'type', 'until')
  )
    return found('person and training in each row', training);
  const competence = first('competence', 'competenceKey', 'certificate');
  if (competence !== undefined) {
    const steps = columns.filter((column) => isStep(column) && !holdsLevels(column, body));
    if (steps.length >= 2) return found('levels as columns', competence, steps);
    const levelled = has('level', 'target', 'actual', 'self', 'manager');
    if (someone && (levelled || has('date', 'until', 'evidence', 'completed', 'nextRefresh')))
      return found('person and competence in each row', competence);
    const grid = columns.filter((column) => column.field === null && column.heading !== '' && column !== competence);
    const levels = grid.filter((column) => {
      const { cells, levels: sure } = shares(column, body);
      return cells > 0 && sure * 5 >= cells * 3;
    });
    if (has('role') && (levelled || levels.length < 2 || has('must')))
      return found('role and competence in each row', competence);
    if (levelled && (has('target') || has('actual') || isSubject(around.subject) || isAboutCompetence(around.title)))
      return found(
        'target and actual',
        competence,
        columns.filter(({ field }) => isLevelField(field)),
      );
    // A level of nobody in particular, and no grid.
    if (levelled) return null;
    const templates = grid.filter((column) => shares(column, body).cells === 0);
    const across = levels.length >= 1 ? [...levels, ...templates].toSorted((a, b) => a.index - b.index) : [];
    if (across.length >= 1 && levels.length * 2 >= grid.length - templates.length) {
      const people = namePeople(across.map(({ heading }) => heading));
      return found(people ? 'competences by people' : 'competences by roles', competence, across);
    }
  }
  const programme = has('frequency', 'audience', 'duration', 'due', 'type', 'role', 'provider', 'must', 'group');
  if (training !== undefined && !someone && !has('gap', 'sum')) {
    const marked = columns.filter(
      (column) => column.field === null && column.heading !== '' && areMarks(body.map((row) => cellAt(row, column))),
    );
    if (programme || marked.length >= 2) return found('training programme', training, marked.length >= 2 ? marked : []);
  }
  const listed =
    around.attended &&
    someoneColumn !== undefined &&
    !has('target', 'actual') &&
    (has('status', 'completed', 'date') ||
      columns.some(({ heading }) => SIGNED.test(fold(heading))) ||
      ATTENDED.test(fold(around.title)));
  if (listed) return found('person and training in each row', someoneColumn);
  return gridOf(columns, body, around, someoneColumn ?? first('role'));
}

const SIGNED = /sign|unterschrift|firma|podpis|assinatura|emargement|handtekening/u;
const ATTENDED =
  /attend|participant|teilnehm|anwesen|presence|presenti|asistencia|asistentes|partecipant|presenca|obecnosc|aanwezig|ucast/u;

const MARK = /^(?:x|×|✓|✔|✅|●|•|yes|ja|y|j|si|oui|m|o|r|mandatory|optional|required|recommended|pflicht|optional)$/u;

/** Whether the filled cells are marks that say whom something is for. */
const areMarks = (cells: readonly string[]): boolean => {
  const said = cells
    .map((text) => fold(text))
    .filter((text) => text !== '' && !/^[-–—]+$|^(?:no|nein|n|n\/a)$/u.test(text));
  return said.length > 0 && said.every((text) => MARK.test(text.replaceAll('\ufe0f', '')));
};

/** Whether the words around a table say that it is about what people can do. */
export const isAboutCompetence = (title: string): boolean => ABOUT_COMPETENCE.test(fold(title));

export const isLevelField = (field: ColumnField | null): boolean =>
  field === 'level' || field === 'target' || field === 'actual' || field === 'self' || field === 'manager';

/** Headings of registers whose columns hold figures too. */
const OTHER_REGISTER =
  /^(?:asset(?: ?(?:id|no\.?|name|type|tag|value))?|(?:risk |asset |data |control |process )?owner|eigentumer|custodian|classification|klassifizierung|confidentiality|vertraulichkeit|integrity|integritat|availability|verfugbarkeit|supplier(?: name)?(?: #\d+)?|lieferant|vendor(?: name| id)?|likelihood|probability|impact|eintrittswahrscheinlichkeit|schadenshohe|threat|vulnerability id|control id|applicable|anwendbar|salary|gehalt|vacation.*|urlaub.*|sick.*|overtime|hours.*|stunden.*)$/u;

/** A table with names down and names across. `named`: the column that says in its heading who stands down there. */
function gridOf(
  columns: readonly TableColumn[],
  body: readonly TableRow[],
  around: Surroundings,
  named: TableColumn | undefined,
): FoundLayout | null {
  const corner = columns.find((column) => body.some((row) => cellAt(row, column) !== ''));
  const label =
    named ?? (corner !== undefined && (corner.field === null || corner.field === 'unit') ? corner : undefined);
  if (label === undefined || body.length === 0) return null;
  const title = fold(around.title);
  const about = ABOUT_COMPETENCE.test(title);
  if (named === undefined && !about && !ABOUT_TRAINING.test(title)) return null;
  if (!(about && named !== undefined) && columns.some(({ heading }) => OTHER_REGISTER.test(fold(heading)))) return null;
  const paired = pairsOf(columns);
  if (paired.length >= 2 && named !== undefined && named.field !== 'role')
    return { layout: 'people by competences', label, data: paired };
  const candidates = columns.filter(
    (column) => column !== label && column.heading !== '' && (column.field === null || DOUBTFUL.has(column.field)),
  );
  const taught = !about && ABOUT_TRAINING.test(title);
  const open = candidates.filter(({ field }) => field === null);
  const marks = open.filter((column) => areMarks(body.map((row) => cellAt(row, column))));
  if (taught && named?.field === 'role' && marks.length >= 2 && marks.length === open.length)
    return { layout: 'roles by trainings', label, data: marks };
  const dated = datedPairsOf(columns);
  if (dated.length >= 2 && named !== undefined && named.field !== 'role')
    return { layout: 'people by competences', label, data: dated };
  const shared = candidates.map((column) => ({ column, ...shares(column, body) }));
  // Letters of a scale that only the file knows: few of them, again and again.
  const letters = about ? shared.flatMap(({ short }) => short) : [];
  const ownScale =
    areKnownLetters([...new Set(letters)]) ||
    (letters.length >= 4 && new Set(letters).size <= 8 && new Set(letters).size * 2 <= letters.length);
  const measured = shared.map((one) => (ownScale ? { ...one, levels: one.levels + one.short.length } : one));
  const data = measured.filter(({ cells, levels, days }) => cells > 0 && (levels + days) * 2 >= cells);
  const unknown = measured.filter(({ column, cells }) => cells > 0 && column.field === null);
  if (
    about &&
    named !== undefined &&
    named.field !== 'role' &&
    open.length >= 2 &&
    measured.every(({ cells }) => cells === 0)
  )
    return { layout: 'people by competences', label, data: open, blank: true };
  if (data.length < 2 || data.length * 2 < unknown.length) return null;
  const days = data.reduce((sum, column) => sum + column.days, 0);
  const cells = data.reduce((sum, column) => sum + column.cells, 0);
  const empty = measured.filter((each) => each.cells === 0 && each.column.field === null);
  const across = [...data, ...empty].map(({ column }) => column).toSorted((a, b) => a.index - b.index);
  const downPeople = named !== undefined && named.field !== 'role';
  if (days * 2 > cells)
    return downPeople || (ABOUT_TRAINING.test(title) && named === undefined)
      ? { layout: 'people by trainings', label, data: across }
      : null;
  // Hours, days and counts go on beyond five; without a title that says so they are no levels.
  if (!about && data.some(({ beyond }) => beyond)) return null;
  if (downPeople && (about || (across.length >= 3 && columns.length - across.length <= 6)))
    return { layout: taught ? 'people by trainings' : 'people by competences', label, data: across };
  // Yes and no of roles may mean anything; figures and words from none to expert do not.
  const marksOnly = across.every((column) => areMarks(body.map((row) => cellAt(row, column))));
  if (named?.field === 'role' && (about || !marksOnly)) return { layout: 'roles by competences', label, data: across };
  if (!about) return null;
  const headings = across.map(({ heading }) => heading);
  const labels = filled(body.map((row) => cellAt(row, label)));
  if (namePeople(labels)) return { layout: 'people by competences', label, data: across };
  if (namePeople(headings)) return { layout: 'competences by people', label, data: across };
  if (nameRoles(headings)) return { layout: 'competences by roles', label, data: across };
  if (nameRoles(labels)) return { layout: 'roles by competences', label, data: across };
  const sentences = labels.filter((text) => text.split(/\s+/u).length > 4).length * 3 > labels.length;
  const people = !sentences && labels.filter(mayBeName).length * 2 >= labels.length;
  return { layout: people ? 'people by competences' : 'competences by roles', label, data: across };
}

/** A short text none of whose words begins with a small letter: somebody's name, if no more is known. */
const mayBeName = (text: string): boolean => text.split(/\s+/u).length <= 4 && !/(?:^|\s)\p{Ll}{4,}/u.test(text);

/** Columns of days that stand in pairs below the names of certificates: when obtained, until when valid. */
const datedPairsOf = (columns: readonly TableColumn[]): readonly TableColumn[] => {
  const below = columns.filter(
    ({ field, group }) => group !== null && (field === 'completed' || field === 'date' || field === 'until'),
  );
  const groups = Map.groupBy(below, ({ group }) => group);
  return groups.size >= 2 && [...groups.values()].every((pair) => pair.length >= 2) ? below : [];
};

/** Columns of wanted and actual levels that stand in pairs below the names of competences. */
const pairsOf = (columns: readonly TableColumn[]): readonly TableColumn[] => {
  const below = columns.filter(({ field, group }) => (field === 'target' || field === 'actual') && group !== null);
  return new Set(below.map(({ group }) => group)).size >= 2 ? below : [];
};
