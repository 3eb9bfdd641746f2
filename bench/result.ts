/** One line of a benchmark: a figure against a yardstick that was measured in the same run. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly yardstick: number;
  /** `value / yardstick`. */
  readonly ratio: number;
  readonly unit: string;
  /** What the yardstick is, and which way is better. */
  readonly note?: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
};
