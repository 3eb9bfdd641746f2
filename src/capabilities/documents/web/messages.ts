import { defineMessages } from '../../../web/message.ts';

/** Texts of the documents page. */
export const messages = defineMessages({
  en: {
    title: 'Documents',
    lead: 'Made from the records at the moment you ask. Each carries the date of its facts, and position and hash of the trail, so that anybody can check it later.',
    matrix: 'Accountability matrix',
    matrixWhat:
      'Every clause and control by role with its letters, legend, totals and what is not in order. For the audit, for management, for the wall.',
    matrixClause: 'Evidence for 5.3 (roles, responsibilities and authorities) and 7.1 (resources).',
    print: 'To print and hand over',
    data: 'To work on and to pass on',
    formats: {
      'pdf-a4': ['PDF, A4', 'Landscape, tagged for screen readers'],
      'pdf-letter': ['PDF, Letter', 'The same for American paper'],
      xlsx: ['Excel', 'The matrix as a workbook; comes back through import'],
      csv: ['CSV', 'One row a requirement, one column a role'],
      json: ['JSON', 'For machines'],
    },
    asOf: (what: string) => `As of: ${what}.`,
    today: 'today',
    on: (date: string) => `the facts on ${date}`,
    recorded: (moment: string) => `what was recorded by ${moment}`,
    asOfHint: 'The date of the facts above the page decides what a document shows.',
    making: 'Making the document',
    made: (name: string) => `${name} is in your downloads.`,
  },
});
