import { compactText } from './cell-text.ts';
import type { MappedColumn } from './column-mapping.ts';

/** Headings that only this program writes together. Lists to learn from: the programs' own templates and help pages. */
const SIGNATURES: readonly { readonly system: string; readonly headings: readonly string[] }[] = [
  { system: 'ADP', headings: ['payrollname', 'positionstatus'] },
  { system: 'ADP', headings: ['associateid', 'positionid'] },
  { system: 'Workday', headings: ['worker', 'businesstitle'] },
  { system: 'Workday', headings: ['employeeid', 'worker', 'supervisoryorganization'] },
  { system: 'BambooHR', headings: ['firstname', 'lastname', 'preferredname', 'employmentstatus', 'status'] },
  { system: 'Microsoft Entra ID', headings: ['namedisplaynamerequired', 'usernameuserprincipalnamerequired'] },
  { system: 'Microsoft Entra ID', headings: ['userprincipalname', 'objectid', 'usertype'] },
  { system: 'Microsoft Entra ID', headings: ['userprincipalname', 'displayname', 'accountenabled'] },
  { system: 'Google Workspace', headings: ['firstnamerequired', 'lastnamerequired', 'emailaddressrequired'] },
  { system: 'SAP SuccessFactors', headings: ['personidexternal', 'userid'] },
  { system: 'SAP HCM', headings: ['persnr', 'planstelle'] },
  { system: 'SAP HCM', headings: ['persnr', 'personalbereich'] },
  { system: 'SAP', headings: ['personalnummer', 'orgeinheit', 'managerpersonalnummer'] },
  { system: 'DATEV', headings: ['personalnummer', 'steuerklasse', 'eintrittsdatum'] },
  { system: 'Personio', headings: ['firstname', 'lastname', 'weeklyhours', 'supervisor'] },
  { system: 'HiBob', headings: ['displayname', 'reportsto', 'lifecyclestatus'] },
  { system: 'Rippling', headings: ['employee', 'workemail', 'employmenttype', 'manager'] },
  { system: 'Active Directory', headings: ['samaccountname', 'distinguishedname'] },
  { system: 'Active Directory', headings: ['samaccountname', 'userprincipalname'] },
  { system: 'LDAP directory', headings: ['dn', 'cn', 'sn'] },
  { system: 'LDAP directory', headings: ['uid', 'cn', 'sn'] },
  { system: 'Jira', headings: ['username', 'userid', 'userstatus', 'addedtoorg'] },
  { system: 'Moodle', headings: ['username', 'firstname', 'lastname', 'idnumber'] },
  { system: 'Moodle', headings: ['username', 'firstname', 'lastname', 'course1'] },
  { system: 'Sage', headings: ['worksnumber', 'forename', 'surname'] },
  { system: 'Sage', headings: ['employeereference', 'forename', 'surname'] },
  { system: 'Okta', headings: ['userid', 'login', 'firstname', 'lastname', 'status'] },
];

/** The program that wrote the file, judged by its headings; null when they are anybody's. */
export function recogniseSystem(columns: readonly MappedColumn[]): string | null {
  const headings = new Set(columns.flatMap((column) => [compactText(column.heading.label), ...column.heading.keys]));
  const found = SIGNATURES.find((signature) => signature.headings.every((heading) => headings.has(heading)));
  return found?.system ?? null;
}
