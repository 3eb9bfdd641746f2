import { z } from 'zod';
import type { Branded } from './brand.ts';

/** Hours in a week, to a hundredth, 0 to 168. */
export type WeeklyHours = Branded<number, 'WeeklyHours'>;

export const weeklyHoursSchema = z
  .number({ error: 'Expected hours a week as a number.' })
  .min(0, 'Hours a week cannot be negative.')
  .max(168, 'A week has 168 hours.')
  .transform((hours) => Math.round(hours * 100) / 100) as unknown as z.ZodType<WeeklyHours, number>;

/** Hours of work for one thing, to a hundredth, 0 to 10,000. */
export type Hours = Branded<number, 'Hours'>;

export const hoursSchema = z
  .number({ error: 'Expected hours as a number.' })
  .min(0, 'Hours cannot be negative.')
  .max(10_000, 'At most 10,000 hours.')
  .transform((hours) => Math.round(hours * 100) / 100) as unknown as z.ZodType<Hours, number>;
