// What a reducer makes of columns without a function of the program: groups, and the places of a join.

import type { Column } from './column.ts';
import { IntTable, NONE, numbers, UNFIT } from './column.ts';

type Ints = Column & { readonly k: 'int' };

/** Keys and values of columns of pairs. */
function pairs(column: Column): readonly [Ints, Column] {
  if (column.k !== 'tuple' || column.columns.length !== 2) throw UNFIT;
  const [key, value] = column.columns as [Column, Column];
  if (key.k !== 'int') throw UNFIT;
  return [key, value];
}

/** One list of values a key, keys and values in the order in which they came. */
export function grouped(parts: readonly Column[]): Column {
  const table = new IntTable();
  const filled = parts.filter(({ length }) => length > 0).map(pairs);
  const all = filled.reduce((sum, [{ length }]) => sum + length, 0);
  if (all === 0) return NONE;
  const places = new Int32Array(all);
  let at = 0;
  for (const [{ v }] of filled) for (let i = 0; i < v.length; i++) places[at++] = table.at(v[i] as number);
  const { size } = table;
  const ends = new Int32Array(size);
  for (let i = 0; i < all; i++) (ends[places[i] as number] as number)++;
  const next = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    next[i] = ends[i - 1] as number;
    ends[i] = (ends[i] as number) + (ends[i - 1] as number);
  }
  const items = new Float64Array(all);
  at = 0;
  for (const [, value] of filled) {
    if (value.k !== 'int' && value.k !== 'float') throw UNFIT;
    for (let i = 0; i < value.length; i++) {
      const place = places[at++] as number;
      items[next[place] as number] = value.v[i] as number;
      next[place] = (next[place] as number) + 1;
    }
  }
  const keys: Column = { k: 'int', length: size, v: table.keys.slice(0, size) };
  const lists: Column = { k: 'list', length: size, ends, items: numbers(items, all) };
  return { k: 'tuple', length: size, columns: [keys, lists] };
}

/** Places of equal keys, in the order of the left; both sides have each key once. */
export function joined(left: Column, right: Column): readonly [lefts: Int32Array, rights: Int32Array] {
  const [keys] = pairs(left);
  const [others] = pairs(right);
  const table = new IntTable();
  for (let i = 0; i < others.length; i++) if (table.at(others.v[i] as number) !== i) throw UNFIT;
  const seen = new IntTable();
  const lefts = new Int32Array(keys.length);
  const rights = new Int32Array(keys.length);
  let n = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys.v[i] as number;
    if (seen.at(key) !== i) throw UNFIT;
    const place = table.find(key);
    if (place < 0) continue;
    lefts[n] = i;
    rights[n++] = place;
  }
  return [lefts.subarray(0, n), rights.subarray(0, n)];
}
