import { defineMessages } from '../../../web/message.ts';

export const letterMessages = defineMessages({
  en: {
    inPerson: 'in person',
    /** The heading of one letter, such as "Accountable, 14". */
    letter: (name: string, count: number) => `${name}, ${count}`,
    showAll: (count: number) => `Show all ${count}`,
    showFewer: 'Show fewer',
  },
});
