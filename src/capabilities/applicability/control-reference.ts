import { annexAControls, findRequirement, type ControlRequirement } from '../../domain/catalogue.ts';
import { fold, plainText } from '../intake/cell-text.ts';

/** What a cell names. A number without `A.` may be a clause, a control, or somebody's own numbering. */
export type ControlReference =
  | { readonly kind: 'control'; readonly control: ControlRequirement; readonly bare: boolean }
  /** `A.9.2.1`, `A.12.3`: the numbering of the edition of 2013. */
  | { readonly kind: 'edition-2013'; readonly id: string }
  | { readonly kind: 'clause'; readonly id: string }
  /** A theme or group of controls: `A.5`, `8`. */
  | { readonly kind: 'group'; readonly id: string }
  /** Numbered like a control, and none: `A.5.99`, `1.4`. */
  | { readonly kind: 'unknown'; readonly id: string; readonly bare: boolean };

const NUMBER =
  /^(?:iso(?: ?\/ ?iec)? ?27001(?: ?: ?20\d\d)? )?(?:(?:annex|anhang|annexe|anexo|bijlage|приложение|priloha) )?([aа])?[\s.:-]*(\d{1,2}(?:\.\d{1,2}){0,3})\.?(?=$|[\s:)(,;–—-])/u;
const LEAD = /^(?:control|clause|massnahme|mesure|kontrolle|maatregel|мера|контроль|opatreni|§) /u;

/** The control, clause or group that a cell begins with: `**A.5.1**`, `5.1 Policies`, `Annex A 8.8`, `A5.1`; else null. */
export function controlReference(cell: string): ControlReference | null {
  const match = NUMBER.exec(fold(plainText(cell)).replace(LEAD, ''));
  const number = match?.[2];
  if (number === undefined) return null;
  const bare = match?.[1] === undefined;
  // `5.01` and `A.5.1` are the same control.
  const levels = number.split('.').map(Number);
  const id = levels.join('.');
  const [chapter = 0] = levels;
  if (levels.length === 1) return bare ? null : { kind: 'group', id: `A.${id}` };
  const control = findRequirement(`A.${id}`);
  if (control?.kind === 'control') return { kind: 'control', control, bare };
  const inAnnexOf2013 = chapter >= 5 && chapter <= 18;
  if (!bare && inAnnexOf2013 && (levels.length === 3 || chapter > 8)) return { kind: 'edition-2013', id: `A.${id}` };
  if (bare && chapter > 10 && inAnnexOf2013 && levels.length === 3) return { kind: 'edition-2013', id };
  if (bare && (chapter === 4 || chapter === 9 || chapter === 10)) return { kind: 'clause', id };
  return { kind: 'unknown', id: bare ? id : `A.${id}`, bare };
}

/** The number that a cell begins with, as the edition of 2013 numbers controls: `A.9.2.1` or `9.2.1` gives 9.2.1. */
export function numberIn2013(cell: string): { readonly number: string | null; readonly lettered: boolean } {
  const match = NUMBER.exec(fold(plainText(cell)).replace(LEAD, ''));
  const number = match?.[2]?.split('.').map(Number).join('.') ?? null;
  return { number, lettered: match?.[1] !== undefined };
}

const titled: ReadonlyMap<string, ControlRequirement> = new Map(
  annexAControls.map((control) => [fold(control.title), control]),
);

/** The control whose title a cell is, word for word but for accents and case. */
export const controlTitled = (cell: string): ControlRequirement | undefined => titled.get(fold(cell));
