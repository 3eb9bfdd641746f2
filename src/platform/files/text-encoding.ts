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

/** Cyrillic text in Windows-1251 consists nearly wholly of bytes from 0xC0 up; Latin text in Windows-1252 rarely does. */
const singleByteEncoding = (bytes: Uint8Array): 'windows-1251' | 'windows-1252' => {
  let high = 0;
  let ascii = 0;
  for (const byte of bytes.subarray(0, 65_536)) {
    if (byte >= 0xc0) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii += 1;
  }
  return high > ascii * 0.6 ? 'windows-1251' : 'windows-1252';
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
