import { fold, saysNone } from '../intake/cell-text.ts';
import { inclusionReasons, type InclusionReason } from './model.ts';
import { reasonTexts } from './statement-text.ts';

const listed = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

const key = (text: string): string =>
  fold(text)
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What may call for a control, as statements write it, with the codes of many templates (LR, CO, BR/BP, RRA). */
const words: { readonly [R in InclusionReason]: readonly string[] } = {
  risk: listed(
    'risk, risks, r, ra, rra, risk treatment, risk assessment, result of risk assessment, results of risk assessment, risk based, risiko, risiken, risikobehandlung, risikobeurteilung, risikoanalyse, risikobewertung, ergebnis der risikobeurteilung, risque, risques, traitement du risque, traitement des risques, analyse de risque, analyse des risques, appréciation des risques, riesgo, riesgos, tratamiento de riesgos, análisis de riesgos, evaluación de riesgos, risico, risicos, risicobehandeling, risicobeoordeling, risicoanalyse, риск, риски, обработка рисков, оценка рисков, riziko, rizika, ošetření rizik, posouzení rizik, hodnocení rizik, analýza rizik',
  ),
  legal: listed(
    'legal, law, laws, l, lr, legal requirement, legal requirements, legal and regulatory, legal regulatory, legislation, regulatory, regulation, regulatory requirement, statutory, gesetz, gesetze, gesetzlich, recht, rechtlich, gesetzliche anforderung, gesetzliche anforderungen, rechtliche anforderungen, regulatorisch, loi, lois, légal, légale, exigence légale, exigences légales, réglementaire, ley, leyes, requisito legal, requisitos legales, normativa, wet, wettelijk, wetgeving, wet en regelgeving, wettelijke eis, wettelijke eisen, закон, законодательство, требования законодательства, законодательные требования, правовые требования, zákon, zákony, legislativa, právní požadavek, právní požadavky, zákonné požadavky',
  ),
  contractual: listed(
    'contractual, contract, contracts, c, co, contractual obligation, contractual obligations, contractual requirement, contractual requirements, customer, customer requirement, vertrag, verträge, vertraglich, vertragliche verpflichtung, vertragliche verpflichtungen, vertragliche anforderungen, kundenanforderung, contrat, contrats, contractuel, contractuelle, obligation contractuelle, obligations contractuelles, exigences contractuelles, contrato, contratos, obligación contractual, obligaciones contractuales, contractueel, contractuele verplichting, contractuele verplichtingen, contractuele eis, договор, договоры, контракт, договорные обязательства, контрактные обязательства, smlouva, smlouvy, smluvní, smluvní závazek, smluvní závazky, smluvní požadavky',
  ),
  business: listed(
    'business, b, br, br bp, bp br, business requirement, business requirements, business need, business needs, geschäft, geschäftlich, geschäftsanforderung, geschäftsanforderungen, geschäftliche anforderungen, betrieblich, betriebliche anforderung, betriebliche anforderungen, métier, besoin métier, exigence métier, exigences métier, negocio, requisito de negocio, requisitos de negocio, requisitos del negocio, bedrijf, bedrijfseis, bedrijfseisen, zakelijk, zakelijke eis, бизнес, требования бизнеса, бизнес требования, obchodní požadavek, obchodní požadavky, požadavky podnikání, potřeby organizace',
  ),
  'good-practice': listed(
    'good practice, good practices, best practice, best practices, adopted best practice, adopted best practices, bp, gp, industry practice, bewährte praxis, gute praxis, stand der technik, bonne pratique, bonnes pratiques, buena práctica, buenas prácticas, mejores prácticas, goede praktijk, beste praktijk, лучшая практика, лучшие практики, передовая практика, хорошая практика, dobrá praxe, osvědčená praxe, osvědčený postup, nejlepší praxe',
  ),
};

const reasonOf: ReadonlyMap<string, InclusionReason> = new Map(
  inclusionReasons.flatMap((reason) =>
    [...words[reason], reasonTexts[reason]].map((word) => [key(word), reason] as const),
  ),
);

/** The reason that a heading stands for, in a table with a column for each: `LR`, `Contractual obligations (CO)`. Single letters name none. */
export function reasonHeading(cell: string): InclusionReason | null {
  const ways = [cell, cell.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' '), /[([]([^)\]]+)[)\]]/u.exec(cell)?.[1] ?? ''];
  for (const way of ways) {
    const found = key(way).length < 2 ? undefined : reasonOf.get(key(way));
    if (found !== undefined) return found;
  }
  return null;
}

/** The reasons that a cell names, in the model's order, and the words that name none. A blank cell or a dash says nothing. */
export function reasonsIn(cell: string): {
  readonly reasons: readonly InclusionReason[];
  readonly unknown: readonly string[];
} {
  if (cell.trim() === '' || saysNone(cell)) return { reasons: [], unknown: [] };
  const whole = reasonOf.get(key(cell));
  if (whole !== undefined) return { reasons: [whole], unknown: [] };
  const parts = cell
    .split(/[,;/+&|\n]|\s(?:and|und|et|y|en|и|a)\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !saysNone(part));
  const named = new Set(parts.flatMap((part) => reasonOf.get(key(part)) ?? []));
  return {
    reasons: inclusionReasons.filter((reason) => named.has(reason)),
    unknown: parts.filter((part) => !reasonOf.has(key(part))),
  };
}
