/** What a column of a statement says. `excluded` says yes where a control is out; `inclusion` and `exclusion` are prose. */
export type StatementField =
  | 'control'
  | 'applicable'
  | 'excluded'
  | 'justification'
  | 'inclusion'
  | 'exclusion'
  | 'status'
  | 'statusOn'
  | 'reasons'
  | 'evidence'
  | 'link';

const listed = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

/** Headings as organizations write them: English, German, French, Spanish, Dutch, Russian, Czech. */
export const headingWords: readonly (readonly [StatementField, readonly string[]])[] = [
  [
    'control',
    listed(
      `control, control id, control no, control number, control nr, control ref, control reference, control code, number, no, nr, id, ref, reference, code, annex a, annex a control, annex a reference, annex a ref, iso control, iso 27001, iso 27001 control, iso 27001 2022, iso iec 27001 2022, iso 27001 2013, iso iec 27001 2013, requirement, requirement id, section, clause, kontrolle, kontroll id, massnahme, massnahmen nr, massnahmennummer, nummer, referenz, anforderung, anhang a, mesure, no mesure, ref mesure, numero, identifiant, annexe a, controle, control iso, id control, id del control, numero de control, codigo, anexo a,
      beheersmaatregel, beheersmaatregelen, maatregel, maatregelnummer, referentie, bijlage a,
      контроль, мера, мера управления, мера защиты, меры управления, номер, номер меры, номер контроля, пункт, раздел, требование, приложение а,
      opatření, číslo, číslo opatření, označení, příloha a, požadavek, id opatření`,
    ),
  ],
  [
    'applicable',
    listed(
      `applicable, applicability, is applicable, applicable y n, applicable yes no, control applicable, applies, included, inclusion, include, included excluded, inclusion exclusion, in scope, selected, applicability status, control applicability, anwendbar, anwendbarkeit, anwendbar ja nein, zutreffend, relevant, relevanz, applicabilite, applicable oui non, retenu, retenue, inclus, aplicable, aplicabilidad, aplica, aplicable si no, incluido, incluida,
      van toepassing, toepasselijk, toepasselijkheid, toepasbaar, geselecteerd, opgenomen, van toepassing ja nee,
      применимо, применима, применимость, применяется, применение, включено, включена, применимо да нет,
      aplikovatelné, aplikovatelnost, použitelné, použitelnost, uplatněno, aplikováno, relevantní, zahrnuto, platí, aplikovatelné ano ne`,
    ),
  ],
  [
    'excluded',
    listed(
      `excluded, exclude, not applicable, out of scope, ausgeschlossen, nicht anwendbar, exclu, exclue, non applicable, excluido, excluida, no aplicable, no aplica,
      uitgesloten, niet van toepassing, исключено, исключена, неприменимо, не применимо, vyloučeno, vyřazeno, neaplikovatelné`,
    ),
  ],
  [
    'justification',
    listed(
      `justification, justifications, reason, reasons, rationale, reasoning, why, why it is in or out, justification of applicability, begrundung, begruendung, grund, motif, raison, justificacion, motivo, razon, motivering, onderbouwing,
      rechtvaardiging, reden, toelichting, обоснование, обоснование применимости, причина, пояснение, zdůvodnění, odůvodnění, důvod`,
    ),
  ],
  [
    'status',
    listed(
      `status, state, implementation, implementation status, implementation state, implementation progress, implementation level, control status, control implementation status, status of implementation, completeness, completion, progress, maturity, maturity level, capability level, umsetzungsstatus, umsetzungsstand, umsetzungsgrad, umsetzung, implementierung, implementierungsstatus, implementationsstatus, stand der umsetzung, erfullungsgrad, reifegrad, statut, statut de mise en oeuvre, etat de mise en oeuvre, etat, mise en oeuvre, statut d implementation, etat d implementation, avancement, niveau de maturite, maturite, estado, estado de implementacion, estado de implantacion, implementacion, implantacion, estado de la implementacion, nivel de madurez, madurez, grado de implantacion,
      implementatiestatus, implementatie, stand van zaken, uitvoeringsstatus, volwassenheid, volwassenheidsniveau, voortgang,
      статус, статус внедрения, статус реализации, состояние, степень внедрения, степень реализации, внедрение, реализация, уровень зрелости, зрелость,
      stav, stav implementace, stav zavedení, stav realizace, implementace, zavedení, úroveň zralosti, zralost, úroveň vyspělosti`,
    ),
  ],
  [
    'statusOn',
    listed(
      `status date, status on, status as of, date of status, implementation date, date of implementation, implemented on, date implemented, assessed on, assessment date, date assessed, date of assessment, last assessed, last review, last reviewed, last review date, reviewed on, verified on, last verified, umsetzungsdatum, statusdatum, datum, datum der umsetzung, umgesetzt am, stand vom, gepruft am, letzte prufung, letzte uberprufung, bewertet am, datum der bewertung, date de mise en oeuvre, date du statut, date d implementation, date d evaluation, mis en oeuvre le, derniere revue, fecha de implementacion, fecha de implantacion, fecha de estado, fecha del estado, fecha de evaluacion, ultima revision, fecha,
      implementatiedatum, datum implementatie, statusdatum, datum status, beoordeeld op, datum beoordeling,
      дата внедрения, дата статуса, дата реализации, дата оценки, дата,
      datum implementace, datum zavedení, datum stavu, datum hodnocení`,
    ),
  ],
  [
    'evidence',
    listed(
      `evidence, evidences, evidence reference, evidence references, evidence id, evidence ids, evidence location, evidence document, evidence documents, supporting evidence, proof, records, nachweis, nachweise, nachweisdokument, nachweisdokumente, beleg, belege, evidenz, evidenzen, preuve, preuves, elements de preuve, element de preuve, preuve de mise en oeuvre, evidencia, evidencias, prueba, pruebas,
      bewijs, bewijsstuk, bewijsstukken, bewijsmateriaal, свидетельство, свидетельства, доказательство, доказательства, подтверждение, подтверждающие документы, důkaz, důkazy, doklad, doklady`,
    ),
  ],
  [
    'link',
    listed(
      'link, links, url, hyperlink, link reference, evidence link, evidence links, evidence url, lien, enlace, ссылка, odkaz',
    ),
  ],
  [
    'reasons',
    listed('called for by, drivers, driver, control driver, basis for selection, source, origin, herkunft, quelle'),
  ],
];

/** A document's name, where a column of links stands beside it. */
export const documentWords: readonly string[] = listed(
  'document, document title, document name, title of document, dokument, dokumenttitel, titre du document, documento, документ',
);
