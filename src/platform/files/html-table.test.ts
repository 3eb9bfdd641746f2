import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';

const sheets = (...lines: readonly string[]) => readMarkdown('raci.md', lines.join('\n')).sheets;

describe('tables in HTML tags within a Markdown document', () => {
  it('gives rows with their lines, and cells over several columns and rows as merged areas', () => {
    const [sheet] = sheets(
      '# RACI',
      '<div align="center"><table>',
      '  <thead><tr><th>Area</th><th>Activity</th><th>CEO</th><th>CISO</th></tr></thead>',
      '  <tr><td colspan="4"><b>Governance</b></td></tr>',
      '  <tr>',
      '    <td rowspan=2>ISMS</td><td><a href="x">Policy</a></td><td>A</td>',
      '    <td>R</td>',
      '  </tr>',
      '  <tr><td>Review</td><td>A</td><td>R<br>C</td></tr>',
      '</table></div>',
      'after',
    );
    expect(sheet).toMatchObject({ heading: 'RACI', prose: 'after\n' });
    expect(sheet?.rows).toEqual([
      { number: 3, cells: ['Area', 'Activity', 'CEO', 'CISO'] },
      { number: 4, cells: ['<b>Governance</b>', '', '', ''] },
      { number: 5, cells: ['ISMS', 'Policy', 'A', 'R'] },
      { number: 9, cells: ['', 'Review', 'A', 'R<br>C'] },
    ]);
    expect(sheet?.merges).toEqual([
      { firstRow: 4, lastRow: 4, firstColumn: 0, lastColumn: 3 },
      { firstRow: 5, lastRow: 9, firstColumn: 0, lastColumn: 0 },
    ]);
  });

  it('needs no closing tags, and numbers the rows of one line one after the other', () => {
    const [sheet] = sheets('<table><tr><td>Task<td>CEO<tr><td>Policy<td>A</table>');
    expect(sheet?.rows).toEqual([
      { number: 1, cells: ['Task', 'CEO'] },
      { number: 2, cells: ['Policy', 'A'] },
    ]);
  });

  it('reads none in a code block, and ends with the document where the table does not end', () => {
    expect(sheets('```html', '<table><tr><td>A</td></tr></table>', '```')).toEqual([]);
    expect(sheets('<table>', '<tr><td>Task</td><td>CEO</td></tr>')).toHaveLength(1);
  });

  it('refuses more columns than a table may have', () => {
    expect(() => sheets('<table><tr><td colspan=400>A</td><td colspan=400>B</td></tr></table>')).toThrow('512 columns');
  });
});
