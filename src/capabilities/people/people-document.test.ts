import { describe, expect, test } from 'vitest';
import { sheetOf } from '../../../tests/factories/sheet.ts';
import { plainDate } from '../../kernel/date.ts';
import { looksLikePeople, parsePeople, type PeopleDocument } from './people-document.ts';

const today = plainDate('2026-11-23');
const read = (text: string, delimiter = ','): PeopleDocument => parsePeople(sheetOf(text, delimiter), { today });
const names = (document: PeopleDocument): readonly string[] => document.people.map(({ name }) => name);
const reasons = (document: PeopleDocument): readonly string[] =>
  document.ignored.map(({ row, reason }) => `${row}: ${reason}`);

test('a name is turned round only in a column that is made of such names', () => {
  const sheet = (lines: readonly string[]): PeopleDocument => read(['Name,E-mail', ...lines].join('\n'));
  const turned = sheet(['"Okoye, Ada",a@x.example', '"Lund, Bo",b@x.example', '"Smith, John, Jr.",c@x.example']);
  expect(names(turned)).toEqual(['Ada Okoye', 'Bo Lund', 'John Smith, Jr.']);
  const kept = sheet(['Ada Okoye,a@x.example', 'Bo Lund,b@x.example', '"Hale, Owen",c@x.example']);
  expect(names(kept)).toEqual(['Ada Okoye', 'Bo Lund', 'Hale, Owen']);
  expect(kept.flagged).toEqual([
    {
      row: 4,
      column: 'Name',
      text: 'Hale, Owen',
      reason: 'Kept as it is written: most names of this column have no comma.',
    },
  ]);
});

describe('a payroll roster with names the other way round and one-letter statuses', () => {
  const roster = read(
    `Payroll Name,Position ID,Position Description,Home Department,Position Status,Hire Date
"Okoye, Ada",XYZ000001,Owner,100 - Admin,A,01/10/2012
"Lund, Bo",XYZ000002,Clerk,200 - Finance,L,03/15/2019
"Roy, Cy",XYZ000003,Cashier,300 - Store,T,01/10/2020`,
  );

  test('people are read by the names they go by, units without their codes', () => {
    expect(roster.recognisedAs).toBe('ADP');
    expect(roster.people.map(({ name, unit, externalId }) => [name, unit, externalId])).toEqual([
      ['Ada Okoye', 'Admin', 'XYZ000001'],
      ['Bo Lund', 'Finance', 'XYZ000002'],
      ['Cy Roy', 'Store', 'XYZ000003'],
    ]);
  });

  test('one date that can only be month first settles the column', () => {
    expect(roster.people.map(({ from }) => from)).toEqual(['2012-01-10', '2019-03-15', '2020-01-10']);
  });

  test('who was terminated without a date has ended today, and the user is told', () => {
    expect(roster.people[2]).toMatchObject({ ended: true, to: '2026-11-23', assumed: ['kind', 'to'] });
    expect(roster.flagged).toContainEqual({
      row: 4,
      column: 'Position Status',
      text: 'T',
      reason: 'There is no end date in the file; taken as ended on 2026-11-23.',
    });
  });

  test('who is on leave is still engaged, and the kind of leave is not repeated', () => {
    expect(roster.people[1]).toMatchObject({ ended: false, to: null });
    expect(roster.flagged[0]).toEqual({
      row: 3,
      column: 'Position Status',
      text: '',
      reason: 'On leave: taken as engaged.',
    });
  });
});

test('of two status columns one that says "terminated" is enough; the preferred name is used', () => {
  const document = read(
    `First Name,Last Name,Preferred Name,Job Title,Department,Hire Date,Employment Status,Status
Ada,Okoye,,Owner,Lead,2012-01-10,Full-Time,Active
Boris,Lund,Bo,Clerk,Admin,2019-03-15,Part-Time,Active
Cy,Roy,,Cashier,Store,2020-01-10,Terminated,Inactive`,
  );
  expect(document.recognisedAs).toBe('BambooHR');
  expect(document.people.map(({ name, ended }) => [name, ended])).toEqual([
    ['Ada Okoye', false],
    ['Bo Lund', false],
    ['Cy Roy', true],
  ]);
  expect(document.ignored).toEqual([
    { row: 3, column: 'First Name', text: 'Boris', reason: 'The preferred name is used in its place.' },
  ]);
});

test('a bulk-create template: version line, example row, attribute names, passwords; an open sign-in ends nobody', () => {
  const document = read(
    `version:v1.0,,,,,,
Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],Last name [surname],Mobile phone [mobile]
Example: Pat Green,pat@sample.example,Geheim-1, No,Pat,Green,555-1
Ada Okoye,ada@sample.example,Geheim-2, No,Ada,Okoye,555-2
Bo Lund,bo@sample.example,Geheim-3,Yes,Cy,Roy,555-3`,
  );
  expect(document.headerRow).toBe(2);
  expect(document.people.map(({ name, email, ended }) => [name, email, ended])).toEqual([
    ['Ada Okoye', 'ada@sample.example', false],
    ['Bo Lund', 'bo@sample.example', false],
  ]);
  expect(reasons(document)).toEqual([
    '1: Stands above the headings.',
    '3: An example that came with the template, not a person.',
  ]);
  expect(document.dropped).toEqual([
    { column: 'Initial password [passwordProfile] Required', reason: 'Passwords and other secrets are never stored.' },
    { column: 'Mobile phone [mobile]', reason: 'Private telephone numbers are never stored.' },
  ]);
  expect(JSON.stringify(document)).not.toMatch(/Geheim|555-/);
  expect(document.flagged.map(({ row, column }) => `${row} ${column}`)).toEqual([
    '5 Name [displayName] Required',
    '5 Block sign in (Yes/No) [accountEnabled] Required',
  ]);
});

test('a directory download: a scanner is nobody, a blank display name is made of its parts, guests are external', () => {
  const document = read(
    `userPrincipalName,displayName,surname,mail,givenName,objectId,userType
ada@sample.example,Ada Okoye,Okoye,ada.okoye@sample.example,Ada,1,Member
svc@sample.example,Scanner,,,,2,Member
bo@sample.example,,Lund,,Bo,3,Member
cy_other.example#EXT#@sample.example,Cy Roy,Roy,cy@other.example,Cy,4,Guest
dee@sample.example,,,,,5,Member`,
  );
  expect(document.people.map(({ name, email, kind }) => [name, email, kind])).toEqual([
    ['Ada Okoye', 'ada.okoye@sample.example', 'internal'],
    ['Bo Lund', 'bo@sample.example', 'internal'],
    ['Cy Roy', 'cy@other.example', 'external'],
  ]);
  expect(reasons(document)).toEqual([
    '3: Service account, not a person: it signs in as "svc".',
    '6: There is no name in the row.',
  ]);
});

test('"/" is no unit, a path below it is', () => {
  const document = read(
    `First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required]
Ada,Okoye,ada@sample.example,/
Bo,Lund,bo@sample.example,/Finance/Payable`,
  );
  expect(document.people.map(({ unit }) => unit)).toEqual([null, 'Finance/Payable']);
  expect(document.recognisedAs).toBe('Google Workspace');
});

test('a German organization file: managers by number, 0 ends, 1 does not', () => {
  const document = read(
    `personalnummer;vorname;nachname;email;org_einheit;fachbereich;manager_personalnummer;standort;aktiv
T-ADMIN;Anna;Admin;;Testabteilung;IT;;;1
P1;Änne;Größer;;IT;IT;T-ADMIN;Köln;1
P2;Uwe;Fort;;IT;IT;P1;Köln;0`,
    ';',
  );
  expect(names(document)).toEqual(['Anna Admin', 'Änne Größer', 'Uwe Fort']);
  expect(document.people[1]?.managerReference).toEqual({ by: 'externalId', value: 'T-ADMIN' });
  expect(document.people.map(({ ended }) => ended)).toEqual([false, false, true]);
});

test('a report with a title above and a total below', () => {
  const document = read(
    `Worker Report - as of 09/01/2026

Employee ID\tWorker\tBusiness Title\tJob Profile\tCost Center\tHire Date\tActive Status
1001\tOkoye, Ada\tOwner\tOwner\tCC100 Leadership\t01/10/2012\tYes
1002\tLund, Bo (On Leave)\tClerk\tClerk\tCC200 Admin\t03/15/2019\tYes
1003\tRoy, Cy\tCashier\tCashier\tCC300 Store\t01/10/2020\tNo
Total\t\t\t\t\t\t3`,
    '\t',
  );
  expect(document.headerRow).toBe(3);
  expect(document.people.map(({ row, name, unit, ended }) => [row, name, unit, ended])).toEqual([
    [4, 'Ada Okoye', 'Leadership', false],
    [5, 'Bo Lund', 'Admin', false],
    [6, 'Cy Roy', 'Store', true],
  ]);
  expect(reasons(document)).toEqual([
    '1: Stands above the headings.',
    '2: The row is blank.',
    '7: A total, not a person.',
  ]);
});

test('an end date is the last day, so the engagement is over the day after', () => {
  const document = read(
    `Employee ID,Full name,Start date,Termination date,Status
1,Ada Okoye,2020-01-01,2026-11-22,Terminated
2,Bo Lund,2020-01-01,2026-11-23,Active
3,Cy Roy,2020-01-01,2027-03-31,Terminated
4,Dee Fox,2020-01-01,31.12.9999,Active
5,Eve Ash,2026-01-01,2020-05-05,Active`,
  );
  expect(document.people.map(({ to, ended }) => [to, ended])).toEqual([
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2027-04-01', false],
    [null, false],
    [null, false],
  ]);
  expect(document.flagged.map(({ row }) => row)).toEqual([4, 6]);
});

describe('lists that only mention people', () => {
  test.each([
    'Name,Job Title,Department,ISO 27001,Risk Management,Internal Audit\nAda,CISO,IT,5,4,3\nBo,Clerk,IT,1,0,2',
    'Activity,Top Management,Information Security Officer,HR Lead\nPlan,A,R,I',
    'Role,Name,Deputy,Responsibilities,Internal/External,Start Date,End Date,Time Allocation\nCISO,Ada,Bo,x,Internal,,,5',
    'Person,Role,Training,Type,Due Date,Completion Date,Status,Evidence\nAda,CISO,x,y,2024-01-01,,done,',
    'ID,Asset Name,Type,Owner,Custodian,Location,Criticality,Status\n1,Server,hw,Ada,Bo,HQ,high,live',
    'ID,Supplier,Service,Category,Criticality,Location,Status,Owner\n1,Acme,x,y,high,HQ,active,Ada',
  ])('%s', (text) => {
    expect(looksLikePeople(sheetOf(text))).toBe(false);
  });

  test('and lists of people', () => {
    expect(looksLikePeople(sheetOf('first_name,last_name,email\nada,okoye,ada@sample.example'))).toBe(true);
    expect(looksLikePeople(sheetOf('employee_id,name,department,status\n7,Ada Okoye,IT,Active'))).toBe(true);
  });
});

test('a sheet without headings gives nobody and says what is missing, row by row', () => {
  const document = read('Ada,ada@sample.example\n\nBo,bo@sample.example');
  expect(document).toMatchObject({ headerRow: 0, people: [] });
  expect(document.ignored.map(({ row, text }) => [row, text])).toEqual([
    [1, 'Ada'],
    [2, ''],
    [3, 'Bo'],
  ]);
});
