import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { dayOf, instant, type Instant, type PlainDate } from '../kernel/date.ts';
import type { NewId } from '../kernel/id.ts';

/** Time, fresh ids and random text, handed to whatever needs them. */
export interface Clock {
  readonly now: () => Instant;
  /** The UTC day. */
  readonly today: () => PlainDate;
  readonly newId: NewId;
  /** 16 random bytes in hexadecimal. */
  readonly newNonce: () => string;
}

export const systemClock: Clock = {
  now: () => instant(new Date()),
  today: () => dayOf(instant(new Date())),
  newId: () => v7(),
  newNonce: () => randomBytes(16).toString('hex'),
};
