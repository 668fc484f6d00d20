// The same search shared out: a small frontier is expanded inline, a large one by several expanders, each of which holds
// a contiguous part of it. Their batches are entered into the one ledger in canonical order (part, parent, rank), so the
// counts, lengths and traces are the same for any number of them. Knows nothing of threads.

import type { Batch, Ledger } from './explore-ledger.ts';
import type { Explored } from './explore-outcome.ts';
import { PlainSearch } from './explore-plain.ts';
import type { ExploreOptions } from './explore-search.ts';
import type { Action, Model } from './model.ts';

/** An Expander that may live elsewhere: it gets the calls in order and answers later. */
export interface RemoteExpander<S> {
  load(states: readonly S[]): void;
  expand(count: number): Promise<Batch>;
  keep(fresh: Uint8Array): void;
  advance(): Promise<number>;
  release(from: number, to: number): Promise<{ readonly head: readonly S[]; readonly tail: readonly S[] }>;
  adopt(head: readonly S[], tail: readonly S[]): void;
  restless(): Promise<boolean>;
}

export interface Sharding<S> {
  /** Asked once, when there is enough to share; at least one. */
  expanders(): readonly RemoteExpander<S>[];
  /** Called between slices; false where the search is to stop. */
  breathe(so: { readonly states: number; readonly depth: number }): Promise<boolean>;
  /** A level of at least so many states is shared out. */
  readonly shareFrom?: number;
  /** States a request. */
  readonly slice?: number;
}

/** A smaller level is done inline before a message has come and gone. */
const SHARE_FROM = 2000;
/** Some 5 to 20 ms of work, so that stopping is prompt. */
const SLICE = 1000;
/** Parts are evened out where the largest is this much larger than their mean. */
const UNEVEN = 1.2;

export async function exploreSharded<S, A extends Action>(
  model: Model<S, A>,
  options: ExploreOptions<S>,
  sharding: Sharding<S>,
): Promise<Explored> {
  const search = new PlainSearch(model, options, sharding.shareFrom ?? SHARE_FROM);
  while (!search.step(sharding.slice ?? SLICE)) {
    if (!(await sharding.breathe(search))) return search.outcome();
  }
  if (search.handedOver) {
    const shared = new SharedFrontier(search.ledger, sharding, search.handedOver);
    search.end(await shared.run(options.maxDepth ?? Number.POSITIVE_INFINITY));
  }
  return search.outcome();
}

class SharedFrontier<S> {
  readonly #ledger: Ledger;
  readonly #sharding: Sharding<S>;
  readonly #expanders: readonly RemoteExpander<S>[];
  /** States of this level at each expander. */
  #sizes: readonly number[];
  #stopped = false;

  constructor(ledger: Ledger, sharding: Sharding<S>, frontier: readonly S[]) {
    this.#ledger = ledger;
    this.#sharding = sharding;
    this.#expanders = sharding.expanders();
    const bounds = evenBounds(frontier.length, this.#expanders.length);
    this.#sizes = this.#expanders.map((expander, part) => {
      const states = frontier.slice(bounds[part], bounds[part + 1]);
      expander.load(states);
      return states.length;
    });
  }

  /** Goes on to the end; true where every state was visited. */
  async run(maxDepth: number): Promise<boolean> {
    for (;;) {
      if (this.#ledger.depth >= maxDepth) {
        const restless = await Promise.all(this.#expanders.map((expander) => expander.restless()));
        return !restless.some(Boolean);
      }
      await this.#level();
      if (this.#stopped || this.#ledger.full) return false;
      this.#sizes = await Promise.all(this.#expanders.map((expander) => expander.advance()));
      const total = this.#sizes.reduce((sum, size) => sum + size, 0);
      if (total === 0) return true;
      this.#ledger.deepen();
      const mean = total / this.#sizes.length;
      if (total >= (this.#sharding.shareFrom ?? SHARE_FROM) && Math.max(...this.#sizes) > mean * UNEVEN) {
        await this.#even(total);
      }
    }
  }

  /** Expands one level: all parts at once, entered one part after another as their batches arrive. */
  async #level(): Promise<void> {
    const arrived: Batch[][] = this.#sizes.map(() => []);
    const left = [...this.#sizes];
    let part = 0;
    const enter = (): void => {
      for (; part < left.length; part++) {
        for (
          let batch = arrived[part]?.shift();
          batch && !this.#ledger.full;
          batch = arrived[part]?.shift()
        ) {
          this.#expanders[part]?.keep(this.#ledger.enter(batch));
          left[part] = (left[part] as number) - batch.parents;
        }
        if (left[part] !== 0) return;
      }
    };
    await Promise.all(
      this.#expanders.map(async (expander, mine) => {
        for (let todo = this.#sizes[mine] as number; todo > 0 && !this.#stopped && !this.#ledger.full; ) {
          const batch = await expander.expand(this.#sharding.slice ?? SLICE);
          todo -= batch.parents;
          arrived[mine]?.push(batch);
          enter();
          if (!(await this.#sharding.breathe(this.#ledger))) this.#stopped = true;
        }
      }),
    );
  }

  /** Moves states between neighbours until all parts are equal; their order stays. */
  async #even(total: number): Promise<void> {
    const bounds = evenBounds(total, this.#sizes.length);
    let begin = 0;
    const spans = this.#sizes.map((size, part) => {
      const end = begin + size;
      const inside = (at: number): number => Math.min(Math.max(at, begin), end) - begin;
      const span = {
        begin,
        end,
        from: inside(bounds[part] as number),
        to: inside(bounds[part + 1] as number),
      };
      begin = end;
      return span;
    });
    const released = await Promise.all(
      spans.map(({ from, to }, part) => (this.#expanders[part] as RemoteExpander<S>).release(from, to)),
    );
    const loose: { readonly at: number; readonly states: readonly S[] }[] = released.flatMap(
      ({ head, tail }, part) => {
        const { begin: at, to } = spans[part] as (typeof spans)[number];
        return [
          { at, states: head },
          { at: at + to, states: tail },
        ];
      },
    );
    const between = (from: number, to: number): readonly S[] =>
      loose.flatMap(({ at, states }) => states.slice(Math.max(from - at, 0), Math.max(to - at, 0)));
    this.#expanders.forEach((expander, part) => {
      const { begin: at, from, to } = spans[part] as (typeof spans)[number];
      const first = bounds[part] as number;
      const end = bounds[part + 1] as number;
      if (from === to) expander.adopt(between(first, end), []);
      else expander.adopt(between(first, at + from), between(at + to, end));
    });
    this.#sizes = this.#sizes.map((_, part) => (bounds[part + 1] as number) - (bounds[part] as number));
  }
}

/** Where equal contiguous parts of `total` begin, and the end. */
const evenBounds = (total: number, parts: number): readonly number[] =>
  Array.from({ length: parts + 1 }, (_, i) => Math.round((total * i) / parts));
