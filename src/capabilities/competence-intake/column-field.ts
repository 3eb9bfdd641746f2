import { fold } from '../intake/cell-text.ts';
import { furtherHeadings } from './column-words.ts';

/** What a column of a competence or training document holds. */
export type ColumnField =
  | 'number'
  | 'person'
  | 'given'
  | 'family'
  | 'email'
  | 'externalId'
  | 'role'
  | 'roleKey'
  | 'unit'
  | 'jobTitle'
  | 'competence'
  | 'competenceKey'
  | 'group'
  | 'level'
  | 'target'
  | 'actual'
  | 'self'
  | 'manager'
  | 'gap'
  | 'must'
  | 'refresh'
  | 'date'
  | 'until'
  | 'method'
  | 'assessor'
  | 'evidence'
  | 'evidenceKind'
  | 'reference'
  | 'note'
  | 'training'
  | 'trainingKey'
  /** What a row is about, without saying whether it is to be known or was taught: the table tells. */
  | 'topic'
  /** What the register of people keeps, or nobody: when somebody began, their birthday. */
  | 'personal'
  /** The name of a certificate where no column names a competence. */
  | 'certificate'
  | 'type'
  | 'due'
  | 'completed'
  | 'status'
  | 'nextRefresh'
  | 'frequency'
  | 'audience'
  | 'duration'
  | 'provider'
  | 'cost'
  | 'sum'
  | 'aside';

/** By the whole heading, folded, without marks (й is и then). The first one that meets is it. */
const FIELDS: readonly (readonly [ColumnField, RegExp])[] = [
  [
    'number',
    /^(?:#|no|nr|n|num|number|nummer|numero|lfd nr|id|№|poradi|pos|(?:role|competence|skill) (?:id|code|no|nr))$/u,
  ],
  [
    'gap',
    /^(?:gap|delta|gap count|gap percentage|difference|differenz|abweichung|lucke|ecart|brecha|verschil|kloof|rozdil|разрыв|отклонение)$/u,
  ],
  [
    'sum',
    /^(?:total|sum|summe|gesamt|average|avg|durchschnitt|mittelwert|schnitt|moyenne|promedio|gemiddelde?|totaal|celkem|prumer|итого|среднее|count|anzahl|coverage|abdeckung|% ?compliant|compliance(?: ?%)?|score total|total score|percentage|%)$/u,
  ],
  [
    'email',
    /^(?:e ?mail(?: address| adresse)?|mail|courriel|correo(?: electronico)?|эл(?:ектронная)? почта|adresse mail)$/u,
  ],
  [
    'externalId',
    /^(?:personnel (?:number|no|id)|(?:employee|staff|worker|person) (?:id|number|no|nr)|personalnummer|personal nr|mitarbeiter ?(?:nummer|nr|id)|matricule|numero de empleado|personeelsnummer|osobni cislo|табельныи номер)$/u,
  ],
  ['given', /^(?:first ?name|given ?name|vorname|prenom|nombre de pila|voornaam|jmeno|имя)$/u],
  [
    'family',
    /^(?:last ?name|family ?name|surname|nachname|familienname|nom de famille|apellidos?|achternaam|prijmeni|фамилия)$/u,
  ],
  ['jobTitle', /^(?:job ?title|title|berufsbezeichnung|intitule du poste|functietitel)$/u],
  [
    'unit',
    /^(?:department|dept|unit|team|division|abteilung|bereich|organisationseinheit|service|equipe|departamento|area de trabajo|afdeling|oddeleni|отдел|подразделение|location|standort|site)$/u,
  ],
  [
    'person',
    /^(?:name|full ?name|person|personne|employee(?: name)?|staff(?: member| name)?|team member|member|colleague|participant|attendee|learner|trainee|who|(?:name (?:of|des?|der) )?(?:mitarbeit(?:er|erin|ende|ender|er in)(?: in| innen)?)|beschaftigte?r?|teilnehm(?:er|ende|erin)|nom(?: (?:et )?prenom)?|collaborat(?:eur|rice)s?|employee?s?|salarie|agent|nombre(?: y apellidos)?|emplead[oa]|trabajador|persona|medewerkers?|naam|werknemer|zamestnanec|pracovnik|jmeno a prijmeni|osoba|сотрудник|работник|фио|ф и о|участник|nachname vorname|name vorname)$/u,
  ],
  ['roleKey', /^role key$/u],
  [
    'role',
    /^(?:(?:isms |affected |required |assigned )?roles?(?: title| name| category| position| function)?|rollen?|position|funktion|function|fonction|poste|puesto|cargo|rol|roles?|functie|роль|должность|pozice|role pozice|funkce|(?:isms )?rolle funktion|gremium|stelle)$/u,
  ],
  ['competenceKey', /^(?:competence|competency|skill) key$/u],
  [
    'group',
    /^(?:(?:competenc[ey]|skills?|knowledge) (?:area|group|category|domain|cluster)|area|category|domain|group|kategorie|gruppe|(?:kompetenz|themen)(?:bereich|feld|gruppe)|domaine|categorie|categoria|grupo|gebied|oblast|категория|область|section|tier)$/u,
  ],
  [
    'competence',
    /^(?:(?:required |necessary |key |core |security |is |isms )*(?:competenc(?:e|es|y|ies)|skills?|abilit(?:y|ies)|capabilit(?:y|ies))(?: (?:dimension|attribute|name|title|requirement|required|element))?|knowledge|(?:erforderliche |geforderte |notwendige )?(?:kompetenz(?:en)?|fahigkeit(?:en)?|fertigkeit(?:en)?|kenntnisse?)|(?:competences?|aptitudes?|savoir faire)(?: (?:requises?|attendues?))?|(?:competencias?|habilidad(?:es)?|conocimientos?)(?: requeridas?)?|(?:vereiste )?(?:competenties?|vaardighe(?:id|den)|bekwaamheid)|(?:pozadovana |pozadovane )?(?:kompetence|dovednosti?|schopnosti?)|(?:требуемая |требуемые )?(?:компетенци[яи]|навыки?|умени[ея])|skill attribute|wissensgebiet)$/u,
  ],
  [
    'self',
    /^(?:self(?: assessment| rating| evaluation| assessed(?: level)?)?|selbst(?:einschatzung|bewertung)?|auto ?evaluation|autoevaluacion|zelfbeoordeling|sebehodnoceni|самооценка)$/u,
  ],
  [
    'manager',
    /^(?:manager(?: s)?(?: assessment| rating| evaluation)|vorgesetzten?(?:bewertung|einschatzung)|fremd(?:einschatzung|bewertung)|evaluation du manager|evaluacion del responsable|beoordeling leidinggevende|оценка руководителя|hodnoceni nadrizeneho)$/u,
  ],
  [
    'target',
    /^(?:soll|soll (?:niveau|level|stufe|wert)|target(?: level| proficiency)?|(?:required|needed|desired|expected|minimum|min)(?: (?:level|proficiency|competence level|proficiency level))?|ziel(?:niveau|stufe|wert)?|gefordert(?:es niveau)?|niveau (?:requis|cible|attendu|vise|minimum)|requis|cible|attendu|nivel (?:requerido|objetivo|exigido|minimo)|requerido|objetivo|(?:vereist|gewenst|doel)(?: niveau)?|pozadovan[ayeo]+(?: uroven)?|cilova uroven|требуем[а-я]+(?: уровень)?|целевои(?: уровень)?)$/u,
  ],
  [
    'actual',
    /^(?:ist|ist (?:niveau|level|stufe|wert)|actual(?: level| proficiency)?|current(?: level| proficiency)?|present level|held(?: level)?|aktuell(?:es niveau)?|vorhanden|niveau (?:actuel|reel|acquis)|actuel|reel|nivel (?:actual|real)|(?:huidig|werkelijk)e?(?: niveau)?|skutecn[ayeo]+(?: uroven)?|soucasna uroven|(?:текущ|фактическ)[а-я]+(?: уровень)?)$/u,
  ],
  [
    'level',
    /^(?:(?:proficiency|competenc[ey]|skill|knowledge) (?:level|rating|score)|level(?: of (?:proficiency|competence|knowledge))?|proficiency|niveau|kompetenzniveau|stufe|kenntnisstand|nivel|grado|uroven|уровень(?: владения)?|rating|score|bewertung|auspragung|maitrise|beheersing)$/u,
  ],
  [
    'must',
    /^(?:mandatory|mandatory optional|must|must should|compulsory|must or should|pflicht|verpflichtend|pflicht optional|obligatoire|obligatori[oa]|verplicht|povinn[aeoy]|обязательно|обязательныи)$/u,
  ],
  [
    'nextRefresh',
    /^(?:next (?:refresh(?:er)?|due|training|renewal|date|review)|nachste (?:auffrischung|schulung|wiederholung)|(?:prochain|prochaine) .*|proxim[oa] .*|volgende .*|pristi .*|dalsi .*|следующ.*|recertification(?: due)?|repeat due)$/u,
  ],
  [
    'refresh',
    /^(?:refresh(?:er)?(?: interval| cycle)?(?: months| in months)?|auffrischung(?:sintervall)?(?: monate| in monaten)?|validity(?: months)?|periodicite(?: mois)?|intervalo.*|interval(?:l)?(?: maanden| months| monate)?|(?:obnova|perioda).*|периодичность.*)$/u,
  ],
  [
    'until',
    /^(?:valid (?:until|to|till|through)|expir(?:y|es|ation)(?: date| on)?|(?:cert(?:ificate)? )?expiry(?: date)?|last valid day|gultig bis|ablauf(?:datum)?|gultigkeit|valable jusqu.*|date d ?expiration|echeance de validite|valido hasta|vence|vencimiento|caducidad|geldig tot|platnost(?: do)?|plati do|деиств.*до|срок деиствия)$/u,
  ],
  [
    'due',
    /^(?:due(?: date| by| on)?|deadline|completion deadline|target (?:date|completion)|planned(?: for| date)?|fallig(?: am| bis)?|falligkeit|frist|termin|geplant(?: am| fur)?|echeance|date (?:limite|prevue)|fecha (?:limite|prevista)|vencimiento|vervaldatum|gepland|termin splneni|срок)$/u,
  ],
  [
    'completed',
    /^(?:complet(?:ed|ion)(?: date| on)?|date (?:completed|of completion|of training|attended)|training date|attended(?: on)?|done(?: on)?|abgeschlossen(?: am)?|abschluss(?:datum)?|absolviert(?: am)?|durchgefuhrt(?: am)?|teilgenommen(?: am)?|schulungsdatum|realise(?: le)?|date de (?:realisation|formation|fin)|termine(?: le)?|effectue le|fecha de (?:realizacion|finalizacion|formacion)|completado(?: el)?|realizado(?: el)?|afgerond(?: op)?|voltooid(?: op)?|dokonceno|absolvovano|datum (?:absolvovani|skoleni)|завершено|дата (?:прохождения|завершения|обучения)|проидено)$/u,
  ],
  [
    'frequency',
    /^(?:frequency|repeat(?:s| interval)?|recurrence|cycle|haufigkeit|turnus|rhythmus|intervall|frequence|periodicidad|frecuencia|frequentie|frekvence|частота)$/u,
  ],
  [
    'audience',
    /^(?:(?:target )?audience|target group|for whom|zielgruppe|adressaten|public(?: cible| vise)?|destinatarios?|publico objetivo|doelgroep|cilova skupina|целевая аудитория|аудитория)$/u,
  ],
  [
    'duration',
    /^(?:duration(?: minutes| hours| min| h| in (?:minutes|hours))?|dauer(?: in)?(?: min(?:uten)?| std| stunden| h)?|duree(?: heures| minutes)?|duracion(?: horas)?|duur|delka|длительность|продолжительность|hours(?: each)?|stunden)$/u,
  ],
  [
    'provider',
    /^(?:provider|vendor|supplier|trainer|delivered by|anbieter|veranstalter|schulungsanbieter|organisme|prestataire|proveedor|aanbieder|poskytovatel|проваидер)$/u,
  ],
  ['cost', /^(?:cost|costs|price|budget|kosten|preis|cout|prix|coste|prijs|naklady|cena|стоимость)(?: .*)?$/u],
  [
    'training',
    /^(?:(?:required |mandatory |completed |identified )?(?:trainings?|courses?|modules?|e learning)(?: (?:module|title|name|course|topic|activity|programme|measure|measures))?|module title|measure|schulung(?:en)?|schulungs?(?:thema|titel|massnahme|modul)|kurs(?:e|titel)?|massnahme|lehrgang|weiterbildung|formations?|intitule de la formation|cours|capacitacion|curso|formacion|opleiding(?:en)?|training cursus|cursus|skoleni|kurz|обучение|курс|тренинг|тема обучения)$/u,
  ],
  [
    'type',
    /^(?:type|training type|format|kind|art|typ|form|durchfuhrungsform|formato?|tipo|soort|vorm|druh|forma|тип|форма|delivery(?: method)?|method of delivery)$/u,
  ],
  ['status', /^(?:status|state|statut|etat|estado|stav|статус|stand)$/u],
  [
    'assessor',
    /^(?:assess(?:or|ed by)|evaluat(?:or|ed by)|rated by|reviewed by|verified by|bewertet von|bewerter|beurteil(?:er|t von|ende)|gepruft von|evalue par|evaluateur|evaluador|evaluado por|beoordela(?:ar|ar)|beoordeeld door|hodnotitel|hodnotil|оценил|оценщик)$/u,
  ],
  [
    'method',
    /^(?:(?:assessment |evaluation |verification )?method|how (?:judged|assessed|verified)|competence verification|verification|methode|bewertungsmethode|art der bewertung|nachweisart|methode d ?evaluation|metodo|metoda|метод(?: оценки)?)$/u,
  ],
  ['evidenceKind', /^(?:kind of evidence|evidence kind|kind of evidence|certificate kind)$/u],
  [
    'reference',
    /^(?:reference|certificate (?:number|no|nr|id)|cert(?:ificate)? ref(?:erence)?|zertifikats? ?(?:nummer|nr)|referenz|numero de certificat|referencia|referentie|номер сертификата)$/u,
  ],
  [
    'evidence',
    /^(?:evidence(?: location| link)?|proof|certificates?|certifications?|nachweise?|zertifikate?|beleg|preuve|attestation|certificats?|evidencia|certificados?|bewijs|certificaat|dukaz|osvedceni|certifikat|подтверждение|сертификат|доказательство)$/u,
  ],
  [
    'date',
    /^(?:date|as of|(?:date )?(?:assessed|judged|evaluated|reviewed)(?: on)?|assessment date|date of assessment|last (?:assessed|assessment|review(?:ed)?|updated?|evaluation)|datum|stand vom|bewertet am|bewertungsdatum|beurteilt am|letzte bewertung|date d ?evaluation|evalue le|fecha(?: de evaluacion)?|datum beoordeling|datum hodnoceni|дата(?: оценки)?|updated)$/u,
  ],
  [
    'note',
    /^(?:notes?|remarks?|comments?|bemerkung(?:en)?|kommentar|anmerkung(?:en)?|hinweis(?:e)?|remarques?|commentaires?|observaciones|notas?|opmerking(?:en)?|poznamk[ay]|примечани[ея]|комментари[ии])$/u,
  ],
  [
    'aside',
    /^(?:source|quelle|pass mark|education|training required|experience|ausbildung|erfahrung|qualification|minimum qualification.*|min qualification.*|priority|action|development actions?|planned action|massnahmenplan|employee count|headcount|hire date|start date|facts of|trail|hash|manager|supervisor|line manager|vorgesetzter?)$/u,
  ],
];

/** A heading as the dictionary knows it: folded, brackets as words, `employeeId` as two, marks left out. */
const headingKey = (heading: string): string =>
  fold(heading.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
    .replace(/[^\p{L}\p{N}#%№]+/gu, ' ')
    .trim();

const fieldOf = (text: string): ColumnField | null => {
  if (text === '') return null;
  for (const [field, pattern] of FIELDS) if (pattern.test(text)) return field;
  for (const [field, pattern] of furtherHeadings) if (pattern.test(text)) return field;
  return null;
};

/** What a heading says that its column holds; null when it is none that is known. `Role/Position` is what its first known part is. */
export function columnField(heading: string): ColumnField | null {
  const bare = heading.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ');
  const parts = /[\p{L})]\s*\/\s*\p{L}/u.test(bare) ? bare.split('/') : [];
  for (const text of new Set([heading, bare, ...parts].map(headingKey))) {
    const field = fieldOf(text);
    if (field !== null) return field;
  }
  return null;
}

/** Headings that name a step of a scale, such as `Junior Developer (L1)`, `Level 2`, `Knows it (3)`, `4`: the step; else null. */
export const stepInHeading = (heading: string): string | null => {
  const key = headingKey(heading);
  const found =
    /(?:^| )(?:l|level|stufe|niveau|nivel|livello|poziom|uroven|уровень) ?([0-9])$/u.exec(key) ??
    /^([0-9])$/u.exec(key) ??
    /\p{L}.*\(([0-9])\)\s*$/u.exec(heading);
  return found?.[1] ?? null;
};
