import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { nullOn } from '../files/absent.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export const policyWith = (styleNonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Headers of every answer. */
export const standingHeaders: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
  ['x-frame-options', 'DENY'],
];

export interface Pages {
  /** The file at a path of the built site, or null. */
  readonly asset: (path: string) => Promise<Response | null>;
  /** The application's page: the same for every address that is not a file or an API route. */
  readonly shell: () => Promise<Response>;
}

/** Null where the address is no UTF-8 in percent signs. */
function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** Serves the built site from a folder. Hashed names below `assets/` never change. */
export function openPages(folder: string): Pages {
  return {
    async asset(path) {
      const decoded = decodedPath(path);
      if (decoded === null) return null;
      const relative = normalize(decoded).replace(/^[/\\]+/, '');
      if (
        relative === '' ||
        relative === 'index.html' ||
        relative.startsWith('..') ||
        relative.includes(`${sep}..`) ||
        relative.includes('\0')
      )
        return null;
      const type = TYPES[extname(relative)];
      if (type === undefined) return null;
      const bytes = await readFile(join(folder, relative)).catch(nullOn('ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'));
      if (bytes === null) return null;
      const lasting = relative.startsWith(`assets${sep}`);
      return new Response(bytes, {
        headers: {
          'content-type': type,
          etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
          'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      });
    },
    async shell() {
      const nonce = randomBytes(16).toString('base64');
      const html = await readFile(join(folder, 'index.html'), 'utf8');
      return new Response(html.replaceAll('__NONCE__', nonce), {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': policyWith(nonce),
        },
      });
    },
  };
}
