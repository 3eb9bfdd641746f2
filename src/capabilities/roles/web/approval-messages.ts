import { counted, defineMessages } from '../../../web/message.ts';

/** Texts of the second person's word on an appointment. */
export const approvalMessages = defineMessages({
  en: {
    approved: (name: string, date: string) => `Approved by ${name} on ${date}`,
    onPaper: (name: string, date: string) => `Approved on paper by ${name} on ${date}`,
    open: 'Not approved yet',
    askedBy: (name: string) => `Asked for by ${name}`,
    approve: 'Approve',
    approveOf: (person: string, role: string) => `Approve: ${person}, ${role}`,
    paper: 'Signed on paper',
    paperOf: (person: string, role: string) => `Signed on paper: ${person}, ${role}`,
    done: (person: string, role: string) => `Approved: ${person}, ${role}`,
    hindrances: {
      approved: '',
      permission: '',
      requested: 'You asked for it: somebody else approves.',
      appointed: 'You are the one appointed: somebody else approves.',
    },
    dialog: {
      lead: 'Somebody without an account has signed. Keep the paper: an auditor may ask for it.',
      signer: 'Who signed',
      signerHint: 'Neither who is appointed nor who asked for it.',
      on: 'On',
      record: 'Record',
      cancel: 'Cancel',
    },
    waiting: {
      title: 'Appointments waiting for a second person',
      lead: 'Who appoints and who is appointed do not approve. Your word can be given here.',
      person: 'Person',
      role: 'Role',
      from: 'From',
      hours: 'Hours',
      state: 'Approval',
      more: (count: number) => `${counted(count, 'more waits', 'more wait')}; they come up as these go.`,
      all: (count: number) => (count === 1 ? 'Approve it' : `Approve all ${count}`),
      none: 'None of them waits for you.',
    },
  },
});
