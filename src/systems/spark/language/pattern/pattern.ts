// A regular expression as a value of the language: what `match`, `replace`, `split` and the others do with it, as
// ECMAScript says, over the matcher of ours. It remembers nothing from one call to the next.

import { spend, takeList, takeText } from '../meter.ts';
import { amiss } from '../refusal.ts';
import type { At } from '../tree.ts';
import { functionOf, kindOf, toText } from '../values.ts';
import type { Compiled } from './compile.ts';
import { compilePattern } from './compile.ts';
import { finderIn } from './match.ts';

type Found = Int32Array;

export class Pattern {
  readonly #compiled: Compiled;
  readonly #global: boolean;

  constructor(source: string, flags: string) {
    this.#compiled = compilePattern(source, flags);
    this.#global = flags.includes('g');
  }

  #first(at: At, s: string): Found | null {
    return finderIn(at, this.#compiled, s)(0);
  }

  /** Match after match; one that is empty moves on by a unit. */
  *#each(at: At, s: string): Generator<Found> {
    const find = finderIn(at, this.#compiled, s);
    let from = 0;
    for (let found = find(from); found; found = find(from)) {
      yield found;
      from = end(found) + (end(found) === begin(found) ? 1 : 0);
    }
  }

  test(at: At, s: string): boolean {
    if (this.#global) throw amiss(at, 'pattern-global');
    return this.#first(at, s) !== null;
  }

  exec(at: At, s: string): readonly unknown[] | null {
    if (this.#global) throw amiss(at, 'pattern-global');
    const found = this.#first(at, s);
    return found && groupsOf(at, s, found);
  }

  match(at: At, s: string): readonly unknown[] | null {
    if (!this.#global) return this.exec(at, s);
    const all: string[] = [];
    for (const found of this.#each(at, s)) all.push(cut(at, s, begin(found), end(found)));
    return all.length > 0 ? all : null;
  }

  matchAll(at: At, s: string): readonly unknown[] {
    if (!this.#global) throw amiss(at, 'pattern-not-global');
    return Array.from(this.#each(at, s), (found) => groupsOf(at, s, found));
  }

  search(at: At, s: string): number {
    const found = this.#first(at, s);
    return found ? begin(found) : -1;
  }

  replace(at: At, s: string, by: unknown, all: boolean): string {
    if (all && !this.#global) throw amiss(at, 'pattern-not-global');
    let out = '';
    let from = 0;
    for (const found of this.#each(at, s)) {
      const inserted = replacement(at, s, found, by);
      const before = begin(found) - from;
      takeText(at, out.length + before + inserted.length);
      out += s.slice(from, begin(found)) + inserted;
      from = end(found);
      if (!this.#global) break;
    }
    takeText(at, out.length + s.length - from);
    return out + s.slice(from);
  }

  split(at: At, s: string, most: number): readonly unknown[] {
    if (most === 0) return [];
    if (s === '') return this.#first(at, s) ? [] : [s];
    const parts: unknown[] = [];
    let last = 0;
    let from = 0;
    const find = finderIn(at, this.#compiled, s);
    while (from < s.length) {
      const found = find(from);
      if (!found || begin(found) >= s.length) break;
      if (end(found) === last) {
        from = begin(found) + 1;
        continue;
      }
      parts.push(cut(at, s, last, begin(found)));
      last = end(found);
      from = last;
      parts.push(...groupsOf(at, s, found).slice(1));
      if (parts.length >= most) return parts.slice(0, most);
    }
    parts.push(cut(at, s, last, s.length));
    return parts.slice(0, most);
  }
}

const begin = (found: Found): number => found[0] as number;
const end = (found: Found): number => found[1] as number;

function cut(at: At, s: string, from: number, to: number): string {
  spend(at, 1);
  takeText(at, to - from + 8);
  return s.slice(from, to);
}

/** The whole match and what its groups took; null for a group that took no part. */
function groupsOf(at: At, s: string, found: Found): (string | null)[] {
  const out: (string | null)[] = [];
  takeList(at, found.length / 2);
  for (let i = 0; i < found.length; i += 2) {
    const from = found[i] as number;
    out.push(from < 0 ? null : cut(at, s, from, found[i + 1] as number));
  }
  return out;
}

function replacement(at: At, s: string, found: Found, by: unknown): string {
  if (typeof by === 'function') return toText(at, functionOf(at, by)(...groupsOf(at, s, found).slice(0, 6)));
  if (typeof by !== 'string')
    throw amiss(at, 'argument', {
      a: { key: `program.kind.${kindOf(by)}` },
      b: { key: 'program.kind.string' },
    });
  if (!by.includes('$')) return by;
  const groups = found.length / 2 - 1;
  const group = (digits: string): string | null => {
    const n = Number(digits);
    if (n < 1 || n > groups) return null;
    const from = found[2 * n] as number;
    return from < 0 ? '' : s.slice(from, found[2 * n + 1] as number);
  };
  let out = '';
  for (let i = 0; i < by.length; i++) {
    const c = by.charAt(i + 1);
    let inserted: string | null = null;
    let taken = 1;
    if (by[i] === '$') {
      if (c === '$') inserted = '$';
      else if (c === '&') inserted = s.slice(begin(found), end(found));
      else if (c === '`') inserted = s.slice(0, begin(found));
      else if (c === "'") inserted = s.slice(end(found));
      else {
        const two = /^\d\d$/.test(by.slice(i + 1, i + 3)) ? group(by.slice(i + 1, i + 3)) : null;
        inserted = two ?? (/^\d$/.test(c) ? group(c) : null);
        if (two !== null) taken = 2;
      }
    }
    takeText(at, (inserted ?? '').length + 1);
    spend(at, 1);
    out += inserted ?? by[i];
    if (inserted !== null) i += taken;
  }
  return out;
}
