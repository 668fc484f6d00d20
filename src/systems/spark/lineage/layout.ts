// Where everything of a program's lineage has its place: a row a stage, a line an RDD of it that a person would ask for, a
// column a partition. It is that of the undisturbed run, so that nothing moves while a run comes to it; what a run does
// besides is added below.

import type { Context } from '../engine/context.ts';
import type { GraphNode } from '../engine/graph.ts';
import { parentsOf } from '../engine/graph.ts';
import type { State } from '../engine/state.ts';
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
  /** One that nobody asks for by name: shown where its row is unfolded. */
  readonly inner?: true;
}

/** The same work of stages: their RDD, and the shuffle that it is written for; -1: its values go to the driver. */
export interface Top {
  readonly rdd: number;
  readonly shuffle: number;
  readonly stages: readonly number[];
}

/** Stages on the same way: the last top is what the others come by. */
export interface RowShape extends Top {
  readonly tops: readonly Top[];
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

const keyOf = ({ rdd, shuffle }: Pick<Top, 'rdd' | 'shuffle'>): string => `${rdd}.${shuffle}`;

/** The stages of a state by what they do, in the order in which they were made. */
function topsOf({
  stages,
}: Pick<State, 'stages'>): readonly (Top & { readonly rdds: ReadonlySet<number> })[] {
  const tops = new Map<string, Top & { readonly stages: number[]; readonly rdds: Set<number> }>();
  for (const { id, rdd, shuffle, rdds } of stages) {
    const top = tops.get(keyOf({ rdd, shuffle })) ?? { rdd, shuffle, stages: [], rdds: new Set<number>() };
    top.stages.push(id);
    for (const one of rdds) top.rdds.add(one);
    tops.set(keyOf(top), top);
  }
  return [...tops.values()];
}

/** A row a stage; a stage whose values go to the driver from an RDD that a later one comes by is on the row of that one. */
export function layoutOf(state: Pick<State, 'stages'>, context: Context): Layout {
  const tops = topsOf(state);
  /** By its place, the place of the top whose row each is on. */
  const row = tops.map((top, i) => {
    const on = tops.findIndex((other, j) => j > i && top.shuffle < 0 && other.rdds.has(top.rdd));
    return on < 0 ? i : on;
  });
  const rowOf = (i: number): number => (row[i] === i || row[i] === undefined ? i : rowOf(row[i]));
  const shown = new Set<number>();
  const nameOf = namesOf(context);
  const isKept = keptIn(context);
  const isSaved = ({ saved, marked }: GraphNode): boolean => marked || saved !== undefined;
  // A row stands where its first stage does.
  const ids = [...new Set(tops.map((_, i) => rowOf(i)))];
  const out = ids.map((id): RowShape => {
    const own = tops.filter((_, i) => rowOf(i) === id);
    const last = at(tops, id);
    const lines: LineShape[] = [];
    const before = new Set(shown);
    const isElsewhere = (node: GraphNode): boolean => before.has(node.id) && (isKept(node) || isSaved(node));
    const add = (rdd: number, kind: LineKind): void => {
      lines.push({ rdd, kind, name: nameOf(rdd), line: placeOf(context, rdd).line });
    };
    const addInner = (rdd: number): void => {
      const { operator, line } = placeOf(context, rdd);
      lines.push({ rdd, kind: 'passing', name: `${operator} [${rdd}]`, line, inner: true });
    };
    const rdds = new Set(own.flatMap((top) => [...top.rdds]));
    for (const rdd of [...rdds].sort((a, b) => a - b)) {
      if (shown.has(rdd)) continue;
      const node = at(context.rdds, rdd);
      const [kept, saved] = [isKept(node), isSaved(node)];
      if (kept) add(rdd, 'kept');
      if (saved) add(rdd, 'saved');
      const isTop = own.some((top) => top.rdd === rdd);
      const isNamed = context.variables.has(rdd);
      if (!kept && !saved && rdd !== last.rdd && (isTop || isNamed)) add(rdd, 'passing');
      if (kept || saved || isTop || isNamed) shown.add(rdd);
      else if (rdd !== last.rdd) addInner(rdd);
    }
    if (last.shuffle >= 0) add(last.rdd, 'file');
    else if (!lines.some(({ rdd }) => rdd === last.rdd)) add(last.rdd, 'result');
    return {
      rdd: last.rdd,
      shuffle: last.shuffle,
      stages: own.flatMap((top) => top.stages).sort((a, b) => a - b),
      tops: own.map(({ rdd, shuffle, stages }) => ({ rdd, shuffle, stages })),
      partitions: at(context.rdds, last.rdd).partitions,
      lines,
      ...walked(context, at(context.rdds, last.rdd), isElsewhere),
    };
  });
  return { rows: out, columns: Math.max(1, ...out.map(({ partitions }) => partitions)) };
}

/** The calm layout with the stages of a run; what only the run has stands below. */
export function joined(calm: Layout, state: Pick<State, 'stages'>, context: Context): Layout {
  const tops = topsOf(state);
  const rows = calm.rows.map((row): RowShape => {
    const own = row.tops.map((top) => {
      const now = tops.find((one) => keyOf(one) === keyOf(top))?.stages ?? [];
      return { ...top, stages: [...new Set([...top.stages, ...now])].sort((a, b) => a - b) };
    });
    return { ...row, tops: own, stages: own.flatMap(({ stages }) => stages).sort((a, b) => a - b) };
  });
  const known = new Set(rows.flatMap((row) => row.tops.map(keyOf)));
  if (tops.every((top) => known.has(keyOf(top)))) return { ...calm, rows };
  const now = layoutOf(state, context);
  const more = now.rows.filter((row) => !row.tops.some((top) => known.has(keyOf(top))));
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
