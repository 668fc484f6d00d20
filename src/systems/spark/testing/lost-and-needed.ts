// What a run with a kill must compute, found from lineage and holdings alone: what ended before the worker died, and what
// the rest needs of what was lost with it. The engine is asked for what it did, never for what it would do.

import type { GraphNode } from '../engine/graph.ts';
import { parentsOf } from '../engine/graph.ts';
import type { Finished, Kill } from '../engine/inline.ts';
import { runInline } from '../engine/inline.ts';
import type { Plan } from '../engine/run.ts';
import type { State } from '../engine/state.ts';

/** One task that ended well: what it was for. `target` is the shuffle it wrote, or the job it answered. */
interface Ended {
  readonly target: string;
  readonly rdd: number;
  readonly shuffle: number;
  readonly index: number;
  readonly partition: number;
}

/** The tasks of a run that ended well, in order, and how many had when the worker died. */
export function traced(plan: Plan, kill?: Kill) {
  const ended: Ended[] = [];
  let before = -1;
  let lost: Holdings = { outputs: new Set(), blocks: new Set() };
  const finished = runInline(plan, {
    kills: kill ? [kill] : [],
    onEnd({ stage: id, partition: index }, outcome, { state }) {
      if (outcome.kind !== 'done') return;
      const stage = state.stages[id] as State['stages'][0];
      const [job = 0] = stage.jobs;
      const target = stage.shuffle >= 0 ? `shuffle ${stage.shuffle}` : `job ${job}`;
      const partition = stage.shuffle >= 0 ? index : (state.jobs[job]?.partitions[index] as number);
      ended.push({ target, rdd: stage.rdd, shuffle: stage.shuffle, index, partition });
    },
    onKill(_, { state }) {
      before = ended.length;
      lost = holdings(state);
    },
  });
  return { ended, before, left: lost, finished };
}

interface Holdings {
  readonly outputs: Set<string>;
  readonly blocks: Set<string>;
}

/** What the living hold. */
function holdings(state: State): Holdings {
  const outputs = new Set<string>();
  for (const [shuffle, list] of Object.entries(state.outputs)) {
    list.forEach((output, map) => {
      if (output && state.workers[output.worker]?.alive) outputs.add(`${shuffle}.${map}`);
    });
  }
  const blocks = new Set(
    state.blocks
      .filter(({ worker }) => state.workers[worker]?.alive)
      .map(({ rdd, partition }) => `${rdd}.${partition}`),
  );
  return { outputs, blocks };
}

/** Every partition that finishing `pending` computes, given what is held, by lineage alone. */
function computedFor(pending: readonly Ended[], { outputs, blocks }: Holdings, finished: Finished): string[] {
  const { rdds, shuffles } = finished.run.reached.context;
  const computed: string[] = [];
  function visit(node: GraphNode, p: number): void {
    if (node.level !== 'NONE' && blocks.has(`${node.id}.${p}`)) return;
    for (const dependency of parentsOf(node)) {
      if (dependency.kind === 'narrow') for (const from of dependency.of(p)) visit(dependency.parent, from);
      else for (let map = 0; map < dependency.parent.partitions; map++) write(dependency.id, map);
    }
    computed.push(`${node.id}.${p}`);
    if (node.level !== 'NONE') blocks.add(`${node.id}.${p}`);
  }
  function write(shuffle: number, map: number): void {
    if (outputs.has(`${shuffle}.${map}`)) return;
    outputs.add(`${shuffle}.${map}`);
    visit(shuffles[shuffle]?.parent as GraphNode, map);
  }
  for (const { rdd, shuffle, partition } of pending) {
    if (shuffle >= 0) write(shuffle, partition);
    else visit(rdds[rdd] as GraphNode, partition);
  }
  return computed.sort();
}

/** Every partition that was computed, by name, as often as it was. */
export const flat = ({ computed }: Finished): string[] =>
  [...computed].flatMap(([name, times]) => Array.from({ length: times }, () => name)).sort();

/** Every partition that a run with this kill must compute, as often as it must. */
export function lostAndNeeded(calm: ReturnType<typeof traced>, rough: ReturnType<typeof traced>): string[] {
  const { ended, before, left, finished } = rough;
  const names = new Set(ended.slice(0, before).map(({ target, index }) => `${target}.${index}`));
  const isDone = ({ target, index }: Ended): boolean => names.has(`${target}.${index}`);
  const nothing = (): Holdings => ({ outputs: new Set(), blocks: new Set() });
  return [
    ...computedFor(calm.ended.filter(isDone), nothing(), finished),
    ...computedFor(
      calm.ended.filter((one) => !isDone(one)),
      left,
      finished,
    ),
  ].sort();
}
