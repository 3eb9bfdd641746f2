import type { ColumnField } from './column-field.ts';

/**
 * Further headings, folded and without marks: how course registers, certificate lists and attendance sheets call their
 * columns, and the words of Italian, Portuguese and Polish files. Looked at after those of `column-field.ts`.
 */
export const furtherHeadings: readonly (readonly [ColumnField, RegExp])[] = [
  ['number', /^(?:l p|lp|n o|record (?:id|no|nr)|(?:session|entry|s|sl|sr|serial) (?:id|no|nr|number))$/u],
  [
    'trainingKey',
    /^(?:(?:course|module|training|kurs|schulungs?|cursus|formation) ?(?:id|code|key|no|nr|number)|kod szkolenia|codice corso)$/u,
  ],
  [
    'externalId',
    /^(?:(?:emp|empl|employee|personnel|staff|worker|person|user|member|payroll|badge|associate) ?(?:id|number|no|nr|code|#)|id (?:empleado|dipendente|colaborador|pracownika)|pers(?:onal)? ?nr|matricola|matricula|(?:numer|nr) (?:pracownika|osobowy|ewidencyjny))$/u,
  ],
  ['given', /^(?:imie|vornamen?|fname)$/u],
  ['family', /^(?:cognome|sobrenome|apelido|nazwisko|nachnamen?|lname)$/u],
  [
    'person',
    /^(?:nome(?: completo| e cognome| do (?:colaborador|funcionario|participante)| del dipendente)?|cognome (?:e )?nome|nominativo|dipendente|lavorat(?:ore|rice)|collaborat(?:ore|rice)|addett[oa]|partecipant[ei]|colaborador(?:a|es)?|funcionari[oa]s?|trabalhador(?:es)?|empregad[oa]|participantes?|formand[oa]|pracowni[ck][ay]?|imie i nazwisko|nazwisko i imie|uczestni[ck][ay]?|participants?|attendees?|apprenants?|stagiaires?|prenom (?:et )?nom|nom (?:de l employe|du (?:salarie|collaborateur|participant))|nombre (?:completo|del (?:empleado|trabajador|participante))|deelnemers?|naam (?:medewerker|deelnemer)|names?|people|personnel|staff members?|team members?|employee full name|(?:certificate )?holder|operator|technician|teilnehmende[rn]?|teilnehmer(?:in|innen)?(?: name)?|mitarbeiter(?: in)? name|vor und nachname|vorname (?:nachname|name)|name nachname|ucastnik|jmeno (?:pracovnika|zamestnance))$/u,
  ],
  [
    'role',
    /^(?:ruol[oi]|mansion[ei]|funzione|posizione|funcao|papel|posto de trabalho|rola|stanowisko(?: pracy)?|funkcja|job (?:role|function|position)|profil(?:e|s)?|perfil|metier|puesto de trabajo|stellenbezeichnung|arbeitsplatz|rollen?bezeichnung|functie rol|rol functie|роль должность)$/u,
  ],
  ['unit', /^(?:reparto|ufficio|setor|dzial|wydzial|komorka(?: organizacyjna)?|business unit|direction|utvar)$/u],
  [
    'target',
    /^(?:(?:required|needed|desired|expected|minimum|target|goal) (?:score|rating|skill level|competenc[ey]|competency level|value)|(?:level|proficiency|score) (?:required|expected|needed)|livello (?:richiesto|atteso|target|obiettivo|minimo)|richiesto|atteso|nivel (?:exigido|desejado|esperado|alvo)|exigido|desejado|esperado|poziom (?:wymagany|docelowy|oczekiwany)|wymagan[aye]|docelow[aye]|sollwert|sollniveau|soll stufe|gewenst niveau|niveau attendu|niveau objectif)$/u,
  ],
  [
    'actual',
    /^(?:(?:current|actual|existing|present) (?:score|rating|skill level|competenc[ey]|competency level|value)|livello (?:attuale|posseduto|raggiunto|effettivo)|attuale|effettivo|nivel atual|atual|poziom (?:obecny|aktualny|posiadany|rzeczywisty)|obecny|aktualny|istwert|istniveau|ist stufe|niveau (?:estime|atteint|evalue|actuel estime|constate)|aanwezig niveau)$/u,
  ],
  [
    'gap',
    /^(?:scostamento|divario|lacuna|luka|desvio|gap identified|gap analysis|skill gap|competenc[ey] gap|skills gap)$/u,
  ],
  [
    'level',
    /^(?:livell[oi](?: di competenza)?|nivel de (?:competencia|proficiencia|dominio)|poziom(?: kompetencji| umiejetnosci)?|ocena|mastery(?: level)?|expertise(?: level)?|skill proficiency|assessed level|kompetenzstufe|bewertungsstufe|niveau de (?:maitrise|competence)|nivel de (?:dominio|conocimiento))$/u,
  ],
  [
    'topic',
    /^(?:topics?|subjects?|polic(?:y|ies)(?: name)?|documents?(?: name| title)?|richtlinie|thema|themen|tem[ay]|temat|themes?|sujets?|argoment[oi]|onderwerp(?:en)?|тема)$/u,
  ],
  [
    'competence',
    /^(?:competenz[ae](?: (?:richiest[ae]|chiave|tecnich?[ae]))?|abilita|conoscenz[ae]|competencias? (?:clave|critica|tecnica|requerida|exigida)s?|habilidades?|conhecimentos?|kompetencj[ae]|umiejetnosc(?:i)?|wiedza|competences? (?:cles?|metiers?|techniques?|comportementales?)|axe|savoirs?|savoir etre|connaissances?|vaardigheden|kennis|kern ?competenties?|kernkompetenz(?:en)?|qualifikation(?:en)?|skill set|competenc[ey] (?:statement|description)|knowledge skill|skill description)$/u,
  ],
  ['must', /^(?:obbligatori[oa]|obrigatori[oa]|obowiazkow[aye]|(?:is )?mandatory(?: y n)?|mandatory yes no)$/u],
  [
    'nextRefresh',
    /^(?:prossim[oa] .*|nastepn[aey] .*|refresher due(?: date)?|renewal (?:due|date|due date)|due for (?:renewal|refresher)|recert(?:ification)? (?:date|due)|re ?training (?:due|date)|revalidation(?: date| due)?|wiederholung (?:fallig|bis|am)|auffrischung (?:fallig|bis|am))$/u,
  ],
  ['refresh', /^(?:validita(?: mesi)?|waznosc miesi[ea]c[ey]|renewal period|validity (?:period|in months|years))$/u],
  [
    'until',
    /^(?:(?:data (?:di )?)?scadenza|valid[oa] fino(?: al)?|validade|data (?:de )?(?:validade|vencimento|expiracao)|valid[oa] ate|wazn(?:osc|e|y)(?: do)?|data waznosci|expir(?:ation|y) ?(?:date)?|exp(?: date)?|renew(?:al)? by|(?:certificate|license|licence) (?:expiry|expires|expiration)(?: date)?|gultigkeitsdatum|gultigkeit bis|fin de validite|(?:date de )?(?:fin de )?validite|date de peremption|fecha (?:de )?(?:vencimiento|caducidad|expiracion)|valid[oa] hasta|vigencia|geldigheid(?:sdatum)?|verloopdatum|konec platnosti|datum platnosti|деиствительно? до)$/u,
  ],
  [
    'due',
    /^(?:date due|(?:target )?completion due(?: date)?|scheduled(?: date| for| on)?|planned (?:on|completion|month)|data (?:prevista|pianificata|programmata|planejada|planowana)|planowan[ay] (?:data|termin)|geplantes datum|plandatum|(?:date|mois|periode) prevue?|fecha programada|geplande datum|planovany termin)$/u,
  ],
  [
    'completed',
    /^(?:(?:acknowledged|signed|read) (?:on|date)|date (?:acknowledged|signed|read|obtained|earned|issued|passed|taken|trained|acquired|awarded)|(?:obtained|issued?|earned|acquired|achieved|trained|passed|awarded)(?: on| date)?|(?:session|course|attendance|certification|issue) date|date of (?:session|course|issue|certification|attendance)|ausgestellt(?: am)?|ausstellungsdatum|erworben(?: am)?|bestanden am|kursdatum|teilnahmedatum|datum der (?:schulung|teilnahme|unterweisung)|unterwiesen am|date d obtention|obtenue?(?: le)?|date de (?:delivrance|la formation|session|la session)|suivie? le|fecha (?:de )?(?:obtencion|emision|capacitacion|curso|asistencia)|data (?:di |de |do )?(?:conseguimento|completamento|svolgimento|rilascio|corso|formazione|conclusao|realizacao|emissao|treinamento)|data (?:ukonczenia|szkolenia|uzyskania|wydania)|behaald op|datum (?:behaald|training|opleiding|cursus|ziskani)|дата (?:получения|выдачи))$/u,
  ],
  [
    'date',
    /^(?:data(?: (?:di )?valutazione| da avaliacao| oceny)?|derniere evaluation|(?:training|course|session) start(?: date)?|start date of training|last assessed on|assessed)$/u,
  ],
  [
    'frequency',
    /^(?:frequenza|periodicita|periodicidade|frequencia|czestotliwosc|periodicite|wiederholungs?(?:intervall|zyklus)?|renewal frequency|training frequency|recurrency|interval)$/u,
  ],
  [
    'audience',
    /^(?:destinatari|publico alvo|grupa docelowa|odbiorcy|public concerne|population|zielgruppen|teilnehmerkreis|required for|applies to|applicable (?:to|roles)|target (?:roles?|audiences?|groups?)|dirigido a|doelgroepen)$/u,
  ],
  [
    'duration',
    /^(?:durata(?: ore)?|duracao|carga horaria|czas trwania|liczba godzin|(?:training|course|contact) hours|hours spent|umfang)$/u,
  ],
  [
    'provider',
    /^(?:ente(?: formatore| erogatore)?|docent[ei]|formatore|relatore|instrutor(?:a)?|fornecedor|prowadzacy|trener|organizator|formateur|formatrice|intervenant|instructor(?:a)?|facilitator|schulungsleiter|referent(?:in)?|dozent(?:in)?|durchgefuhrt (?:von|durch)|issuing (?:body|organi[sz]ation|authority)|issuer|issued by|(?:certification|awarding) body|aussteller|zertifizierungsstelle|organisme (?:certificateur|de formation)|entidad|capacitador(?:a)?|opleider|lektor|skolitel|trainers?|тренер|преподаватель)$/u,
  ],
  [
    'cost',
    /^(?:(?:training|course|estimated) (?:cost|budget)(?: .*)?|cost[oi]|custo|koszt|couts?|geschatzte kosten)$/u,
  ],
  [
    'training',
    /^(?:(?:name of (?:the )?)?(?:trainings?|courses?|modules?|programmes?|programs?) ?(?:sessions?|needs?|required|attended|completed|description|provided|received|delivered|requirements?|topics?|contents?|subjects?|area|name|title|programs?|programmes?)?|(?:required|mandatory|planned|recommended|proposed|assigned|official) (?:trainings?|courses?|modules?)(?: name| title)?|awareness (?:topic|session|training|activity)|schulungs?(?:themen|inhalte?|name|bezeichnung|bedarf|veranstaltung|unterweisung)?|schulung (?:thema|unterweisung)|unterweisung(?:en|sthema)?|seminar(?:e|titel)?|fortbildung(?:en)?|kurs(?:name|bezeichnung)|(?:qualifizierungs|bildungs)massnahmen?|(?:intitule|theme|titre|nom|action|objet) (?:de )?(?:la )?formation|formations? (?:suivies?|requises?|prevues?|obligatoires?|associees?|en cours)|(?:nombre|tema|titulo) (?:del|de la|do|del corso)? ?(?:curso|capacitacion|formacion)|cursos|capacitaciones|(?:accion|actividad) formativa|taller|cors[oi](?: di formazione)?|formazione|titolo (?:del )?corso|attivita formativa|treinamentos?|(?:nome|tema) do treinamento|capacitacao|formacao|szkoleni[ae]|(?:nazwa|temat) szkolenia|opleiding cursus|cursusnaam|naam (?:training|cursus|opleiding)|(?:nazev|tema) skoleni|название (?:курса|обучения)|мероприятие)$/u,
  ],
  [
    'status',
    /^(?:acknowledged|acknowledgement|read(?: and understood)?|signed|gelesen|bestatigt|attended|attendance|present|(?:completion|training|attendance|certification) status|completed y n|attended y n|anwesend(?:heit)?|teilnahme|asistencia|asistio|presenca|presenza|obecnosc|aanwezig|ucast|stato|situacao|stan)$/u,
  ],
  ['assessor', /^(?:valutatore|avaliador(?:a)?|oceniajacy|evaluatrice)$/u],
  ['method', /^(?:metodo di valutazione|metodo de avaliacao|metoda oceny|evaluation method|modalita)$/u],
  [
    'evidence',
    /^(?:attestat[oi]|certificat[oi]|evidenz[ae]|evidencias?|certyfikat(?:y)?|dowod|zaswiadczenie|credentials?|accreditations?|licen[cs]es?|(?:certificate|certification|credential|qualification) (?:name|title|type|obtained|held|achieved)|name of (?:certificate|certification)|zertifikats?(?:name|bezeichnung|titel)|bescheinigung|certification visee|titre de la certification)$/u,
  ],
  [
    'reference',
    /^(?:(?:credential|certification|badge|license|licence) (?:id|no|nr|number)|certificate #|numero (?:di |do )?certificat[od]o?|(?:nr|numer) certyfikatu|zertifikat nr)$/u,
  ],
  [
    'personal',
    /^(?:start of employment|employment (?:start|date)|joined(?: on)?|joining date|date of (?:joining|birth|hire)|birth ?(?:day|date)|dob|geburts(?:tag|datum)|eintritt(?:sdatum)?|date d (?:embauche|entree)|fecha de (?:ingreso|alta|nacimiento)|data (?:di )?assunzione|data de admissao|data zatrudnienia|datum in dienst|datum nastupu|дата (?:приема|рождения))$/u,
  ],
  ['note', /^(?:osservazioni|observac(?:oes|ao)|uwagi|comentarios?)$/u],
  [
    'type',
    /^(?:delivery (?:mode|type|format)|mode|tipologia|rodzaj|modalidade|training (?:method|format)|mode de formation)$/u,
  ],
  ['aside', /^.*\bpoints?\b.*$/u],
  [
    'actual',
    /^(?:current|actual|present|existing|aktuelle[rs]?|huidige?) (?:\S+ )*(?:level|proficiency|skill|niveau|stufe|competence)(?: .*)?$/u,
  ],
  [
    'target',
    /^(?:required|expected|target|minimum|desired|needed|geforderte[rs]?|erforderliche[rs]?) (?:\S+ )*(?:level|proficiency|niveau|stufe|advancement)(?: .*)?$/u,
  ],
  [
    'aside',
    /^(?:.*signature|unterschrift|firma|assinatura|podpis|handtekening|подпись|emargement|visa|initials|assigned (?:date|on)|enrol+ment date|feedback rating|attempts|pass (?:fail|mark|threshold)|days overdue|action plan|owner)$/u,
  ],
];
