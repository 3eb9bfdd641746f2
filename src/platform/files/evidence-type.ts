import { fileTypeFromBuffer } from 'file-type';
import { typeByEnding } from '../../capabilities/competence/evidence-file.ts';
import type { EvidenceType } from '../../capabilities/competence/model.ts';
import { invalid, MusterError } from '../../kernel/errors.ts';
import { bounds, megabytes } from './bounds.ts';
import { zipDirectory } from './zip-directory.ts';

const refused = (message: string, cause?: unknown): MusterError =>
  new MusterError(invalid([{ path: 'file', message }]).fault, cause === undefined ? undefined : { cause });

const isZipped = (type: EvidenceType): boolean => /officedocument|opendocument/.test(type);

/** Programs within a document: of Visual Basic, of Excel 4, of OpenDocument. */
const PROGRAM = /(^|\/)vbaProject\.bin$|(^|\/)(macrosheets|activeX)\/|^(Basic|Scripts)\//i;

/**
 * What a file to be kept as evidence is, by its bytes; its name must promise the same.
 * @param name one that `evidenceNameSchema` has taken
 * @throws MusterError `invalid` when it is empty, of another type than its name says, damaged, locked, or carries a program
 */
export async function evidenceTypeOf(name: string, bytes: Uint8Array): Promise<EvidenceType> {
  if (bytes.byteLength === 0) throw refused('The file is empty.');
  const promised = typeByEnding(name);
  if (promised === null) throw refused('Files of this type are not taken.');
  if (isZipped(promised)) refuseUnsoundZip(name, bytes);
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  if (promised === 'text/plain' || promised === 'text/csv') {
    if (!isText(bytes) || found === 'application/pdf')
      throw refused(`The name says that it is text; it is not, or not in UTF-8. ${saved('UTF-8')}`);
  } else if (found !== promised)
    throw refused(`The name says ${ending(name)}, the content says ${found ?? 'that it is something else'}.`);
  return promised;
}

const ending = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
const saved = (how: string): string => `Save it as ${how} and upload it again.`;

/** Text in UTF-8 without control characters other than tab, line ends and form feed. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function refuseUnsoundZip(name: string, bytes: Uint8Array): void {
  const parts = partsOf(name, bytes);
  if (parts.some(({ encrypted }) => encrypted))
    throw refused('It is protected with a password: nobody could prove anything with it.');
  if (parts.some((part) => PROGRAM.test(part.name)))
    throw refused(`It carries a program (macros). ${saved('a document without macros, or as PDF,')}`);
  if (parts.reduce((sum, { declared }) => sum + declared, 0) > bounds.unpackedBytes)
    throw refused(`It unpacks to more than ${megabytes(bounds.unpackedBytes)}.`);
}

function partsOf(name: string, bytes: Uint8Array): ReturnType<typeof zipDirectory> {
  try {
    return zipDirectory(name, bytes);
  } catch (error) {
    if (!(error instanceof MusterError)) throw error;
    throw refused(
      `It is no ${ending(name)} file, or it is damaged or protected with a password: its table of contents is missing.`,
      error,
    );
  }
}
