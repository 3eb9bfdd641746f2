import { defineMessages } from '../../../web/message.ts';

/** Texts of the letter of appointment. */
export const letterMessages = defineMessages({
  en: {
    of: (person: string, role: string) => `Letter of appointment: ${person}, ${role}`,
    column: 'Letter',
    profile: 'Profile',
    ofRole: (role: string) => `Profile to hand over: ${role}`,
    duties: 'Duty sheet',
    ofPerson: (person: string) => `Duty sheet: ${person}`,
    recordOf: (person: string) => `Competence record: ${person}`,
    competenceRecord: 'Competence record',
    offers: { a4: 'PDF, A4', letter: 'PDF, Letter', word: 'Word (DOCX)' },
  },
});
