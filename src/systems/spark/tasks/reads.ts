// What a task will read, before it runs: the same walk over the lineage as the task's own, over what is held now.

import type { GraphNode, TextSource } from '../engine/graph.ts';
import type { Graph, State, Task } from '../engine/state.ts';
import { at, blockOf, isReachable } from '../engine/state.ts';
import { partitionOf } from '../engine/tasks.ts';
import { readName } from './task-spelled.ts';

/** One thing to read; `reducer` of a map output only. */
export type Read =
  | {
      readonly kind: 'made';
      readonly name: string;
      /** -1: reliable storage. */
      readonly worker: number;
      readonly address: string;
      readonly part: number;
    }
  | { readonly kind: 'text'; readonly name: string; readonly source: TextSource; readonly split: number }
  /** A part of a map output, a held partition or a saved one that is gone, and the worker it should be on. */
  | {
      readonly kind: 'gone';
      readonly name: string;
      readonly worker: number;
      readonly of: 'part' | 'block' | 'saved';
    };

const RELIABLE = -1;

/** By name; in the order in which the task comes to them. */
export function readsOf(state: State, graph: Graph, task: Task): Map<string, Read> {
  const reads = new Map<string, Read>();
  const seen = new Set<string>();
  const add = (read: Read): void => void reads.set(read.name, read);

  function visit(node: GraphNode, p: number): void {
    const name = `${node.id}.${p}`;
    if (seen.has(name)) return;
    seen.add(name);
    const block = node.level === 'NONE' ? undefined : blockOf(state, node.id, p);
    if (block) {
      const { worker, address } = block;
      if (block.lost) add({ kind: 'gone', name: readName.block(node.id, p), worker, of: 'block' });
      else add({ kind: 'made', name: readName.block(node.id, p), worker, address, part: 0 });
      return;
    }
    if (node.saved) {
      const address = state.saved[node.id]?.[p];
      const saved = { name: readName.saved(node.id, p), worker: RELIABLE };
      add(address ? { kind: 'made', ...saved, address, part: 0 } : { kind: 'gone', ...saved, of: 'saved' });
      return;
    }
    if (node.text)
      add({ kind: 'text', name: readName.text(node.text.input, p), source: node.text, split: p });
    for (const dependency of node.dependencies) {
      if (dependency.kind === 'narrow') for (const from of dependency.of(p)) visit(dependency.parent, from);
      else for (let map = 0; map < dependency.parent.partitions; map++) part(dependency.id, map, p);
    }
  }

  function part(shuffle: number, map: number, reducer: number): void {
    const name = readName.part(shuffle, map, reducer);
    const output = state.outputs[shuffle]?.[map];
    const worker = output?.worker ?? -1;
    if (isReachable(state, output))
      add({ kind: 'made', name, worker, address: output.address, part: reducer });
    else add({ kind: 'gone', name, worker, of: 'part' });
  }

  visit(at(graph.rdds, at(state.stages, task.stage).rdd), partitionOf(state, task));
  return reads;
}
