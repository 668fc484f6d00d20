// Sparse checkpoints of one line of steps. They are spaced by what it costs to replay between them, not by count, so
// that a seek takes a few milliseconds however heavy a step is. Where they stand never changes what a seek returns.

/** Replay between two checkpoints, in ms. The budget of a seek is 8: half of it is left for a slower second time. */
export const SPACING_MS = 4;

export class Checkpoints<T> {
  private readonly steps: number[] = [];
  private readonly kept: T[] = [];

  get count(): number {
    return this.steps.length;
  }

  /** The last checkpoint at or before the step. */
  before(step: number): { readonly step: number; readonly value: T } | null {
    const index = this.place(step) - 1;
    if (index < 0) return null;
    return { step: this.steps[index] as number, value: this.kept[index] as T };
  }

  add(step: number, value: T): void {
    const index = this.place(step);
    if (index > 0 && this.steps[index - 1] === step) return;
    this.steps.splice(index, 0, step);
    this.kept.splice(index, 0, value);
  }

  /** Index of the first checkpoint after the step. */
  private place(step: number): number {
    let low = 0;
    let high = this.steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.steps[middle] as number) <= step) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
