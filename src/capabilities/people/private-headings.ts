import { compactText, foldText } from './cell-text.ts';
import type { Heading } from './heading.ts';

interface PrivateMatter {
  readonly reason: string;
  /** Whole words or phrases of the heading. */
  readonly words: string;
  /** Parts of its compact form: for compound words and endings. */
  readonly stems: string;
}

/**
 * What an export carries that a register of ISMS resources has no business with (data minimisation, GDPR article
 * 5(1)(c) and 9). Only named fields are ever taken; this list exists so that the dry run can say what was left out.
 */
const MATTERS: readonly PrivateMatter[] = [
  {
    reason: 'Passwords and other secrets are never stored.',
    words: 'pwd|pin|secret|token|otp|mfa|totp|haslo|heslo|senha|hash function',
    stems: `password|passwort|kennwort|passwd|passcode|passphrase|motdepasse|contrasena|wachtwoord|парол|recovery|securityquestion|
      sicherheitsfrage|apikey|privatekey|unicodepwd|authsecret`,
  },
  {
    reason: 'Pay and tax data is never stored.',
    words: `pay|pay rate|wage|wages|bonus|commission|equity|tax|sueldo|sueldos|nomina|loon|paga|mzda|plat|оклад|premie|prime|prima|
      besoldung|allowance|deductions|hourly rate|daily rate|rate|grade pay|currency|wahrung`,
    stems: `salary|salari|compensation|payrate|paygrade|paygroup|payfrequency|basepay|grosspay|netpay|gehalt|gehalter|lohn|vergut|bezuge|
      entgelt|besoldung|tarifgruppe|steuer|stundensatz|salair|remunera|retribu|stipend|wynagrodz|pensja|зарплат|заработ|доход|earnings|
      taxcode|taxclass|taxrate|stockoption|krankenkass|bruttoverdienst`,
  },
  {
    reason: 'Ratings and disciplinary records are never stored here.',
    words: 'rating|ratings|score|potential|nine box|9 box|warning|warnings|ocena|note d evaluation|calibration|talent',
    stems: `rating|performance|appraisal|reviewscore|reviewresult|evaluation|evaluacion|beurteilung|bewertung|zielerreichung|leistungs|
      beoordeling|valutazione|avaliacao|hodnoceni|оценк|disciplin|abmahnung|flightrisk|terminationreason|reasonforleaving|
      leavingreason|kundigungsgrund|austrittsgrund|motifdedepart|motivodebaja`,
  },
  {
    reason: 'National identity, passport and permit numbers are never stored.',
    words:
      'ssn|sin|nir|dni|nie|nif|nino|bsn|cpf|pesel|rodne cislo|инн|снилс|ahv|avs|pan|svnr|sv nr|tin|ni number|ni no|tfn|curp|rfc|nss|visa',
    stems: `socialsecurity|socialinsurance|nationalid|nationalinsurance|nationalnumber|governmentid|identitynumber|identitycard|taxid|
      passport|reisepass|personalausweis|ausweis|sozialvers|versicherungsnummer|rentenvers|svnummer|securitesociale|numerosecu|passeport|
      pasaporte|seguridadsocial|burgerservice|codicefiscale|aadhaar|паспорт|personnummer|driverslicen|driverlicen|fuhrerschein|
      workpermit|aufenthalt|arbeitserlaubnis|residencepermit`,
  },
  {
    reason: 'Bank details are never stored.',
    words: 'bic|rib|blz|sort code|routing number|account number|account no|cislo uctu|konto',
    stems: `iban|swift|bankaccount|bankname|bankcode|bankdetails|bankverbindung|bankleitzahl|kontonummer|kontoinhaber|kontoverbindung|
      compteban|cuentaban|rekeningnummer|contobanc|contaban|kontobank|numerkonta|банк|routingnumber|bank`,
  },
  {
    reason: 'Birth dates and ages are never stored.',
    words: 'dob|age|alter|edad|leeftijd|eta|idade|wiek|vek|возраст',
    stems: 'birth|geburt|naissance|nacimiento|geboorte|nascita|nascimento|urodz|narozeni|рожден|dateofbirth',
  },
  {
    reason: 'Gender is never stored.',
    words: 'sex|пол|sexe|sexo|genre|genero|civilite|anrede|salutation|aanhef|tratamiento|plec|mr mrs',
    stems: 'gender|geschlecht|geslacht|sesso|pohlavi|pronoun',
  },
  {
    reason: 'Religion is never stored.',
    words: 'church|belief|kirche|wyznanie|vyznani|geloof|glaube',
    stems: 'religio|konfession|confession|kirchen|вероиспов|churchtax',
  },
  {
    reason: 'Health, family, origin and membership of a union or party are never stored.',
    words:
      'race|veteran|gdb|kinder|children|spouse|union|nationality|sick|illness|dependents|dependants|absence|absences|enfants|hijos',
    stems: `disabil|behinder|handicap|discapac|krank|medical|health|gesundheit|blood|pregnan|schwanger|marital|familienstand|kinderfrei|
      etatcivil|situationfamil|estadocivil|burgerlijkestaat|statocivile|stancywilny|rodinnystav|национальн|гражданств|семейн|nationalit|
      nacionalid|staatsangeh|citizenship|obywatelstwo|ethnic|ethni|sexualorientation|gewerkschaft|political|emergency|notfall|urgence|emergencia|
      noodcontact|leavetype|leavereason|abwesenheit|vaccin|impf`,
  },
  {
    reason: 'Pictures of people are never stored.',
    words: 'photo|foto|picture|avatar|bild|lichtbild|portrait',
    stems: 'thumbnailphoto|profilepicture|jpegphoto|photourl|avatarurl|fingerprint|biometr',
  },
  {
    reason: 'Private e-mail addresses are never stored.',
    words: '',
    stems: `personalemail|privateemail|homeemail|emailpersonal|emailprivat|emailhome|privatemail|mailprivat|privatee|courrielpersonnel|
      emailpersonnel|correopersonal|priveemail|emailpersonale|emailpessoal|alternateemail|secondemail|secondaryemail|othermail`,
  },
  {
    reason: 'Postal addresses may be private ones and are never stored.',
    words: `street|zip|plz|cap|cep|adres|adresse|address|anschrift|calle|via|rue|ulica|ulice|straat|direccion|endereco|wohnort|county|
      state or province|state province|st`,
    stems: `homeaddress|addr1|addr2|privateaddress|streetaddress|addressline|mailingaddress|postaladdress|residence|residential|strasse|hausnummer|
      postalcode|zipcode|postcode|postleitzahl|codepostal|codigopostal|wohnort|wohnadresse|privatadresse|domicil|woonplaats|woonadres|huisnummer|
      indirizzo|kodpocztowy|zamieszkan|bydlist|адрес|индекс|homecity|wohnsitz`,
  },
  {
    reason: 'Private telephone numbers are never stored.',
    words:
      'mobile|handy|mobil|cell|phone|phones|tel|telefon|telefono|telefone|telefoon|telephone|gsm|portable|movil|телефон|whatsapp|mobiltelefon',
    stems: `mobile|mobilnummer|mobiltel|handynummer|cellphone|homephone|privatephone|personalphone|phonehome|telefonprivat|privattelefon|
      telephoneportable|telephonepersonnel|telefonomovil|mobielnummer|cellulare|telemovel|celular|komork|skypeid|telephonenumber|phonenumber`,
  },
];

const list = (text: string, form: (entry: string) => string): readonly string[] =>
  text
    .split('|')
    .map((entry) => form(entry))
    .filter((entry) => entry !== '');

const RULES = MATTERS.map((matter) => ({
  reason: matter.reason,
  words: list(matter.words, (entry) => foldText(entry)).map((entry) => ` ${entry} `),
  stems: list(matter.stems, compactText),
}));

const AT_WORK =
  /\b(office|work|business|company|dienst\w*|geschaft\w*|buro|firmen\w*|bureau|professionnel\w*|trabajo|zakelijk\w*)\b/u;

/** Why a column with this heading must not be read; null when it is not a private one. */
export function privateReason(heading: Heading): string | null {
  const compact = [...heading.keys, compactText(heading.label)];
  const rule = RULES.find(
    ({ words, stems }) =>
      words.some((word) => heading.words.includes(word)) ||
      stems.some((stem) => compact.some((key) => key.includes(stem))),
  );
  if (rule === undefined) return null;
  // "Supervisor's e-mail address" is no postal one.
  if (rule.reason.startsWith('Postal') && /mail|correo|courriel|почт/u.test(heading.words)) return null;
  const workPhone = rule.reason.startsWith('Private telephone') && AT_WORK.test(heading.words);
  return workPhone ? null : rule.reason;
}
