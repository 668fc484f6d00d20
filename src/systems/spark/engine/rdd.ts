// An RDD as a program holds it: operators by Spark's names, each in a line. What an operator is made of, in which order
// (RDDs have ids), is Spark's too; the work is in by-key, joins and unions. `fn` is a function of the program.

import { STORAGE_LEVELS } from '../language/names.ts';
import {
  aggregating,
  combineByKey,
  distinct,
  groups,
  partitioned,
  reducing,
  repartitioned,
  sortByKey,
} from './by-key.ts';
import { debugString } from './debug-string.ts';
import type { Fn } from './fn.ts';
import { callOf } from './fn.ts';
import type {
  Dependency,
  GraphNode,
  Inputs,
  NodeFields,
  Pipe,
  Place,
  Records,
  StorageLevel,
  TextSource,
} from './graph.ts';
import { oneToOne, through } from './graph.ts';
import { cogroup, intersection, join, subtractByKey } from './joins.ts';
import { compareKeys } from './keys.ts';
import type { Maker, Operand } from './operand.ts';
import type { Partitioner, Where } from './partitioner.ts';
import { javaLongs, sampled, xorShiftOf } from './random.ts';
import { combine, pairOf } from './shuffle.ts';
import { cartesian, coalesced, unionOf, zipped } from './unions.ts';
import { refused } from './why.ts';

const keyIn = (record: unknown): unknown => pairOf(record)[0];
const valueIn = (record: unknown): unknown => pairOf(record)[1];

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw refused('no-list');
}

function rddOf(value: unknown): Rdd {
  if (value instanceof Rdd) return value;
  throw refused('no-operand');
}

function numberIn(value: unknown): number {
  if (typeof value === 'number') return value;
  throw refused('no-number');
}

function all(list: Records, give: (record: unknown) => void): void {
  for (let i = 0; i < list.length; i++) give(list[i]);
}

export class Rdd implements Operand {
  readonly context: Maker;
  readonly id: number;
  readonly site: string;
  readonly place: Place;
  readonly kind: string;
  readonly dependencies: readonly Dependency[];
  readonly partitions: number;
  readonly partitioner: Partitioner | undefined;
  readonly compute: (partition: number, inputs: Inputs) => Records;
  readonly text: TextSource | undefined;
  readonly pipe: Pipe | undefined;
  readonly byOrder: boolean | undefined;
  label: string | undefined;
  level: StorageLevel = 'NONE';
  marked = false;
  saved: GraphNode | undefined;

  constructor(context: Maker, id: number, site: string, place: Place, fields: NodeFields) {
    this.context = context;
    this.id = id;
    this.site = site;
    this.place = place;
    this.kind = fields.kind;
    this.dependencies = fields.dependencies;
    this.partitions = fields.partitions;
    this.partitioner = fields.partitioner;
    this.compute = fields.compute;
    this.text = fields.text;
    this.pipe = fields.pipe;
    this.byOrder = fields.byOrder;
  }

  narrow(of: (records: Records, partition: number) => Records, keeps = false, byOrder?: boolean): Rdd {
    return this.context.rdd({
      kind: 'MapPartitionsRDD',
      dependencies: [oneToOne(this)],
      partitions: this.partitions,
      partitioner: keeps ? this.partitioner : undefined,
      compute: (p, inputs) => of(inputs.narrow(0, p), p),
      byOrder,
    }) as Rdd;
  }

  /** The same record by record: a row of such operators is one loop over the records, as in Spark. */
  piped(pipe: Pipe, keeps = false): Rdd {
    return this.context.rdd({
      kind: 'MapPartitionsRDD',
      dependencies: [oneToOne(this)],
      partitions: this.partitions,
      partitioner: keeps ? this.partitioner : undefined,
      compute: (p, inputs) => through(pipe, inputs.narrow(0, p)),
      pipe,
    }) as Rdd;
  }

  /** A job over all partitions. */
  job(action: string, result: (records: Records, partition: number) => unknown): readonly unknown[] {
    return this.context.run({ rdd: this, partitions: range(this.partitions), result, action });
  }

  /** All records, by partition. */
  everything(action: string): Records {
    return (this.job(action, (records) => records) as Records[]).flat();
  }

  /** Everything that a context makes is an Rdd. */
  #op(name: string, make: () => Operand): Rdd {
    return this.context.within(name, make) as Rdd;
  }

  // Record by record.

  map(fn: Fn): Rdd {
    const f = callOf(fn);
    return this.#op('map', () => this.piped((give) => (x) => give(f(x))));
  }
  filter(fn: Fn): Rdd {
    const f = callOf(fn);
    return this.#op('filter', () => this.piped((give) => (x) => f(x) && give(x), true));
  }
  flatMap(fn: Fn): Rdd {
    const f = callOf(fn);
    return this.#op('flatMap', () => this.piped((give) => (x) => all(listOf(f(x)), give)));
  }
  mapPartitions(fn: Fn, preservesPartitioning = false): Rdd {
    const f = callOf(fn);
    return this.#op('mapPartitions', () =>
      this.narrow((records) => listOf(f(records)), preservesPartitioning),
    );
  }
  mapPartitionsWithIndex(fn: Fn, preservesPartitioning = false): Rdd {
    const f = callOf(fn);
    return this.#op('mapPartitionsWithIndex', () =>
      this.narrow((records, p) => listOf(f(p, records)), preservesPartitioning),
    );
  }
  glom(): Rdd {
    return this.#op('glom', () => this.narrow((records) => [records]));
  }
  keys(): Rdd {
    return this.#op('keys', () => this.piped((give) => (x) => give(keyIn(x))));
  }
  values(): Rdd {
    return this.#op('values', () => this.piped((give) => (x) => give(valueIn(x))));
  }
  keyBy(fn: Fn): Rdd {
    const f = callOf(fn);
    return this.#op('keyBy', () => this.piped((give) => (x) => give([f(x), x])));
  }
  mapValues(fn: Fn): Rdd {
    const f = callOf(fn);
    return this.#op('mapValues', () => this.piped((give) => (x) => give([keyIn(x), f(valueIn(x))]), true));
  }
  flatMapValues(fn: Fn): Rdd {
    const f = callOf(fn);
    const each: Pipe = (give) => (x) => {
      const key = keyIn(x);
      for (const value of listOf(f(valueIn(x)))) give([key, value]);
    };
    return this.#op('flatMapValues', () => this.piped(each, true));
  }
  sample(withReplacement: boolean, fraction: number, seed = this.context.seed): Rdd {
    if (withReplacement) throw refused('replacement');
    for (const n of [fraction, seed]) if (typeof n !== 'number') throw refused('no-number');
    if (!(fraction >= 0 && fraction <= 1)) throw refused('no-fraction');
    const seeds = javaLongs(seed, this.partitions);
    return this.#op('sample', () =>
      this.context.rdd({
        kind: 'PartitionwiseSampledRDD',
        dependencies: [oneToOne(this)],
        partitions: this.partitions,
        partitioner: this.partitioner,
        compute: (p, inputs) => sampled(inputs.narrow(0, p), fraction, seeds[p] as bigint),
        byOrder: true,
      }),
    );
  }
  randomSplit(weights: readonly number[], seed = this.context.seed): Rdd[] {
    for (const n of [...listOf(weights), seed]) if (typeof n !== 'number') throw refused('no-number');
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let from = 0;
    return weights.map((weight) => {
      const low = from;
      const high = from + weight / total;
      from = high;
      return this.#op('randomSplit', () =>
        this.narrow(
          (records, p) => {
            const random = xorShiftOf(seed + p);
            return records.filter(() => {
              const x = random.double();
              return x >= low && x < high;
            });
          },
          true,
          true,
        ),
      );
    });
  }

  // Partitions beside each other.

  union(other: Rdd): Rdd {
    return this.#op('union', () => unionOf(this.context, [this, rddOf(other)]));
  }
  zip(other: Rdd): Rdd {
    return this.#op('zip', () => zipped(this, rddOf(other)));
  }
  cartesian(other: Rdd): Rdd {
    return this.#op('cartesian', () => cartesian(this, rddOf(other)));
  }
  /** With more than one partition it runs a job at once: how many records stand before each partition. */
  zipWithIndex(): Rdd {
    const before = range(this.partitions - 1);
    const counts =
      before.length === 0
        ? []
        : (this.context.run({
            rdd: this,
            partitions: before,
            result: (records) => records.length,
            action: 'zipWithIndex',
          }) as number[]);
    const start = (p: number): number => counts.slice(0, p).reduce((sum, count) => sum + count, 0);
    return this.#op('zipWithIndex', () =>
      this.context.rdd({
        kind: 'ZippedWithIndexRDD',
        dependencies: [oneToOne(this)],
        partitions: this.partitions,
        compute: (p, inputs) => inputs.narrow(0, p).map((x, i) => [x, start(p) + i]),
      }),
    );
  }
  coalesce(n: number, shuffle = false): Rdd {
    return this.#op('coalesce', () => (shuffle ? repartitioned(this, n) : coalesced(this, n)));
  }
  repartition(n: number): Rdd {
    return this.#op('repartition', () => repartitioned(this, n));
  }

  // By key.

  partitionBy(where: number | Partitioner): Rdd {
    return this.#op('partitionBy', () => partitioned(this, where));
  }
  groupByKey(where?: Where): Rdd {
    return this.#op('groupByKey', () => combineByKey(this, where, groups));
  }
  groupBy(fn: Fn, where?: Where): Rdd {
    const f = callOf(fn);
    return this.#op('groupBy', () =>
      combineByKey(
        this.narrow((records) => records.map((x) => [f(x), x])),
        where,
        groups,
      ),
    );
  }
  reduceByKey(fn: Fn, where?: Where): Rdd {
    return this.#op('reduceByKey', () => combineByKey(this, where, reducing(callOf(fn))));
  }
  foldByKey(zero: unknown, fn: Fn, where?: Where): Rdd {
    return this.#op('foldByKey', () => combineByKey(this, where, aggregating(zero, fn, fn)));
  }
  aggregateByKey(zero: unknown, add: Fn, merge: Fn, where?: Where): Rdd {
    return this.#op('aggregateByKey', () => combineByKey(this, where, aggregating(zero, add, merge)));
  }
  combineByKey(create: Fn, add: Fn, merge: Fn, where?: Where): Rdd {
    const aggregator = { create: callOf(create), add: callOf(add), merge: callOf(merge), mapSide: true };
    return this.#op('combineByKey', () => combineByKey(this, where, aggregator));
  }
  distinct(n = this.partitions): Rdd {
    return this.#op('distinct', () => distinct(this, n));
  }
  sortByKey(ascending = true, n = this.partitions): Rdd {
    return this.#op('sortByKey', () => sortByKey(this, ascending, n));
  }
  sortBy(fn: Fn, ascending = true, n = this.partitions): Rdd {
    return this.#op('sortBy', () => this.keyBy(fn).sortByKey(ascending, n).values());
  }
  cogroup(...others: readonly (Rdd | Where)[]): Rdd {
    const rdds = others.filter((other): other is Rdd => other instanceof Rdd);
    const where = others.find((other): other is Exclude<Where, undefined> => !(other instanceof Rdd));
    return this.#op('cogroup', () => cogroup([this, ...rdds], where));
  }
  join(other: Rdd, where?: Where): Rdd {
    return this.#op('join', () => join(this, rddOf(other), where, false, false));
  }
  leftOuterJoin(other: Rdd, where?: Where): Rdd {
    return this.#op('leftOuterJoin', () => join(this, rddOf(other), where, true, false));
  }
  rightOuterJoin(other: Rdd, where?: Where): Rdd {
    return this.#op('rightOuterJoin', () => join(this, rddOf(other), where, false, true));
  }
  fullOuterJoin(other: Rdd, where?: Where): Rdd {
    return this.#op('fullOuterJoin', () => join(this, rddOf(other), where, true, true));
  }
  subtractByKey(other: Rdd, where?: Where): Rdd {
    return this.#op('subtractByKey', () => subtractByKey(this, rddOf(other), where));
  }
  subtract(other: Rdd, where?: Where): Rdd {
    const keyed = (rdd: Rdd): Operand => rdd.narrow((records) => records.map((x) => [x, null]));
    return this.#op('subtract', () =>
      subtractByKey(keyed(this), keyed(rddOf(other)), where ?? this.partitions).narrow((records) =>
        records.map(keyIn),
      ),
    );
  }
  intersection(other: Rdd, where?: Where): Rdd {
    return this.#op('intersection', () => intersection(this, rddOf(other), where));
  }

  // What is kept.

  persist(asked: Exclude<StorageLevel, 'NONE'> = 'MEMORY_ONLY'): this {
    if (!STORAGE_LEVELS.has(asked)) throw refused('no-level');
    const level = this.context.level ?? asked;
    if (this.level !== 'NONE' && this.level !== level) {
      throw refused('level');
    }
    this.level = level;
    return this;
  }
  cache(): this {
    return this.persist();
  }
  unpersist(_blocking = true): this {
    this.level = 'NONE';
    this.context.unpersisted.push({ rdd: this.id, after: this.context.jobs });
    return this;
  }
  /** Marks it: the first job over it is followed by one that writes it to reliable storage and cuts its lineage. */
  checkpoint(): void {
    this.marked = true;
  }
  setName(name: string): this {
    this.label = name;
    return this;
  }
  getNumPartitions(): number {
    return this.partitions;
  }
  toDebugString(): string {
    return debugString(this, this.context.heldOf);
  }

  // Actions: what makes anything run.

  count(): number {
    const counts = this.job('count', (records) => records.length) as number[];
    return counts.reduce((sum, count) => sum + count, 0);
  }
  collect(): Records {
    return this.everything('collect');
  }
  reduce(fn: Fn): unknown {
    const f = callOf(fn);
    const fold = (records: Records): unknown => records.reduce((a, b) => f(a, b));
    const parts = this.job('reduce', (records) => (records.length === 0 ? [] : [fold(records)])).flat();
    if (parts.length === 0) throw refused('nothing', { action: 'reduce' });
    return fold(parts);
  }
  fold(zero: unknown, fn: Fn): unknown {
    return this.aggregate(zero, fn, fn);
  }
  aggregate(zero: unknown, add: Fn, merge: Fn): unknown {
    const [f, g] = [callOf(add), callOf(merge)];
    const parts = this.job('aggregate', (records) => records.reduce((a, b) => f(a, b), zero));
    return parts.reduce((a, b) => g(a, b), zero);
  }
  sum(): number {
    const add = (numbers: Records): number[] =>
      numbers.length === 0 ? [] : [numbers.map(numberIn).reduce((a, b) => a + b)];
    return add((this.job('sum', add) as Records[]).flat())[0] ?? 0;
  }
  /** By their order, or by that of what a function gives of each. */
  max(by?: Fn): unknown {
    return this.#ofSome('max', this.#ordered('max', -1, 1, by));
  }
  min(by?: Fn): unknown {
    return this.#ofSome('min', this.#ordered('min', 1, 1, by));
  }
  #ordered(action: string, sign: 1 | -1, n: number, by?: Fn): Records {
    const keyOf = by === undefined ? (x: unknown) => x : callOf(by);
    const first = (records: Records): Records =>
      records
        .map((x) => [keyOf(x), x])
        .sort(([a], [b]) => sign * compareKeys(a, b))
        .slice(0, n)
        .map(([, x]) => x);
    return first((this.job(action, first) as Records[]).flat());
  }
  #ofSome(action: string, [first]: Records): unknown {
    if (first === undefined) throw refused('nothing', { action });
    return first;
  }
  /** The first n: one partition is tried (or as many as are set), then more at a time, a job each (RDD.take). */
  take(n: number): Records {
    const taken: unknown[] = [];
    let scanned = 0;
    while (taken.length < n && scanned < this.partitions) {
      const left = n - taken.length;
      const guess = taken.length === 0 ? 4 * scanned : Math.ceil((1.5 * left * scanned) / taken.length);
      const tries = scanned === 0 ? this.context.firstTries : Math.max(1, Math.min(guess, 4 * scanned));
      const partitions = range(this.partitions).slice(scanned, scanned + tries);
      const result = (records: Records): Records => records.slice(0, left);
      const parts = this.context.run({ rdd: this, partitions, result, action: 'take' }) as Records[];
      taken.push(...parts.flat().slice(0, left));
      scanned += partitions.length;
    }
    return taken;
  }
  first(): unknown {
    return this.#ofSome('first', this.take(1));
  }
  isEmpty(): boolean {
    return this.partitions === 0 || this.take(1).length === 0;
  }
  /** The least n. */
  takeOrdered(n: number, by?: Fn): Records {
    return this.#ordered('takeOrdered', 1, n, by);
  }
  /** The greatest n. */
  top(n: number, by?: Fn): Records {
    return this.#ordered('top', -1, n, by);
  }
  /** Pairs, the last of each key. */
  collectAsMap(): Records {
    const last = combine(
      this.everything('collectAsMap'),
      (value) => value,
      (_, value) => value,
    );
    return [...last];
  }
  /** [key, how many], by a job of two stages. */
  countByKey(): Records {
    return this.context.within('countByKey', () =>
      this.mapValues(() => 1)
        .reduceByKey((a: number, b: number) => a + b)
        .everything('countByKey'),
    );
  }
  countByValue(): Records {
    return this.map((x: unknown) => [x, null]).countByKey();
  }
  /** The values of a key; reads one partition where there is a partitioner. */
  lookup(key: unknown): Records {
    const { partitioner } = this;
    const partitions = partitioner ? [partitioner.of(key)] : range(this.partitions);
    const result = (records: Records): Records =>
      records.filter((x) => compareKeys(keyIn(x), key) === 0).map(valueIn);
    return (this.context.run({ rdd: this, partitions, result, action: 'lookup' }) as Records[]).flat();
  }
  foreach(fn: Fn): void {
    const f = callOf(fn);
    this.job('foreach', (records) => {
      for (const record of records) f(record);
      return null;
    });
  }
  /** The lines of the file that it would be. */
  saveAsTextFile(_path: string): Records {
    return this.job('saveAsTextFile', (records) => records.map(String)).flat() as Records;
  }
}

const range = (n: number): number[] => Array.from({ length: Math.max(0, n) }, (_, i) => i);
