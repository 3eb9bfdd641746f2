const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/** UTF-16 without a mark: ASCII text then has a zero in every other byte. */
const unmarkedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4 || sample.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : null;
};

/** Letters of Windows-1250 (ř, ť, ł, ą, ż, ź) whose bytes in Windows-1252 are signs, or the ø that only the North writes. */
const CENTRAL = new Set([0xf8, 0x9d, 0xb3, 0xb9, 0xbf, 0x9f]);
/** Letters of Windows-1250 (ě, ň, č, ů, ę, ć, ś) that are letters of other languages in Windows-1252. */
const SHARED = new Set([0xec, 0xf2, 0xe8, 0xf9, 0xea, 0xe6, 0x9c]);
/** Letters of Windows-1252 (à, å, ñ, ã, õ, û) whose bytes hardly any text in Windows-1250 has. */
const WESTERN = new Set([0xe0, 0xe5, 0xf1, 0xe3, 0xf5, 0xfb]);

const isLatinLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || byte >= 0xc0);

/** Czech, Slovak and Polish text has letters of two kinds that Western text does not have together. */
const isCentralEuropean = (bytes: Uint8Array): boolean => {
  const central = new Set<number>();
  let western = 0;
  let counted = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || !isLatinLetter(bytes[at - 1])) continue;
    const within = isLatinLetter(bytes[at + 1]) || byte === 0xf8;
    if ((CENTRAL.has(byte) && within) || SHARED.has(byte)) {
      central.add(byte);
      counted += 1;
    } else if (WESTERN.has(byte)) western += 1;
  }
  return central.size >= 2 && [...central].some((byte) => CENTRAL.has(byte)) && western * 4 < counted;
};

/**
 * Cyrillic text in Windows-1251 consists nearly wholly of bytes from 0xC0 up; Latin text in Windows-1250 or
 * Windows-1252 rarely does.
 */
const singleByteEncoding = (bytes: Uint8Array): 'windows-1250' | 'windows-1251' | 'windows-1252' => {
  const sample = bytes.subarray(0, 65_536);
  let high = 0;
  let ascii = 0;
  for (const byte of sample) {
    if (byte >= 0xc0) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii += 1;
  }
  if (high > ascii * 0.6) return 'windows-1251';
  return isCentralEuropean(sample) ? 'windows-1250' : 'windows-1252';
};

/**
 * Text of a stranger's file: UTF-8 with or without its mark, UTF-16, or the Windows code page that programs write
 * where nobody asked them for UTF-8.
 * @returns null when the bytes are no text
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xff, 0xfe)) return printable(new TextDecoder('utf-16le').decode(bytes));
  if (startsWith(bytes, 0xfe, 0xff)) return printable(new TextDecoder('utf-16be').decode(bytes));
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return printable(new TextDecoder(unmarked).decode(bytes));
  try {
    return printable(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return printable(new TextDecoder(singleByteEncoding(bytes)).decode(bytes));
  }
};

// Text has no control characters but tab, line ends and form feed; a few stray ones are a blemish, many mean binary data.
const printable = (text: string): string | null => {
  const sample = text.slice(0, 100_000);
  let control = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) control += 1;
  }
  return control > sample.length / 200 ? null : text;
};
