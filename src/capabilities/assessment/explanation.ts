import type { Letter } from '../../domain/requirement.ts';
import type { SegregationRule } from '../../domain/segregation-rule.ts';
import type { PlainDate } from '../../kernel/date.ts';

/**
 * Every sentence that the assessment says, in one place and as functions of the facts, so that another language is
 * another file of this shape. Names come in as they stand in the registers.
 */

export const letterNames: Readonly<Record<Letter, string>> = {
  R: 'responsible',
  A: 'accountable',
  S: 'supporting',
  C: 'consulted',
  I: 'informed',
};

/** `Ana`, `Ana and Ben`, `Ana, Ben and 3 others`. Shows at most three; `total` counts them all. */
export function listed(names: readonly string[], total = names.length): string {
  const shown = names.slice(0, total > 3 ? 2 : 3);
  const rest = total - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} ${rest === 1 ? 'other' : 'others'}`] : shown;
  const tail = parts.at(-1);
  if (tail === undefined) return 'nobody';
  return parts.length === 1 ? tail : `${parts.slice(0, -1).join(', ')} and ${tail}`;
}

/** As `listed`, where more names than three may be cut off uncounted: `Ana, Ben, Cem and others`. */
export const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and others` : listed(names);

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const rowCount = (number: number): string => count(number, 'requirement', 'requirements');
/** What a rule forbids and why, as far as it says. */
const why = ({ title, reason }: SegregationRule): string =>
  reason === '' ? title : `${title}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Why a role is empty on the day. */
export interface Vacancy {
  readonly last: { readonly person: string; readonly since: PlainDate } | null;
  readonly next: { readonly person: string; readonly from: PlainDate } | null;
  readonly deputies: readonly string[];
  /** Name of the role that the template suggests instead, and the rule that speaks against it. */
  readonly standIn: {
    readonly role: string;
    readonly people: readonly string[];
    readonly against: string | null;
  } | null;
}

function vacancy(facts: Vacancy): string {
  const parts = [
    facts.last === null
      ? 'Nobody has held it so far.'
      : `${facts.last.person} held it last; it has been empty since ${facts.last.since}.`,
  ];
  if (facts.next !== null) parts.push(`${facts.next.person} takes it on ${facts.next.from}.`);
  if (facts.deputies.length > 0) parts.push(`${listed(facts.deputies)} can only stand in as deputy.`);
  if (facts.standIn !== null) {
    const people = facts.standIn.people.length === 0 ? '' : ` (${listed(facts.standIn.people)})`;
    const against = facts.standIn.against === null ? '' : `, but ${facts.standIn.against} keeps the two apart`;
    parts.push(
      `In a small organization ${facts.standIn.role}${people} may stand in${against}; that is for you to decide.`,
    );
  }
  return parts.join(' ');
}

export const explain = {
  mandatoryVacant: (role: string, facts: Vacancy): string =>
    `${role} is a mandatory role and has no active holder. ${vacancy(facts)}`,
  mandatoryMissing: (role: string): string => `${role} is a mandatory role, and the organization has no such role.`,
  noDeputy: (role: string, holder: string): string =>
    `${role} needs a deputy and has none: when ${holder} is away, nobody may act.`,
  noHours: (person: string, role: string, since: PlainDate): string =>
    `${person} has held ${role} since ${since} without any hours a week set aside for it: a title, not a resource.`,
  holderLeft: (
    person: string,
    ended: PlainDate,
    roles: readonly string[],
    letters: number,
    elsewhere: number,
  ): string => {
    const rows = [
      ...(letters > 0 ? [rowCount(letters)] : []),
      ...(elsewhere > 0 ? [`${rowCount(elsewhere)} of other frameworks`] : []),
    ];
    const held = [
      ...(roles.length > 0 ? [`holds ${listed(roles)}`] : []),
      ...(rows.length > 0 ? [`has letters of their own in ${rows.join(' and ')}`] : []),
    ];
    return `The engagement of ${person} ended on ${ended}, and ${person} still ${held.join(' and ')}.`;
  },
  belowMinimum: (role: string, holders: readonly string[], total: number, minimum: number): string =>
    `${role} needs at least ${count(minimum, 'holder', 'holders')} and has ${total === 0 ? 'none' : `${total} (${listed(holders, total)})`}.`,
  outsider: (person: string, role: string, deputy: boolean, since: PlainDate): string =>
    `${person} comes from outside and has ${deputy ? 'stood in for' : 'held'} ${role} since ${since}, a role that this organization keeps for its own people.`,
  notApproved: (appointments: readonly string[], total: number): string =>
    `${count(total, 'appointment is', 'appointments are')} in effect that no second person has approved: ${listed(appointments, total)}.`,
  noLetter: (requirement: string, letter: 'A' | 'R', others: readonly string[]): string =>
    `Nobody is ${letterNames[letter]} for ${requirement}: its row has no ${letter}${others.length === 0 ? ' and no other letter' : `, only letters for ${listed(others)}`}.`,
  severalResponsible: (requirement: string, cells: readonly string[], most: number): string =>
    `${cells.length} letters R in the row of ${requirement} (${listed(cells)}); this organization allows ${most}: make the others supporting.`,
  twoAccountable: (requirement: string, cells: readonly string[], one: string | null): string =>
    `The row of ${requirement} has ${cells.length} cells with A (${listed(cells)})${
      one === null
        ? ': nobody can say who answers for it.'
        : `. All lead to ${one}, so one person answers, but one A is enough.`
    }`,
  severalHolders: (role: string, people: readonly string[], total: number, rows: number): string =>
    `${role} answers for ${rowCount(rows)} and has ${total} holders (${listed(people, total)}): an auditor will ask which of them answers. Keep one as holder and make the others deputies.`,
  everyoneAccountable: (role: string, rows: number): string =>
    `${role} is held by everybody and is accountable for ${rowCount(rows)}: where everybody answers, nobody does.`,
  unresolved: (role: string, letters: readonly Letter[], rows: number, facts: Vacancy): string =>
    `${role} is ${letters.map((letter) => letterNames[letter]).join(' or ')} for ${rowCount(rows)}, and nobody holds it. ${vacancy(facts)}`,
  notYetEngaged: (person: string, from: PlainDate, rows: number): string =>
    `${person} has letters in ${rowCount(rows)}, but the engagement begins only on ${from}.`,
  overloaded: (person: string, letter: 'A' | 'R', rows: number, of: number, share: number, limit: number): string =>
    `${person} is ${letterNames[letter]} for ${rows} of ${of} applicable requirements (${percent(share)}); the limit is ${percent(limit)}.`,
  unresourced: (requirement: string, empty: readonly string[]): string =>
    `${requirement} applies and no person is there for it: ${
      empty.length === 0
        ? 'nobody is accountable, responsible or supporting.'
        : `${listed(empty)} ${empty.length === 1 ? 'stands' : 'stand'} in its row, and nobody acts in ${empty.length === 1 ? 'that role' : 'any of these roles'}.`
    }`,
  unjustified: (requirement: string): string => `${requirement} is declared not applicable without a justification.`,
  neverApproved: (waiting: number | null): string =>
    `No version of the statement of applicability has been approved so far${waiting === null ? '' : `; version ${waiting} waits for a second person`}.`,
  changedSinceApproval: (version: number, on: PlainDate, controls: readonly string[], waiting: number | null): string =>
    `The statement of applicability says something else on ${count(controls.length, 'control', 'controls')} (${listed(controls)}) than version ${version}, approved on ${on}${waiting === null ? '' : `; version ${waiting} waits for a second person`}.`,
  conflict: (person: string, first: string, second: string, rule: SegregationRule): string =>
    `${person} is ${first} and ${second}. ${why(rule)} (${rule.id}).`,
  rowConflict: (person: string, rows: readonly string[], rule: SegregationRule): string =>
    `${person} is both accountable and responsible for ${listed(rows)}, where these duties must be split (${rule.id}).`,
  dutyConflict: (person: string, scope: string | null, rule: SegregationRule): string =>
    `${person} acts as ${rule.a.replaceAll('-', ' ')} and as ${rule.b.replaceAll('-', ' ')}${scope === null ? '' : ` (${scope})`}. ${why(rule)} (${rule.id}).`,
  auditsOwnWork: (person: string, rows: readonly string[], rule: SegregationRule): string =>
    `${person} audits ${listed(rows)} and is responsible or accountable there: ${rule.title.charAt(0).toLowerCase()}${rule.title.slice(1)} (${rule.id}).`,
  controlExpiring: (person: string, rule: SegregationRule, lastDay: PlainDate): string =>
    `The compensating control for ${person} (${rule.id}, ${rule.title.charAt(0).toLowerCase()}${rule.title.slice(1)}) counts until ${lastDay}. Renew it with an approval, or separate the duties.`,
  deputyOnly: (): string =>
    'One of the two is held only as deputy, which weighs less as long as the deputy need not act.',
  compensated: (control: string, approver: string, lastDay: PlainDate): string =>
    `A compensating control approved by ${approver} counts until ${lastDay}: ${control}`,
  compensationExpired: (lastDay: PlainDate): string => `The compensating control counted until ${lastDay}.`,
  compensationUseless: (): string =>
    'A compensating control is recorded, but nothing cures this conflict: one of the two must go.',
  compensationSelfApproved: (): string =>
    'A compensating control is recorded, but the person approved it for themselves: it does not count.',
  uncompensated: (suggestion: string | null): string =>
    suggestion === null
      ? 'Nothing compensates for it: one of the two must go.'
      : `What may be done instead: ${suggestion}.`,
  /** `others`: on the bench as well, and not able to. */
  singlePoint: (person: string, rows: readonly string[], others: readonly string[]): string =>
    `${person} alone does the work of ${rowCount(rows.length)} (${listed(rows)}): if ${person} is away, nobody can.${
      others.length === 0
        ? ''
        : ` ${some(others)} could step in, but ${others.length === 1 ? 'does' : 'do'} not prove the competence that it takes.`
    }`,
  actionOverdue: (title: string, owner: string, due: PlainDate): string =>
    `The action "${title}" of ${owner} was due on ${due} and is not done.`,
  ownerLeft: (person: string, ended: PlainDate, actions: number, projects: readonly string[]): string => {
    const held = [
      ...(actions > 0 ? [`owns ${count(actions, 'open action', 'open actions')}`] : []),
      ...(projects.length > 0 ? [`manages ${listed(projects)}`] : []),
    ];
    return `The engagement of ${person} ended on ${ended}, and ${person} still ${held.join(' and ')}.`;
  },
} as const;

export const explainAspect = {
  notApplicable: (justification: string): string =>
    justification === '' ? 'Does not apply; no justification is recorded.' : `Does not apply: ${justification}`,
  notAsked: (letter: Letter, reason: string): string =>
    `Nobody is ${letterNames[letter]}, and this organization does not ask for it: ${reason}`,
  noCell: (letter: 'A' | 'R'): string => `Nobody is ${letterNames[letter]}: the row has no ${letter}.`,
  nobodyActs: (letter: 'A' | 'R', holders: readonly string[]): string =>
    `${listed(holders)} ${holders.length === 1 ? 'is' : 'are'} ${letterNames[letter]}, but nobody is there to act.`,
  everyone: (letter: 'A' | 'R', people: number): string =>
    letter === 'A'
      ? `All ${people} active people would answer for it, and so nobody does.`
      : `All ${people} active people do this as part of their work.`,
  twoCells: (cells: readonly string[]): string => `The row has ${cells.length} cells with A: ${listed(cells)}.`,
  severalHolders: (people: readonly string[], role: string): string =>
    `${some(people)} hold ${role} at once: it is open which of them answers.`,
  deputies: (letter: 'A' | 'R', people: readonly string[]): string =>
    `${some(people)} can only stand in as deputy: no holder is ${letterNames[letter]}.`,
  partly: (people: readonly string[], empty: readonly string[]): string =>
    `${some(people)} ${people.length === 1 ? 'is' : 'are'} responsible; nobody acts for ${listed(empty)}.`,
  people: (letter: 'A' | 'R', people: readonly string[], through: readonly string[]): string =>
    `${some(people)} ${people.length === 1 ? 'is' : 'are'} ${letterNames[letter]}${through.length === 0 ? '' : ` as ${listed(through)}`}.`,
  noHoursAtAll: (): string => 'None of the responsible people has hours set aside.',
  noPeopleForHours: (): string => 'Nobody is responsible, so no hours can be set aside.',
  someHours: (hours: number, without: number): string =>
    `${hours} hours a week are set aside, but ${count(without, 'responsible appointment has', 'responsible appointments have')} none.`,
  hours: (hours: number): string =>
    `The responsible people have ${hours} hours a week set aside for these roles; how many the work takes is not estimated yet.`,
  everyoneHours: (): string => 'Everybody does this within normal work; no hours are set aside for it.',
  noRecords: (records: string): string => `Cannot be judged yet: ${records} are not kept in Muster so far.`,
  noDuties: (activities: readonly string[]): string =>
    `Nobody is recorded who acts as ${listed(activities)}: say who on the page Segregation.`,
  enough: (): string => 'Everything that is judged is met.',
  notEnough: (aspects: readonly string[]): string => `Not enough: ${aspects.join(' ')}`,
  notShown: (): string =>
    'Nothing that can be judged is missing. Whether it is enough cannot be shown yet: infrastructure and money are not kept in Muster so far.',
} as const;

export const explainChecklist = {
  waits: (records: readonly string[]): string =>
    `Cannot be judged yet: it waits for ${listed(records)}, which Muster does not keep so far.`,
  /** `missing` names the first of them. */
  share: (met: number, of: number, what: string, missing: readonly string[]): string =>
    `${met} of ${of} ${what}.${missing.length === 0 ? '' : ` Missing: ${listed(missing, of - met)}.`}`,
  none: (what: string): string => `There are no ${what} yet.`,
  vacancy: (role: string, days: number): string => `${role} has been vacant longest: ${count(days, 'day', 'days')}.`,
  neverHeld: (roles: readonly string[]): string => `Never held so far: ${listed(roles)}.`,
  noVacancy: (): string => 'No mandatory role and no role that needs a deputy is vacant.',
  trail: (sequence: number): string =>
    `The trail keeps who, when and the previous value of every change: ${count(sequence, 'entry', 'entries')} so far.`,
  proving: (people: number, competence: string, level: number): string =>
    people === 0
      ? `Nobody proves ${competence} at level ${level} with evidence in date.`
      : `${count(people, 'person proves', 'people prove')} ${competence} at level ${level} with evidence in date.`,
  noOutsider: (): string => 'Nobody from outside holds a role.',
  noLapse: (days: number): string => `No required proof ends within ${days} days.`,
  noTrail: (): string => 'The trail has no entry yet.',
  leavers: (people: readonly string[], total: number): string =>
    total === 0
      ? 'Nobody who has left holds a role or a letter.'
      : `Still held by leavers: ${count(total, 'appointment or letter', 'appointments and letters')} (${listed(people)}).`,
} as const;

export const explainCandidate = {
  deputy: (role: string): string => `Deputy of ${role} already.`,
  standIn: (role: string): string => `Holds ${role}, which may stand in for it.`,
  manager: (person: string): string => `Manager of ${person}, who held it last.`,
  colleague: (unit: string): string => `Works in ${unit} too.`,
  holder: (role: string): string => `Holds ${role} already.`,
  against: (reason: string, rule: string): string => `${reason} Speaks against it: ${rule}.`,
  defaultRole: (letter: Letter, staffed: boolean): string =>
    `The default matrix makes it ${letterNames[letter]}.${staffed ? '' : ' Nobody holds it at present.'}`,
  jobTitle: (title: string): string => `Job title: ${title}.`,
  nearTitle: (title: string, near: string): string => `Job title: ${title}, close to it as ${near}.`,
  unitHead: (unit: string): string => `Heads ${unit}.`,
  top: (reports: number): string =>
    `Reports to nobody, and ${count(reports, 'person reports', 'people report')} there.`,
  reportsToTop: (person: string): string => `Reports to ${person}, who leads the organization.`,
  proves: (proven: number, of: number): string =>
    proven === of ? `Proves all ${of} that it requires.` : `Proves ${proven} of ${of} that it requires.`,
  able: (able: number, of: number): string =>
    `${able} of ${count(of, 'person', 'people')} who ${of === 1 ? 'acts' : 'act'} in it ${able === 1 ? 'proves' : 'prove'} what it requires.`,
  inRow: (): string => 'Has another letter in this row already.',
} as const;
