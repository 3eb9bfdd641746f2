import { MusterError } from '../../kernel/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const refuse = (action: string, reason: string): MusterError => new MusterError({ code: 'forbidden', action, reason });

const foreignWrite = (): MusterError =>
  refuse('write from another site', 'This came from another site. Only the pages of Muster itself may write.');

/**
 * Keeps other sites out: requests must name this installation as their host, and a write must come from its own pages.
 * Browsers send `Sec-Fetch-Site` or `Origin` with every cross-site write; programs with an API key send neither.
 * @throws MusterError `forbidden`
 */
export function checkOrigin(request: Request, configuredUrl: string | null): void {
  const host = request.headers.get('host') ?? '';
  const name = host.replace(/:\d+$/, '');
  const configured = configuredUrl === null ? null : new URL(configuredUrl).host;
  if (!LOOPBACK.has(name) && host !== configured) {
    throw refuse(
      'reach it by this name',
      `Muster is not known as "${host}" here. Whoever runs it sets MUSTER_URL to the address that people use.`,
    );
  }
  if (SAFE.has(request.method)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw foreignWrite();
  const origin = request.headers.get('origin');
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host)) throw foreignWrite();
}
