import { defineMessages } from '../../../web/message.ts';

/** Texts of the letter of appointment. */
export const letterMessages = defineMessages({
  en: {
    of: (person: string, role: string) => `Letter of appointment: ${person}, ${role}`,
    column: 'Letter',
    offers: { a4: 'PDF, A4', letter: 'PDF, Letter', word: 'Word (DOCX)' },
  },
});
