import { counted, defineMessages } from '../../../web/message.ts';

const things = {
  'statement-of-applicability': (count: number) => counted(count, 'control', 'controls'),
  'accountability-matrix': (count: number) => counted(count, 'requirement', 'requirements'),
} as const;
type Versioned = keyof typeof things;

/** Texts of the versions of a document and their approval. */
export const versionMessages = defineMessages({
  en: {
    title: 'Versions and approval',
    open: 'Versions',
    close: 'Close the versions',
    loading: 'Loading the versions',
    lead: 'A version freezes the facts as they stand. A second person approves it; whoever puts it forward never does.',
    none: 'No version yet. When the document says what you mean, put it forward: 7.5 asks for approval, and an auditor for the version that was approved.',
    neverApproved: 'No version has been approved so far.',
    unchanged: (version: number) => `As in version ${version}, which is approved.`,
    changed: (document: Versioned, version: number, count: number) =>
      `Draft, changed since version ${version}: ${things[document](count)}.`,
    badge: (version: number | null, changed: number) =>
      version === null
        ? 'no approved version'
        : changed === 0
          ? `version ${version}`
          : `version ${version}, ${changed} changed since`,
    showChanges: 'Show what changed',
    hideChanges: 'Hide what changed',
    submit: 'Submit for approval',
    note: 'Note for who approves',
    notePlaceholder: 'What this version is for',
    send: 'Submit',
    cancel: 'Cancel',
    version: (number: number) => `Version ${number}`,
    states: { waiting: 'Waits for approval', approved: 'Approved', declined: 'Declined', withdrawn: 'Withdrawn' },
    asked: (name: string, on: string) => `Put forward by ${name} on ${on}`,
    decided: (name: string, on: string) => `by ${name} on ${on}`,
    entry: (sequence: number) => `trail entry ${sequence}`,
    approve: 'Approve',
    decline: 'Decline',
    withdraw: 'Withdraw',
    why: 'Why it is declined',
    decisionNote: 'Note, optional',
    ownVersion: 'You put it forward: a second person decides.',
    differences: (from: number) => `What changed since version ${from}`,
    same: 'Nothing changed.',
    field: 'Field',
    before: 'Before',
    after: 'After',
    empty: 'nothing',
    download: (version: number) => `Download version ${version}`,
    formats: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', csv: 'CSV', json: 'JSON' },
    actionsOf: (version: number) => `Decide on version ${version}`,
  },
});
