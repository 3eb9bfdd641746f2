import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalid, MusterError } from '../../../kernel/errors.ts';
import type { Clock } from '../../../platform/clock.ts';

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

/**
 * Slows guessing at one account from many addresses; the accounts library limits each address.
 * Eight wrong passwords for an account close its sign-in for the rest of a quarter of an hour. Kept in memory, by hash.
 * @throws MusterError `too-many-requests`, or `invalid` for anything but JSON
 */
export function signInGuard(
  clock: Clock,
): (request: Request, signIn: (request: Request) => Promise<Response>) => Promise<Response> {
  const failures = new Map<string, Failures>();
  return async (request, signIn) => {
    const account = createHash('sha256')
      .update(await addressIn(request))
      .digest('base64');
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
    if (response.ok) failures.delete(account);
    else if (response.status !== 401 && response.status !== 403) running.count -= 1;
    const [oldest] = failures.keys();
    if (failures.size > REMEMBERED && oldest !== undefined) failures.delete(oldest);
    return response;
  };
}
