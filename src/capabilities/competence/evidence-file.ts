import { z } from 'zod';
import { lineSchema } from '../../kernel/text.ts';
import { evidenceTypes, type EvidenceType } from './model.ts';

/** The largest file that is kept as evidence. */
export const EVIDENCE_BYTES = 25 * 1024 * 1024;

/** Every ending of a name that is taken, without its dot. */
export const evidenceEndings: readonly string[] = Object.values(evidenceTypes).flat();

/** What is shown in the page, beside being downloaded. */
export const previewTypes: ReadonlySet<EvidenceType> = new Set<EvidenceType>([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'text/plain',
  'text/csv',
]);

/** The type that the ending of a name promises; null where it is none that is taken. */
export function typeByEnding(name: string): EvidenceType | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const entry = Object.entries(evidenceTypes).find(([, endings]) => endings.some((one) => one === ending));
  return entry === undefined ? null : (entry[0] as EvidenceType);
}

// Controls, and marks that turn the direction of writing round or show nothing: `gpj.exe` can look like `exe.jpg` by them.
const INVISIBLE = /[\p{Cc}\u200b\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** Names of devices: a folder of Windows cannot hold such a file. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i;

/** Why a name cannot be taken; null when it can. */
function nameFault(name: string): string | null {
  if (/[/\\]/.test(name)) return 'A name of a file, not of a folder: without / and \\.';
  if (INVISIBLE.test(name)) return 'The name has invisible control characters.';
  const clean = name.trim();
  if (/^\.*$/.test(clean)) return 'The name must not be empty.';
  if (DEVICE.test(clean)) return 'Windows keeps this name for a device: rename the file.';
  if (typeByEnding(clean) === null) return `Files of these types are taken: ${evidenceEndings.join(', ')}.`;
  return null;
}

/** A file's name as the uploader's machine has it. It is kept and shown, and never used as a path. */
export const evidenceNameSchema: z.ZodType<string, string> = z
  .string({ error: 'Expected text.' })
  .refine((name) => nameFault(name) === null, { error: ({ input }) => nameFault(String(input)) ?? '' })
  .pipe(lineSchema(255));
