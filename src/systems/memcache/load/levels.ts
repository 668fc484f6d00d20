// How full a box is over time: from who was in it, from when to when, the highest number in each slice of the time.

/** From and to, one after another: what was in a box. Who is still there at the end has no end. */
export type Stays = number[];

const SLICES = 120;

/** The highest number at once in each slice of `span`, counted from `from` on. */
export function levels(stays: Stays, span: number, from = 0): number[] {
  const begins: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < stays.length; at += 2) {
    const end = (stays[at + 1] as number) - from;
    if (end <= 0 && from > 0) continue;
    begins.push(Math.max(0, (stays[at] as number) - from));
    ends.push(end);
  }
  const byTime = (a: number, b: number): number => a - b;
  begins.sort(byTime);
  ends.sort(byTime);
  const out = new Array<number>(SLICES).fill(0);
  let here = 0;
  let begun = 0;
  let ended = 0;
  for (let slice = 0; slice < SLICES; slice++) {
    const until = (span * (slice + 1)) / SLICES;
    let most = here;
    for (;;) {
      const begin = begins[begun] ?? Number.POSITIVE_INFINITY;
      const end = ends[ended] ?? Number.POSITIVE_INFINITY;
      if (Math.min(begin, end) > until) break;
      // Who goes makes room for who comes at the same time.
      if (end <= begin) {
        here--;
        ended++;
      } else {
        here++;
        begun++;
        if (here > most) most = here;
      }
      if (ended === ends.length && begun === begins.length) break;
    }
    out[slice] = most;
  }
  return out;
}

/** How many of these times fall into each slice. */
export function counts(times: readonly number[], span: number): number[] {
  const out = new Array<number>(SLICES).fill(0);
  for (const time of times) {
    const slice = Math.min(SLICES - 1, Math.floor((time / span) * SLICES));
    if (slice >= 0) out[slice] = (out[slice] as number) + 1;
  }
  return out;
}

/** A number that somebody tells now and then: its highest value in each slice, the last one told carried on. */
export class Gauge {
  readonly #span: number;
  readonly levels = new Array<number>(SLICES).fill(0);
  #slice = 0;
  #last = 0;
  constructor(span: number) {
    this.#span = span;
  }
  tell(now: number, n: number): void {
    const slice = Math.min(SLICES - 1, Math.floor((now / this.#span) * SLICES));
    while (this.#slice < slice) this.levels[++this.#slice] = this.#last;
    this.levels[slice] = Math.max(this.levels[slice] as number, n);
    this.#last = n;
  }
}
