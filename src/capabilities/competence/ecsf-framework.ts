import { ecsfProfiles } from '../../domain/competence-mapping.ts';
import { clipped, fieldOf, fieldsOf, oneLine, refused, type SourceValue } from '../frameworks/source-value.ts';
import { levels, type Level } from '../../kernel/level.ts';
import { eCompetencesOf, textsOf, wordedField, wordsOf, type ECompetence } from './ecsf-profile.ts';
import {
  keyPart,
  publishedBounds,
  type PublishedCompetence,
  type PublishedFramework,
  type PublishedNote,
  type PublishedSubject,
  type PublishedWorkRole,
} from './published-framework.ts';

/** `Chief Information Security Officer (CISO)` is known with and without what stands in brackets. */
export const profileKey = (title: string): string => `ecsf:${keyPart(title.replace(/\s*\([^)]*\)\s*$/u, '') || title)}`;

const shippedProfiles: ReadonlySet<string> = new Set(ecsfProfiles.map(({ name }) => profileKey(name)));

const about = ['mission', 'maintasks', 'tasks', 'summary', 'summarystatement', 'deliverables'] as const;
const titleOf = (value: SourceValue): string =>
  oneLine(wordsOf(wordedField(value, 'title', 'profiletitle', 'profile', 'name', 'rolename')), 200);
const skillsIn = (value: SourceValue): SourceValue => wordedField(value, 'keyskills', 'skills');
const knowledgeIn = (value: SourceValue): SourceValue => wordedField(value, 'keyknowledge', 'knowledge');
const eCompetencesIn = (value: SourceValue): SourceValue => wordedField(value, 'ecompetences', 'ecfcompetences', 'ecf');

const isProfile = (value: SourceValue): boolean =>
  titleOf(value) !== '' &&
  (eCompetencesIn(value) !== undefined ||
    (skillsIn(value) !== undefined && wordedField(value, ...about) !== undefined) ||
    (knowledgeIn(value) !== undefined && wordedField(value, ...about) !== undefined));

/** The profiles of a file in ENISA's shape: a list of them, or an object with such a list. */
export function ecsfProfilesIn(value: SourceValue): readonly SourceValue[] | undefined {
  const lists = [value, ...fieldsOf(value).map((name) => fieldOf(value, name))];
  return lists.find(
    (list): list is readonly SourceValue[] => Array.isArray(list) && list.some((one: SourceValue) => isProfile(one)),
  );
}

/** Whether a file is one of profile names with what each has to know: at least one name is of the ECSF. */
export const isKeyKnowledge = (value: SourceValue): boolean =>
  fieldsOf(value).some((name) => shippedProfiles.has(profileKey(name))) &&
  fieldsOf(value).every((name) => Array.isArray(fieldOf(value, name)));

interface Profile {
  readonly title: string;
  readonly value: SourceValue;
  readonly skills: readonly string[];
  readonly knowledge: readonly string[];
  readonly eCompetences: readonly ECompetence[];
}

/** Gathers statements that several profiles share: one key for each text. */
class StatementList {
  readonly all = new Map<string, PublishedCompetence>();

  add(kind: 'skill' | 'knowledge', text: string): string {
    const base = `ecsf:${kind === 'skill' ? 's' : 'k'}-${keyPart(text)}`;
    this.all.set(base, this.all.get(base) ?? statement(base, kind, text));
    return base;
  }

  addECompetence({ code, name }: ECompetence): string {
    const key = `ecsf:${code}`;
    const there = this.all.get(key);
    if (there === undefined || (there.name === `e-CF ${code}` && name !== ''))
      this.all.set(key, {
        ...statement(key, 'competence', name === '' ? `e-CF ${code}` : name),
        group: 'e-CF (EN 16234-1)',
        aliases: [code],
      });
    return key;
  }
}

const statement = (key: string, kind: PublishedCompetence['kind'], text: string): PublishedCompetence => ({
  key,
  kind,
  name: clipped(text, 300),
  description: text.length > 300 ? clipped(text, 2000) : '',
  group: null,
  aliases: [],
});

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

const workRoleOf = (profile: Profile, list: StatementList): PublishedWorkRole => {
  const { title, value, skills, knowledge, eCompetences } = profile;
  const asked = new Map<string, Level | null>();
  for (const one of eCompetences) asked.set(list.addECompetence(one), one.level);
  for (const text of skills) asked.set(list.add('skill', text), null);
  for (const text of knowledge) asked.set(list.add('knowledge', text), null);
  const summary = wordsOf(wordedField(value, 'summary', 'summarystatement'));
  const mission = wordsOf(wordedField(value, 'mission'));
  const items = (field: SourceValue, most: number, many: number) => textsOf(field, most).slice(0, many);
  return {
    key: profileKey(title),
    title,
    alternativeTitles: items(wordedField(value, 'alternativetitles', 'alternativetitle'), 200, 40),
    group: null,
    mission: clipped([summary, mission].filter((text) => text !== '').join('\n\n'), 4000),
    tasks: items(wordedField(value, 'maintasks', 'tasks'), 1000, publishedBounds.items),
    deliverables: items(wordedField(value, 'deliverables', 'maindeliverables'), 400, 60),
    competences: [...asked].map(([competence, level]) => ({ competence, level })),
  };
};

function framework(
  file: string,
  profiles: readonly Profile[],
  speaksOf: ReadonlySet<PublishedSubject>,
  edition: string,
  notes: { readonly leftOut: readonly PublishedNote[]; readonly doubts: readonly PublishedNote[] },
): PublishedFramework {
  const keys = profiles.map(({ title }) => profileKey(title));
  const twice = profiles.find(({ title }, index) => keys.indexOf(profileKey(title)) !== index);
  if (twice !== undefined) throw refused(file, `two of its profiles are called ${clipped(twice.title, 80)}.`);
  const list = new StatementList();
  const workRoles = profiles.map((profile) => workRoleOf(profile, list));
  const most = workRoles.find(({ competences }) => competences.length > 500);
  if (most !== undefined)
    throw refused(file, `its profile ${clipped(most.title, 80)} asks for more than 500 statements.`);
  if (list.all.size > publishedBounds.elements)
    throw refused(file, `it has more than ${publishedBounds.elements} statements.`);
  return {
    kind: 'ecsf',
    name: 'European Cybersecurity Skills Framework (ECSF)',
    edition: edition === '' ? null : edition,
    publisher: 'European Union Agency for Cybersecurity (ENISA)',
    licence:
      'Source: European Union Agency for Cybersecurity, European Cybersecurity Skills Framework (ECSF), role profiles. © ENISA. Licensed under CC BY 4.0 unless noted otherwise: reuse is allowed provided that the source is acknowledged and changes are indicated. Codes such as E.3 are those of the e-CF (EN 16234-1).',
    source: 'https://www.enisa.europa.eu/publications/european-cybersecurity-skills-framework-role-profiles',
    speaksOf,
    competences: [...list.all.values()].toSorted(byKey),
    workRoles: workRoles.toSorted(byKey),
    categories: 0,
    tasks: new Set(workRoles.flatMap(({ tasks }) => tasks)).size,
    ...notes,
  };
}

/**
 * The role profiles of the ECSF in ENISA's shape: title, alternative_titles, summary, mission, main_tasks, key_skills,
 * key_knowledge, deliverables, ecompetences. Each may be texts or objects with a text.
 * @throws MusterError `unreadable` when two profiles have one name, or beyond the bounds
 */
export function readEcsf(file: string, value: SourceValue, list: readonly SourceValue[]): PublishedFramework {
  if (list.length > publishedBounds.profiles)
    throw refused(file, `it has ${list.length} profiles; at most ${publishedBounds.profiles} can be taken.`);
  const leftOut: PublishedNote[] = [];
  const doubts: PublishedNote[] = [];
  const profiles = list.flatMap((one, index): readonly Profile[] => {
    const title = titleOf(one);
    if (!isProfile(one)) {
      leftOut.push({
        reference: String(index + 1),
        title,
        reason: 'It has no title, or neither skills, knowledge nor e-competences.',
      });
      return [];
    }
    const { found, strange } = eCompetencesOf(eCompetencesIn(one));
    for (const text of eCompetencesIn(one) === undefined ? [] : strange)
      doubts.push({ reference: title, title: text, reason: 'It names no code of the e-CF such as E.3: not taken.' });
    for (const { code, strangeLevel } of found)
      if (strangeLevel !== null)
        doubts.push({
          reference: title,
          title: `${code}, level ${strangeLevel}`,
          reason: `${strangeLevel} is no level of ${levels[1]} to ${levels[5]}: taken without one.`,
        });
    const skills = textsOf(skillsIn(one), 2000);
    const knowledge = textsOf(knowledgeIn(one), 2000);
    return [{ title, value: one, skills, knowledge, eCompetences: found }];
  });
  const has = (test: (profile: SourceValue) => SourceValue, subject: PublishedSubject): readonly PublishedSubject[] =>
    list.some((one) => test(one) !== undefined) ? [subject] : [];
  const speaksOf = new Set<PublishedSubject>([
    'about',
    ...has(skillsIn, 'skill'),
    ...has(knowledgeIn, 'knowledge'),
    ...has(eCompetencesIn, 'competence'),
  ]);
  const edition = oneLine(wordsOf(wordedField(value, 'version', 'edition')), 40);
  return framework(file, profiles, speaksOf, edition, { leftOut, doubts });
}

/**
 * The file that names for each profile of the ECSF what one has to know. It says nothing else of the profiles.
 * @throws MusterError `unreadable` when two profiles have one name, or beyond the bounds
 */
export function readKeyKnowledge(file: string, value: SourceValue): PublishedFramework {
  const names = fieldsOf(value);
  if (names.length > publishedBounds.profiles)
    throw refused(file, `it has ${names.length} profiles; at most ${publishedBounds.profiles} can be taken.`);
  const profiles = names.flatMap((name): readonly Profile[] => {
    const title = oneLine(name, 200);
    const knowledge = textsOf(fieldOf(value, name), 2000);
    return title === '' ? [] : [{ title, value: undefined, skills: [], knowledge, eCompetences: [] }];
  });
  return framework(file, profiles, new Set(['knowledge']), '', { leftOut: [], doubts: [] });
}
