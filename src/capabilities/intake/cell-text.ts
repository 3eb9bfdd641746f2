const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const MARKUP_TAG = /<\/?(?:b|strong|i|em|u|s|sup|sub|span|p|div|code|small|mark|font|center|kbd)(?:\s[^<>]*)?>/gi;
const BREAK_TAG = /<br\s*\/?>/gi;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', ' '],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&shy;', ''],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
]);

/** Longer cells than this are prose in a wrong place; their tail adds nothing to what a table means. */
const LONGEST = 4000;

/** Anything that `plainText` would change but for the form of its accents. Most cells of a table have none of it. */
const MARKED = /[\\<&`*_[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\s\s|[^\S ]|^\s|\s$/u;

// An escaped character is parked in a private-use area, so that removing emphasis does not see it.
const PARKED = 0xe000;

/**
 * The words of a cell or heading, without what only shows them differently: emphasis, code marks, links, line breaks,
 * soft hyphens, escapes. `**A\*<br>R**` gives `A* R`.
 */
export const plainText = (cell: string): string =>
  MARKED.test(cell) || cell.length > LONGEST ? unmarked(cell) : cell.normalize('NFC');

const unmarked = (cell: string): string =>
  cell
    .slice(0, LONGEST)
    .replace(INVISIBLE, '')
    .replace(ESCAPED, (_, character: string) => String.fromCharCode(PARKED + character.charCodeAt(0)))
    .replace(BREAK_TAG, ' ')
    .replace(MARKUP_TAG, '')
    .replace(/&(?:nbsp|amp|lt|gt|quot|shy|ndash|mdash|#39);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/`+([^`]+)`+/g, '$1')
    .replace(/\*{1,3}([^*]+)\*{1,3}/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])_{1,3}([^_]+)_{1,3}(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/[\ue021-\ue07e]/g, (parked) => String.fromCharCode(parked.charCodeAt(0) - PARKED))
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();

/** For comparing words across languages and habits of writing: lower case, without accents. `Tätigkeit` gives `tatigkeit`. */
export const fold = (text: string): string =>
  plainText(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

const NONE =
  /^(?:[-–—−‒―·.•/\\_~∅]+|n\/?\.?a\.?|n\/v|none|nil|kein[er]?|entfallt|aucune?|neant|ningun[oa]?|geen|nvt|n\.v\.t\.|н\/п|нет|zadn[ya]|nessuno)$/u;

/** Whether a cell says in so many words that nothing belongs there: a dash, `n/a`, `keine`. An empty cell does not. */
export const saysNone = (cell: string): boolean => NONE.test(fold(cell));
