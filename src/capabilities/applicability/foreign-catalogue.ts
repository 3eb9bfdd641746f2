import { fold, plainText } from '../intake/cell-text.ts';
import type { Sheet } from '../intake/sheet.ts';
import { controlReference } from './control-reference.ts';

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

/** The name of the catalogue that a table is about when it is another one than Annex A of ISO/IEC 27001:2022. */
export function foreignCatalogue(sheet: Sheet): string | null {
  if (isVdaIsa(sheet)) return 'VDA ISA';
  for (const cells of columns(sheet)) {
    for (const [name, pattern] of identifiers) if (cells.filter((cell) => pattern.test(cell)).length >= 2) return name;
    const references = cells.flatMap((cell) => controlReference(cell) ?? []);
    const old = references.filter(({ kind }) => kind === 'edition-2013').length;
    if (old >= 3 || (old > 0 && old * 4 >= references.length)) return 'ISO/IEC 27001:2013';
    const own = references.filter((one) => one.kind === 'unknown' && one.bare).length;
    if (own >= 3 && own * 2 > references.length) return 'another catalogue';
  }
  return null;
}
