// The lineage graph (Zaharia et al., NSDI 2012, section 4): an RDD is partitions, dependencies on parents, a function
// that computes a partition from its parents', perhaps a partitioner. Narrow: a partition needs given partitions of the
// parent. Shuffle: it needs a part of every one, which a map stage writes first.

import type { Partitioner } from './partitioner.ts';

export type StorageLevel = 'NONE' | 'MEMORY_ONLY' | 'MEMORY_AND_DISK' | 'DISK_ONLY';

export type Records = readonly unknown[];

/** What a partition is computed from. */
export interface Inputs {
  /** A partition of the parent of a narrow dependency. */
  narrow(dependency: number, partition: number): Records;
  /** What each map task wrote for a partition of the shuffle, by map index. */
  shuffled(dependency: number): readonly Records[];
  /** A partition from reliable storage. */
  stored(): Records;
  /** The bytes of this partition's split of the node's text. */
  text(): Uint8Array;
}

/** A text that an RDD reads, by the name of its input, and where each of its splits ends, in bytes. */
export interface TextSource {
  readonly input: string;
  readonly ends: readonly number[];
}

export interface Narrow {
  readonly kind: 'narrow';
  readonly parent: GraphNode;
  /** Which of the parent's partitions this partition reads. */
  of(partition: number): readonly number[];
}

/** How values of one key become one (combineByKey). */
export interface Aggregator {
  create(value: unknown): unknown;
  add(combined: unknown, value: unknown): unknown;
  merge(left: unknown, right: unknown): unknown;
  /** Whether map tasks combine before they write. */
  readonly mapSide: boolean;
}

export interface Shuffle {
  readonly kind: 'shuffle';
  readonly id: number;
  readonly parent: GraphNode;
  readonly partitioner: Partitioner;
  readonly aggregator?: Aggregator | undefined;
}

export type Dependency = Narrow | Shuffle;

/** A record's way through an operator that looks at one record at a time: what comes of it is given on. */
export type Pipe = (give: (record: unknown) => void) => (record: unknown) => void;

export interface NodeFields {
  readonly kind: string;
  readonly dependencies: readonly Dependency[];
  readonly partitions: number;
  readonly partitioner?: Partitioner | undefined;
  compute(partition: number, inputs: Inputs): Records;
  readonly text?: TextSource | undefined;
  readonly pipe?: Pipe | undefined;
  /** Which records come out depends on the order in which they came in. */
  readonly byOrder?: boolean | undefined;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a scheduler knows of an RDD. */
export interface GraphNode extends NodeFields {
  readonly id: number;
  /** `map at program.js:3` */
  readonly site: string;
  /** Where in the program its call stands. */
  readonly place: Place;
  label: string | undefined;
  level: StorageLevel;
  /** Marked by checkpoint(). */
  marked: boolean;
  /** The RDD that reads what its checkpoint wrote: from then on the only parent. */
  saved: GraphNode | undefined;
}

/** Its parents now: those it was made of, or its checkpoint. */
export const parentsOf = (node: GraphNode): readonly Dependency[] =>
  node.saved === undefined ? node.dependencies : [oneToOne(node.saved)];

export const oneToOne = (parent: GraphNode): Narrow => ({ kind: 'narrow', parent, of: (p) => [p] });

/** A node and all it narrowly stands on, each once, in order of id. */
export function pipelined(top: GraphNode): GraphNode[] {
  const found = new Map<number, GraphNode>();
  const waiting = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (found.has(node.id)) continue;
    found.set(node.id, node);
    for (const dependency of parentsOf(node))
      if (dependency.kind === 'narrow') waiting.push(dependency.parent);
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

/** The shuffles that a node reads directly, without another in between, in order of id. */
export function shufflesInto(top: GraphNode): Shuffle[] {
  const found = new Map<number, Shuffle>();
  for (const node of pipelined(top)) {
    for (const dependency of parentsOf(node)) {
      if (dependency.kind === 'shuffle') found.set(dependency.id, dependency);
    }
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

/** What a pipe makes of records. */
export function through(pipe: Pipe, records: Records): Records {
  const out: unknown[] = [];
  const take = pipe((record) => out.push(record));
  for (let i = 0; i < records.length; i++) take(records[i]);
  return out;
}
