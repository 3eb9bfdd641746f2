import { fold, plainText } from '../intake/cell-text.ts';
import type { Sheet } from '../intake/sheet.ts';
import { edition2013 } from '../../domain/edition-2013.ts';
import { controlReference, numberIn2013 } from './control-reference.ts';

/** By which identifiers one knows catalogues that are not Annex A. Their owners' published numbering schemes. */
const identifiers: readonly (readonly [string, RegExp])[] = [
  ['the NIST Cybersecurity Framework', /^(?:gv|id|pr|de|rs|rc)\.[a-z]{2}-\d{1,2}\b/u],
  ['NIST SP 800-53', /^(?:ac|at|au|ca|cm|cp|ia|ir|ma|mp|pe|pl|pm|ps|pt|ra|sa|sc|si|sr)-\d{1,2}(?:\(\d+\))?(?![\d.])/u],
  ['the trust services criteria (SOC 2)', /^cc\d\.\d/u],
  ['IT-Grundschutz', /^(?:isms|orp|con|ops|app|sys|ind|net|inf|der)\.\d/u],
  ['the CSA Cloud Controls Matrix', /^(?:a&a|ais|bcr|ccc|cek|dcs|dsp|grc|hrs|iam|ipy|ivs|log|sef|sta|tvm|uem)-\d\d\b/u],
  ['ISO/IEC 27017', /^cld\.\d/u],
];

const isVdaIsa = (sheet: Sheet): boolean =>
  sheet.rows.slice(0, 40).some(({ cells }) => {
    const headings = new Set(cells.map((cell) => fold(cell).replace(/\s*\(.*$/u, '')));
    return headings.has('must') && headings.has('should');
  });

/** The cells of the column in which a catalogue's identifiers stand: one of the first three. */
const columns = (sheet: Sheet): readonly (readonly string[])[] =>
  [0, 1, 2].map((index) => sheet.rows.flatMap(({ cells }) => plainText(cells[index] ?? '').toLowerCase() || []));

/** Whether the numbers of a column are those of the edition of 2013: three levels, chapters up to 18. */
function isOf2013(cells: readonly string[]): boolean {
  const references = cells.flatMap((cell) => controlReference(cell) ?? []);
  const old = references.filter(({ kind }) => kind === 'edition-2013').length;
  if (old > 0) return old >= 3 || old * 4 >= references.length;
  // Without `A.`, numbers of chapters 5 to 9 look like clauses; three levels throughout are the controls of 2013.
  const numbers = cells.flatMap((cell) => numberIn2013(cell).number ?? []);
  return numbers.filter((number) => edition2013(`A.${number}`) !== null).length >= 5;
}

const holdsControls = (cells: readonly string[]): boolean =>
  cells.filter((cell) => controlReference(cell)?.kind === 'control').length * 2 > cells.length && !isOf2013(cells);

/** Whether a table numbers its controls as ISO/IEC 27001:2013 does, and has no column with the numbers of 2022. */
export const isEdition2013 = (sheet: Sheet): boolean =>
  !isVdaIsa(sheet) && columns(sheet).some(isOf2013) && !columns(sheet).some(holdsControls);

/** The name of the catalogue that a table is about when it is none of Annex A of ISO/IEC 27001, of 2022 or 2013. */
export function foreignCatalogue(sheet: Sheet): string | null {
  if (isVdaIsa(sheet)) return 'VDA ISA';
  for (const cells of columns(sheet)) {
    for (const [name, pattern] of identifiers) if (cells.filter((cell) => pattern.test(cell)).length >= 2) return name;
    if (holdsControls(cells) || isOf2013(cells)) return null;
    const references = cells.flatMap((cell) => controlReference(cell) ?? []);
    const own = references.filter((one) => one.kind === 'unknown' && one.bare).length;
    if (own >= 3 && own * 2 > references.length) return 'another catalogue';
  }
  return null;
}
