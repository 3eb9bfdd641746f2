import { compactText } from './cell-text.ts';

/** What a column of an export can say about a person. */
export type PersonField =
  | 'externalId'
  | 'otherId'
  | 'userName'
  | 'fullName'
  | 'givenName'
  | 'surnamePrefix'
  | 'familyName'
  | 'preferredName'
  | 'title'
  | 'honorific'
  | 'email'
  | 'kind'
  | 'accountType'
  | 'external'
  | 'unit'
  | 'unitPath'
  | 'site'
  | 'city'
  | 'jobTitle'
  | 'managerId'
  | 'managerEmail'
  | 'manager'
  | 'from'
  | 'to'
  | 'firstDayAfter'
  | 'status'
  | 'active'
  | 'accountEnabled'
  | 'accountBlocked'
  | 'weeklyHours'
  | 'fullTimeShare';

/**
 * Headings by field, the most telling first: of two columns for one field the earlier heading wins, the other fills
 * blanks. English, German, French, Spanish, Dutch, Italian, Portuguese, Polish, Czech, Russian, and the attribute
 * names of directories (RFC 4519, RFC 2798, RFC 7643).
 */
const HEADINGS: Readonly<Record<Exclude<PersonField, 'otherId'>, string>> = {
  externalId: `employee id|employee number|employee reference|employee ref|staff reference|employee no|employee code|emp id|emp no|personnel number|personnel no|person id external|
    person number|staff id|staff number|staff no|worker id|associate id|file number|payroll number|payroll no|payroll id|works number|
    personalnummer|personal nr|pers nr|persnr|pernr|personalnr|mitarbeiternummer|mitarbeiter nr|mitarbeiter id|ma nr|stammnummer|
    matricule|numero employe|numero de matricule|id employe|numero de empleado|n empleado|no empleado|num empleado|id empleado|codigo de empleado|legajo|
    personeelsnummer|medewerkernummer|medewerker id|matricola|codice dipendente|numero matricola|numero de funcionario|matricula|
    numer pracownika|numer ewidencyjny|numer osobowy|osobni cislo|cislo zamestnance|табельный номер|id number|idnumber|external id|
    person id|user id|userid|account id|guid|position id|object id|object guid|uuid|id|id utilisateur|identifiant|kennung`,
  userName: `user principal name|upn|user name|username|login|login name|sam account name|account name|logon name|uid|benutzername|
    anmeldename|nom d utilisateur|nombre de usuario|usuario|gebruikersnaam|nome utente|nome de usuario|nazwa uzytkownika|uzivatelske jmeno|логин`,
  fullName: `full name|name|display name|employee name|worker|worker name|payroll name|legal name|employee|person|person name|staff name|
    complete name|formatted name|cn|common name|real name|member|member name|mitarbeiter|mitarbeitername|mitarbeiter name|anzeigename|
    vollstandiger name|voller name|name vorname|nachname vorname|vorname nachname|vor und nachname|vorname und nachname|last name first name|
    last first|name des mitarbeiters|name des mitarbeiters bzw bewerbers|nom complet|nom et prenom|nom prenom|prenom nom|prenom et nom|
    nom affiche|collaborateur|salarie|employe|nombre completo|nombre y apellidos|apellidos y nombre|apellidos nombre|empleado|trabajador|
    volledige naam|naam|medewerker|naam medewerker|weergavenaam|nome completo|nome e cognome|cognome e nome|nominativo|dipendente|
    funcionario|colaborador|imie i nazwisko|nazwisko i imie|pracownik|jmeno a prijmeni|prijmeni a jmeno|cele jmeno|zamestnanec|
    фио|полное имя|сотрудник|фамилия имя отчество|фамилия и имя|имя и фамилия`,
  givenName: `first name|given name|given names|forename|forenames|firstname|legal first name|first|vorname|vornamen|rufname|prenom|prenoms|
    nombre|nombres|nombre de pila|voornaam|roepnaam|nome|nome proprio|imie|jmeno|krestni jmeno|имя`,
  surnamePrefix: `tussenvoegsel|tussenvoegsels|voorvoegsel|voorvoegsels|surname prefix|last name prefix|namensvorsatz|vorsatzwort`,
  familyName: `last name|surname|family name|lastname|legal last name|last|sn|nachname|familienname|zuname|nom|nom de famille|nom d usage|
    apellido|apellidos|primer apellido|achternaam|cognome|sobrenome|apelido|nazwisko|prijmeni|фамилия`,
  preferredName: `preferred name|preferred first name|known as|nickname|nick name|goes by|chosen name|prenom usuel|bevorzugter name|
    bevorzugter vorname|nombre preferido|nome preferito|preferred given name`,
  title: `title|titel|titre|titulo|titolo`,
  honorific: `honorific|honorific prefix|name prefix|academic title|akademischer titel|akad titel|titel akademisch|titre academique|prefix`,
  email: `work email|work e mail|work email address|business email|business e mail|company email|corporate email|office email|official email|
    email|e mail|mail|email address|e mail address|emailaddress|email id|primary email|primary email address|email primary work|
    contact email|smtp address|primary smtp address|email work|dienstliche e mail|e mail dienstlich|email dienstlich|
    geschaftliche e mail|e mail geschaftlich|email geschaftlich|e mail adresse|emailadresse|email adresse|mailadresse|
    courriel|adresse e mail|adresse email|adresse mail|adresse electronique|adresse courriel|email professionnel|mail professionnel|courriel professionnel|
    correo|correo electronico|correo corporativo|email corporativo|direccion de correo|direccion de correo electronico|
    e mailadres|emailadres|zakelijk e mailadres|werk e mail|werkmail|indirizzo email|indirizzo e mail|posta elettronica|email aziendale|
    e mail corporativo|endereco de e mail|correio eletronico|adres e mail|adres email|e mail sluzbowy|e mailova adresa|
    электронная почта|почта|эл почта|рабочая почта|адрес электронной почты`,
  kind: `worker type|employee type|employment type|type of employment|user type|person type|contract type|work relationship|employee class|
    employment category|employee category|worker sub type|workforce type|contingent|internal external|intern extern|beschaftigungsart|
    mitarbeitertyp|mitarbeiterart|mitarbeitergruppe|mitarbeiterkreis|beschaftigungsverhaltnis|vertragsart|anstellungsart|type de contrat|type d employe|
    tipo de contrato|tipo de empleado|contracttype|soort contract|dienstverband|type medewerker|tipo contratto|tipo di contratto|
    rodzaj umowy|typ umowy|typ pracovniho pomeru|тип занятости|тип договора`,
  accountType: `account type|object class|recipient type|recipient type details|mailbox type|kontotyp|type of account|principal type`,
  external: `is external|external|is contractor|contractor|extern|externe|externer mitarbeiter|externo|esterno`,
  unit: `department|department name|home department|home department description|dept|department description|organizational unit|organisational unit|
    organization unit|org unit|org unit name|organisation unit|business unit|unit|team|team name|division|supervisory organization|section|group name|
    work unit|ou|org einh|orgeinh|org einheit|orgeinheit|organisationseinheit|abteilung|abteilungsname|fachbereich|bereich|geschaftsbereich|dezernat|referat|
    departement|service|direction|unite|unite organisationnelle|departamento|area|unidad|unidad organizativa|seccion|
    afdeling|afdelingsnaam|organisatie eenheid|reparto|ufficio|dipartimento|unita organizzativa|setor|unidade|dzial|wydzial|
    jednostka organizacyjna|oddeleni|odbor|utvar|отдел|подразделение|департамент|
    cost center|cost centre|cost center name|cost centre name|kostenstelle|kostenstellenbezeichnung|centre de cout|centro de coste|
    centro de costo|centro de costos|kostenplaats|centro di costo|centro de custo`,
  unitPath: `org unit path|organizational unit path|unit path|department path`,
  site: `site|site name|work location|office|office location|work site|location|location name|location description|physical delivery office name|
    workplace|branch|branch office|personnel area|standort|arbeitsort|dienstort|einsatzort|niederlassung|betriebsstatte|dienststelle|
    filiale|buro|personalbereich|lieu de travail|localisation|etablissement|bureau|agence|sede|ubicacion|centro de trabajo|oficina|
    lugar de trabajo|locatie|vestiging|werklocatie|standplaats|kantoor|luogo di lavoro|sede di lavoro|local de trabalho|localizacao|
    lokalizacja|miejsce pracy|oddzial|pracoviste|misto vykonu prace|lokalita|место работы|офис|филиал`,
  city: `city|work city|stadt|ort|ville|ciudad|stad|plaats|citta|cidade|miasto|mesto|город|l`,
  jobTitle: `job title|business title|position title|job title name|position|position description|position name|job name|job|job profile|
    job role|designation|occupation|role|function|stellenbezeichnung|positionsbezeichnung|jobtitel|berufsbezeichnung|tatigkeitsbezeichnung|
    tatigkeit|planstelle|stelle|stellentitel|funktion|funktionsbezeichnung|dienstbezeichnung|rolle|beruf|poste|intitule du poste|intitule de poste|fonction|emploi|
    metier|puesto|cargo|puesto de trabajo|ocupacion|funcion|functie|functietitel|functienaam|functieomschrijving|mansione|qualifica|
    ruolo|posizione|funzione|funcao|stanowisko|stanowisko pracy|pozice|nazev pozice|funkce|pracovni pozice|должность`,
  managerId: `manager id|manager employee id|manager employee number|manager number|manager user id|supervisor id|supervisor employee id|
    supervisor number|reports to id|reports to employee id|line manager id|manager personalnummer|vorgesetzter personalnummer|
    personalnummer vorgesetzter|personalnummer des vorgesetzten|vorgesetzten id|vorgesetzter id|fuhrungskraft personalnummer|
    fuhrungskraft id|personalnummer fuhrungskraft|matricule manager|matricule responsable|id responsable|id manager|id del responsable|
    personeelsnummer leidinggevende|personeelsnummer manager|matricola responsabile|manager person id external|manager worker id|reports to position id`,
  managerEmail: `manager email|manager e mail|manager mail|manager email address|managers email|manager s email|supervisor email|supervisors email|
    supervisor s email|line manager email|reports to email|manager work email|e mail vorgesetzter|email vorgesetzter|vorgesetzter e mail|
    e mail fuhrungskraft|fuhrungskraft e mail|email manager|email responsable|email du manager|correo del responsable|e mail leidinggevende|
    email leidinggevende|email responsabile|manager user principal name|manager upn`,
  manager: `manager|manager name|line manager|line manager name|direct manager|supervisor|supervisor name|reports to|reporting to|reports to name|
    reporting manager|boss|worker s manager|employee manager|vorgesetzter|vorgesetzte|vorgesetzte r|vorgesetzter name|direkter vorgesetzter|
    name des vorgesetzten|disziplinarischer vorgesetzter|fuhrungskraft|teamleiter|responsable|responsable hierarchique|n 1|superieur|
    superieur hierarchique|jefe|jefe directo|supervisor directo|responsable directo|leidinggevende|direct leidinggevende|responsabile|
    responsabile diretto|superior|gestor|gestor direto|przelozony|kierownik|bezposredni przelozony|nadrizeny|primy nadrizeny|руководитель|
    непосредственный руководитель|начальник`,
  from: `hire date|date of hire|latest hire date|most recent hire date|last hire date|start date|employment start date|employment start|date hired|
    date of joining|joining date|date joined|join date|entry date|date of entry|commencement date|company start date|hired on|started on|
    contract start date|contract start|first day|first day of employment|first day of work|erster arbeitstag|erster tag|from|begin date|engagement start|eintrittsdatum|eintritt|eintritt am|datum eintritt|einstellungsdatum|
    beschaftigungsbeginn|beginn der beschaftigung|vertragsbeginn|beginndatum|beginn|gultig ab|
    date d entree|date d embauche|date embauche|date de debut|date d arrivee|fecha de ingreso|fecha ingreso|fecha de alta|fecha alta|
    fecha de contratacion|fecha de inicio|fecha de incorporacion|datum in dienst|in dienst|indienst|datum indiensttreding|startdatum|
    data di assunzione|data assunzione|data de admissao|data admissao|data zatrudnienia|datum nastupu|nastup|дата приема|
    дата приема на работу|дата найма|original hire date|continuous service date|seniority date`,
  to: `termination date|date of termination|last day of work|last working day|last day|last day of employment|employment end date|employment end|
    end date|end of employment|leaving date|leave date|date of leaving|date left|left on|exit date|dismissal date|separation date|release date|resignation date|
    contract end date|contract end|contract ends|date terminated|terminated on|until|austrittsdatum|austritt|austritt am|datum austritt|
    letzter arbeitstag|letzter tag|ende der beschaftigung|beschaftigungsende|vertragsende|befristet bis|endedatum|ende|gultig bis|
    date de sortie|date de depart|date de fin|date de fin de contrat|fin de contrat|fecha de baja|fecha baja|fecha de salida|fecha de cese|
    fecha de fin|fecha fin|fecha de terminacion|datum uit dienst|uit dienst|uitdienst|einddatum|data cessazione|data di cessazione|
    data fine rapporto|data de demissao|data de desligamento|data de saida|data zwolnienia|data zakonczenia|datum ukonceni|
    datum odchodu|ukonceni|дата увольнения|дата окончания`,
  firstDayAfter: `to|to exclusive|engagement end|first day after|first day after engagement|ended on`,
  status: `status|employment status|employee status|position status|worker status|user status|account status|hr status|lifecycle status|
    life cycle status|emplstatus|empl status|employee state|current status|beschaftigungsstatus|mitarbeiterstatus|personalstatus|statut|
    statut employe|statut du salarie|estado|estado del empleado|estatus|situacion|stato|situacao|status pracownika|stav|статус`,
  active: `active|is active|active status|currently active|active employee|aktiv|ist aktiv|actif|est actif|activo|actief|attivo|ativo|aktywny|
    aktivni|активен`,
  accountEnabled: `account enabled|enabled|sign in allowed|konto aktiviert|compte active`,
  accountBlocked: `block sign in|sign in blocked|blocked|suspended|disabled|account disabled|is suspended|locked|locked out|is locked|gesperrt|deaktiviert|
    bloque|geblokkeerd|zablokowany`,
  weeklyHours: `weekly hours|hours per week|hours a week|hours week|contracted hours|contract hours|contractual hours|scheduled weekly hours|
    scheduled hours|standard weekly hours|standard hours|working hours per week|work hours per week|weekly working hours|default weekly hours|
    wochenstunden|wochentliche arbeitszeit|wochenarbeitszeit|arbeitszeit pro woche|stunden pro woche|std woche|stunden woche|
    wochentliche stunden|vertragsstunden|sollstunden woche|heures hebdomadaires|heures par semaine|horaire hebdomadaire|temps de travail hebdomadaire|
    horas semanales|horas por semana|jornada semanal|uren per week|contracturen|aantal uren per week|ore settimanali|horas semanais|
    carga horaria semanal|godziny tygodniowo|hodin tydne|tydenni uvazek|tydenni hodiny|часов в неделю`,
  fullTimeShare: `fte|full time equivalent|fte percent|fte percentage|working time percentage|employment percentage|capacity utilization level|
    beschaftigungsgrad|arbeitszeitanteil|teilzeitgrad|teilzeitquote|pensum|stellenanteil|vza|vzk|etp|equivalent temps plein|taux d activite|
    taux d occupation|porcentaje de jornada|parttime percentage|deeltijdpercentage|deeltijdfactor|percentuale part time|
    wymiar etatu|etat|uvazek|ставка`,
};

const KEYS = new Map<string, { readonly field: PersonField; readonly rank: number }>();
for (const [field, list] of Object.entries(HEADINGS) as [PersonField, string][])
  list.split('|').forEach((heading, rank) => {
    const key = compactText(heading);
    if (!KEYS.has(key)) KEYS.set(key, { field, rank });
  });

/** Umlauts written out (`fuehrungskraft`) meet the folded form (`fuhrungskraft`). */
const withoutDigraphs = (key: string): string => key.replace(/(?<=[^aeiouq]|^)(a|o|u)e/gu, '$1');

/** The field a compact heading names, with its rank within the field (0 is the most telling); null when unknown. */
export const fieldOf = (key: string): { readonly field: PersonField; readonly rank: number } | null =>
  KEYS.get(key) ?? KEYS.get(withoutDigraphs(key)) ?? null;
