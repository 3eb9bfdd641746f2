import { createHash } from 'node:crypto';
import { MusterError } from '../../../kernel/errors.ts';
import type { Clock } from '../../../platform/clock.ts';

const FAILURES = 8;
const WINDOW_MS = 15 * 60_000;
const REMEMBERED = 50_000;

interface Failures {
  count: number;
  since: number;
}

const addressIn = async (request: Request): Promise<string> => {
  const text = await request.clone().text();
  const email: unknown = /"email"\s*:\s*"((?:[^"\\]|\\.){1,300})"/.exec(text)?.[1];
  return typeof email === 'string' ? email.toLowerCase() : '';
};

/**
 * Slows guessing at one account from many addresses; the accounts library limits each address.
 * Eight wrong passwords for an account close its sign-in for the rest of a quarter of an hour. Kept in memory, by hash.
 * @throws MusterError `too-many-requests`
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
    const response = await signIn(request);
    failures.delete(account);
    if (response.status === 401 || response.status === 403)
      failures.set(account, { count: running.count + 1, since: running.since });
    const [oldest] = failures.keys();
    if (failures.size > REMEMBERED && oldest !== undefined) failures.delete(oldest);
    return response;
  };
}
