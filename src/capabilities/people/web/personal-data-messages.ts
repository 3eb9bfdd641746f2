import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of the export and the erasure of one person's data. */
export const personalDataMessages = defineMessages({
  en: {
    title: 'Personal data',
    lead: 'All that is held on this person: their row, what points to them or mentions them, and the trail about them. Look through it before you hand it out: it may speak of others too.',
    json: 'As data (JSON)',
    word: 'To read (Word)',
    erase: 'Erase…',
    erasedOn: (day: string) => `Their personal data were erased on ${day}.`,
    dialog: (name: string) => `Erase the personal data of ${name}`,
    loading: 'Reading the trail',
    close: 'Close',
    obstaclesTitle: 'Not yet: end or hand over first',
    obstacles: {
      engaged: () => 'The engagement has not ended. End it on the page of the person.',
      appointments: (count: number) => `Holds ${counted(count, 'appointment', 'appointments')}.`,
      letters: (count: number) => `Has letters of their own in ${counted(count, 'row', 'rows')} of the matrix.`,
      duties: (count: number) => `Performs ${counted(count, 'activity', 'activities')} that rules separate.`,
      reports: (count: number) => `${counted(count, 'person reports', 'people report')} to them.`,
      units: (count: number) => `Heads ${counted(count, 'unit', 'units')}.`,
      projects: (count: number) => `Is in ${counted(count, 'project that is', 'projects that are')} not closed.`,
      actions: (count: number) => `Owns ${counted(count, 'open action', 'open actions')}.`,
      controls: (count: number) =>
        `${counted(count, 'compensating control', 'compensating controls')} about or of them still count.`,
      memberships: () =>
        'A member of this organization signs in with their e-mail. Remove the membership under Settings.',
    },
    forgets: 'What is forgotten',
    becomes: (placeholder: string) =>
      `The person becomes “${placeholder}”, here and at every earlier moment. This cannot be undone.`,
    rows: (count: number) => counted(count, 'row of today', 'rows of today'),
    entries: (count: number) =>
      `${counted(count, 'entry', 'entries')} of the trail, each listed with a digest of what is left, so that the trail can still be verified`,
    removed: 'removed',
    more: (count: number) => `and ${counted(count, 'more row', 'more rows')}`,
    stays: 'What stays, and why',
    dates: 'When they were engaged, and of which kind: the facts of earlier days rest on it.',
    records: (count: number) =>
      `${counted(count, 'appointment or compensating control', 'appointments and compensating controls')} under the placeholder, as the record of who answered.`,
    acted: (count: number) =>
      count === 0
        ? 'Nothing on the trail was done under their name.'
        : `The name of who acted, on ${counted(count, 'entry', 'entries')} of the trail. An organization may need it to show that it met its duties (Art. 17(3)(b) and (e) GDPR): weigh whether you do.`,
    account: 'An account that they signed in with is still there: whoever runs this installation closes it.',
    printed:
      'Documents and exports made before keep the name, and so do backups until they are replaced. Other spellings and nicknames in texts are not found.',
    shared: (which: string) => `In texts, because somebody else bears it too: ${which}.`,
    reason: 'Reason',
    reasonHint: 'Stays on the trail. Say it without the name, such as “Asked for on 3 March, Art. 17(1)(a)”.',
    confirm: (name: string) => `Type “${name}” to confirm`,
    go: 'Erase for good',
    done: (entries: number) =>
      `Personal data erased from the registers and ${counted(entries, 'entry', 'entries')} of the trail`,
  },
});
