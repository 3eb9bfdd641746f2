import { counted, defineMessages } from '../../../web/message.ts';

export const doublesMessages = defineMessages({
  en: {
    title: 'Doubles',
    back: 'People',
    link: 'Doubles',
    lead: 'People who may stand in the register twice, the surest first. Merging moves everything to the row that stays; it is one change and can be undone.',
    none: 'Nobody stands in the register twice, as far as addresses, personnel numbers and names tell.',
    emptyTitle: 'No doubles',
    more: (shown: number, total: number) => `The first ${shown} of ${counted(total, 'pair', 'pairs')}.`,
    reason: {
      email: 'same address',
      externalId: 'same personnel number',
      name: 'same name',
      'near-name': 'nearly the same name',
    },
    stays: 'This row stays',
    field: 'Field',
    take: (field: string, name: string) => `${field} of ${name}`,
    refers: (appointments: number, letters: number) =>
      `${counted(appointments, 'appointment', 'appointments')}, ${counted(letters, 'cell', 'cells')} of the matrix`,
    differ: 'They differ in nothing but what refers to them.',
    look: 'Show what a merge would do',
    merge: 'Merge',
    apart: 'Not the same person',
    nothing: 'Nothing else refers to the row that goes.',
    what: {
      moves: 'moves',
      joined: 'is joined',
      'left-out': 'is left out',
      'own-word': 'moves, and counts no longer as the word of somebody else',
      'asked-again': 'waits for another approval: who approved it would be the same person',
    },
    merged: 'Merged',
    kept: 'Remembered: two people',
    empty: 'empty',
    listed: (count: number) => counted(count, 'entry', 'entries'),
  },
});
