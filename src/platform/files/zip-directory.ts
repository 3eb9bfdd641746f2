import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { bounds, megabytes, tooLarge, unreadable } from './bounds.ts';

/** One part of a zip archive as its central directory declares it. */
export interface ZipPart {
  readonly name: string;
  readonly packed: number;
  readonly declared: number;
  readonly encrypted: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * The parts of a zip archive, from its central directory alone: nothing is unpacked.
 * @throws MusterError `unreadable` when the directory is missing or cut off
 */
export const zipDirectory = (file: string, bytes: Uint8Array): readonly ZipPart[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const truncated = (): never => {
    throw unreadable(
      file,
      'the file is incomplete or damaged: its table of contents is missing. Save or download it again.',
    );
  };
  const lowest = Math.max(0, bytes.length - 65_557);
  let end = bytes.length - 22;
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < lowest) return truncated();
  const count = view.getUint16(end + 10, true);
  if (count > bounds.parts) throw tooLarge(file, `${count} parts inside`, `${bounds.parts} parts`);
  let at = view.getUint32(end + 16, true);
  const parts: ZipPart[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return truncated();
    const nameLength = view.getUint16(at + 28, true);
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
};

const CHUNK = 64 * 1024;

/**
 * Refuses an archive that declares, or really unpacks to, more than the bound. Declared sizes can lie, so the parts are
 * inflated once, in small pieces that are counted and dropped; inflating stops at the bound.
 * @throws MusterError `too-large`, or `unreadable` when a part does not inflate
 */
export const assertUnpacksWithin = (file: string, bytes: Uint8Array, parts: readonly ZipPart[]): void => {
  const limit = `${megabytes(bounds.unpackedBytes)} unpacked`;
  const declared = parts.reduce((sum, part) => sum + part.declared, 0);
  if (declared > bounds.unpackedBytes) throw tooLarge(file, `it unpacks to ${megabytes(declared)}`, limit);
  let total = 0;
  const refuse = (): never => {
    throw tooLarge(file, `it unpacks to more than it declares`, limit);
  };
  const unzip = new Unzip((part: UnzipFile) => {
    part.ondata = (error, data) => {
      if (error !== null)
        throw unreadable(file, `its part "${part.name}" is damaged. Save or download it again.`, error);
      total += data.length;
      if (total > bounds.unpackedBytes) refuse();
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  }
};
