import type { Holding } from '../../domain/role-template.ts';
import type { Letter } from '../../domain/requirement.ts';
import type { Severity } from '../assessment/model.ts';
import { competenceRows, countOf, longDate, provenanceOf, type LetterChapter, type LetterText } from './letter-text.ts';
import { letterMeanings } from './matrix-document.ts';
import type { PersonProfile, PersonRole } from './person-profile.ts';
import type { ProfileGap, ProfileLetters, ProfileTerm, RoleProfile } from './role-profile.ts';

const capacities = { holder: 'holder', deputy: 'deputy' } as const;
const severities: { readonly [S in Severity]: string } = {
  critical: 'Critical',
  major: 'Major',
  minor: 'Minor',
  advice: 'Advice',
};
const holdings: { readonly [H in Holding]: string } = {
  single: 'One holder answers.',
  body: 'Its members decide together.',
  distributed: 'Each holder answers for an own part.',
  everyone: 'Everybody who works here holds it, without an appointment.',
};
const externals = { yes: 'May be held from outside', limited: 'Only within limits', no: 'No: kept for the own people' };

const hours = (number: number): string => `${number} ${number === 1 ? 'hour' : 'hours'} a week`;

/** `since 3 March 2026, 8 hours a week`; from and to for what is over or limited. */
function termText({ from, lastDay, hoursPerWeek, approvedBy }: ProfileTerm, past: boolean): string {
  const when = lastDay === null ? `from ${longDate(from)}` : `${longDate(from)} to ${longDate(lastDay)}`;
  const time = past ? [] : [hoursPerWeek === null ? 'no hours set aside' : hours(hoursPerWeek)];
  const word = past ? [] : [approvedBy === null ? 'not approved yet' : `approved by ${approvedBy}`];
  return [when, ...time, ...word].join(', ');
}

const termRow = (term: ProfileTerm, past = false): readonly [string, string] => [
  term.name,
  `${term.capacity === 'deputy' ? `${capacities.deputy}, ` : ''}${termText(term, past)}`,
];

const chapter = (heading: string, parts: Partial<Omit<LetterChapter, 'heading'>>): LetterChapter => ({
  heading,
  paragraphs: [],
  items: [],
  rows: [],
  ...parts,
});

const gapsChapter = (gaps: readonly ProfileGap[]): LetterChapter =>
  chapter(`Open gaps (${gaps.length})`, {
    paragraphs: gaps.length === 0 ? ['None that can be judged.'] : [],
    rows: gaps.map(({ severity, explanation }) => [severities[severity], explanation] as const),
  });

const order: readonly Letter[] = ['A', 'R', 'S', 'C', 'I'];

function annexOf(letters: ProfileLetters, lead: string): LetterText['annex'] {
  const parts = order
    .filter((letter) => letters[letter].length > 0)
    .map((letter) => {
      const { name, meaning } = letterMeanings[letter];
      const said = `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;
      return { heading: `${name} (${countOf(letters[letter])})`, lead: said, groups: letters[letter] };
    });
  return parts.length === 0 ? null : { heading: 'Annex: requirements', lead, parts };
}

/** What a role profile says, in words. */
export function roleProfileText(profile: RoleProfile): LetterText {
  const { role, organization, present, former, standIn, responsibilities, competences, apart, holding } = profile;
  const deputies = present.filter(({ capacity }) => capacity === 'deputy');
  return {
    heading: role.name,
    subject: role.name,
    addressee: [],
    opening: `What the role ${role.name} is for at ${organization.name}, who holds it, and what falls to it${
      role.mandatory ? '. Without it, the ISMS is not staffed' : ''
    }.`,
    facts: [
      [
        'Held by',
        present
          .filter(({ capacity }) => capacity === 'holder')
          .map(({ name }) => name)
          .join(', ') || (holding === 'everyone' ? 'Everybody' : 'Nobody'),
      ],
      ['How', holdings[holding]],
      [
        'Deputy',
        deputies.map(({ name }) => name).join(', ') || (role.needsDeputy ? 'Needed, and none appointed' : 'None'),
      ],
      ...(role.minimumHolders === 0
        ? []
        : [['At least', `${role.minimumHolders} ${role.minimumHolders === 1 ? 'holder' : 'holders'}`] as const]),
      ['From outside', externals[role.external]],
      ...(standIn === null ? [] : [['Stands in', standIn] as const]),
      ...(role.aliases.length === 0 ? [] : [['Also called', role.aliases.join(', ')] as const]),
    ],
    chapters: [
      chapter('What the role is responsible for', {
        paragraphs: responsibilities.length === 0 ? ['No responsibilities are written down for this role yet.'] : [],
        items: responsibilities,
      }),
      chapter('What the role takes', {
        paragraphs: [
          competences.length === 0
            ? 'No competences are written down for this role yet.'
            : 'Competences by level, from 0 (none) to 5 (authority).',
        ],
        rows: competenceRows(competences),
      }),
      ...(present.length === 0 ? [] : [chapter('Who holds it', { rows: present.map((term) => termRow(term)) })]),
      ...(former.length === 0
        ? []
        : [chapter('Who held it before', { rows: former.map((term) => termRow(term, true)) })]),
      ...(apart.length === 0
        ? []
        : [
            chapter('Must not meet in one person with', {
              rows: apart.map(({ role: name, because }) => [name, because]),
            }),
          ]),
      gapsChapter(profile.gaps),
    ],
    closing: '',
    signatures: [],
    annex: annexOf(
      profile.letters,
      `The requirements of ${profile.standard} in which the role ${role.name} has a letter in the organization's accountability matrix.`,
    ),
    provenance: provenanceOf(profile),
  };
}

const roleChapter = (role: PersonRole): LetterChapter =>
  chapter(role.name, {
    rows: [
      ['As', `${role.capacity}, ${termText(role, false)}`],
      [
        role.capacity === 'holder' ? 'Deputy' : 'Holder',
        role.counterparts.join(', ') || (role.capacity === 'holder' ? 'None appointed' : 'The role is vacant'),
      ],
    ],
    items: role.responsibilities,
  });

/** What a duty sheet says, in words. */
export function personProfileText(profile: PersonProfile): LetterText {
  const { person, organization, roles, former, hoursPerWeek } = profile;
  const known = [person.jobTitle, person.unit, person.external ? 'external' : null].filter((one) => one !== null);
  return {
    heading: profile.title,
    subject: person.name,
    addressee: [person.name, ...(known.length === 0 ? [] : [known.join(', ')])],
    opening: `What ${person.name} has taken on for information security at ${organization.name}.`,
    facts: [
      ...(person.manager === null ? [] : [['Reports to', person.manager] as const]),
      ...(person.from === null ? [] : [['Engaged since', longDate(person.from)] as const]),
      ...(person.lastDay === null ? [] : [['Last day', longDate(person.lastDay)] as const]),
      [
        'Roles',
        roles.map(({ name, capacity }) => (capacity === 'deputy' ? `${name} (deputy)` : name)).join(', ') || 'None',
      ],
      ['Time set aside', hoursPerWeek === 0 ? 'None agreed' : hours(hoursPerWeek)],
    ],
    chapters: [
      ...roles.map(roleChapter),
      ...(former.length === 0 ? [] : [chapter('Held before', { rows: former.map((term) => termRow(term, true)) })]),
      gapsChapter(profile.gaps),
    ],
    closing: '',
    signatures: [],
    annex: annexOf(
      profile.letters,
      `The requirements of ${profile.standard} in which ${person.name} has a letter, through a role or by name.`,
    ),
    provenance: provenanceOf(profile),
  };
}
