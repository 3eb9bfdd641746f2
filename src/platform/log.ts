import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Structured lines on standard error. Secrets never reach it: requests are logged by method, path, status and time alone. */
export const openLog = (level: string, to: DestinationStream = pino.destination(2)): Logger =>
  pino({ level, base: null, redact: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token'] }, to);
