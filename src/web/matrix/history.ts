import type { CellChange } from './model.ts';

/** One undoable step. Its changes may be extended while somebody combines letters in one cell. */
export interface Step {
  changes: readonly CellChange[];
}

/** Steps that can be undone and redone, newest last. */
export class History {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  get last(): Step | undefined {
    return this.#done.at(-1);
  }

  /** Adds a step. What was undone before it can no longer be redone. */
  push(changes: readonly CellChange[]): Step {
    const step: Step = { changes };
    this.#done.push(step);
    this.#undone.length = 0;
    return step;
  }

  undo(): Step | undefined {
    const step = this.#done.pop();
    if (step !== undefined) this.#undone.push(step);
    return step;
  }

  redo(): Step | undefined {
    const step = this.#undone.pop();
    if (step !== undefined) this.#done.push(step);
    return step;
  }

  /** Takes back an undo or redo that was refused: the step changes sides. */
  takeBack(step: Step, refused: 'undo' | 'redo'): void {
    const from = refused === 'undo' ? this.#undone : this.#done;
    const to = refused === 'undo' ? this.#done : this.#undone;
    const at = from.indexOf(step);
    if (at === -1) return;
    from.splice(at, 1);
    to.push(step);
  }

  drop(step: Step): void {
    for (const side of [this.#done, this.#undone]) {
      const at = side.indexOf(step);
      if (at !== -1) side.splice(at, 1);
    }
  }
}
