// The methods of lists. A list does not change: what JavaScript would change in place (push, sort, reverse) is refused
// with the method that makes a new one. A function that a method calls pays for itself; the method pays for its items.

import { spend, takeList, takeText } from './meter.ts';
import { amiss } from './refusal.ts';
import type { Method } from './strings.ts';
import { textArgument, whole } from './strings.ts';
import type { At } from './tree.ts';
import type { Callable } from './values.ts';
import { functionOf, kindOf, less, listOf, same, toText } from './values.ts';

type List = readonly unknown[];

/** A step an item, and the function that is to be called on each. */
function over(at: At, self: List, f: unknown): Callable {
  spend(at, self.length);
  return functionOf(at, f);
}

const copied = <T extends List>(at: At, list: T): T => {
  spend(at, list.length >> 2);
  takeList(at, list.length);
  return list;
};

function flat(at: At, self: List, depth: number): unknown[] {
  const out: unknown[] = [];
  for (const item of self) {
    const items = Array.isArray(item) ? (depth > 1 ? flat(at, item, depth - 1) : item) : [item];
    spend(at, 1 + items.length);
    takeList(at, items.length);
    for (const each of items) out.push(each);
  }
  return out;
}

/** Stable, by merging: which pairs are compared depends on the list alone, and so do steps and order. */
export function sorted(at: At, list: List, before: (a: unknown, b: unknown) => boolean): unknown[] {
  let from = [...list];
  let to = new Array<unknown>(list.length);
  takeList(at, 2 * list.length);
  for (let width = 1; width < list.length; width *= 2) {
    spend(at, list.length);
    for (let begin = 0; begin < list.length; begin += 2 * width) {
      const middle = Math.min(begin + width, list.length);
      const end = Math.min(begin + 2 * width, list.length);
      let [i, j] = [begin, middle];
      for (let k = begin; k < end; k++) {
        const right = i >= middle || (j < end && before(from[j], from[i]));
        to[k] = right ? from[j++] : from[i++];
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

function toSorted(at: At, self: List, f: unknown): unknown[] {
  if (f === undefined || f === null) {
    const texts = self.map((item) => [toText(at, item), item] as const);
    takeList(at, 4 * self.length);
    return sorted(at, texts, (a, b) => less(at, '<', (a as List)[0], (b as List)[0])).map(
      (pair) => (pair as List)[1],
    );
  }
  const compare = functionOf(at, f);
  return sorted(at, self, (a, b) => {
    const order = compare(a, b);
    if (typeof order !== 'number') throw amiss(at, 'order', { a: { key: `program.kind.${kindOf(order)}` } });
    return order < 0;
  });
}

function reduced(at: At, self: List, f: unknown, begin: unknown[], back: boolean): unknown {
  const step = over(at, self, f);
  if (self.length === 0 && begin.length === 0) throw amiss(at, 'reduce-empty');
  let i = back ? self.length - 1 : 0;
  const by = back ? -1 : 1;
  let value: unknown;
  if (begin.length > 0) value = begin[0];
  else {
    value = self[i];
    i += by;
  }
  for (; i >= 0 && i < self.length; i += by) value = step(value, self[i], i);
  return value;
}

const given = (v: unknown): unknown[] => (v === undefined ? [] : [v]);

export const LIST_METHODS: Readonly<Record<string, Method>> = {
  at: (at, self: List, i) => self.at(whole(at, i, 0)) ?? null,
  concat(at, self: List, a, b, c) {
    const out = [...self];
    for (const one of [a, b, c]) {
      if (one === undefined) continue;
      const items = Array.isArray(one) ? one : [one];
      takeList(at, items.length);
      for (const item of items) out.push(item);
    }
    return copied(at, out);
  },
  every(at, self: List, f) {
    const test = over(at, self, f);
    return self.every((item, i) => test(item, i));
  },
  filter(at, self: List, f) {
    const test = over(at, self, f);
    return copied(
      at,
      self.filter((item, i) => test(item, i)),
    );
  },
  find(at, self: List, f) {
    const test = over(at, self, f);
    return self.find((item, i) => test(item, i)) ?? null;
  },
  findIndex(at, self: List, f) {
    const test = over(at, self, f);
    return self.findIndex((item, i) => test(item, i));
  },
  findLast(at, self: List, f) {
    const test = over(at, self, f);
    return self.findLast((item, i) => test(item, i)) ?? null;
  },
  flat: (at, self: List, depth) => flat(at, self, Math.min(whole(at, depth, 1), 20)),
  flatMap(at, self: List, f) {
    const step = over(at, self, f);
    const out: unknown[] = [];
    self.forEach((item, i) => {
      const made = step(item, i);
      const items = Array.isArray(made) ? made : [made];
      spend(at, items.length);
      takeList(at, items.length);
      for (const each of items) out.push(each);
    });
    return out;
  },
  forEach(at, self: List, f) {
    const step = over(at, self, f);
    for (let i = 0; i < self.length; i++) step(self[i], i);
    return null;
  },
  includes: (at, self: List, what) => self.some((item) => isSame(at, item, what)),
  indexOf: (at, self: List, what) => self.findIndex((item) => isSame(at, item, what)),
  lastIndexOf: (at, self: List, what) => self.findLastIndex((item) => isSame(at, item, what)),
  join(at, self: List, by) {
    const separator = by === undefined ? ',' : textArgument(at, by);
    let out = '';
    spend(at, self.length);
    takeText(at, separator.length * self.length);
    for (let i = 0; i < self.length; i++) {
      const item = self[i] === null || self[i] === undefined ? '' : toText(at, self[i]);
      takeText(at, item.length);
      out += i > 0 ? separator + item : item;
    }
    return out;
  },
  map(at, self: List, f) {
    const step = over(at, self, f);
    takeList(at, self.length);
    return self.map((item, i) => step(item, i));
  },
  reduce: (at, self: List, f, begin) => reduced(at, self, f, given(begin), false),
  reduceRight: (at, self: List, f, begin) => reduced(at, self, f, given(begin), true),
  slice: (at, self: List, from, to) => copied(at, self.slice(whole(at, from, 0), whole(at, to, self.length))),
  some(at, self: List, f) {
    const test = over(at, self, f);
    return self.some((item, i) => test(item, i));
  },
  toReversed: (at, self: List) => copied(at, [...self].reverse()),
  toSorted: (at, self: List, f) => toSorted(at, self, f),
  toString: (at: At, self: List) => toText(at, self),
  with(at, self: List, i, v) {
    const place = whole(at, i, 0);
    if (place < -self.length || place >= self.length) throw amiss(at, 'outside', { i: place });
    return copied(at, self.with(place, v));
  },
};

function isSame(at: At, a: unknown, b: unknown): boolean {
  spend(at, 1);
  return same(at, a, b);
}

/** What would change a list, and what to write for it. */
export const CHANGING: Readonly<Record<string, string>> = {
  push: '[...list, item]',
  pop: 'list.slice(0, -1)',
  shift: 'list.slice(1)',
  unshift: '[item, ...list]',
  sort: 'list.toSorted(…)',
  reverse: 'list.toReversed()',
  splice: 'list.slice(…)',
  fill: 'list.map(…)',
  copyWithin: 'list.map(…)',
};

/** [a, ...b, c] */
export function listFrom(at: At, parts: readonly unknown[], spreads: readonly boolean[]): unknown[] {
  const out: unknown[] = [];
  for (let i = 0; i < parts.length; i++) {
    if (!spreads[i]) out.push(parts[i]);
    else {
      const items = listOf(at, parts[i]);
      spend(at, items.length);
      takeList(at, items.length);
      for (const item of items) out.push(item);
    }
  }
  takeList(at, parts.length);
  return out;
}
