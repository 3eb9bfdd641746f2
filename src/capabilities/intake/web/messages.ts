import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of every import: bringing a file, the dry run, the result. */
export const intakeMessages = defineMessages({
  en: {
    drop: 'Drop a file here, or choose one',
    choose: 'Choose a file',
    another: 'Another file',
    tooLarge: (limit: string) => `The file is too large. At most ${limit}.`,
    refusedType: 'Only one file at a time, and only of these kinds.',
    reading: 'Reading the file. Nothing is written yet.',
    writing: 'Writing',
    dryRun: 'This is what would happen. Nothing is written yet.',
    done: 'Done. This is what was written.',
    from: (file: string) => `From ${file}`,
    show: 'Show',
    all: 'All rows',
    outcome: {
      taken: 'New',
      changed: 'Changed',
      unchanged: 'Unchanged',
      ignored: 'Left out',
      flagged: 'To look at',
    },
    columns: { place: 'Place', what: 'In the file', outcome: 'Outcome', detail: 'What and why' },
    /** A place as spreadsheets name it: sheet, then cell or row. */
    place: (sheet: string | undefined, row: number, column: string | undefined) =>
      `${sheet === undefined ? '' : `${sheet}, `}${column === undefined ? `Row ${row}` : /^[A-Z]{1,3}$/.test(column) ? `${column}${row}` : `Row ${row}, ${column}`}`,
    value: (field: string, value: string) => `${field}: ${value}`,
    change: (field: string, from: string, to: string) =>
      `${field}: ${from === '' ? 'nothing' : from} → ${to === '' ? 'nothing' : to}`,
    droppedTitle: 'Columns that were not read',
    droppedLead: 'They are in the file and stay there: nothing of them is kept.',
    moreRows: (count: number) => `and ${counted(count, 'more row', 'more rows')}`,
    nothing: 'No row of this kind.',
    cancel: 'Cancel',
    take: (count: number) => `Import ${counted(count, 'row', 'rows')}`,
    takeNothing: 'Nothing to import',
  },
});
