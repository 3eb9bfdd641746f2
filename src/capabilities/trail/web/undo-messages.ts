import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of taking a change back. */
export const undoMessages = defineMessages({
  en: {
    undo: 'Undo this change',
    undoImport: 'Undo this import',
    title: 'Undo a change',
    of: (reason: string) => `“${reason}” is taken back as a whole, by a change of its own that can be undone too.`,
    looking: 'Looking at what it would do. Nothing is written yet.',
    nothing: 'There is nothing left to take back.',
    would: {
      create: (count: number) => `${counted(count, 'row', 'rows')} come back`,
      update: (count: number) => `${counted(count, 'row is', 'rows are')} set back`,
      remove: (count: number) => `${counted(count, 'row', 'rows')} removed`,
    },
    operation: { create: 'comes back', update: 'set back', remove: 'removed' },
    hindered: (count: number) =>
      `It cannot be undone: ${counted(count, 'row stands', 'rows stand')} in the way. Nothing was written.`,
    more: (count: number) => `and ${counted(count, 'more row', 'more rows')}`,
    rows: 'What it would do',
    take: 'Undo it',
    cancel: 'Cancel',
    close: 'Close',
    done: 'Undone',
    fields: (names: readonly string[]) => names.join(', '),
  },
});
