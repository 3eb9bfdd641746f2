import { z } from 'zod';
import type { Branded } from './brand.ts';

/** Hours in a week, to a hundredth, 0 to 168. */
export type WeeklyHours = Branded<number, 'WeeklyHours'>;

export const weeklyHoursSchema = z
  .number({ error: 'Expected hours a week as a number.' })
  .min(0, 'Hours a week cannot be negative.')
  .max(168, 'A week has 168 hours.')
  .transform((hours) => Math.round(hours * 100) / 100) as unknown as z.ZodType<WeeklyHours, number>;
