import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of the guided way to fill the roles. */
export const staffingMessages = defineMessages({
  en: {
    title: 'Fill the roles',
    lead: 'Three steps: take the template, choose who holds what, done. Leave when you like: what is saved stays, and the page goes on from there.',
    loading: 'Loading the roles',
    readOnly: 'You may look at this, and somebody with the right to appoint has to do it, today.',
    steps: { template: 'Template', people: 'Who holds what', done: 'Done' },
    nobody: {
      title: 'People first',
      what: 'Roles are held by people. Bring them in from a file, from the clipboard or by hand; a list of names is enough.',
      clause: 'Clause 5.3 asks that roles are assigned to somebody, and 7.1 that there is somebody to assign them to.',
      import: 'Bring in people',
    },
    template: {
      there: 'The template is in: roles and their letters in the matrix. You can change all of it later.',
      missing: (roles: number, letters: number) =>
        `The template would add ${counted(roles, 'role', 'roles')} and ${counted(letters, 'letter', 'letters')} in rows of the matrix that have none. What you have stays as it is.`,
      take: 'Take the template',
      go: 'Go on',
      skip: 'Go on without',
      taken: 'Template taken',
    },
    mandatory: 'Without these an ISMS is not staffed',
    mandatoryHint: 'One person may hold several of them; in a small organization that is normal.',
    further: (count: number) => `${counted(count, 'further role', 'further roles')} that the matrix asks for`,
    furtherHint: 'Most rows first. Leave open what can wait.',
    held: (names: string) => `Held by ${names}`,
    deputies: (names: string) => `Deputy: ${names}`,
    holder: (role: string) => `Holder of ${role}`,
    deputy: (role: string) => `Deputy of ${role}`,
    hours: 'Hours a week',
    hoursOf: (role: string) => `Hours a week for ${role}`,
    choose: 'Choose somebody',
    chooseDeputy: 'Choose a deputy',
    another: 'Another',
    addDeputy: 'Deputy',
    addHolderTo: (role: string) => `Another holder of ${role}`,
    addDeputyTo: (role: string) => `A deputy of ${role}`,
    take: (role: string) => `Take this line of ${role} away`,
    nobodyFits: 'Nobody suggests itself: choose somebody, or leave it open for now.',
    effect: 'What it comes to',
    effectHint: 'Worked out anew with each choice; nothing is saved yet.',
    save: (count: number) =>
      count === 0 ? 'Nothing chosen yet' : `Save ${counted(count, 'appointment', 'appointments')}`,
    saved: (count: number) => `${counted(count, 'appointment', 'appointments')} made`,
    done: {
      full: 'The mandatory roles are filled.',
      open: (roles: string) => `Still open: ${roles}.`,
      approval: 'Each appointment waits for a second person: neither who appointed nor who is appointed.',
      left: (count: number) => `${counted(count, 'gap is', 'gaps are')} left in all. The worst stand on the overview.`,
      overview: 'To the overview',
      roles: 'To the roles',
      more: 'Choose more',
    },
  },
});
