import { defineMessages } from '../../../web/message.ts';

export const segregationMessages = defineMessages({
  en: {
    title: 'Segregation of duties',
    lead: 'Duties that should not meet in one person (A.5.3), where they do, and what is done instead.',
    loading: 'Loading',
    conflicts: 'Conflicts today',
    noConflicts: 'Nobody holds two duties that a rule separates.',
    controls: 'What is done instead',
    controlsLead: 'A compensating control counts until its last day; then the conflict is a gap again.',
    noControls: 'No compensating control is recorded. One is recorded from the conflict that it answers.',
    rules: 'Roles that are kept apart',
    rulesLead: 'Checked for every person who holds roles.',
    columns: {
      rule: 'Rule',
      person: 'Person',
      control: 'Control',
      approvedBy: 'Approved by',
      until: 'Last day',
      state: 'State',
      roles: 'Roles',
      why: 'Why',
      instead: 'What may be done instead',
      severity: 'Severity',
    },
    counts: 'Counts',
    expired: 'Expired',
    nothingCures: 'Nothing: separate the roles.',
    pair: (a: string, b: string) => `${a} and ${b}`,
    severity: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
  },
});
