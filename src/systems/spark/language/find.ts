// One text in another. The engine's own search takes time for every pair of their letters where both repeat, and nothing
// can stop it; past a few letters it is ours, which never looks at a letter of the longer text again.

import { spend, take } from './meter.ts';
import type { At } from './tree.ts';

/** At most so often is a letter looked at by the engine's own. */
const FEW = 16;

/** The first place at or behind `from`, -1 for none. */
export function placeOf(at: At, self: string, what: string, from = 0): number {
  return what.length <= FEW ? self.indexOf(what, from) : walk(at, self, what, Math.max(from, 0), false);
}

/** The last place, -1 for none. */
export function lastPlaceOf(at: At, self: string, what: string): number {
  return what.length <= FEW ? self.lastIndexOf(what) : walk(at, self, what, 0, true);
}

/** Knuth, Morris and Pratt's, from either end. */
function walk(at: At, self: string, what: string, from: number, back: boolean): number {
  const [n, m] = [self.length, what.length];
  if (n - from < m) return -1;
  take(at, 4 * m);
  const letter = (of: string, i: number): number => of.charCodeAt(back ? of.length - 1 - i : i);
  const before = new Int32Array(m);
  let found = -1;
  for (let i = 1, k = 0; i < m; i++) {
    while (k > 0 && letter(what, i) !== letter(what, k)) k = before[k - 1] as number;
    if (letter(what, i) === letter(what, k)) k++;
    before[i] = k;
  }
  let i = from;
  for (let k = 0; i < n && k < m; i++) {
    while (k > 0 && letter(self, i) !== letter(what, k)) k = before[k - 1] as number;
    if (letter(self, i) === letter(what, k)) k++;
    if (k === m) found = back ? n - 1 - i : i - m + 1;
  }
  spend(at, (i - from + m) >> 1);
  return found;
}

/** As `split` of a text by a text that is not empty, or by one, a letter each. */
export function partsOf(at: At, self: string, by: string, most: number): string[] {
  if (by.length <= FEW) return self.split(by, most);
  const parts: string[] = [];
  let from = 0;
  for (let place = placeOf(at, self, by); place >= 0; place = placeOf(at, self, by, from)) {
    parts.push(self.slice(from, place));
    from = place + by.length;
  }
  parts.push(self.slice(from));
  return parts.slice(0, most);
}
