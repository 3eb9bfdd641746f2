/** How far a piece of work is, in rows of its present stage. */
export interface Step {
  readonly stage: 'reading' | 'comparing';
  readonly done: number;
  readonly of: number;
}

/** Work that stops at each step, so that whoever drives it can let others go on, tell how far it is, or leave it. */
export type Steps<T> = Generator<Step, T>;

/** Rows between two steps: some milliseconds of work. */
export const STEP_ROWS = 200;

/** Drives the work to its end without a stop. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
