import { defineMessages } from '../../../web/message.ts';

/** Texts of the documents page. */
export const messages = defineMessages({
  en: {
    title: 'Documents',
    lead: 'Made from the records at the moment you ask. Each carries the date of its facts, and position and hash of the trail, so that anybody can check it later.',
    documents: {
      accountabilityMatrix: {
        title: 'Accountability matrix',
        what: 'Every clause and control by role with its letters, legend, totals and what is not in order. For the audit, for management, for the wall.',
        clause: 'Evidence for 5.3 (roles, responsibilities and authorities) and 7.1 (resources).',
        hints: {
          'pdf-a4': 'Landscape, tagged for screen readers',
          'pdf-letter': 'The same for American paper',
          docx: 'Tables that Word edits; comes back through import',
          xlsx: 'The matrix as a workbook; comes back through import without loss',
          csv: 'One row a requirement, one column a role; comes back too',
          json: 'For machines',
        },
      },
      statementOfApplicability: {
        title: 'Statement of applicability',
        what: 'All 93 controls: whether each applies and why, how far it is in place, and who is accountable and responsible for it.',
        clause: 'The document that 6.1.3 d asks for.',
        hints: {
          'pdf-a4': 'Landscape, tagged for screen readers',
          'pdf-letter': 'The same for American paper',
          docx: 'One table that Word edits',
          xlsx: 'To edit at leisure; comes back through import without loss',
          csv: 'One row a control',
          json: 'For machines',
        },
      },
      peopleRegister: {
        title: 'Register of people',
        what: 'Everybody with engagement, unit, manager and hours. Pay is in it only for those who may read it.',
        clause: 'Evidence for 7.1 (resources).',
        hints: {
          xlsx: 'To edit at leisure; comes back through import without loss',
          csv: 'One row a person',
          json: 'For machines',
        },
      },
      competenceMatrixDocument: {
        title: 'Competence matrix',
        what: 'People by competence: the level required, the level proven, what ends soon, and what is not proven. Legible in black and white.',
        clause: 'Evidence for 7.2 a, b and d (competence).',
        hints: {
          'pdf-a4': 'Landscape, tagged for screen readers',
          'pdf-letter': 'The same for American paper',
          xlsx: 'Coloured by state, with the list of what is not proven',
          csv: 'One row a person, one column a competence',
          json: 'For machines',
        },
      },
      trainingPlanDocument: {
        title: 'Training plan',
        what: 'Who learns what by when, for which competence, approved by whom, what it costs by quarter, whether it worked, and how far awareness reaches.',
        clause: 'Evidence for 7.2 c (acquiring competence, and its effect) and 7.3 (awareness).',
        hints: {
          'pdf-a4': 'Landscape, tagged for screen readers',
          'pdf-letter': 'The same for American paper',
          docx: 'Tables that Word edits',
          xlsx: 'Costs and hours as numbers to add up',
        },
      },
      requiredCompetences: {
        title: 'Required competences',
        what: 'What each role requires: competence, level, must or should.',
        clause: 'Evidence for 7.2 a (necessary competence).',
        hints: {
          xlsx: 'To edit at leisure; comes back through import without loss',
          csv: 'One row a role and competence; comes back too',
          json: 'For machines',
        },
      },
      competenceRegister: {
        title: 'Register of competence',
        what: 'Every judgement of what somebody can do: level, day, method, assessor, evidence, how long it counts.',
        clause: 'The documented information that 7.2 d asks for.',
        hints: {
          xlsx: 'To edit at leisure; comes back through import without loss',
          csv: 'One row a judgement; comes back too',
          json: 'For machines',
        },
      },
      trainingRegister: {
        title: 'Register of trainings',
        what: 'Trainings of all people, planned and done, with the day, the evidence and the effect.',
        clause: 'Evidence for 7.2 c (acquiring competence) and 7.3 (awareness).',
        hints: {
          xlsx: 'To edit at leisure; comes back through import without loss',
          csv: 'One row a training; comes back too',
          json: 'For machines',
        },
      },
    },
    choice: {
      unit: 'Unit',
      everyUnit: 'All units',
      role: 'Role',
      everyRole: 'All roles',
      by: 'Arranged by',
      groupings: { person: 'Person', unit: 'Unit' },
    },
    print: 'To print and hand over',
    data: 'To work on and to pass on',
    formats: {
      'pdf-a4': 'PDF, A4',
      'pdf-letter': 'PDF, Letter',
      docx: 'Word',
      xlsx: 'Excel',
      csv: 'CSV',
      json: 'JSON',
    },
    export: 'Export',
    menu: { pdf: 'PDF, to print and sign', docx: 'Word', xlsx: 'Excel', csv: 'CSV', json: 'JSON' },
    asOf: (what: string) => `As of: ${what}.`,
    today: 'today',
    on: (date: string) => `the facts on ${date}`,
    recorded: (moment: string) => `what was recorded by ${moment}`,
    asOfHint: 'The date of the facts above the page decides what a document shows.',
    making: 'Making the document',
    made: (name: string) => `${name} is in your downloads.`,
  },
});
