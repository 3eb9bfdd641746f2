import { describe, expect, test } from 'vitest';
import { sheetOf } from '../../../tests/factories/sheet.ts';
import { plainDate } from '../../kernel/date.ts';
import { looksLikePeople, parsePeople, type PeopleDocument } from './people-document.ts';

const today = plainDate('2026-11-23');

/** Exports as other programs write them, with invented people. `Geheim` stands wherever nothing may be read. */
const exports = {
  Personio: `ID;Vorname;Nachname;E-Mail;Geschlecht;Status;Position;Anstellungsart;Einstellungsdatum;Letzter Arbeitstag;Wochenstunden;Büro;Abteilung;Vorgesetzter;Festgehalt;Private E-Mail
1;Jörg;Müller;jm@sample.example;Geheim;Aktiv;ISB;Intern;01.03.2020;;38,5;Köln;IT;;Geheim;Geheim
2;Zoë;Auer;za@sample.example;Geheim;Inaktiv;Dev;Extern;01.03.2020;31.12.2025;40;Köln;IT;Jörg Müller;Geheim;Geheim`,
  HiBob: `Employee ID;Display name;First name;Surname;Email;Start date;Site;Department;Job title;Reports to;Lifecycle status;Termination date;Base salary;Home address line 1
1;Jörg Müller;Jörg;Müller;jm@sample.example;01/03/2020;Köln;IT;ISB;;Employed;;Geheim;Geheim
2;Zoë Auer;Zoë;Auer;za@sample.example;01/03/2020;Köln;IT;Dev;Jörg Müller (1);Terminated;31/12/2025;Geheim;Geheim`,
  DATEV: `Personalnummer;Familienname;Vorname;Geburtsdatum;Straße;PLZ;Ort;Eintrittsdatum;Austrittsdatum;Steuerklasse;Konfession;Abteilung;Tätigkeitsbezeichnung;Wöchentliche Arbeitszeit;IBAN;SV-Nummer;Grundlohn
1;Müller;Jörg;Geheim;Geheim;Geheim;Geheim;01.03.2020;;Geheim;Geheim;IT;ISB;38,50;Geheim;Geheim;Geheim
2;Auer;Zoë;Geheim;Geheim;Geheim;Geheim;01.03.2020;31.12.2025;Geheim;Geheim;IT;Dev;40,00;Geheim;Geheim;Geheim`,
  'SAP HCM': `Liste;;;;;;;
Pers.Nr.;Name des Mitarbeiters bzw. Bewerbers;Personalbereich;Mitarbeitergruppe;Planstelle;Organisationseinheit;Eintritt;Gültig bis
1;Jörg Müller;Köln;Aktive;ISB;IT;01.03.2020;31.12.9999
2;Zoë Auer;Köln;Externe;Dev;IT;01.03.2020;31.12.2025`,
  Rippling: `Employee;Work email;Personal email;Title;Department;Manager;Manager email;Start date;End date;Employment status;Employment type;Work location;Compensation;Date of birth
Jörg Müller;jm@sample.example;Geheim;ISB;IT;;;03/01/2020;;Active;Salaried, full-time;Köln;Geheim;Geheim
Zoë Auer;za@sample.example;Geheim;Dev;IT;Jörg Müller;jm@sample.example;03/01/2020;12/31/2025;Terminated;Contractor;Köln;Geheim;Geheim`,
  Sage: `Works Number;Title;Forename;Surname;Job Title;Department;Start Date;Leave Date;NI Number;Date of Birth;Annual Salary;Sort Code;Account Number
1;Mr;Jörg;Müller;ISB;IT;01/03/2020;;Geheim;Geheim;Geheim;Geheim;Geheim
2;Ms;Zoë;Auer;Dev;IT;01/03/2020;31/12/2025;Geheim;Geheim;Geheim;Geheim;Geheim`,
  French: `Matricule;Nom;Prénom;Adresse e-mail;Fonction;Service;Site;Date d'entrée;Date de sortie;Responsable hiérarchique;Salaire brut;N° sécurité sociale;Date de naissance
1;Müller;Jörg;jm@sample.example;ISB;IT;Köln;01/03/2020;;;Geheim;Geheim;Geheim
2;Auer;Zoë;za@sample.example;Dev;IT;Köln;01/03/2020;31/12/2025;Jörg Müller;Geheim;Geheim;Geheim`,
  Spanish: `Código de empleado;Apellidos;Nombre;Correo electrónico;Puesto;Departamento;Sede;Fecha de alta;Fecha de baja;Responsable;DNI;Salario
1;Müller;Jörg;jm@sample.example;ISB;IT;Köln;01/03/2020;;;Geheim;Geheim
2;Auer;Zoë;za@sample.example;Dev;IT;Köln;01/03/2020;31/12/2025;1;Geheim;Geheim`,
  Dutch: `Personeelsnummer;Achternaam;Voornaam;E-mailadres;Functie;Afdeling;Vestiging;Datum in dienst;Datum uit dienst;Leidinggevende;BSN;Geboortedatum
1;Müller;Jörg;jm@sample.example;ISB;IT;Köln;01-03-2020;;;Geheim;Geheim
2;Auer;Zoë;za@sample.example;Dev;IT;Köln;01-03-2020;31-12-2025;Jörg Müller;Geheim;Geheim`,
  Italian: `Matricola;Cognome;Nome;Email aziendale;Mansione;Reparto;Sede;Data assunzione;Data cessazione;Responsabile;Codice fiscale;Retribuzione
1;Müller;Jörg;jm@sample.example;ISB;IT;Köln;01/03/2020;;;Geheim;Geheim
2;Auer;Zoë;za@sample.example;Dev;IT;Köln;01/03/2020;31/12/2025;Jörg Müller;Geheim;Geheim`,
  Polish: `Numer pracownika;Nazwisko;Imię;E-mail służbowy;Stanowisko;Dział;Data zatrudnienia;Data zwolnienia;Przełożony;PESEL;Wynagrodzenie
1;Müller;Jörg;jm@sample.example;ISB;IT;01.03.2020;;;Geheim;Geheim
2;Auer;Zoë;za@sample.example;Dev;IT;01.03.2020;31.12.2025;Jörg Müller;Geheim;Geheim`,
  Russian: `Табельный номер;Фамилия;Имя;Должность;Отдел;Электронная почта;Дата приема;Дата увольнения;Руководитель;Дата рождения;Оклад
1;Müller;Jörg;ISB;IT;jm@sample.example;01.03.2020;;;Geheim;Geheim
2;Auer;Zoë;Dev;IT;za@sample.example;01.03.2020;31.12.2025;Jörg Müller;Geheim;Geheim`,
} as const;

describe.each(Object.entries(exports))('%s', (system, text) => {
  const sheet = sheetOf(text, ';');
  const document: PeopleDocument = parsePeople(sheet, { today });

  test('gives two people with their engagement, unit and job', () => {
    expect(looksLikePeople(sheet)).toBe(true);
    expect(
      document.people.map(({ name, unit, jobTitle, from, to, ended }) => ({ name, unit, jobTitle, from, to, ended })),
    ).toEqual([
      { name: 'Jörg Müller', unit: 'IT', jobTitle: 'ISB', from: '2020-03-01', to: null, ended: false },
      { name: 'Zoë Auer', unit: 'IT', jobTitle: 'Dev', from: '2020-03-01', to: '2026-01-01', ended: true },
    ]);
  });

  test('reads nothing private and says of each column why', () => {
    expect(JSON.stringify(document)).not.toContain('Geheim');
    const secret = sheet.rows.at(-1)?.cells.filter((cell) => cell === 'Geheim').length ?? 0;
    expect(document.dropped.length).toBeGreaterThanOrEqual(secret);
  });

  test('is recognised when its headings are its own', () => {
    const own = ['HiBob', 'DATEV', 'SAP HCM', 'Rippling', 'Sage'].includes(system);
    expect(document.recognisedAs).toBe(own ? system : null);
  });
});

test('Active Directory: machines and built-in accounts are nobody, managers are distinguished names', () => {
  const document = parsePeople(
    sheetOf(
      `#TYPE Selected.ADUser
DistinguishedName,Enabled,GivenName,Name,ObjectClass,SamAccountName,Surname,UserPrincipalName,Title,Manager,PasswordLastSet
"CN=Ada Okoye,OU=IT,DC=sample",True,Ada,Ada Okoye,user,aokoye,Okoye,ada@sample.example,CISO,,Geheim
"CN=Lund\\, Bo,OU=IT,DC=sample",False,Bo,"Lund, Bo",user,blund,Lund,bo@sample.example,Clerk,"CN=Ada Okoye,OU=IT,DC=sample",Geheim
"CN=svc-backup,DC=sample",True,,svc-backup,user,svc-backup,,,,,Geheim
"CN=PC1,DC=sample",True,,PC1,computer,PC1$,,,,,Geheim
"CN=krbtgt,DC=sample",False,,krbtgt,user,krbtgt,,,,,Geheim`,
    ),
    { today },
  );
  expect(document.people.map(({ name, externalId, managerReference }) => [name, externalId, managerReference])).toEqual(
    [
      ['Ada Okoye', 'aokoye', null],
      ['Bo Lund', 'blund', { by: 'name', value: 'Ada Okoye' }],
    ],
  );
  expect(document.ignored.map(({ row }) => row)).toEqual([1, 5, 6, 7]);
  expect(document.flagged.map(({ row, column }) => [row, column])).toEqual([[4, 'Enabled']]);
});

test('LDAP: a manager named by uid is found under the employee number', () => {
  const document = parsePeople(
    sheetOf(
      `dn,uid,cn,sn,givenName,mail,manager,employeeNumber,employeeType,userPassword
"uid=ada,ou=people,dc=sample",ada,Ada Okoye,Okoye,Ada,ada@sample.example,,7,employee,Geheim
"uid=bo,ou=people,dc=sample",bo,Bo Lund,Lund,Bo,bo@sample.example,"uid=ada,ou=people,dc=sample",8,contractor,Geheim`,
    ),
    { today },
  );
  expect(document.people[1]).toMatchObject({
    externalId: '8',
    kind: 'external',
    managerReference: { by: 'externalId', value: '7' },
  });
});

test('SuccessFactors: two lines of headings, managers by user id, "NO_MANAGER" is nobody', () => {
  const sheet = sheetOf(
    `STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,MI,GENDER,EMAIL,MANAGER,HR,DEPARTMENT,EMPID,TITLE
Status,User ID,Username,First Name,Last Name,Middle Initial,Gender,Email,Manager,HR,Department,Employee ID,Title
active,u1,ada,Ada,Okoye,,Geheim,ada@sample.example,NO_MANAGER,u9,IT,E1,CISO
inactive,u2,bo,Bo,Lund,,Geheim,bo@sample.example,u1,u9,IT,E2,Clerk`,
  );
  expect(looksLikePeople(sheet)).toBe(true);
  const document = parsePeople(sheet, { today });
  expect(document.people.map(({ name, externalId, managerReference }) => [name, externalId, managerReference])).toEqual(
    [
      ['Ada Okoye', 'E1', null],
      ['Bo Lund', 'E2', { by: 'externalId', value: 'E1' }],
    ],
  );
  expect(JSON.stringify(document)).not.toContain('Geheim');
});

test('Jira calls a name "User name"; Moodle puts a password beside it', () => {
  const jira = parsePeople(
    sheetOf('User id,User name,email,User status,Added to org\n55:a,Ada Okoye,ada@sample.example,Active,12 Mar 2020'),
    { today },
  );
  expect(jira.people[0]).toMatchObject({ name: 'Ada Okoye', externalId: '55:a' });
  const moodle = parsePeople(
    sheetOf(
      'username,password,firstname,lastname,email,idnumber,department\nada,Geheim,Ada,Okoye,ada@sample.example,E7,IT',
    ),
    { today },
  );
  expect(moodle.people[0]).toMatchObject({ name: 'Ada Okoye', externalId: 'E7', unit: 'IT' });
  expect(JSON.stringify(moodle)).not.toContain('Geheim');
});

test('"Name" beside "Vorname" is the family name; shares of a week become hours, and that is said', () => {
  const document = parsePeople(
    sheetOf('Name;Vorname;Beschäftigungsgrad;Führungskraft\nMüller;Jörg;80 %;Auer, Zoë\nAuer;Zoë;100;', ';'),
    { today },
  );
  expect(document.people.map(({ name, weeklyHours }) => [name, weeklyHours])).toEqual([
    ['Jörg Müller', 32],
    ['Zoë Auer', 40],
  ]);
  expect(document.people[0]?.managerReference).toEqual({ by: 'name', value: 'Zoë Auer' });
  expect(document.flagged.map(({ row, column }) => [row, column])).toEqual([[1, 'Beschäftigungsgrad']]);
});

test('headings with the group of fields before an arrow', () => {
  const { people, columns } = parsePeople(
    sheetOf(
      `Display name;Email;Work → Title;Work → Department;Work → Reports to;Internal → Termination date;Private → Email
Ada Auer;ada@sample.example;ISB;IT;Ben Groß;;geheim@sample.example
Cy Park;cy@sample.example;Dev;IT;Ada Auer;2025-12-31;geheim@sample.example`,
      ';',
    ),
    { today },
  );
  expect(people.map(({ name, email, unit, jobTitle, to }) => [name, email, unit, jobTitle, to])).toEqual([
    ['Ada Auer', 'ada@sample.example', 'IT', 'ISB', null],
    ['Cy Park', 'cy@sample.example', 'IT', 'Dev', '2026-01-01'],
  ]);
  expect(columns.find(({ header }) => header.startsWith('Private'))?.field).not.toBe('email');
});
