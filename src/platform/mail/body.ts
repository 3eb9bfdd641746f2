import { oneLine } from './mailbox.ts';
import type { MailBody, MailLine, MailSection } from './message.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

const textLine = ({ text, href }: MailLine): string =>
  href === undefined ? `- ${text}` : `- ${text}\n  ${oneLine(href)}`;

/** What a mail says as plain text. */
export function bodyText({ title, sections, footer }: MailBody): string {
  const parts = sections.map(({ heading, lines }) =>
    [...(heading === null ? [] : [`${heading}:`]), ...lines.map(textLine)].join('\n'),
  );
  return `${[title, ...parts, ['--', ...footer].join('\n')].join('\n\n')}\n`;
}

const BLOCK = 'margin:0 auto;max-width:600px;padding:24px 16px';
const FONT = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5';

/** Only addresses of pages become links. */
const isPage = (href: string): boolean => /^https?:\/\//.test(href);

const htmlLine = ({ text, href }: MailLine): string => {
  const said = escaped(text).replaceAll('\n', '<br>');
  const linked =
    href === undefined || !isPage(href)
      ? said
      : `<a href="${escaped(oneLine(href))}" style="color:#0b5c6b">${said}</a>`;
  return `<li dir="auto" style="margin:0 0 8px">${linked}</li>`;
};

const htmlSection = ({ heading, lines }: MailSection): string =>
  `${heading === null ? '' : `<h2 dir="auto" style="font-size:16px;margin:24px 0 8px">${escaped(heading)}</h2>`}<ul style="margin:0;padding:0 0 0 20px">${lines.map(htmlLine).join('')}</ul>`;

/** What a mail says as HTML that needs nothing from elsewhere and fits a phone. */
export const bodyHtml = ({ title, sections, footer }: MailBody): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title></head><body style="margin:0;${FONT}"><div style="${BLOCK}">`,
    `<h1 dir="auto" style="font-size:20px;margin:0 0 16px">${escaped(title)}</h1>`,
    ...sections.map(htmlSection),
    `<p style="margin:32px 0 0;font-size:13px;color:#5f6b73">${footer.map(escaped).join('<br>')}</p>`,
    '</div></body></html>',
  ].join('\n');
