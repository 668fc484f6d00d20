// A small discrete-event core: events in (time, sequence) order from a 4-ary heap kept as a struct of arrays (no object
// an event), and dice that draw from base/rng in turn. Ties go to the event scheduled first, so a simulation is a
// pure function of its settings and seed.

import { log, power } from '../../../base/fixed-math.ts';
import { pick, random32, unit } from '../../../base/rng.ts';
import type { Stays } from './levels.ts';

const START = 1024;

export class EventQueue {
  /** The event just taken: when (in the caller's unit), what, and its two arguments. */
  now = 0;
  kind = 0;
  a = 0;
  b = 0;
  #size = 0;
  #sequence = 0;
  #times = new Float64Array(START);
  /** Kind, sequence, a, b of each event, side by side. */
  #rest = new Int32Array(4 * START);

  get size(): number {
    return this.#size;
  }

  push(time: number, kind: number, a = 0, b = 0): void {
    if (this.#size === this.#times.length) this.#grow();
    const sequence = this.#sequence++;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      // A parent was scheduled earlier, so it stays above on a tie.
      if ((this.#times[parent] as number) <= time) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#times[at] = time;
    const rest = this.#rest;
    rest[4 * at] = kind;
    rest[4 * at + 1] = sequence;
    rest[4 * at + 2] = a;
    rest[4 * at + 3] = b;
  }

  /** Takes the earliest event; false where there is none. */
  pop(): boolean {
    if (this.#size === 0) return false;
    const rest = this.#rest;
    this.now = this.#times[0] as number;
    this.kind = rest[0] as number;
    this.a = rest[2] as number;
    this.b = rest[3] as number;
    const last = --this.#size;
    let at = 0;
    for (let child = 1; child < last; child = 4 * at + 1) {
      let least = child;
      const end = Math.min(child + 4, last);
      for (let other = child + 1; other < end; other++) if (this.#before(other, least)) least = other;
      if (!this.#before(least, last)) break;
      this.#move(least, at);
      at = least;
    }
    this.#move(last, at);
    return true;
  }

  #before(left: number, right: number): boolean {
    const x = this.#times[left] as number;
    const y = this.#times[right] as number;
    return x < y || (x === y && (this.#rest[4 * left + 1] as number) < (this.#rest[4 * right + 1] as number));
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from] as number;
    const rest = this.#rest;
    for (let i = 0; i < 4; i++) rest[4 * to + i] = rest[4 * from + i] as number;
  }

  #grow(): void {
    const times = new Float64Array(2 * this.#times.length);
    const rest = new Int32Array(2 * this.#rest.length);
    times.set(this.#times);
    rest.set(this.#rest);
    this.#times = times;
    this.#rest = rest;
  }
}

/** One stream of random numbers. */
export class Dice {
  readonly #seed: number;
  #drawn = 0;
  constructor(seed: number) {
    this.#seed = seed;
  }
  /** In [0, 1). */
  unit(): number {
    return unit(this.#seed, this.#drawn++);
  }
  /** An integer in [0, n). */
  pick(n: number): number {
    return pick(this.#seed, this.#drawn++, n);
  }
  /** Exponentially distributed: the time to the next of events that come at random. */
  wait(mean: number): number {
    return -mean * log(1 - this.unit());
  }
}

/** Seeds for the runs behind a band. */
export const seedsFrom = (seed: number, n: number): readonly number[] =>
  Array.from({ length: n }, (_, i) => random32(seed, 7919 + i));

/** Draws ranks 0..n-1 with popularity 1 / (rank + 1)^exponent, by bisection in the cumulated weights. */
export class Zipf {
  readonly #upTo: Float64Array;
  constructor(n: number, exponent: number) {
    this.#upTo = new Float64Array(n);
    let sum = 0;
    for (let rank = 0; rank < n; rank++) {
      sum += power(rank + 1, -exponent);
      this.#upTo[rank] = sum;
    }
    for (let rank = 0; rank < n; rank++) this.#upTo[rank] = (this.#upTo[rank] as number) / sum;
  }
  draw(dice: Dice): number {
    const u = dice.unit();
    let low = 0;
    let high = this.#upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#upTo[middle] as number) > u) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  /** Share of the draws that fall on the first n ranks. */
  share(n: number): number {
    return n <= 0 ? 0 : (this.#upTo[Math.min(n, this.#upTo.length) - 1] as number);
  }
}

/** A server that takes one thing at a time, in order: when it will be done with one that comes now. */
export class Line {
  #free = 0;
  readonly #stays: Stays | undefined;
  /** Time spent working. */
  busy = 0;
  /** Where somebody watches, it notes who is here from when to when. */
  constructor(stays?: Stays) {
    this.#stays = stays;
  }
  /** How long one that comes now would wait before it is served. */
  waiting(now: number): number {
    return Math.max(0, this.#free - now);
  }
  serve(now: number, work: number): number {
    this.#free = Math.max(this.#free, now) + work;
    this.busy += work;
    this.#stays?.push(now, this.#free);
    return this.#free;
  }
}
