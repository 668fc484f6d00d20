// Sparse checkpoints of one line of steps. They are spaced by what it costs to replay between them, not by count, so
// that a seek takes a few milliseconds however heavy a step is; where they hold too much, every second one goes. Where
// they stand never changes what a seek returns.

/** Replay between two checkpoints, in ms. The budget of a seek is 8: half of it is left for a slower second time. */
export const SPACING_MS = 4;

export class Checkpoints<T> {
  /** Bytes of a value, beside the one kept before it. */
  private readonly weigh: (value: T, before: T | undefined) => number;
  private kept: { readonly step: number; readonly value: T; readonly bytes: number }[] = [];
  /** Bytes of what is kept. */
  bytes = 0;

  constructor(weigh: (value: T, before: T | undefined) => number) {
    this.weigh = weigh;
  }

  get count(): number {
    return this.kept.length;
  }

  /** The last checkpoint at or before the step. */
  before(step: number): T | undefined {
    return this.kept[this.place(step) - 1]?.value;
  }

  add(step: number, value: T): void {
    const index = this.place(step);
    if (this.kept[index - 1]?.step === step) return;
    const bytes = this.weigh(value, this.kept[index - 1]?.value);
    this.kept.splice(index, 0, { step, value, bytes });
    this.bytes += bytes;
  }

  /** Lets every second one go; the first stays. */
  thin(): void {
    // What one held alone beside the one that goes, it may hold alone still: each is weighed beside what stays.
    const stay = this.kept.filter((_, index) => index % 2 === 0);
    this.kept = [];
    this.bytes = 0;
    for (const { step, value } of stay) this.add(step, value);
  }

  /** Index of the first checkpoint after the step. */
  private place(step: number): number {
    let low = 0;
    for (let high = this.kept.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.kept[middle]?.step as number) <= step) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
