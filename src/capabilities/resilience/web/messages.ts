import { counted, defineMessages } from '../../../web/message.ts';

const requirementCount = (count: number): string => counted(count, 'requirement', 'requirements');
const peopleCount = (count: number): string => counted(count, 'person', 'people');

/** Texts of the page that says what stops when people are away. */
export const messages = defineMessages({
  en: {
    title: 'Resilience',
    lead: (applicable: number, carriers: number, date: string) =>
      `What stops when people are away, on ${date}: ${peopleCount(carriers)} for the work of ${requirementCount(applicable)}.`,
    howCounted: 'How it is counted',
    more: (count: number) => `and ${count.toLocaleString('en')} more`,
    truck: {
      title: 'Truck factor',
      unit: (count: number) => (count === 1 ? 'person' : 'people'),
      none: '–',
      means: (factor: number, applicable: number) =>
        factor === 1
          ? `If this one person goes, more than half of the ${requirementCount(applicable)} have nobody left who could do the work.`
          : `If these ${factor.toLocaleString('en')} people go, more than half of the ${requirementCount(applicable)} have nobody left who could do the work.`,
      already: (uncovered: number, applicable: number) =>
        `${uncovered} of ${requirementCount(applicable)} have nobody for the work as it is: more than half, before anybody goes.`,
      never:
        'However many people go, more than half of the work stays covered: everybody who is active holds it together.',
      counted:
        'Everybody counts who could do the work (R): holders, deputies, and people named in the matrix. Who covers most goes first, then the next, until more than half of the requirements that apply are without anybody. That is an upper bound: a smaller group may exist.',
      source: 'Avelino, Passos, Hora and Valente, “A novel approach for estimating truck factors”, ICPC 2016.',
      list: 'Who goes, in this order',
      person: 'Who goes',
      covers: 'Covers',
      without: 'Then without anybody',
      of: (count: number, all: number) => `${count} of ${all}`,
      begins: (count: number) =>
        count === 0 ? 'Nothing is without anybody before.' : `${requirementCount(count)} without anybody before.`,
    },
    absence: {
      title: 'Contributor absence factor',
      means: (factor: number, carriers: number, carried: number, total: number) =>
        `${factor.toLocaleString('en')} of ${peopleCount(carriers)} ${factor === 1 ? 'does' : 'do'} at least half of the work: ${carried.toLocaleString('en')} of ${counted(total, 'duty', 'duties')}.`,
      nobody: 'Nobody does the work of any requirement so far.',
      counted:
        'A duty is one person who does the work (R) of one requirement: as holder, as deputy while there is no holder, or by name. The people with most duties count until they have at least half of all.',
      source: 'CHAOSS, “Contributor Absence Factor”.',
      list: 'Who does most of the work, those of the factor first',
      person: 'Who does most',
      duties: 'Duties',
      share: 'Of all, with those above',
    },
    depth: {
      title: 'People for each requirement',
      lead: 'How many active people could do the work: as holder, as deputy or by name.',
      label: { nobody: 'nobody', one: 'one alone', two: 'two', more: 'three or more', everyone: 'everybody' },
      nobody: 'Nobody could do the work of',
      alone: 'Who they are',
    },
    people: {
      title: 'What stops without whom',
      lead: 'People for whom nobody else stands in, deputies counted. Work stops where nobody else has R; nobody answers where nobody else has A.',
      none: 'No requirement hangs on one person alone.',
      work: 'Work stops',
      answers: 'Nobody answers',
      workOf: (count: number) => `The work of ${requirementCount(count)} stops`,
      answersOf: (count: number) => `Nobody answers for ${requirementCount(count)}`,
      leave: 'What if they leave',
      leaveOf: (name: string) => `What if they leave: ${name}`,
    },
    roles: {
      title: 'Depth of each role',
      lead: 'How many people may go until nobody may act in the role. Who else suggests themselves is not appointed yet.',
      label: 'Roles by depth, shallowest first',
      depth: 'Depth',
      role: 'Role',
      mandatory: 'mandatory',
      requirements: 'A or R',
      holders: 'Holders',
      deputies: 'Deputies',
      candidates: 'Who else could follow',
      nobody: 'nobody',
      needed: 'needs one',
      suggestsNobody: 'nobody',
      state: { gap: 'vacant', weak: 'one alone', unjudged: 'vacant' },
    },
    empty: {
      title: 'Nobody carries anything yet',
      what: 'This page says what stops when people are away or gone. It begins to speak as soon as people hold roles with letters in the matrix.',
      clause:
        'Clause 7.1 asks for the people that the ISMS takes; one who cannot be replaced is a resource that may be missing.',
      matrix: 'Open the matrix',
      roles: 'Appoint people',
    },
  },
});
