import { counted, defineMessages } from '../../../../web/message.ts';

/** Texts of the ways out of a lack of competence. */
export const wayOutMessages = defineMessages({
  en: {
    competence: 'Which competence',
    lead: (person: string, name: string, level: number, proven: number) =>
      `${person} has to be at level ${level} in ${name} and proves ${proven}.`,
    judge: 'Record a judgement or evidence',
    judgeHint: 'Where it is there already and only not recorded.',
    train: 'Train',
    trainHint: 'Measures of the catalogue that reach the level, cheapest first.',
    underWay: (measure: string, due: string) => `On its way: “${measure}”, due on ${due}.`,
    noMeasure: 'No measure of the catalogue reaches this level.',
    openMeasures: 'Open the measures',
    plan: 'Plan this training',
    planned: (measure: string) => `“${measure}” is asked for and waits for approval.`,
    reason: (name: string, level: number, proven: number) =>
      `${name} at level ${level} is required; ${proven} is proven.`,
    appoint: 'Appoint somebody else',
    appointHint: (hours: string | null) =>
      hours === null
        ? 'Own people who prove it and could take the role over.'
        : `Own people who prove it and could take the role over. It has ${hours} h a week now.`,
    nobody: 'Nobody else of your own people proves it.',
    bringIn: 'Bring somebody in',
    bringInHint: 'People from outside in the register who prove it.',
    noOutsider: 'Nobody from outside in the register proves it. Engage somebody, and record what they can do.',
    engage: 'Add a person',
    notAllowed: (role: string) => `${role} is kept for your own people.`,
    limited: (role: string) => `${role} goes to people from outside only within limits.`,
    noRole: 'The requirement itself asks for it, not a role: change its letters to give the work to somebody else.',
    noCost: 'no cost recorded',
    hours: (hours: string) => `${hours} h each`,
    next: (date: string) => `next on ${date}`,
    noDate: 'no date planned',
    proves: (proven: number, of: number) => `proves ${proven} of ${of} that the role requires`,
    free: (hours: string) => `${hours} h a week free`,
    hoursUnknown: 'weekly hours not recorded',
    against: (role: string) => `kept apart from ${role}`,
    takeOver: 'Take over',
    takeOverTitle: (name: string, role: string, from: string) => `${name} takes ${role} over from ${from}.`,
    from: 'From',
    weekly: 'Hours a week set aside',
    carryOut: 'Appoint, and end the present appointment',
    back: 'Back to the ways out',
    done: (name: string, role: string) => `${name} is appointed as ${role}.`,
    effect: {
      none: 'No gap would come or go.',
      closes: (count: number) => `closes ${counted(count, 'gap', 'gaps')}`,
      creates: (count: number) => `creates ${count}`,
      better: (count: number) => `${counted(count, 'requirement', 'requirements')} better`,
      worse: (count: number) => `${counted(count, 'requirement', 'requirements')} worse`,
      show: 'What it closes and creates',
      closed: 'Closes',
      created: 'Creates',
      competence: (name: string, level: number) => `${name}, level ${level}`,
    },
  },
});
