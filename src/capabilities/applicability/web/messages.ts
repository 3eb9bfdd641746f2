import { counted, defineMessages } from '../../../web/message.ts';

export const applicabilityMessages = defineMessages({
  en: {
    title: 'Applicability',
    lead: 'Which of the 93 controls apply, why, and how far each is in place. An exclusion needs its reason (6.1.3 d).',
    label: 'Statement of applicability',
    loading: 'Loading the statement',
    search: 'Find a control',
    theme: 'Theme',
    anyTheme: 'All themes',
    applies: 'Applies',
    applicability: { all: 'All', in: 'Applicable', out: 'Excluded', unjustified: 'Unjustified' },
    /** A choice with how many controls it shows. */
    choice: (label: string, count: number) => `${label} ${count}`,
    status: 'Status',
    anyStatus: 'Any status',
    statuses: {
      'not-started': 'Not started',
      planned: 'Planned',
      partial: 'Partly in place',
      implemented: 'In place',
    },
    columns: { control: 'Control', applies: 'Applies', justification: 'Why it is in or out', status: 'Status' },
    yes: 'Yes',
    no: 'No',
    figures: (shown: number) => counted(shown, 'control', 'controls'),
    unjustified: 'An exclusion without a reason does not pass: say why the control is out.',
    missing: (count: number) => `${counted(count, 'exclusion has', 'exclusions have')} no reason yet`,
    showMissing: 'Show them',
    appliesTo: (control: string) => `${control} applies`,
    justificationOf: (control: string) => `Why ${control} is in or out`,
    statusOf: (control: string) => `Status of ${control}`,
    why: 'Write why',
    nothing: 'No control fits.',
    saved: 'Saved',
  },
});
