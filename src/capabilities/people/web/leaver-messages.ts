import { counted, defineMessages } from '../../../web/message.ts';

export const leaverMessages = defineMessages({
  en: {
    title: (name: string) => `${name} leaves`,
    lead: 'See what nobody would answer for any more, name who takes it over, and end the engagement: all of it is one change in the trail.',
    loading: 'Working out what becomes orphaned',
    lastDay: 'Last day',
    lastDayHint: (firstDay: string) => `Everything counts as handed over from ${firstDay} on.`,
    badDay: 'Expected a date.',
    beforeBeginning: (name: string, date: string) => `${name} began on ${date}; the last day cannot be earlier.`,
    impact: 'What would be missing',
    nothing: 'Nothing is left without somebody: no roles, letters or reports lead to this person alone.',
    withoutAccountable: (count: number) =>
      `${counted(count, 'requirement loses', 'requirements lose')} the last person who answers`,
    withoutResponsible: (count: number) =>
      `${counted(count, 'requirement loses', 'requirements lose')} the last person who does the work`,
    elsewhere: (count: number) =>
      `${counted(count, 'requirement', 'requirements')} of other frameworks ${count === 1 ? 'loses' : 'lose'} the last person who answers or does the work`,
    singlePoint: (count: number) =>
      `${counted(count, 'requirement depends', 'requirements depend')} on this person alone`,
    covered: 'With the successors chosen below, these are covered as far as they come through roles.',
    roles: 'Roles to hand over',
    rolesLead:
      'A role without a successor just ends for this person. Suggestions stand first, with what speaks for them.',
    noRoles: 'Holds no role on that day.',
    suggest: 'Take the first suggestion everywhere',
    everythingTo: 'Everything to one person',
    role: 'Role',
    since: 'Since',
    carries: 'Carries',
    successor: 'Successor',
    successorOf: (role: string) => `Successor as ${role}`,
    justEnds: 'Just ends',
    requirements: (count: number) => counted(count, 'requirement', 'requirements'),
    orphaned: 'Nobody left',
    keeps: 'Others remain',
    rest: 'Letters, reports and units',
    letters: (count: number) => `${counted(count, 'letter', 'letters')} given in person go to`,
    lettersHint: 'Without a successor they are taken out of the matrix.',
    led: (reports: number, units: readonly string[]) => {
      const people = `${counted(reports, 'person', 'people')} who ${reports === 1 ? 'reports' : 'report'} here`;
      if (units.length === 0) return `${people} will report to`;
      return `${reports === 0 ? '' : `${people}, and `}${units.join(', ')}, headed here, go${reports + units.length === 1 ? 'es' : ''} to`;
    },
    ledHint: (reports: number, units: number) =>
      [
        ...(reports === 0 ? [] : ['Without a successor they have no manager recorded.']),
        ...(units === 0 ? [] : [`Without a successor ${units === 1 ? 'the unit has' : 'the units have'} no head.`]),
      ].join(' '),
    ready: (chosen: number, all: number) =>
      all === 0
        ? 'Nothing to hand over.'
        : `${chosen} of ${counted(all, 'role', 'roles')} handed over, ${all - chosen} just ${all - chosen === 1 ? 'ends' : 'end'}.`,
    stillOrphaned: (count: number) => `${counted(count, 'role', 'roles')} will be held by nobody.`,
    end: 'End the engagement',
    cancel: 'Cancel',
    done: (name: string, date: string) => `${name} leaves; the last day is ${date}.`,
    noPermission: 'Your permission does not allow to end engagements.',
    beyondPermission:
      'Roles or units pass on with this engagement, and your permission does not allow to change them: ask an owner or a manager to end it.',
  },
});
