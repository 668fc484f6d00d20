// Where everything of a program's lineage has its place: a row a stage, a line an RDD of it that a person would ask for, a
// column a partition. It is that of the undisturbed run, so that nothing moves while a run comes to it; what a run does
// besides is added below.

import type { Context } from '../engine/context.ts';
import type { GraphNode } from '../engine/graph.ts';
import { parentsOf } from '../engine/graph.ts';
import type { Stage, State } from '../engine/state.ts';
import { at } from '../engine/state.ts';
import { placeOf } from '../tell.ts';

/** `file`: what a map task wrote; `kept`: persisted; `saved`: in reliable storage; `passing`: made, and not kept; `result`: what goes to the driver. */
export type LineKind = 'file' | 'kept' | 'saved' | 'passing' | 'result';

export interface LineShape {
  readonly rdd: number;
  readonly kind: LineKind;
  /** Its variable in the program, numbered where a loop sets it again; else the operator that made it. */
  readonly name: string;
  /** Of the program. */
  readonly line: number;
}

export interface RowShape {
  readonly rdd: number;
  /** The shuffle that its tasks write; -1: their values go to the driver. */
  readonly shuffle: number;
  readonly stages: readonly number[];
  readonly partitions: number;
  readonly lines: readonly LineShape[];
  /** The shuffles that it reads. */
  readonly reads: readonly number[];
  /** Lines of the program that made what its tasks compute. */
  readonly code: readonly number[];
}

export interface Layout {
  readonly rows: readonly RowShape[];
  readonly columns: number;
}

const keyOf = ({ rdd, shuffle }: Pick<Stage, 'rdd' | 'shuffle'>): string => `${rdd}.${shuffle}`;

/** The stages of a state, in the order in which they were made; those that do the same work are one row. */
export function layoutOf({ stages }: Pick<State, 'stages'>, context: Context): Layout {
  const rows = new Map<
    string,
    { readonly first: Stage; readonly stages: number[]; readonly rdds: Set<number> }
  >();
  for (const stage of stages) {
    const row = rows.get(keyOf(stage)) ?? { first: stage, stages: [], rdds: new Set<number>() };
    row.stages.push(stage.id);
    for (const rdd of stage.rdds) row.rdds.add(rdd);
    rows.set(keyOf(stage), row);
  }
  const shown = new Set<number>();
  const nameOf = namesOf(context);
  const isKept = keptIn(context);
  const isSaved = ({ saved, marked }: GraphNode): boolean => marked || saved !== undefined;
  const out = [...rows.values()].map(({ first, stages: ids, rdds }): RowShape => {
    const lines: LineShape[] = [];
    const before = new Set(shown);
    const isElsewhere = (node: GraphNode): boolean => before.has(node.id) && (isKept(node) || isSaved(node));
    const add = (rdd: number, kind: LineKind): void => {
      lines.push({ rdd, kind, name: nameOf(rdd), line: placeOf(context, rdd).line });
    };
    for (const rdd of [...rdds].sort((a, b) => a - b)) {
      const node = at(context.rdds, rdd);
      if (shown.has(rdd)) continue;
      const isTop = rdd === first.rdd;
      const [kept, saved] = [isKept(node), isSaved(node)];
      if (kept) add(rdd, 'kept');
      if (saved) add(rdd, 'saved');
      if (!kept && !saved && !isTop && context.variables.has(rdd)) add(rdd, 'passing');
      if (kept || saved || context.variables.has(rdd)) shown.add(rdd);
    }
    if (first.shuffle >= 0) add(first.rdd, 'file');
    else if (!lines.some(({ rdd }) => rdd === first.rdd)) add(first.rdd, 'result');
    return {
      rdd: first.rdd,
      shuffle: first.shuffle,
      stages: ids,
      partitions: at(context.rdds, first.rdd).partitions,
      lines,
      ...walked(context, at(context.rdds, first.rdd), isElsewhere),
    };
  });
  return { rows: out, columns: Math.max(1, ...out.map(({ partitions }) => partitions)) };
}

/** Rows that only the second has stand below those of the first; a row of both has the stages of both. */
export function joined(calm: Layout, now: Layout): Layout {
  const rows = calm.rows.map((row) => {
    const other = now.rows.find((one) => keyOf(one) === keyOf(row));
    const stages = [...new Set([...row.stages, ...(other?.stages ?? [])])].sort((a, b) => a - b);
    return { ...row, stages };
  });
  const more = now.rows.filter((row) => !rows.some((one) => keyOf(one) === keyOf(row)));
  return { rows: [...rows, ...more], columns: Math.max(calm.columns, now.columns) };
}

/** Whether an RDD is or was persisted. */
const keptIn =
  ({ unpersisted }: Context) =>
  ({ id, level }: GraphNode): boolean =>
    level !== 'NONE' || unpersisted.some(({ rdd }) => rdd === id);

/** The shuffles into a stage, and the lines of its RDDs, whatever is held. Where it reads what another row keeps, those are that row's. */
function walked(
  context: Context,
  top: GraphNode,
  isElsewhere: (node: GraphNode) => boolean,
): Pick<RowShape, 'reads' | 'code'> {
  const found = new Set<number>();
  const lines = new Set<number>();
  const seen = new Set<number>();
  const waiting = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    lines.add(placeOf(context, node.id).line);
    for (const dependency of node.dependencies) {
      if (dependency.kind === 'shuffle') found.add(dependency.id);
      else if (!isElsewhere(dependency.parent)) waiting.push(dependency.parent);
    }
  }
  const inOrder = (set: ReadonlySet<number>): readonly number[] => [...set].sort((a, b) => a - b);
  return { reads: inOrder(found), code: inOrder(lines) };
}

/** Names of RDDs: a variable that is set again in a loop has a number. */
function namesOf(context: Context): (rdd: number) => string {
  const counts = new Map<string, number>();
  for (const name of context.variables.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = new Map<number, string>();
  const seen = new Map<string, number>();
  for (const [rdd, name] of context.variables) {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    names.set(rdd, (counts.get(name) ?? 0) > 1 ? `${name} ${count}` : name);
  }
  return (rdd) => {
    const { label } = at(context.rdds, rdd);
    return names.get(rdd) ?? label ?? placeOf(context, rdd).operator;
  };
}

/** Every partition of every RDD that a partition is made of within its stage, whatever is held; its own too. */
export function under(top: GraphNode, partition: number): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: GraphNode, p: number): void => {
    const name = `${node.id}.${p}`;
    if (found.has(name)) return;
    found.add(name);
    for (const dependency of parentsOf(node)) {
      if (dependency.kind === 'narrow') for (const q of dependency.of(p)) visit(dependency.parent, q);
    }
  };
  visit(top, partition);
  return found;
}
