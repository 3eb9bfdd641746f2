import { createInflateRaw } from 'node:zlib';
import { MusterError } from '../../kernel/errors.ts';
import { bounds, megabytes, tooLarge, unreadable } from './bounds.ts';

/** One part of a zip archive as its central directory declares it. */
export interface ZipPart {
  readonly name: string;
  readonly packed: number;
  readonly declared: number;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Where its local header begins. */
  readonly offset: number;
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
      method: view.getUint16(at + 10, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
};

/** The packed bytes of one part. */
const packedBytes = (file: string, bytes: Uint8Array, part: ZipPart): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.offset + 30 > bytes.length) throw damaged(file, part.name);
  const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
  if (start + part.packed > bytes.length) throw damaged(file, part.name);
  return bytes.subarray(start, start + part.packed);
};

const damaged = (file: string, part: string, cause?: unknown): MusterError =>
  unreadable(file, `its part "${part}" is damaged. Save or download it again.`, cause);

/** Unpacks one part piece by piece; `onPiece` may throw to stop. */
const inflate = async (
  file: string,
  bytes: Uint8Array,
  part: ZipPart,
  onPiece: (piece: Uint8Array) => void,
): Promise<void> => {
  const packed = packedBytes(file, bytes, part);
  if (part.method === 0) {
    onPiece(packed);
    return;
  }
  if (part.method !== 8) throw unreadable(file, `its part "${part.name}" is packed in an unknown way.`);
  const unpacking = createInflateRaw({ chunkSize: 256 * 1024 });
  unpacking.end(packed);
  try {
    for await (const piece of unpacking as AsyncIterable<Uint8Array>) onPiece(piece);
  } catch (error) {
    if (error instanceof MusterError) throw error;
    throw damaged(file, part.name, error);
  }
};

/**
 * Refuses an archive that declares, or really unpacks to, more than the bound. Declared sizes can lie, so the parts are
 * unpacked once, in small pieces that are counted and dropped; unpacking stops at the bound.
 * @throws MusterError `too-large`, or `unreadable` when a part does not unpack
 */
export const assertUnpacksWithin = async (
  file: string,
  bytes: Uint8Array,
  parts: readonly ZipPart[],
): Promise<void> => {
  const limit = `${megabytes(bounds.unpackedBytes)} unpacked`;
  const declared = parts.reduce((sum, part) => sum + part.declared, 0);
  if (declared > bounds.unpackedBytes) throw tooLarge(file, `it unpacks to ${megabytes(declared)}`, limit);
  let total = 0;
  for (const part of parts) {
    await inflate(file, bytes, part, (piece) => {
      total += piece.length;
      if (total > bounds.unpackedBytes) throw tooLarge(file, 'it unpacks to far more than it declares', limit);
    });
  }
};

/**
 * One part of an archive as text, after `assertUnpacksWithin`.
 * @throws MusterError `unreadable` when it does not unpack
 */
export const partText = async (file: string, bytes: Uint8Array, part: ZipPart): Promise<string> => {
  const pieces: Uint8Array[] = [];
  await inflate(file, bytes, part, (piece) => pieces.push(piece));
  return Buffer.concat(pieces).toString('utf8');
};
