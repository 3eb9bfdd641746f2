import type { ApplicabilityFields } from './model.ts';

type Evidence = ApplicabilityFields['evidence'];

const LINK = /https?:\/\/[^\s<>"]+/u;
const MARK = '•';

/** The evidence as one cell: a line for each, `• Access policy <https://…>`. The import reads it back. */
export const evidenceText = (evidence: Evidence): string =>
  evidence.map(({ label, link }) => `${MARK} ${label}${link === null ? '' : ` <${link}>`}`).join('\n');

/** The last part of an address that is read by people. */
function labelOf(link: string): string {
  const [host = link, ...parts] = link
    .replace(/^https?:\/\//u, '')
    .replace(/[?#].*$/u, '')
    .split('/');
  return (parts.findLast((part) => part !== '') ?? host).slice(0, 200);
}

/**
 * The evidence that a cell names: lines, or parts between semicolons, each a label, an address, or both. Only addresses
 * that begin with http:// or https:// become links; anything else stays text.
 */
export function evidenceIn(cell: string): Evidence {
  const lines = cell.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 0 && lines.every((line) => line.trimStart().startsWith(MARK))) return lines.flatMap(ownLine);
  return lines.flatMap((line) => line.split(/;(?=\s|$)/u)).flatMap(strangersPart);
}

/** A line as `evidenceText` writes it: what stands in angle brackets at its end is the address. */
function ownLine(line: string): Evidence {
  const text = line.trimStart().slice(MARK.length);
  const [, label = text, link = null] = /^(.*?)\s*<(https?:\/\/[^\s<>"]+)>\s*$/u.exec(text) ?? [];
  return oneLine(label) === '' && link === null ? [] : [{ label: oneLine(label) || labelOf(link ?? ''), link }];
}

function strangersPart(part: string): Evidence {
  const markdown = /^\s*\[([^\]]+)\]\((https?:\/\/[^\s()<>"]+)\)\s*$/u.exec(part);
  if (markdown !== null) return [{ label: oneLine(markdown[1] ?? ''), link: markdown[2] ?? null }];
  const link = LINK.exec(part)?.[0] ?? null;
  const text =
    link === null
      ? part
      : part
          .replace(`<${link}>`, ' ')
          .replace(link, ' ')
          .replace(/\(\s*\)/u, ' ');
  const label = oneLine(text).replace(/^[\s\-–—:,]+|[\s\-–—:,]+$/gu, '');
  return label === '' && link === null ? [] : [{ label: label === '' ? labelOf(link ?? '') : label, link }];
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
