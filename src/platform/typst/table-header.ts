import { MusterError } from '../../kernel/errors.ts';

// The PDF's structure tree, as the compiler writes it, gives header cells to columns only, and where a table has
// groups it points each cell at its group and no longer at its column. A screen reader then reads "A" without saying
// for what or whom. Here the first cell of each body row becomes a header of its row, and cells are left to find their
// headers by scope (ISO 32000-1, 14.8.5.7).

interface Reference {
  readonly number: number;
  readonly offset: number;
}

const damaged = (): MusterError => new MusterError({ code: 'unusable-data', reason: 'The PDF has no readable index.' });

/** Objects in use, in the order in which they lie in the file. `lines` is a table of one section from object 0 on. */
function references(lines: readonly string[]): readonly Reference[] {
  if (!/^0 \d+\s*$/.test(lines[1] ?? '')) throw damaged();
  return lines
    .slice(2)
    .flatMap((line, number) => (line[17] === 'n' ? [{ number, offset: Number(line.slice(0, 10)) }] : []))
    .sort((a, b) => a.offset - b.offset);
}

const firstKid = (row: string): number | null => {
  const match = /\/K \[(\d+) 0 R/.exec(row);
  return match === null ? null : Number(match[1]);
};

const isElement = (object: string, kind: string): boolean =>
  object.includes('/Type /StructElem') && object.includes(`/S /${kind}\n`);

const withoutHeaders = (object: string): string => object.replace(/\n\s*\/Headers \[[^\]]*\]/, '');

const asRowHeader = (object: string): string =>
  withoutHeaders(object.replace('/S /TD\n', '/S /TH\n').replace('/O /Table', '/O /Table\n    /Scope /Row'));

function edited(object: string, number: number, rowHeaders: ReadonlySet<number>): string {
  if (isElement(object, 'TH')) return withoutHeaders(object);
  if (!isElement(object, 'TD')) return object;
  return rowHeaders.has(number) ? asRowHeader(object) : withoutHeaders(object);
}

/**
 * The same PDF, whose tables have row headers with scope besides the column headers.
 * @throws MusterError `unusable-data` when the bytes are no PDF with a plain cross-reference table.
 */
export function withTableHeaders(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64));
  if (end === null) throw damaged();
  const start = Number(end[1]);
  const trailer = text.indexOf('trailer', start);
  if (!text.startsWith('xref', start) || trailer < 0) throw damaged();
  const lines = text.slice(start, trailer).split('\n');
  const listed = references(lines);
  const objects = listed.map(({ number, offset }, index) => ({
    number,
    text: text.slice(offset, listed[index + 1]?.offset ?? start),
  }));
  const rowHeaders = new Set(
    objects.filter((object) => isElement(object.text, 'TR')).flatMap((object) => firstKid(object.text) ?? []),
  );
  const pieces = [text.slice(0, listed[0]?.offset ?? start)];
  let length = pieces[0]?.length ?? 0;
  for (const object of objects) {
    const piece = edited(object.text, object.number, rowHeaders);
    const line = object.number + 2;
    lines[line] = `${String(length).padStart(10, '0')}${lines[line]?.slice(10) ?? ''}`;
    pieces.push(piece);
    length += piece.length;
  }
  const tail = text.slice(trailer).replace(/startxref\s+\d+/, `startxref\n${length}`);
  return Buffer.from([...pieces, lines.join('\n'), tail].join(''), 'latin1');
}
