import { foldText } from './cell-text.ts';

/** What a status cell says about the engagement. `unsure` is said by a system about something else, such as an account. */
export type EmploymentStatus = 'active' | 'ended' | 'on-leave' | 'unsure' | 'unknown';

const words = (text: string): ReadonlySet<string> => new Set(text.split('|').map((word) => foldText(word)));

const ENDED = words(
  `t|terminated|term|termed|inactive|left|leaver|ended|resigned|retired|deceased|dismissed|deprovisioned|former|former employee|ex employee|
separated|deleted|offboarded|departed|exited|fired|redundant|laid off|withdrawn|discarded|ausgeschieden|ausgetreten|inaktiv|nicht aktiv|beendet|
ehemalig|ehemaliger mitarbeiter|verrentet|pensioniert|verstorben|entlassen|inactif|inactive|sorti|parti|licencie|demissionne|retraite|inactivo|inactiva|
cesado|despedido|jubilado|finalizado|uit dienst|inactief|vertrokken|cessato|inattivo|licenziato|dimesso|inativo|desligado|demitido|
zwolniony|nieaktywny|ukoncen|ukonceny|neaktivni|propusten|уволен|уволена|неактивен|r|d|u`.replace(/\n/gu, ''),
);
const ACTIVE = words(
  `a|active|activated|employed|current|enabled|working|hired|regular|permanent|full time|fulltime|part time|parttime|aktiv|beschaftigt|angestellt|
vollzeit|teilzeit|unbefristet|befristet|actif|active|present|en poste|temps plein|temps partiel|activo|activa|alta|in dienst|actief|attivo|in forza|ativo|
aktywny|zatrudniony|aktivni|zamestnan|активен|работает|member|temporary|fixed term|casual|seasonal|intern|trainee|apprentice|probation|probezeit|student|
onboarding|onboarded|pre start|prestart|future hire|not started`.replace(/\n/gu, ''),
);
const LEAVE = words(
  `l|leave|on leave|loa|leave of absence|paid leave|unpaid leave|parental leave|maternity leave|paternity leave|sick leave|sabbatical|furlough|
garden leave|elternzeit|mutterschutz|beurlaubt|ruhend|freigestellt|en conge|conge|conge parental|excedencia|licencia|met verlof|verlof|in aspettativa|afastado|
urlop|urlop macierzynski|rodicovska dovolena|в отпуске|отпуск`.replace(/\n/gu, ''),
);
const UNSURE = words(
  `suspended|disabled|locked|locked out|blocked|deactivated|archived|pending|staged|provisioned|recovery|password expired|invited|gekundigt|
notice|on notice|notice period|under notice|terminating|gesperrt|deaktiviert|suspendiert|suspendu|suspendido|baja|de baja|preavis|geschorst|sospeso|suspenso|
zawieszony|pozastaven|pending acceptance|pendingacceptance|offboarding`.replace(/\n/gu, ''),
);

const YES = words('yes|y|ja|j|true|x|1|oui|o|vrai|si|s|verdadero|waar|vero|sim|tak|ano|да|wahr|on|✓|✔');
const NO = words('no|n|nein|false|0|non|faux|nee|onwaar|falso|nao|nie|ne|нет|falsch|off|✗|✘');

/** True, false, or null for a blank or another word. A blank is no "no": nobody is ended by an empty cell. */
export function readYesNo(cell: string): boolean | null {
  const text = foldText(cell);
  if (YES.has(text)) return true;
  return NO.has(text) ? false : null;
}

/** Reads a word of a status column; null for a blank cell. */
export function readStatus(cell: string): EmploymentStatus | null {
  const folded = foldText(cell)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (folded === '') return null;
  // "Terminated - Voluntary", "Leave (paid)": the first words decide.
  const opening = folded.split(' ').slice(0, 1).join(' ');
  for (const text of [folded, folded.split(' ').slice(0, 2).join(' '), opening]) {
    if (ENDED.has(text) && (text.length > 1 || text === folded)) return 'ended';
    if (LEAVE.has(text) && (text.length > 1 || text === folded)) return 'on-leave';
    if (UNSURE.has(text)) return 'unsure';
    if (ACTIVE.has(text) && (text.length > 1 || text === folded)) return 'active';
  }
  return 'unknown';
}
