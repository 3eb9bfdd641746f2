import { counted, defineMessages } from '../../../web/message.ts';

const sized = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en')} kB`
    : `${Number((bytes / (1024 * 1024)).toFixed(1))} MB`;

/** Texts of the files that prove something. */
export const evidenceMessages = defineMessages({
  en: {
    title: 'Evidence',
    lead: 'Certificates, test results, attendance lists: what shows that somebody can do what they must.',
    none: 'No file yet. A competence counts as shown only when something proves it.',
    noneReadOnly: 'No file yet.',
    list: 'Files of evidence',
    loading: 'Loading the files',
    more: 'Show more',
    size: sized,
    uploadedBy: (date: string, name: string | null) => (name === null ? date : `${date}, ${name}`),
    uses: (count: number) => counted(count, 'use', 'uses'),
    scan: { clean: 'scanned, clean', 'not-scanned': 'not scanned for malware' },
    erased: 'Deleted with the personal data of whom it was about.',
    preview: (name: string) => `Preview ${name}`,
    download: (name: string) => `Download ${name}`,
    remove: (name: string) => `Remove ${name}`,
    drop: 'Drop files here, or choose them',
    choose: 'Choose files of evidence',
    hint: (limit: string) =>
      `PDF, pictures, text and CSV, Word, Excel, PowerPoint, OpenDocument. At most ${limit} each.`,
    uploads: 'Uploads',
    waiting: 'waiting',
    sending: 'uploading',
    kept: (count: number) => `${counted(count, 'file', 'files')} kept.`,
    failed: 'not kept',
    progress: (done: number, all: number) => `${done} of ${counted(all, 'file', 'files')}`,
    dismiss: (name: string) => `Dismiss ${name}`,
    tooLarge: (limit: string) => `The file is too large. Limit: ${limit}.`,
    close: 'Close',
    shown: {
      loading: 'Loading the preview',
      none: 'There is no preview of this type of file. Download it to look at it.',
      page: (page: number, pages: number) => `Page ${page} of ${pages}`,
      previous: 'Previous page',
      next: 'Next page',
      broken: 'This PDF cannot be shown here. Download it to look at it.',
    },
    removal: {
      title: 'Remove this file?',
      text: (name: string) => `${name} is deleted for good. The trail keeps that it was there, and its hash.`,
      yes: 'Remove for good',
      no: 'Keep it',
      done: 'Removed',
    },
  },
});
