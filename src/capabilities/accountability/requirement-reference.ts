import { fold, plainText } from '../intake/cell-text.ts';
import type { RequirementReference } from './parsed-matrix.ts';

const ANNEX =
  /(?<![\p{L}\p{N}.])(?:annex\s*a|anhang\s*a|annexe\s*a|anexo\s*a|bijlage\s*a|a)[\s.:-]*(\d{1,2}(?:\.\d{1,2}){1,2})(?![\p{N}])/iu;
const NUMBER =
  /^(?:§\s*|clause\s+|control\s+|section\s+|kapitel\s+|abschnitt\s+|chapitre\s+|clausula\s+)?(\d{1,2}(?:\.\d{1,2}){1,2})(?=[\s:)–—-]|\.?$)/u;
const SAYS_REQUIREMENT =
  /clause|control|annex|iso|anforderung|requirement|klausel|massnahme|kapitel|clausula|exigence|mesure|norm|§|пункт|opatreni|beheersmaatregel|section/u;

/**
 * The clause or control that a label names, if it does: `A.5.1 Policies`, `Annex A 8.8`, `5.3 Roles`, `Clause 9.2`.
 * Numbers outside 4 to 10 (18 with `A.`, for the 2013 numbering) are somebody's own numbering.
 * @param label text of the cell
 * @param heading heading of its column, which may say that the number is a control
 */
export const requirementReferenceIn = (label: string, heading: string): RequirementReference | null => {
  const text = plainText(label);
  const annex = ANNEX.exec(text)?.[1];
  if (annex !== undefined && Number(annex.split('.')[0]) >= 5 && Number(annex.split('.')[0]) <= 18) {
    return { id: `A.${annex}`, explicit: true };
  }
  const folded = fold(label);
  const number = NUMBER.exec(folded)?.[1];
  if (number === undefined) return null;
  const chapter = Number(number.split('.')[0]);
  if (chapter < 4 || chapter > 10) return null;
  return { id: number, explicit: SAYS_REQUIREMENT.test(fold(heading)) || /^[^\d]/u.test(folded) };
};
