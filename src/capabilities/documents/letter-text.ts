import type { PlainDate } from '../../kernel/date.ts';
import { listed } from '../assessment/explanation.ts';
import type { LetterConflict, LetterOfAppointment } from './letter-of-appointment.ts';
import type { LetterCompetence, LetterRequirements } from './letter-role.ts';

/** The words of a letter or a profile, the same in every format. */
export interface LetterText {
  readonly heading: string;
  /** Whom or what it is about, for the title in the file. */
  readonly subject: string;
  /** To whom: the name, then what is known of the person. None for a profile of a role. */
  readonly addressee: readonly string[];
  readonly opening: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly chapters: readonly LetterChapter[];
  /** Empty where nothing is signed. */
  readonly closing: string;
  /** None for an appointment that has ended, and for a profile. */
  readonly signatures: readonly { readonly label: string; readonly name: string; readonly lines: readonly string[] }[];
  /** Null for a role without A and R. */
  readonly annex: {
    readonly heading: string;
    readonly lead: string;
    readonly parts: readonly {
      readonly heading: string;
      readonly lead: string;
      readonly groups: readonly LetterRequirements[];
    }[];
  } | null;
  /** Which facts the letter rests on. */
  readonly provenance: string;
}

export interface LetterChapter {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly rows: LetterText['facts'];
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** `3 March 2026`. */
export const longDate = (date: PlainDate): string =>
  `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;

const all = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const ended = (letter: LetterOfAppointment): boolean => letter.lastDay !== null && letter.lastDay < letter.on;

function opening(letter: LetterOfAppointment): string {
  const { organization, person, role, capacity, from, lastDay } = letter;
  const what = capacity === 'holder' ? `as ${role.name}` : `as deputy for the role ${role.name}`;
  const term = lastDay === null ? `from ${longDate(from)}` : `from ${longDate(from)} to ${longDate(lastDay)}`;
  return `${organization.name} appoints ${person.name} ${what} ${term}.`;
}

const capacityText = (letter: LetterOfAppointment): string =>
  letter.capacity === 'holder' ? 'Holder of the role' : 'Deputy: acts when the holder cannot';

function hoursText({ hoursPerWeek }: LetterOfAppointment): string {
  if (hoursPerWeek === null) return 'None agreed';
  return `${hoursPerWeek} ${hoursPerWeek === 1 ? 'hour' : 'hours'} a week`;
}

function counterpartText({ capacity, counterparts }: LetterOfAppointment): string {
  if (counterparts.length > 0) return listed(counterparts);
  return capacity === 'holder' ? 'None appointed' : 'The role is vacant';
}

function factsOf(letter: LetterOfAppointment): LetterText['facts'] {
  return [
    ['Role', letter.role.name],
    ['Capacity', capacityText(letter)],
    ['First day', longDate(letter.from)],
    ['Last day', letter.lastDay === null ? 'Open-ended' : longDate(letter.lastDay)],
    ['Time set aside', hoursText(letter)],
    ...(letter.appointedBy === null ? [] : [['Appointed by', letter.appointedBy] as const]),
    ...(letter.approval === null
      ? []
      : [['Approved by', `${letter.approval.name}, on ${longDate(letter.approval.on)}`] as const]),
    [letter.capacity === 'holder' ? 'Deputy' : 'Holder', counterpartText(letter)],
  ];
}

function conflictText(conflict: LetterConflict, person: string): string {
  const { otherRoles, requirements, compensation, suggestion, reason, rule } = conflict;
  const what =
    requirements.length > 0
      ? `${person} is both accountable and responsible for ${all(requirements)}.`
      : `${person} also holds: ${all(otherRoles)}.`;
  const instead =
    compensation !== null
      ? `Compensating control, approved by ${compensation.approvedBy}, up to and including ${longDate(compensation.lastDay)}: ${compensation.control}`
      : suggestion === null
        ? 'Nothing compensates for this: one of the two duties has to be given up.'
        : `No compensating control counts on this day. What may be done instead: ${suggestion}`;
  return [what, `${reason} (${rule}).`, /[.!?]$/.test(instead) ? instead : `${instead}.`].join(' ');
}

/** Competences of one level share a row, and those that are good to have another. */
export function competenceRows(competences: readonly LetterCompetence[]): LetterText['facts'] {
  const required = competences.filter((one) => one.required);
  const levels = [...new Set(required.map((one) => one.level))];
  const desirable = competences.filter((one) => !one.required);
  return [
    ...levels.map((level) => {
      const same = required.filter((one) => one.level === level);
      const name = same[0]?.levelName ?? '';
      const label = `Level ${level}${name === '' ? '' : `, ${name.toLowerCase()}`}`;
      return [label, same.map((one) => one.name).join(' · ')] as const;
    }),
    ...(desirable.length === 0
      ? []
      : [['Good to have', desirable.map((one) => `${one.name} (${one.level})`).join(' · ')] as const]),
  ];
}

function chaptersOf(letter: LetterOfAppointment): readonly LetterChapter[] {
  const { person, responsibilities, competences, conflicts, day, on } = letter;
  const dated = day === on ? '' : ` as of ${longDate(day)}`;
  const chapters: readonly LetterChapter[] = [
    {
      heading: 'What the role is responsible for',
      paragraphs: responsibilities.length > 0 ? [] : ['No responsibilities are written down for this role yet.'],
      items: responsibilities,
      rows: [],
    },
    {
      heading: 'What the role takes',
      paragraphs: [
        competences.length > 0
          ? 'Competences by level, from 0 (none) to 5 (authority).'
          : 'No competences are written down for this role yet.',
      ],
      items: [],
      rows: competenceRows(competences),
    },
    {
      heading: `Duties that should be apart${dated}`,
      paragraphs: conflicts.map((conflict) => conflictText(conflict, person.name)),
      items: [],
      rows: [],
    },
  ];
  return chapters.filter((chapter) => chapter.paragraphs.length > 0 || chapter.items.length > 0);
}

export const countOf = (groups: readonly LetterRequirements[]): number =>
  groups.reduce((sum, group) => sum + group.requirements.length, 0);

function annexOf(letter: LetterOfAppointment): LetterText['annex'] {
  const { accountable, responsible, standard, role } = letter;
  const parts = [
    { heading: `Accountable for (${countOf(accountable)})`, lead: 'Answers for the result.', groups: accountable },
    {
      heading: `Responsible for (${countOf(responsible)})`,
      lead: 'Does the work or has it done.',
      groups: responsible,
    },
  ].filter((part) => part.groups.length > 0);
  if (parts.length === 0) return null;
  return {
    heading: 'Annex: requirements',
    lead: `The requirements of ${standard} that fall to the role ${role.name} in the organization's accountability matrix.`,
    parts,
  };
}

function closing(letter: LetterOfAppointment, hasAnnex: boolean): string {
  if (ended(letter)) return 'This appointment has ended. The duties of the role are told as of the date of the facts.';
  const annex = hasAnnex ? ' The annex is part of this letter.' : '';
  return `By signing, both sides confirm the appointment, and that the time and the authority it takes are given.${annex}`;
}

const moment = (at: string): string => `${longDate(at.slice(0, 10) as PlainDate)}, ${at.slice(11, 16)} UTC`;

/** Which facts a document rests on. */
export const provenanceOf = ({
  on,
  recordedAt,
  trail,
}: Pick<LetterOfAppointment, 'on' | 'recordedAt' | 'trail'>): string =>
  `Facts of ${longDate(on)}, as recorded ${recordedAt === null ? '' : `on ${moment(recordedAt)} `}up to trail entry ${trail.sequence}`;

/** What the letter says, in words. */
export function letterText(letter: LetterOfAppointment): LetterText {
  const { person } = letter;
  const annex = annexOf(letter);
  const lines = ['Place and date', 'Signature'];
  const known = [person.jobTitle, person.unit, person.external ? 'external' : null].filter((one) => one !== null);
  return {
    heading: letter.title,
    subject: `${person.name}, ${letter.role.name}`,
    addressee: [person.name, ...(known.length === 0 ? [] : [known.join(', ')])],
    opening: opening(letter),
    facts: factsOf(letter),
    chapters: chaptersOf(letter),
    closing: closing(letter, annex !== null),
    signatures: ended(letter)
      ? []
      : [
          { label: 'Appointed by', name: letter.appointedBy ?? '', lines },
          { label: 'Accepted by', name: person.name, lines },
          // A second person signs where nobody has approved it in the records.
          ...(letter.approval === null ? [{ label: 'Approved by', name: '', lines }] : []),
        ],
    annex,
    provenance: provenanceOf(letter),
  };
}
