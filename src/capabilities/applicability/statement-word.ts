import { fold } from '../intake/cell-text.ts';
import type { ApplicabilityFields } from './model.ts';

/** Words compared without case, accents, underscores and brackets, in English, German, French, Spanish, Dutch, Russian and Czech. */
const wordsOf = (text: string): string =>
  fold(text)
    .replaceAll('œ', 'oe')
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .replace(/^\d+\s*[-–—:.)]\s*(?=\p{L})/u, '')
    .replace(/[_\s'’.-]+/gu, ' ')
    .trim();

const listed = (text: string): ReadonlySet<string> =>
  new Set(text.split(',').map((word) => wordsOf(word) || word.trim()));

const yes = listed(
  'y, yes, true, 1, x, ✓, ✔, ✅, ☑, applicable, applies, included, include, in, in scope, selected, required, relevant, j, ja, wahr, anwendbar, zutreffend, eingeschlossen, enthalten, o, oui, vrai, inclus, incluse, retenu, retenue, s, si, verdadero, aplicable, aplica, incluido, incluida, van toepassing, opgenomen, geselecteerd, да, применимо, применима, применяется, включено, включена, ano, aplikovatelné, použitelné, uplatněno, relevantní, zahrnuto',
);
const no = listed(
  'n, no, false, 0, ✗, ✘, ❌, ☒, not applicable, n/a, na, n a, excluded, exclude, out, out of scope, not included, not selected, not required, not relevant, nein, falsch, nicht anwendbar, nicht zutreffend, nicht relevant, ausgeschlossen, entfallt, non, faux, non applicable, n est pas applicable, exclu, exclue, non retenu, non retenue, falso, no aplicable, no aplica, excluido, excluida, nee, niet van toepassing, nvt, n.v.t., uitgesloten, нет, не применимо, неприменимо, неприменима, не применяется, исключено, исключена, н/п, ne, neaplikovatelné, nepoužitelné, neuplatněno, nerelevantní, vyloučeno, vyřazeno',
);

const isDash = (cell: string): boolean => /^[\s–—-]*$/u.test(cell);

/** True, false, null for a blank cell or a dash; undefined for words that say neither. */
export function applicabilityWord(cell: string): boolean | null | undefined {
  const words = wordsOf(cell);
  if (words === '') return isDash(cell) ? null : undefined;
  if (yes.has(words)) return true;
  return no.has(words) ? false : undefined;
}

type Status = ApplicabilityFields['status'];

const statusWords: Readonly<Record<Status, ReadonlySet<string>>> = {
  'not-started': listed(
    'not started, not implemented, not in place, open, to do, todo, no, n, missing, absent, pending, outstanding, nein, nicht begonnen, nicht gestartet, nicht umgesetzt, nicht implementiert, nicht vorhanden, offen, ausstehend, fehlt, non, non commence, pas commence, non demarre, non mis en oeuvre, non implemente, pas mis en oeuvre, non mise en oeuvre, a faire, absente, no iniciado, no iniciada, sin iniciar, no implementado, no implementada, no implantado, no implantada, pendiente, 0%, 0 %, niet gestart, niet begonnen, niet geïmplementeerd, nog niet gestart, nee, не начато, не внедрено, не реализовано, не выполнено, отсутствует, нет, nezahájeno, nezavedeno, neimplementováno, není zavedeno, chybí, ne',
  ),
  planned: listed(
    'planned, plan, scheduled, to be implemented, in planning, geplant, in planung, vorgesehen, eingeplant, planifie, planifiee, prevu, prevue, planificado, planificada, planeado, planeada, previsto, prevista, gepland, ingepland, запланировано, запланирована, планируется, в планах, plánováno, naplánováno, plánuje se, v plánu',
  ),
  partial: listed(
    'partial, partially, partly, partially implemented, partly implemented, implemented partially, partly in place, partially in place, in progress, ongoing, wip, started, under way, underway, in implementation, implementing, being implemented, teilweise, teilweise umgesetzt, teilweise implementiert, teilumgesetzt, in arbeit, in bearbeitung, in umsetzung, laufend, begonnen, partiel, partielle, partiellement, partiellement mis en oeuvre, partiellement implemente, partiellement mise en oeuvre, mis en oeuvre partiellement, en cours, en cours de mise en oeuvre, parcial, parcialmente, parcialmente implementado, parcialmente implementada, implementado parcialmente, parcialmente implantado, en curso, en proceso, en progreso, en implementacion, gedeeltelijk, deels, gedeeltelijk geïmplementeerd, deels geïmplementeerd, in uitvoering, bezig, lopend, частично, частично внедрено, частично внедрена, частично реализовано, в процессе, в процессе внедрения, в работе, внедряется, částečně, částečně zavedeno, částečně implementováno, probíhá, rozpracováno, v průběhu, v realizaci',
  ),
  implemented: listed(
    'implemented, fully implemented, implemented fully, full, fully, complete, completed, done, in place, fully in place, yes, y, established, operational, live, umgesetzt, vollstandig umgesetzt, voll umgesetzt, implementiert, vollstandig implementiert, vollstandig, erledigt, abgeschlossen, ja, vorhanden, eingefuhrt, mis en oeuvre, mise en oeuvre, mis en place, implemente, implementee, entierement mis en oeuvre, totalement mis en oeuvre, realise, realisee, termine, terminee, fait, en place, oui, implementado, implementada, implantado, implantada, totalmente implementado, completamente implementado, completado, completada, hecho, terminado, si, 100%, 100 %, geïmplementeerd, volledig geïmplementeerd, volledig, ingevoerd, gereed, afgerond, внедрено, внедрена, полностью внедрено, реализовано, полностью реализовано, выполнено, действует, да, zavedeno, plně zavedeno, implementováno, plně implementováno, realizováno, splněno, hotovo, ano',
  ),
};

const statusOf: ReadonlyMap<string, Status> = new Map(
  (Object.keys(statusWords) as Status[]).flatMap((status) =>
    [...statusWords[status]].map((word) => [word, status] as const),
  ),
);

/** A status, `none` where the cell says that the control is out (`n/a`), null for a blank cell or a dash; undefined for other words. */
export function statusWord(cell: string): Status | 'none' | null | undefined {
  const words = wordsOf(cell);
  if (words === '') return isDash(cell) ? null : undefined;
  const known = statusOf.get(words);
  if (known !== undefined) return known;
  if (/^[1-9]\d?(?:[.,]\d+)? ?%$/u.test(words)) return 'partial';
  return no.has(words) || words === 'none' || words === 'keine' ? 'none' : undefined;
}
