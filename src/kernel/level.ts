import { z } from 'zod';
import type { Branded } from './brand.ts';

/** A step of the competence scale: 0 (none) to 5 (authority), whole. What each means is in `domain/competence.ts`. */
export type Level = Branded<number, 'Level'>;

export const levels = [0, 1, 2, 3, 4, 5] as unknown as readonly [Level, Level, Level, Level, Level, Level];

export const levelSchema = z
  .int({ error: 'Expected a whole level from 0 to 5.' })
  .min(0, 'Levels begin at 0.')
  .max(5, 'Levels end at 5.') as unknown as z.ZodType<Level, number>;

/** The level that a cell or field says in digits; null where it says none. */
export const levelIn = (text: string): Level | null => (/^[0-5]$/.test(text.trim()) ? (Number(text) as Level) : null);
