/** How many of the largest contributors make at least half of everything. */
export interface AbsenceFactor {
  /** The factor; 0 when nobody contributes anything. */
  readonly factor: number;
  /** Sum of all contributions, and of those of the people counted. */
  readonly total: number;
  readonly carried: number;
}

/**
 * The contributor absence factor: the smallest number of people whose contributions sum to at least half of all. Taking
 * the largest first gives the minimum, so ties cannot change it. Contributions are finite and not negative, in any unit
 * and order. O(n log n).
 *
 * Source: CHAOSS project, metric "Contributor Absence Factor" (formerly "Bus Factor"). Its example, contributions of
 * 1000, 202, 90, 33, 332, 343, 42 and 433, has a factor of 2.
 */
export function absenceFactor(contributions: readonly number[]): AbsenceFactor {
  const total = contributions.reduce((sum, one) => sum + one, 0);
  let [factor, carried] = [0, 0];
  if (total <= 0) return { factor, total: 0, carried };
  for (const one of contributions.toSorted((a, b) => b - a)) {
    if (carried * 2 >= total) break;
    factor += 1;
    carried += one;
  }
  return { factor, total, carried };
}
