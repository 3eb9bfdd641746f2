import { foldText } from './cell-text.ts';

const EXTERNAL =
  /\b(contractor|contract worker|contingent|consultant|freelance\w*|external\w*|extern|externe[rns]?|externo|externa|esterno|guest|agency|vendor|supplier|third party|non employee|nonemployee|leiharbeit\w*|zeitarbeit\w*|dienstleister|berater|prestataire|interimaire|independant|autonomo|inhuur\w*|zzp\w*|uitzend\w*|consulente|terceirizado|zewnetrzny|b2b|externi|подрядчик|внешний|c)\b/u;

/** True when a worker type names somebody who is not on the organization's own payroll. */
export const saysExternal = (cell: string): boolean => {
  const text = foldText(cell).replace(/[_-]+/gu, ' ');
  return EXTERNAL.test(text) && !/^(internal|intern)\b/u.test(text) && (text === 'c' || !/^c\b/u.test(text));
};

const NO_PERSON_TYPE =
  /\b(computer|group|service ?account|serviceprincipal|managed ?service|shared ?mailbox|sharedmailbox|roommailbox|equipmentmailbox|room|equipment|resource|device|bot|app|application|system|gmsa|contact|organizationalunit|dienstkonto|funktionskonto)\b/u;

const SERVICE_LOCAL =
  /^(svc|srv|sa|service|servis|dienst|noreply|no-reply|donotreply|do-not-reply|scan|scanner|scans|printer|drucker|kiosk|backup|sync|adsync|aadconnect|msol|healthmailbox|postmaster|mailer-daemon|systemmailbox|exchange|robot|bot|daemon|monitoring|krbtgt|root|defaultaccount|wdagutilityaccount|guest|gast|administrator|admin|hostmaster|webmaster|info|support|helpdesk|reception|empfang|office|sales|jobs|hr|it|test|testuser|room|meetingroom|mailbox|voicemail|fax)(?:$|[._\-+\d].*$)/u;
const CERTAIN =
  /^(svc|srv|noreply|no-reply|donotreply|healthmailbox|systemmailbox|krbtgt|msol|mailer-daemon)(?:$|[._\-+\d])/u;
const SERVICE_NAME =
  /\b(service account|scanner|printer|drucker|shared mailbox|meeting room|conference room|besprechungsraum|konferenzraum|healthmailbox|discovery search|on-premises directory synchronization|kiosk|do not reply|no ?reply|daemon|bot|dienstkonto|funktionspostfach|compte de service|cuenta de servicio|automation for \w+)\b|\$$|^(guest|gast|admin|administrator|test)( user| account|-?benutzer)?$/u;

export interface Account {
  readonly name: string;
  /** The file gives both a given and a family name. */
  readonly bothNames: boolean;
  readonly addresses: readonly string[];
  readonly accountType: string;
}

/**
 * Why a row is an account without a person behind it; null when nothing says so. `certain: false` asks the user:
 * Anna Admin at T-ADMIN may well be a person, and so may Info Bot.
 */
export function serviceAccount(account: Account): { readonly reason: string; readonly certain: boolean } | null {
  const type = foldText(account.accountType);
  if (type !== '' && NO_PERSON_TYPE.test(type) && !/\bcontact person\b/u.test(type))
    return { reason: `Not a person: the file calls it "${account.accountType}".`, certain: true };
  const locals = account.addresses
    .map((address) => foldText(address.split('@')[0] ?? ''))
    .filter((local) => local !== '');
  const sign = locals.find((local) => SERVICE_LOCAL.test(local) || local.endsWith('$'));
  const named = SERVICE_NAME.test(foldText(account.name));
  // Maria Sanchez may read info@ herself; Scanner at svc@ is nobody.
  const oneWord = !/\s/u.test(account.name.trim());
  const certain = !account.bothNames && (named || (sign !== undefined && (oneWord || CERTAIN.test(sign))));
  if (certain)
    return {
      reason: `Service account, not a person: ${sign === undefined ? 'by its name' : `it signs in as "${sign}"`}.`,
      certain,
    };
  if (sign !== undefined && (CERTAIN.test(sign) || !account.bothNames))
    return { reason: `It signs in as "${sign}", as service accounts do: check that this is a person.`, certain: false };
  return null;
}
