import { paragraph, runs } from './docx-package.ts';

/** One cell. Text by its paragraph style and run properties; `fill` is a colour such as `CFE0F2`. */
export interface DocxCell {
  readonly text: string;
  readonly style: string;
  readonly run?: string;
  readonly fill?: string;
  /** Reads from bottom to top, as the name of a narrow column. */
  readonly rotated?: boolean;
  /** So many columns it stretches over. */
  readonly span?: number;
}

const cellOf = ({ text, style, run, fill, rotated, span = 1 }: DocxCell, width: number): string => {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`,
    rotated === true ? '<w:textDirection w:val="btLr"/>' : '',
    `<w:vAlign w:val="${rotated === true ? 'center' : 'top'}"/>`,
  ].join('');
  const lines = text.split('\n').map((line) => paragraph(style, runs(line, run)));
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${lines.join('')}</w:tc>`;
};

const rowOf = (cells: readonly DocxCell[], widths: readonly number[], properties: string): string => {
  let column = 0;
  const written = cells.map((cell) => {
    const from = column;
    column += cell.span ?? 1;
    return cellOf(
      cell,
      widths.slice(from, column).reduce((sum, width) => sum + width, 0),
    );
  });
  return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${written.join('')}</w:tr>`;
};

const line = (edge: string, size: number, rgb: string): string =>
  `<w:${edge} w:val="single" w:sz="${size}" w:space="0" w:color="${rgb}"/>`;
const borders = `<w:tblBorders>${line('top', 8, '17212E')}${line('bottom', 8, '17212E')}${line('insideH', 4, 'D7DDE4')}${line('insideV', 4, 'D7DDE4')}</w:tblBorders>`;
const margins =
  '<w:tblCellMar><w:top w:w="25" w:type="dxa"/><w:left w:w="50" w:type="dxa"/><w:bottom w:w="25" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>';

/**
 * A table of fixed columns whose heading stands again on every page. Lengths are in twentieths of a point.
 * @param headingHeight of the heading, where rotated names want room
 */
export function table(
  widths: readonly number[],
  heading: readonly DocxCell[],
  rows: readonly (readonly DocxCell[])[],
  headingHeight = 0,
): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const height = headingHeight === 0 ? '' : `<w:trHeight w:val="${headingHeight}" w:hRule="exact"/>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${margins}<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    rowOf(heading, widths, `${height}<w:tblHeader/>`),
    ...rows.map((cells) => rowOf(cells, widths, '')),
    '</w:tbl>',
  ].join('');
}
