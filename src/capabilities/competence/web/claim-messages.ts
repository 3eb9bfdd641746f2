import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of what people record of themselves and somebody else confirms. */
export const claimMessages = defineMessages({
  en: {
    title: 'Waits for your word',
    lead: 'People recorded this of themselves. It counts once you confirm it.',
    waiting: (count: number) => `${count} to confirm`,
    nothing: 'Nothing waits any more.',
    report: 'reports to you',
    claimed: (competence: string, level: number, kind: string) => `${competence} ${level}, by ${kind}`,
    number: (reference: string) => `no. ${reference}`,
    noPaper: 'nothing shows it yet',
    files: (count: number) => counted(count, 'file', 'files'),
    look: (name: string, competence: string) => `Look at the files of ${name} for ${competence}`,
    confirm: 'Confirm',
    confirmOf: (competence: string, name: string) => `Confirm ${competence} of ${name}`,
    decline: 'Decline',
    declineOf: (competence: string, name: string) => `Decline ${competence} of ${name}`,
    reason: 'Why',
    reasonHint: 'They read it on their page and can put it right.',
    cancel: 'Cancel',
    done: { confirmed: 'Confirmed. It counts now.', declined: 'Declined.' },
    waits: 'waits for confirmation',
    declined: (name: string, reason: string) =>
      reason === '' ? `not confirmed by ${name}` : `not confirmed by ${name}: ${reason}`,
    confirmed: (name: string, date: string) => `confirmed by ${name} on ${date}`,
    methods: {
      certificate: 'certificate',
      qualification: 'qualification',
      test: 'test',
      interview: 'interview',
      observed: 'observed work',
      manager: "manager's judgement",
      'third-party': 'word of a third party',
      experience: 'years of experience',
      training: 'attended training',
      self: 'own word',
    },
  },
});
