import type { DocumentKind } from './recognition.ts';

/**
 * By which headings one knows a register. Patterns meet folded headings: lower case, no accents, underscores as spaces.
 * Collected from registers that organizations publish, in English, German, French, Spanish, Dutch, Russian and Czech.
 */
export interface RegisterKind {
  readonly kind: DocumentKind;
  /** What the rows are about; at least one heading says it, or else the title. */
  readonly subject: RegExp;
  /** How the file, sheet or heading above may say it instead. */
  readonly title: RegExp;
  /** What the rows say about their subject. */
  readonly companions: readonly RegExp[];
  /** How many of the companions must be there. */
  readonly atLeast: number;
  /** Headings that only another kind of register has. */
  readonly never?: RegExp;
}

const CONTROL =
  /^(?:control|clause|requirement|ref|id$|iso|annex|mesure|exigence|massnahme|anforderung|referenz|kontroll|beheersmaatregel|пункт|мера|opatreni|control(?:e|es)?)|^(?:iso|annex).*|(?:^| )(?:control|clause|control id)$/u;

export const registerKinds: readonly RegisterKind[] = [
  {
    kind: 'applicability',
    subject:
      /applicab|anwendbar|^included|^inclusion|is control implemented|reason for inclusion|van toepassing|toepasselijk|aplicab|применим|aplikovateln/u,
    title:
      /statement of applicability|(?<![\p{L}])soa(?![\p{L}])|anwendbarkeit|applicabilite|aplicabilidad|gap assessment|control mapping|применимост|prohlaseni o aplikovatelnosti|isa$/u,
    companions: [
      CONTROL,
      /justif|begrundung|reason|reden|обоснован|zduvodneni|exclusion/u,
      /implement|umsetz|status|statut|estado|etat|score|maturity|reife|owner|verantwort/u,
    ],
    atLeast: 2,
    never: /^(?:training|schulung|supplier|vendor|lieferant)/u,
  },
  {
    kind: 'training',
    subject:
      /^(?:required |identified |completed )?(?:training|schulung|course|kurs|module|formation|capacitacion|curso|opleiding|обучен|курс|skoleni)(?!.*(?:gap))|awareness/u,
    title: /training|schulung|awareness|formation|capacitacion|opleiding|обучен|skoleni/u,
    companions: [
      /complet|abgeschlossen|durchgefuhrt|termine|realis|afgerond|due|fallig|deadline|дата|date|datum/u,
      /frequen|haufigkeit|turnus|refresh|auffrisch|periodic|interval|dauer|duration/u,
      /role|rolle|person|name|staff|participant|teilnehmer|zielgruppe|target|audience|employee|mitarbeit|tier|employe|empleado/u,
      /status|evidence|nachweis|format|mandatory|type|art|zertifikat|certif|provider|anbieter/u,
    ],
    atLeast: 2,
  },
  {
    kind: 'competence',
    subject: /competen|kompeten|skill|fahigkeit|qualifi|proficien|компетен|навык|schopnost|dovednost|vaardighe/u,
    title: /competen|kompeten|skill|qualifikation|компетен|dovednost|vaardighe/u,
    companions: [
      /role|rolle|position|name|person|puesto|poste|роль|funktion|staff|functie/u,
      /level|niveau|nivel|stufe|soll|required|erforderlich|proficien|minimum|(?:^| )l[1-5](?:\)|$)|\(l\d\)|уровень|uroven/u,
      /(?:^| )ist(?:$| )|gap|source|quelle|education|experience|erfahrung|verification|evidence|area|bereich|training/u,
    ],
    atLeast: 1,
    never:
      /^(?:candidate|bewerber|candidat|phone|telefon|salary|gehalt|responsibilit|reports to|years of experience|supplier|vendor|lieferant|risk|likelihood|probability)/u,
  },
  {
    kind: 'suppliers',
    subject:
      /supplier|vendor|lieferant|third part|^provider|dienstleister|sub-?processor|auftragsverarbeiter|fournisseur|prestataire|proveedor|leverancier|поставщик|dodavatel/u,
    title:
      /supplier|vendor|lieferant|third part|sub ?processor|dienstleister|fournisseur|proveedor|leverancier|поставщик|dodavatel/u,
    companions: [
      /service|leistung|product|purpose|zweck|services?|servicio|dienst/u,
      /contract|currency|vertrag|contrat|contrato|dpa|avv|agreement|договор|smlouva/u,
      /critical|kritik|criticite|tier|risk|classification|category|kategorie|type/u,
      /review|assessment|prufung|certif|iso|location|standort|region|country|status|owner|email|contact/u,
    ],
    atLeast: 2,
    never: /likelihood|threat|eintrittswahrscheinlich|training|schulung/u,
  },
  {
    kind: 'assets',
    subject: /(?:^| )assets?(?: |$)|hostname|serial|gerat|vermogenswert|^actif|^activo|bedrijfsmiddel|актив|^aktivum/u,
    title:
      /(?<![\p{L}])assets?(?![\p{L}])|inventory|inventar|inventaire|vermogenswert|activos|actifs|реестр активов|aktiva/u,
    companions: [
      /owner|custodian|eigentumer|verantwort|proprietaire|propietario|eigenaar|владелец|vlastnik/u,
      /classif|klassifi|confidential|vertraulich|integrity|schutzbedarf|классифик/u,
      /location|standort|type|kind|typ$|category|kategorie|environment|model|emplacement|ubicacion|locatie/u,
      /critical|kritik|availab|verfugbar|status|description|beschreibung/u,
    ],
    atLeast: 2,
    never: /likelihood|threat|^risk title|eintrittswahrscheinlich|controls?$|objective/u,
  },
  {
    kind: 'catalogue',
    subject: /assessable|^must$|^question|requirement (?:id|text)|control (?:text|statement)|implementation groups?/u,
    title: /catalog|katalog|library|framework/u,
    companions: [
      /^(?:ref|id|ref id|control|requirement|code|nr|no)/u,
      /^(?:name|title|titel|description|text|statement|objective)/u,
    ],
    atLeast: 2,
    never: /status|owner|score/u,
  },
];
