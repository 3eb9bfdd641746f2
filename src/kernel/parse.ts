import type { z } from 'zod';
import { invalid } from './errors.ts';

/**
 * A value as its schema takes it. `place` is where it stands in the input, and begins the path of each error.
 * @throws MusterError `invalid` with one error a field
 */
export function parsed<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map(({ path, message }) => ({
      path: [place, ...path].filter((part) => part !== '').join('.'),
      message,
    })),
  );
}
