// A row of operators as one printed loop, from where its records come to where they go: over lines of bytes, over
// columns, or over the places of a join; into a table of keys, into columns a reducer, or into columns. Compiled once for
// each text, so that an engine that has made it fast once has it fast for every task.

import type { ProgramFn } from '../../language/program.ts';
import type { Tree } from '../../language/tree.ts';
import type { Called } from './call.ts';
import { callIn, within } from './call.ts';
import type { Column } from './column.ts';
import { IntTable, NONE, Numbers, Texts, TextTable } from './column.ts';
import type { Steps } from './helpers.ts';
import { HELPERS, MOST_ITEMS, MOST_LINE } from './helpers.ts';
import type { Page, Val } from './value.ts';
import { kept, nameIn, newPage, numberVal, unfit } from './value.ts';

export type Compile = (text: string) => unknown;

/** An operator of a row, by its name and its function. */
export interface Op {
  readonly name: string;
  readonly fn: ProgramFn | undefined;
}

/** Where records come from. */
export type Source =
  | { readonly from: 'lines'; readonly bytes: Uint8Array }
  | { readonly from: 'column'; readonly column: Column }
  /** Records [key, [left, right]]: places of two columns of pairs. */
  | {
      readonly from: 'join';
      readonly left: Column;
      readonly right: Column;
      readonly lefts: Int32Array;
      readonly rights: Int32Array;
    };

/** Pairs of one key each, as they come in. */
export interface Combined {
  ints: IntTable | null;
  texts: TextTable | null;
  values: Float64Array;
}
export const newCombined = (): Combined => ({ ints: null, texts: null, values: new Float64Array(512) });

type Leaf = Numbers | Texts;
/** Columns that grow. */
export interface Growing {
  shape: Shape | null;
  leaves: Leaf[];
}
type Shape = 'number' | 'text' | readonly Shape[];
export const newGrowing = (): Growing => ({ shape: null, leaves: [] });

/** Where records go. */
export type Sink =
  | { readonly to: 'combined'; readonly add: ProgramFn; readonly combined: Combined }
  | { readonly to: 'reducers'; readonly parts: readonly Growing[] }
  | { readonly to: 'column'; readonly grown: Growing };

export interface Printing {
  readonly tree: Tree;
  readonly compile: Compile;
}

type Row = (h: typeof HELPERS, q: readonly unknown[], p: readonly unknown[], z: unknown, m: Steps) => void;
const rows = new Map<string, Row>();

/** At least what the task record by record counts: a record where it comes from, an item of a list, a record where it goes. */
const FROM_STEPS = 32;
const ITEM_STEPS = 12;
const TO_STEPS = 24;
const counting = (steps: number): string => `if((U+=${steps})>m.most)throw h.UNFIT;`;

/** Runs the row. What comes before UNFIT is thrown has no meaning. */
export function runRow(
  { tree, compile }: Printing,
  source: Source,
  ops: readonly Op[],
  sink: Sink,
  steps: Steps,
  look: () => void,
): void {
  const page = newPage();
  const given: unknown[] = [];
  const head: string[] = ['const K=h.room;let U=m.used;'];
  let record = opened(page, head, given, source);
  for (const op of ops) record = through(page, tree, op, record);
  page.lines.push(counting(TO_STEPS));
  const state = closed(page, tree, head, sink, record);
  const text = `(h,q,p,z,m)=>{"use strict";${head.join('')}${page.lines.join('')}${[...page.closes].reverse().join('')}m.used=U;}`;
  const row = rows.get(text) ?? (compile(text) as Row);
  rows.set(text, row);
  look();
  row(HELPERS, page.captured, given, state, steps);
}

/** The loop's head; the record that it is at. */
function opened(page: Page, head: string[], given: unknown[], source: Source): Val {
  const input = (value: unknown): string => {
    const name = nameIn(page, 'c');
    head.push(`const ${name}=p[${given.length}];`);
    given.push(value);
    return name;
  };
  if (source.from === 'lines') {
    const bytes = input(source.bytes);
    page.lines.push(`for(let s=0,e=0;s<${bytes}.length;s=e+1){e=h.until(${bytes},s,${bytes}.length,10);`);
    page.lines.push(`if(e-s>${MOST_LINE})throw h.UNFIT;${counting(FROM_STEPS)}`);
    page.closes.push('}');
    return { t: 'text', bytes, from: 's', to: 'e' };
  }
  if (source.from === 'column') {
    const length = input(source.column.length);
    page.lines.push(`for(let i=0;i<${length};i++){${counting(FROM_STEPS)}`);
    page.closes.push('}');
    const record = valueAt(input, source.column, 'i');
    bounded(page, record);
    return record;
  }
  const { left, right, lefts, rights } = source;
  const [l, r] = [input(lefts), input(rights)];
  page.lines.push(`for(let k=0;k<${l}.length;k++){const i=${l}[k],j=${r}[k];${counting(FROM_STEPS)}`);
  page.closes.push('}');
  const a = valueAt(input, left, 'i');
  const b = valueAt(input, right, 'j');
  if (a.t !== 'tuple' || b.t !== 'tuple') return unfit();
  for (const side of [a, b]) bounded(page, side);
  return {
    t: 'tuple',
    items: [a.items[0] as Val, { t: 'tuple', items: [a.items[1] as Val, b.items[1] as Val] }],
  };
}

/** Texts of a column as long as no line is are not for a row: what a call on them may cost is counted elsewhere. */
function bounded(page: Page, value: Val): void {
  if (value.t === 'tuple') for (const item of value.items) bounded(page, item);
  if (value.t === 'text') page.lines.push(`if(${value.to}-${value.from}>${MOST_LINE})throw h.UNFIT;`);
}

function valueAt(input: (value: unknown) => string, column: Column, at: string): Val {
  switch (column.k) {
    case 'int':
    case 'float':
      return numberVal(`${input(column.v)}[${at}]`, column.k === 'int');
    case 'text': {
      const ends = input(column.ends);
      return { t: 'text', bytes: input(column.bytes), from: `h.start(${ends},${at})`, to: `${ends}[${at}]` };
    }
    case 'list': {
      const { items } = column;
      const ends = input(column.ends);
      if (items.k !== 'int' && items.k !== 'float') return unfit();
      const item = input(items.v);
      return {
        t: 'list',
        from: `h.start(${ends},${at})`,
        to: `${ends}[${at}]`,
        item: (place) => numberVal(`${item}[${place}]`, items.k === 'int'),
      };
    }
    case 'tuple':
      return { t: 'tuple', items: column.columns.map((each) => valueAt(input, each, at)) };
    default:
      return unfit();
  }
}

function calledOf(page: Page, tree: Tree, { id, captured }: ProgramFn): Called {
  return {
    fn: tree.fns[id] ?? unfit(),
    captured(i) {
      const value = captured[i];
      if (typeof value === 'string') return { t: 'constant', text: value };
      if (typeof value !== 'number') return unfit();
      page.captured.push(value);
      return numberVal(`q[${page.captured.length - 1}]`);
    },
  };
}

function through(page: Page, tree: Tree, { name, fn }: Op, record: Val): Val {
  const call = (value: Val): Val => callIn(page, tree, calledOf(page, tree, fn ?? unfit()), [value]);
  const [key, value] = record.t === 'tuple' && record.items.length === 2 ? record.items : [];
  switch (name) {
    case 'map':
      return call(record);
    case 'filter': {
      const test = call(record);
      page.lines.push(`if(${test.t === 'bool' ? test.code : unfit()}){`);
      page.closes.push('}');
      return record;
    }
    case 'flatMap':
      return each(page, tree, call(record));
    case 'mapValues':
      return { t: 'tuple', items: [key ?? unfit(), call(value as Val)] };
    case 'flatMapValues':
      return { t: 'tuple', items: [key ?? unfit(), each(page, tree, call(value as Val))] };
    case 'keyBy':
      return { t: 'tuple', items: [call(record), record] };
    case 'keys':
      return key ?? unfit();
    case 'values':
      return value ?? unfit();
    default:
      return unfit();
  }
}

/** A loop over a list; the item that it is at. */
function each(page: Page, tree: Tree, list: Val): Val {
  if (list.t === 'mapped') return callIn(page, tree, within(list), [each(page, tree, list.of)]);
  if (list.t === 'list') {
    const [from, to] = [kept(page, list.from), kept(page, list.to)];
    const at = nameIn(page, 'j');
    page.lines.push(
      `if(${to}-${from}>${MOST_ITEMS})throw h.UNFIT;for(let ${at}=${from};${at}<${to};${at}++){${counting(ITEM_STEPS)}`,
    );
    page.closes.push('}');
    return list.item(at);
  }
  if (list.t !== 'words') return unfit();
  const { bytes, from, to } = list.of;
  const end = kept(page, to);
  const [s, e, c, hash, count] = ['s', 'e', 'c', 'g', 'n'].map((kind) => nameIn(page, kind)) as [
    string,
    string,
    string,
    string,
    string,
  ];
  page.lines.push(`let ${count}=0;for(let ${s}=${from},${e}=0;${s}<=${end};${s}=${e}+1){let ${hash}=0;`);
  page.lines.push(
    `for(${e}=${s};${e}<${end};${e}++){const ${c}=${bytes}[${e}];if(${c}===${list.by})break;${hash}=(Math.imul(${hash},31)+${c})|0;}`,
  );
  page.lines.push(`if(++${count}>${MOST_ITEMS})throw h.UNFIT;${counting(ITEM_STEPS)}`);
  page.closes.push('}');
  return { t: 'text', bytes, from: s, to: e, hash };
}

/** Where the record goes; what the loop is given for it. */
function closed(page: Page, tree: Tree, head: string[], sink: Sink, record: Val): unknown {
  if (sink.to === 'column') return collected(page, head, sink.grown, record);
  const [key, value] = record.t === 'tuple' && record.items.length === 2 ? record.items : unfit();
  if (sink.to === 'reducers') return dealt(page, head, sink.parts, key as Val, value as Val);
  return combinedIn(page, tree, head, sink, key as Val, value as Val);
}

function combinedIn(
  page: Page,
  tree: Tree,
  head: string[],
  { add, combined }: Sink & { to: 'combined' },
  key: Val,
  value: Val,
): unknown {
  const v = kept(page, value.t === 'number' ? value.code : unfit());
  if (key.t === 'number') {
    if (combined.texts) unfit();
    combined.ints ??= new IntTable();
    page.lines.push(`const w=t.size,o=t.at(${integer(page, key)});`);
  } else if (key.t === 'text') {
    if (combined.ints) unfit();
    combined.texts ??= new TextTable();
    const [from, to] = [kept(page, key.from), kept(page, key.to)];
    page.lines.push(
      `const w=t.size,o=t.at(${key.bytes},${from},${to},${key.hash ?? `h.hash(${key.bytes},${from},${to})`});`,
    );
  } else unfit();
  head.push('const t=z.ints||z.texts;let V=z.values;');
  page.lines.push(`if(o===w){if(o>=V.length)V=z.values=K(V,o);V[o]=${v};}else{`);
  const sum = callIn(page, tree, calledOf(page, tree, add), [numberVal('V[o]'), numberVal(v)]);
  page.lines.push(`V[o]=${sum.t === 'number' ? sum.code : unfit()};}`);
  return combined;
}

/** The code of a key of 32 bits; another number's row is given up. */
function integer(page: Page, { code, whole }: Val & { t: 'number' }): string {
  const key = kept(page, code);
  if (!whole) page.lines.push(`if((${key}|0)!==${key}||(${key}===0&&1/${key}<0))throw h.UNFIT;`);
  return `${key}|0`;
}

function dealt(page: Page, head: string[], parts: readonly Growing[], key: Val, value: Val): unknown {
  const hash =
    key.t === 'number'
      ? integer(page, key)
      : key.t === 'text'
        ? (key.hash ?? `h.hash(${key.bytes},${key.from},${key.to})`)
        : unfit();
  const n = parts.length;
  page.lines.push(`const u=((${hash})%${n}+${n})%${n};`);
  const record: Val = { t: 'tuple', items: [key, value] };
  for (const part of parts) shaped(part, record);
  head.push('const L=z.map((one)=>one.leaves);');
  page.lines.push('const l=L[u];');
  pushed(page, record, (i) => `l[${i}]`, { at: 0 });
  return parts;
}

function collected(page: Page, head: string[], grown: Growing, record: Val): unknown {
  shaped(grown, record);
  head.push('const l=z.leaves;');
  for (const i of grown.leaves.keys()) head.push(`const l${i}=l[${i}];`);
  pushed(page, record, (i) => `l${i}`, { at: 0 });
  return grown;
}

/** Each part of the record into its column. */
function pushed(page: Page, record: Val, leaf: (i: number) => string, next: { at: number }): void {
  if (record.t === 'tuple') {
    for (const item of record.items) pushed(page, item, leaf, next);
    return;
  }
  const column = leaf(next.at++);
  if (record.t === 'number') page.lines.push(`${column}.push(${record.code});`);
  else if (record.t === 'text')
    page.lines.push(`${column}.push(${record.bytes},${record.from},${record.to});`);
  else unfit();
}

function shapeOf(record: Val): Shape {
  if (record.t === 'number' || record.t === 'text') return record.t;
  return record.t === 'tuple' ? record.items.map(shapeOf) : unfit();
}

/** Makes the columns for the first record's kind; another kind does not fit them. */
function shaped(grown: Growing, record: Val): void {
  const shape = shapeOf(record);
  if (grown.shape === null) {
    grown.shape = shape;
    const add = (one: Shape): void => {
      if (one === 'number') grown.leaves.push(new Numbers());
      else if (one === 'text') grown.leaves.push(new Texts());
      else one.forEach(add);
    };
    add(shape);
  } else if (JSON.stringify(grown.shape) !== JSON.stringify(shape)) unfit();
}

/** The column that has grown. */
export function grownColumn({ shape, leaves }: Growing): Column {
  const length = leaves[0]?.length ?? 0;
  if (shape === null || length === 0) return NONE;
  let next = 0;
  const of = (one: Shape): Column => {
    if (one === 'number' || one === 'text') return (leaves[next++] as Leaf).done();
    return { k: 'tuple', length, columns: one.map(of) };
  };
  return of(shape);
}
