// Accumulators: tasks add, the driver reads. A task's additions count when it ends well, so a partition that is made
// again in a later stage attempt counts again (Spark promises once only for actions).

import { refused } from './why.ts';

export interface Accumulator {
  add(by: number): void;
  /** On the driver: the sum as of the last job that ended. In a task Spark refuses to read it. */
  readonly value: number;
}

export class Accumulators {
  readonly #sums: () => Readonly<Record<string, number>>;
  #made = 0;
  /** Additions of the task that runs now; null on the driver. */
  #task: Record<string, number> | null = null;
  readonly #driver: Record<string, number> = {};

  constructor(sums: () => Readonly<Record<string, number>>) {
    this.#sums = sums;
  }

  make(name: string, begin = 0): Accumulator {
    const id = `${this.#made}${name === '' ? '' : `.${name}`}`;
    this.#made += 1;
    const all = this;
    return {
      add: (by) => all.#add(id, by),
      get value() {
        if (all.#task) throw refused('accumulator');
        return begin + (all.#sums()[id] ?? 0) + (all.#driver[id] ?? 0);
      },
    };
  }

  #add(id: string, by: number): void {
    if (typeof by !== 'number') throw refused('no-number');
    const into = this.#task ?? this.#driver;
    into[id] = (into[id] ?? 0) + by;
  }

  /** Runs a task and gives what it added. */
  during<T>(task: () => T): { readonly value: T; readonly added: Readonly<Record<string, number>> } {
    const added: Record<string, number> = {};
    this.#task = added;
    try {
      return { value: task(), added };
    } finally {
      this.#task = null;
    }
  }
}
