// The methods of texts. What the engine's own tables decide (letters beyond Latin, Greek and Cyrillic, order by locale,
// normal forms) is left out, since two engines know different editions of Unicode. Sizes are counted before they are made.

import { spend, takeList, takeText } from './meter.ts';
import { Pattern } from './pattern/pattern.ts';
import { recased } from './recased.ts';
import { amiss } from './refusal.ts';
import type { At } from './tree.ts';
import { functionOf, kindOf, toText } from './values.ts';

// biome-ignore lint/suspicious/noExplicitAny: arguments of a program, checked one by one
type Arg = any;
export type Method = (at: At, self: Arg, a?: Arg, b?: Arg, c?: Arg) => unknown;

/** The argument as a whole number, or what stands for none. */
export function whole(at: At, v: unknown, none: number): number {
  if (v === undefined || v === null) return none;
  if (typeof v === 'number') return Number.isNaN(v) ? 0 : Math.trunc(v);
  throw amiss(at, 'argument', { a: { key: `program.kind.${kindOf(v)}` }, b: { key: 'program.kind.number' } });
}

export function textArgument(at: At, v: unknown): string {
  if (typeof v === 'string') return v;
  throw amiss(at, 'argument', { a: { key: `program.kind.${kindOf(v)}` }, b: { key: 'program.kind.string' } });
}

const made = (at: At, s: string): string => {
  takeText(at, s.length);
  return s;
};

/** Looking for one text in another. The engine's own search may compare a long one at every place, and nothing stops it. */
function search(at: At, self: string, what: string): void {
  const places = self.length - what.length + 1;
  if (what.length > 16 && places > 0) spend(at, Math.trunc((places * what.length) / 32));
}

function look(at: At, self: string, what: string): void {
  spend(at, 1 + ((self.length + what.length) >> 3));
  search(at, self, what);
}

function padded(at: At, self: string, length: unknown, filler: unknown): number {
  const most = whole(at, length, 0);
  if (filler !== undefined) textArgument(at, filler);
  takeText(at, Math.max(self.length, most));
  return most;
}

function plainReplace(at: At, self: string, what: string, by: unknown, all: boolean): string {
  look(at, self, what);
  let out = '';
  let from = 0;
  let place = self.indexOf(what);
  while (place >= 0) {
    spend(at, 1);
    const inserted =
      typeof by === 'function' ? toText(at, functionOf(at, by)(what, place)) : textArgument(at, by);
    takeText(at, out.length + (place - from) + inserted.length);
    out += self.slice(from, place) + inserted;
    from = place + what.length;
    if (!all) break;
    place = what === '' && place >= self.length ? -1 : self.indexOf(what, from + (what === '' ? 1 : 0));
  }
  takeText(at, out.length + self.length - from);
  return out + self.slice(from);
}

function replace(all: boolean): Method {
  return (at, self: string, what, by) => {
    if (what instanceof Pattern) return what.replace(at, self, by, all);
    return plainReplace(at, self, textArgument(at, what), by, all);
  };
}

function split(at: At, self: string, by: unknown, limit: unknown): readonly unknown[] {
  const most = limit === undefined ? 4294967295 : whole(at, limit, 0);
  if (by === undefined || by === null) return [self];
  if (by instanceof Pattern) return by.split(at, self, most);
  const separator = textArgument(at, by);
  spend(at, self.length >> 3);
  search(at, self, separator);
  const parts = self.split(separator, most);
  spend(at, parts.length);
  takeList(at, 3 * parts.length);
  takeText(at, self.length);
  return parts;
}

export const STRING_METHODS: Readonly<Record<string, Method>> = {
  at: (at, self: string, i) => self.at(whole(at, i, 0)) ?? null,
  charAt: (at, self: string, i) => self.charAt(whole(at, i, 0)),
  charCodeAt: (at, self: string, i) => self.charCodeAt(whole(at, i, 0)),
  codePointAt: (at, self: string, i) => self.codePointAt(whole(at, i, 0)) ?? null,
  concat: (at, self: string, a, b, c) =>
    [a, b, c].reduce<string>((all, one) => (one === undefined ? all : made(at, all + toText(at, one))), self),
  endsWith(at, self: string, what) {
    look(at, '', textArgument(at, what));
    return self.endsWith(what);
  },
  includes(at, self: string, what, from) {
    look(at, self, textArgument(at, what));
    return self.includes(what, whole(at, from, 0));
  },
  indexOf(at, self: string, what, from) {
    look(at, self, textArgument(at, what));
    return self.indexOf(what, whole(at, from, 0));
  },
  lastIndexOf(at, self: string, what) {
    look(at, self, textArgument(at, what));
    return self.lastIndexOf(what);
  },
  match: (at, self: string, what) => patternOf(at, what).match(at, self),
  matchAll: (at, self: string, what) => patternOf(at, what).matchAll(at, self),
  padEnd: (at, self: string, length, filler) => self.padEnd(padded(at, self, length, filler), filler),
  padStart: (at, self: string, length, filler) => self.padStart(padded(at, self, length, filler), filler),
  repeat(at, self: string, n) {
    const times = whole(at, n, 0);
    if (times < 0) throw amiss(at, 'negative');
    takeText(at, self.length * times);
    return self.repeat(times);
  },
  replace: replace(false),
  replaceAll: replace(true),
  search: (at, self: string, what) => patternOf(at, what).search(at, self),
  slice: (at, self: string, from, to) => made(at, self.slice(whole(at, from, 0), whole(at, to, self.length))),
  split,
  startsWith(at, self: string, what, from) {
    look(at, '', textArgument(at, what));
    return self.startsWith(what, whole(at, from, 0));
  },
  substring: (at, self: string, from, to) =>
    made(at, self.substring(whole(at, from, 0), whole(at, to, self.length))),
  toLowerCase: (at, self: string) => cased(at, self, false),
  toUpperCase: (at, self: string) => cased(at, self, true),
  trim: (at, self: string) => made(at, self.trim()),
  trimEnd: (at, self: string) => made(at, self.trimEnd()),
  trimStart: (at, self: string) => made(at, self.trimStart()),
  toString: (_: At, self: string) => self,
};

function cased(at: At, self: string, upper: boolean): string {
  spend(at, self.length);
  return made(at, recased(self, upper));
}

function patternOf(at: At, v: unknown): Pattern {
  if (v instanceof Pattern) return v;
  throw amiss(at, 'argument', {
    a: { key: `program.kind.${kindOf(v)}` },
    b: { key: 'program.kind.pattern' },
  });
}
