import { defineMessages } from '../../../web/message.ts';

export const peopleImportMessages = defineMessages({
  en: {
    title: 'Import people',
    back: 'People',
    lead: 'First a dry run: every row of the file, what would become of it, and why. Nothing is written before you agree.',
    how: 'Where from',
    file: 'A file',
    paste: 'Paste names',
    hint: 'CSV or Excel, as the HR system or a spreadsheet exports it. Columns are recognised by their headings; passwords, pay and ratings are never read.',
    pasteLabel: 'One person a line',
    pasteHint: 'A name, and after a comma, semicolon or tab what else you know: e-mail, title, unit.',
    pasteExample: 'Maria Lindqvist, maria@example.org, Head of IT\nJonas Weber; jonas@example.org; Network engineer',
    look: 'Look at it first',
    again: 'Start over',
    open: 'Open the register',
    noPermission: 'Your permission does not allow to add people.',
  },
});
