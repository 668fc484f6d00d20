// Names of a program while it is checked: which place each stands for. A function keeps the values that it saw when it
// was made, so what it uses of the function around it becomes a captured place; its own name, within it, is itself.

import { amiss } from './refusal.ts';
import type { At, Place } from './tree.ts';

interface Variable {
  readonly slot: number;
  readonly changes: boolean;
}

export class Scope {
  readonly up: Scope | null;
  /** The name that a function being made will have. */
  readonly ownName: string | null;
  readonly free: Place[] = [];
  /** How deep it stands itself. */
  readonly base: number;
  slots = 0;
  cost = 0;
  height = 0;
  unsafe = false;
  readonly #blocks: Map<string, Variable>[] = [new Map()];
  readonly #captured = new Map<string, number>();

  constructor(up: Scope | null, ownName: string | null = null, base = 0) {
    this.up = up;
    this.ownName = ownName;
    this.base = base;
  }

  declare(name: string, changes = false): number {
    const slot = this.slots++;
    (this.#blocks.at(-1) as Map<string, Variable>).set(name, { slot, changes });
    return slot;
  }

  block<T>(run: () => T): T {
    this.#blocks.push(new Map());
    try {
      return run();
    } finally {
      this.#blocks.pop();
    }
  }

  #own(name: string): Variable | undefined {
    for (let i = this.#blocks.length - 1; i >= 0; i--) {
      const found = this.#blocks[i]?.get(name);
      if (found) return found;
    }
    return undefined;
  }

  /** Undefined: nothing has this name yet. */
  find(name: string): Place | undefined {
    const own = this.#own(name);
    if (own) return { k: 'local', i: own.slot };
    if (name === this.ownName) return { k: 'self' };
    const known = this.#captured.get(name);
    if (known !== undefined) return { k: 'captured', i: known };
    const outer = this.up?.find(name);
    if (!outer) return undefined;
    this.#captured.set(name, this.free.length);
    return { k: 'captured', i: this.free.push(outer) - 1 };
  }

  /** The slot of a variable that may be set here. */
  settable(at: At, name: string): number {
    const own = this.#own(name);
    if (own?.changes) return own.slot;
    if (own) throw amiss(at, 'const', { name });
    throw amiss(at, this.find(name) ? 'set-outside' : 'unknown', { name });
  }
}
