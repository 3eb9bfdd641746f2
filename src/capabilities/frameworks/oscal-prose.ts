import { catalogueBounds } from './catalogue.ts';
import { clipped, fieldOf, listOf, refused, textOf, type SourceValue } from './source-value.ts';

/** `{{ insert: param, ac-1_prm_1 }}`, and `{{ ac-1_prm_1 }}` of older editions. */
const INSERT = /\{\{([^{}]{1,200})\}\}/gu;
/** A link of Markdown, whose words stay. */
const LINK = /\[([^[\]]{1,400})\]\([^()\s]{0,400}\)/gu;

const LONGEST = 12_000;
const LONGEST_PARAMETER = 300;

/** What an organization is to fill in, by id: its words for what is missing. */
export type Parameters = ReadonlyMap<string, SourceValue>;

const idIn = (insert: string): string =>
  insert
    .trim()
    .split(/[\s,:]+/u)
    .at(-1) ?? '';

/** The words of a parameter: its values, its choices or its label, never what another one leads to. */
function wordsOf(file: string, parameters: Parameters, id: string, nested: boolean): string {
  const parameter = parameters.get(id);
  const values = listOf(file, parameter, 'values').filter((value) => typeof value === 'string');
  if (values.length > 0) return values.join(', ');
  const choices = listOf(file, fieldOf(parameter, 'select'), 'choice').filter((value) => typeof value === 'string');
  if (choices.length > 0 && !nested) {
    return choices
      .join(' / ')
      .slice(0, LONGEST_PARAMETER * 4)
      .replace(INSERT, (_, insert: string) => `[${wordsOf(file, parameters, idIn(insert), true)}]`);
  }
  return textOf(parameter, 'label') ?? '…';
}

/** Prose with the parameters in brackets: `[time period]`. */
function filled(file: string, prose: string, parameters: Parameters): string {
  return prose
    .slice(0, LONGEST)
    .replace(
      INSERT,
      (_, insert: string) => `[${clipped(wordsOf(file, parameters, idIn(insert), false), LONGEST_PARAMETER)}]`,
    )
    .replace(LINK, '$1');
}

/** How the source numbers something: its `label`, of several the plain one. */
export function labelOf(file: string, value: SourceValue): string | undefined {
  const labels = listOf(file, value, 'props').filter((property) => fieldOf(property, 'name') === 'label');
  const own = labels.find((label) => !/padded|53a/u.test(textOf(label, 'class') ?? ''));
  return textOf(own ?? labels[0], 'value');
}

/** How it is checked is another document's matter. */
const LEFT_OUT = /^(?:assessment|objective)/u;

/**
 * The statement of a group or control and what explains it, items on lines of their own, at most 12,000 characters.
 * @throws MusterError `unreadable` when parts are nested too deeply
 */
export function proseOf(file: string, value: SourceValue, parameters: Parameters): string {
  const blocks: string[] = [];
  let length = 0;
  const add = (part: SourceValue, depth: number, lines: string[]): void => {
    if (depth > catalogueBounds.depth) throw refused(file, 'its parts are nested too deeply.');
    if (length > LONGEST || LEFT_OUT.test(textOf(part, 'name') ?? '')) return;
    const words = [labelOf(file, part), textOf(part, 'title'), textOf(part, 'prose')].filter(
      (text) => text !== undefined,
    );
    if (words.length > 0) {
      const line = `${'  '.repeat(Math.max(depth - 1, 0))}${filled(file, words.join(' '), parameters)}`;
      lines.push(line);
      length += line.length;
    }
    for (const inner of listOf(file, part, 'parts')) add(inner, depth + 1, lines);
  };
  for (const part of listOf(file, value, 'parts')) {
    const lines: string[] = [];
    add(part, 0, lines);
    if (lines.length > 0) blocks.push(lines.join('\n'));
  }
  return blocks.join('\n\n');
}
