// A task in the driver's own thread: what it reaches is what the state says is held, with the contents at hand.

import type { Contents } from './contents.ts';
import { addressOfContent, RELIABLE } from './contents.ts';
import type { Keep, Reach, Unit } from './evaluate.ts';
import type { Records } from './graph.ts';
import type { InputOf } from './job.ts';
import { splitOf } from './sources.ts';
import type { State, Task } from './state.ts';
import { at, blockOf, isReachable } from './state.ts';
import { partitionOf } from './tasks.ts';

/** A task of a state, by itself. */
export function unitOf(state: State, task: Task): Unit {
  const { stage, attempt, partition, tried } = task;
  const { rdd, shuffle } = at(state.stages, stage);
  return { stage, attempt, partition, tried, rdd, shuffle, of: partitionOf(state, task) };
}

export function reachOf(state: State, contents: Contents, input: InputOf): Reach {
  return {
    block(rdd, partition) {
      const block = blockOf(state, rdd, partition);
      if (block?.lost) return null;
      return block && (contents.get(block.worker, block.address) as Records | undefined);
    },
    saved(rdd, partition) {
      const address = state.saved[rdd]?.[partition];
      return address ? (contents.get(RELIABLE, address) as Records | undefined) : undefined;
    },
    part(shuffle, map, reducer) {
      const output = state.outputs[shuffle]?.[map];
      const worker = output?.worker ?? -1;
      if (!isReachable(state, output)) return worker;
      const parts = contents.get(worker, output.address) as readonly Records[] | undefined;
      return parts?.[reducer] ?? worker;
    },
    text: (source, split) => splitOf(input, source, split),
  };
}

export function keepOn(contents: Contents, worker: number): Keep {
  const keep = (on: number, content: unknown): string => {
    const address = addressOfContent(content);
    contents.put(on, address, content);
    return address;
  };
  return {
    block: (records) => keep(worker, records),
    saved: (records) => keep(RELIABLE, records),
    output: (parts) => keep(worker, parts),
  };
}
