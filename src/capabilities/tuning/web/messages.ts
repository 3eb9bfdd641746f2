import { defineMessages } from '../../../web/message.ts';

export const tuningMessages = defineMessages({
  en: {
    lead: 'What the assessment asks, and where this organization wants it asked otherwise. A reason is kept with every setting: an auditor will ask for it.',
    label: 'Rules of the assessment',
    columns: { rule: 'Rule', judged: 'Judged', limit: 'Limit', reason: 'Reason', change: 'Change' },
    asShipped: 'as shipped',
    off: 'Off',
    offAsShipped: 'off as shipped',
    on: 'On',
    severityIs: (severity: string) => `always ${severity.toLowerCase()}`,
    change: (rule: string) => `Change ${rule}`,
    edit: 'Change',
    dialog: (rule: string) => `Rule: ${rule}`,
    judge: 'Judge this rule',
    judgeHint: 'Switched off, it finds nothing, and the coverage of a requirement does not ask for it.',
    severity: 'Severity',
    severityHint: 'What the rule calls advice stays advice.',
    ownSeverity: 'As the rule weighs it',
    limitHint: {
      share: (normal: string) => `A share of the applicable requirements; ${normal} as shipped.`,
      count: (normal: string) => `How many are allowed; ${normal} as shipped.`,
      days: (normal: string) => `Days; ${normal} as shipped.`,
    },
    percent: 'Limit in %',
    count: 'Limit',
    days: 'Limit in days',
    reason: 'Reason',
    reasonHint: 'Stands with the setting and in the trail.',
    reset: 'As shipped again',
    readOnly: 'Owners and managers set the rules.',
  },
});
