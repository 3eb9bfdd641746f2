import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of the page that every member of staff has. */
export const selfMessages = defineMessages({
  en: {
    title: 'My page',
    loading: 'Loading',
    unlinked: {
      title: 'Muster does not know yet who you are',
      what: 'Your account belongs to nobody in the register of people. Once an owner says who you are, your roles, what you should be able to do, your trainings and what there is to read stand here.',
      link: 'Say who is who',
    },
    toDo: 'To do',
    nothingToDo: 'Nothing is waiting for you.',
    read: (title: string) => `Read: ${title}`,
    until: (date: string) => `by ${date}`,
    overdue: 'overdue',
    training: (name: string) => `Training: ${name}`,
    at: (date: string) => `on ${date}`,
    did: 'I did it',
    reported: 'you said it is done, it waits for confirmation',
    action: (title: string) => `Action: ${title}`,
    judge: (count: number) => `Say what you can: ${counted(count, 'competence', 'competences')}`,
    judgeHint: 'Your own word, beside that of your manager.',
    competences: 'What I should be able to do',
    progress: (met: number, of: number) => `${met} of ${of} proven`,
    noCompetences: 'None of your roles asks for a competence.',
    allMine: 'My competence in full',
    certificates: 'My certificates',
    noCertificates: 'None is recorded. Add a file below, or judge yourself with its number.',
    counts: (date: string) => `counts until ${date}`,
    ended: (date: string) => `ended on ${date}`,
    forGood: 'counts for good',
    say: 'Say what I can',
  },
});
