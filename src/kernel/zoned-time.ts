import { instant, type Instant, type PlainDate } from './date.ts';
import { invalid } from './errors.ts';

const DAY_MS = 86_400_000;

/** True for an IANA name that this platform knows, such as `Europe/Zurich`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What the clocks of a zone show at a moment, told as if it were UTC. Milliseconds. */
function shownAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value ?? Number.NaN);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * The moment at which the clocks of a zone show a day and a time (`HH:MM`). Of a time that comes twice it is the first;
 * a time that is left out, when the clocks go forward, is as much later as they go.
 * @throws MusterError `invalid` when the zone is not known
 */
export function zonedInstant(on: PlainDate, time: string, zone: string): Instant {
  if (!isTimeZone(zone))
    throw invalid([
      { path: 'timeZone', message: `"${zone}" is no time zone.`, accepted: 'a name such as Europe/Zurich' },
    ]);
  const shown = Date.parse(`${on}T${time}:00.000Z`);
  const offset = (at: number): number => shownAt(zone, at) - at;
  const before = shown - offset(shown - DAY_MS);
  const after = shown - offset(shown + DAY_MS);
  const exists = shownAt(zone, before) === shown || shownAt(zone, after) !== shown;
  return instant(new Date(exists ? before : after));
}
