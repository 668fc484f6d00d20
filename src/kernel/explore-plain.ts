// The search over plain states, inline: one expander, one ledger, a stretch of the frontier at a time. It may stop at
// a large frontier, for explore-sharded.ts to share it out.

import { Expander } from './explore-expander.ts';
import { Ledger, ledgerOutcome } from './explore-ledger.ts';
import type { Explored } from './explore-outcome.ts';
import { flagsOf } from './explore-outcome.ts';
import { StatePrinter } from './explore-print.ts';
import type { Exploration, ExploreOptions } from './explore-search.ts';
import { DEFAULT_MAX_STATES } from './explore-search.ts';
import type { Action, Model } from './model.ts';

/** States expanded before the ledger is asked: few, so that the successors held meanwhile stay few. */
const STRETCH = 256;

export class PlainSearch<S, A extends Action> implements Exploration {
  readonly ledger: Ledger;
  /** The frontier this search stopped at, to be gone on with elsewhere. */
  handedOver: readonly S[] | undefined;
  readonly #model: Model<S, A>;
  readonly #options: ExploreOptions<S>;
  readonly #start: S;
  readonly #shareFrom: number;
  readonly #expander: Expander<S, A>;
  #done = false;
  #complete = false;

  /** A level of `shareFrom` states or more is handed over. */
  constructor(model: Model<S, A>, options: ExploreOptions<S>, shareFrom = Number.POSITIVE_INFINITY) {
    this.#shareFrom = shareFrom;
    this.#model = model;
    this.#options = options;
    this.#start = options.from ?? model.init();
    this.ledger = new Ledger(model.properties.length, options.maxStates ?? DEFAULT_MAX_STATES);
    this.ledger.start(new StatePrinter().of(this.#start), flagsOf(model.properties, this.#start));
    this.#expander = new Expander(model, this.ledger.known, false);
    this.#expander.load([this.#start]);
  }

  get states(): number {
    return this.ledger.states;
  }

  get depth(): number {
    return this.ledger.depth;
  }

  step(budget: number): boolean {
    for (let left = budget; left > 0 && !this.#done; ) {
      if (this.#expander.left === 0) {
        const level = this.#expander.advance();
        if (level === 0) {
          this.end(true);
          break;
        }
        this.ledger.deepen();
        if (level >= this.#shareFrom) {
          this.handedOver = this.#expander.release(0, 0).tail;
          this.#done = true;
          break;
        }
      }
      if (this.depth >= (this.#options.maxDepth ?? Number.POSITIVE_INFINITY)) {
        this.end(!this.#expander.restless());
        break;
      }
      const batch = this.#expander.expand(Math.min(left, STRETCH));
      left -= batch.parents;
      this.#expander.keep(this.ledger.enter(batch));
      if (this.ledger.full) this.end(false);
    }
    return this.#done;
  }

  /** Ends the search, here or where it was handed over to. */
  end(complete: boolean): void {
    this.#done = true;
    this.#complete = complete;
  }

  outcome(): Explored {
    return ledgerOutcome(this.#model, this.#start, this.ledger, this.#complete, this.#options);
  }
}
