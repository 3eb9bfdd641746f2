import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalid, MusterError } from '../../../kernel/errors.ts';
import type { Clock } from '../../../platform/clock.ts';
import { CLIENT_HEADER } from './accounts.ts';

const FAILURES = 8;
const WINDOW_MS = 15 * 60_000;
const REMEMBERED = 50_000;

interface Failures {
  count: number;
  since: number;
}

const credentials = z.object({ email: z.string().max(300) });

/** The account that somebody tries, read as the accounts library will read it. @throws MusterError `invalid` */
async function addressIn(request: Request): Promise<string> {
  const refused = invalid([{ path: 'email', message: 'Expected e-mail address and password.', accepted: 'JSON' }]);
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) throw refused;
  const body: unknown = await request
    .clone()
    .json()
    .catch((error: unknown) => {
      throw new MusterError(refused.fault, { cause: error });
    });
  const found = credentials.safeParse(body);
  if (!found.success) throw refused;
  return found.data.email.toLowerCase();
}

const hashed = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64');

/** The oldest leaves where there are more than are remembered. */
function keepFew(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
}

/**
 * Slows guessing at one account from many addresses; the accounts library limits each address.
 * Eight wrong passwords for an account close its sign-in for the rest of a quarter of an hour. An address from which the
 * account was entered before is counted by itself: strangers cannot lock somebody out of a usual place. Kept in memory,
 * by hash.
 * @throws MusterError `too-many-requests`, or `invalid` for anything but JSON
 */
export function signInGuard(
  clock: Clock,
): (request: Request, signIn: (request: Request) => Promise<Response>) => Promise<Response> {
  const failures = new Map<string, Failures>();
  const usual = new Map<string, true>();
  return async (request, signIn) => {
    const address = await addressIn(request);
    const place = hashed(address, request.headers.get(CLIENT_HEADER) ?? '');
    const account = usual.has(place) ? place : hashed(address);
    const now = Date.parse(clock.now());
    const there = failures.get(account);
    const running = there !== undefined && now - there.since < WINDOW_MS ? there : { count: 0, since: now };
    if (running.count >= FAILURES) {
      throw new MusterError({
        code: 'too-many-requests',
        retryAfterSeconds: Math.ceil((running.since + WINDOW_MS - now) / 1000),
      });
    }
    // Counted before it is tried, so that many at once do not all slip through; taken back when it was no wrong guess.
    running.count += 1;
    failures.delete(account);
    failures.set(account, running);
    const response = await signIn(request);
    if (response.ok) {
      failures.delete(account);
      usual.delete(place);
      usual.set(place, true);
      keepFew(usual);
    } else if (response.status !== 401 && response.status !== 403) running.count -= 1;
    keepFew(failures);
    return response;
  };
}
