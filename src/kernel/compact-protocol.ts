// A protocol as bounded integer variables and rules of guard and effect over them (guarded commands: Dijkstra 1975; the
// same shape as a Promela process or a TLA+ action). Where each variable lies in the words of a state is derived from
// its bounds, so nobody packs by hand; and the Model and its Compact are made from the same rules, so they cannot differ.

import { assert } from '../base/assert.ts';
import type { Compact } from './compact.ts';
import type { Action, Model } from './model.ts';

/** A variable from 0 to `max`, of the state whose words begin at `s[at]`. */
export class Field {
  readonly word: number;
  readonly shift: number;
  readonly mask: number;
  readonly max: number;

  constructor(word: number, shift: number, max: number) {
    this.word = word;
    this.shift = shift;
    this.max = max;
    this.mask = 2 ** (32 - Math.clz32(max)) - 1;
  }

  get(s: Int32Array, at: number): number {
    return ((s[at + this.word] as number) >>> this.shift) & this.mask;
  }

  set(s: Int32Array, at: number, value: number): void {
    if (value >>> 0 > this.max) throw new RangeError(`${value} is not between 0 and ${this.max}`);
    const i = at + this.word;
    s[i] = ((s[i] as number) & ~(this.mask << this.shift)) | (value << this.shift);
  }

  /** For a set of small numbers: puts one in. */
  put(s: Int32Array, at: number, item: number): void {
    this.set(s, at, this.get(s, at) | (1 << item));
  }
}

/** Gives variables their places, in the order in which they are declared; none lies across two words. */
export class Layout {
  readonly #used: number[] = [];

  get words(): number {
    return this.#used.length;
  }

  /** A number from 0 to `max`; it starts at 0. */
  number(max: number): Field {
    assert(Number.isInteger(max) && max > 0 && max < 2 ** 31, `a variable cannot go up to ${max}`);
    const bits = 32 - Math.clz32(max);
    let word = this.#used.findIndex((n) => n + bits <= 32);
    if (word < 0) word = this.#used.push(0) - 1;
    const shift = this.#used[word] as number;
    this.#used[word] = shift + bits;
    return new Field(word, shift, max);
  }

  /** A set of the numbers below `size` (at most 31), such as the messages in flight; it starts empty. */
  set(size: number): Field {
    return this.number(2 ** size - 1);
  }
}

export interface Rule extends Action {
  /** The item of a set that must be there, and that the step takes out. */
  readonly takes?: readonly [set: Field, item: number];
  readonly when?: (s: Int32Array, at: number) => boolean;
  readonly act?: (s: Int32Array, at: number) => void;
}

export interface Protocol {
  readonly layout: Layout;
  /** Sets the variables that do not start at 0. */
  readonly start?: (s: Int32Array, at: number) => void;
  /** In canonical order. */
  readonly rules: readonly Rule[];
  readonly properties: readonly {
    readonly name: string;
    readonly kind: 'always' | 'sometimes';
    readonly judge: (s: Int32Array, at: number) => boolean;
  }[];
}

/** The Model of a protocol; its states are the words themselves. */
export function protocolModel(protocol: Protocol): Model<Int32Array, Rule> {
  const { rules, properties } = protocol;
  const compact = compactOf(protocol);
  return {
    init() {
      const s = new Int32Array(compact.words);
      compact.init(s, 0);
      return s;
    },
    enabled: (state) => rules.filter((rule) => isEnabled(rule, state, 0)),
    next(state, rule) {
      const s = Int32Array.from(state);
      apply(rule, s, 0);
      return s;
    },
    properties: properties.map(({ name, kind, judge }) => ({ name, kind, judge: (s) => judge(s, 0) })),
    compact,
  };
}

function isEnabled({ takes, when }: Rule, s: Int32Array, at: number): boolean {
  if (takes && ((takes[0].get(s, at) >> takes[1]) & 1) === 0) return false;
  return when === undefined || when(s, at);
}

function apply({ takes, act }: Rule, s: Int32Array, at: number): void {
  if (takes) takes[0].set(s, at, takes[0].get(s, at) & ~(1 << takes[1]));
  act?.(s, at);
}

/** The hot form: whether the item a rule takes is there is read off the words before any function is called. */
function compactOf({ layout, start, rules, properties }: Protocol): Compact {
  const { words } = layout;
  const takenWord = Int32Array.from(rules, ({ takes }) => takes?.[0].word ?? -1);
  const takenBit = Int32Array.from(rules, ({ takes }) => (takes ? 1 << (takes[0].shift + takes[1]) : 0));
  return {
    words,
    maxSuccessors: rules.length,
    init(out, at) {
      out.fill(0, at, at + words);
      start?.(out, at);
    },
    expand(states, at, out) {
      let to = 0;
      for (let r = 0; r < rules.length; r++) {
        const word = takenWord[r] as number;
        const bit = takenBit[r] as number;
        if (word >= 0 && ((states[at + word] as number) & bit) === 0) continue;
        const { when, act } = rules[r] as Rule;
        if (when !== undefined && !when(states, at)) continue;
        for (let w = 0; w < words; w++) out[to + w] = states[at + w] as number;
        if (word >= 0) out[to + word] = (out[to + word] as number) & ~bit;
        if (act !== undefined) act(out, to);
        to += words;
      }
      return to / words;
    },
    judge(states, at) {
      let flags = 0;
      for (let p = 0; p < properties.length; p++) {
        const { kind, judge } = properties[p] as Protocol['properties'][number];
        if (judge(states, at) === (kind === 'sometimes')) flags |= 1 << p;
      }
      return flags;
    },
  };
}
