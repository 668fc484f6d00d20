// Four programs with a worker killed at every task in turn: the same checksum, and what is computed again is exactly what
// was lost and is needed, as this test finds it from lineage and holdings.
import { describe, expect, test } from 'vitest';
import {
  input,
  plainJoin,
  plainLogMining,
  plainPagerank,
  plainWordcount,
  programs,
} from '../testing/programs.ts';
import type { GraphNode } from './graph.ts';
import { parentsOf } from './graph.ts';
import type { Finished } from './inline.ts';
import { runInline } from './inline.ts';
import type { Plan } from './run.ts';
import type { State } from './state.ts';

const planOf = (name: string, workers: number): Plan => {
  const program = programs[name];
  if (!program) throw new Error(name);
  return { program, workers, cores: 2, input };
};

describe('without failure the results are those of plain loops', () => {
  const results = (name: string) => runInline(planOf(name, 2)).results;

  test('word count', () => {
    const [count, pairs] = results('wordcount') as [number, [number, string][]];
    const sorted = pairs.map(([n, word]) => [word, n] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    expect([count, sorted]).toEqual(plainWordcount());
  });
  test('log mining', () => expect(results('logMining')).toEqual(plainLogMining()));
  test('join', () => {
    const [inner, rows] = results('join') as [number, unknown[]];
    expect([inner, rows.map((row) => JSON.stringify(row)).sort()]).toEqual(plainJoin());
  });
  test('PageRank, within 1e-9', () => {
    const [ranks, sum] = results('pagerank') as [[number, number][], number];
    const plain = plainPagerank();
    expect(ranks.length).toBe(plain.size);
    for (const [page, rank] of ranks) expect(Math.abs(rank - (plain.get(page) ?? 0))).toBeLessThan(1e-9);
    expect(Math.abs(sum - [...plain.values()].reduce((a, b) => a + b))).toBeLessThan(1e-9);
  });
});

test('any number of workers gives the same checksum', () => {
  for (const name of Object.keys(programs)) {
    const sums = [1, 2, 3, 4].map((workers) => runInline(planOf(name, workers)).checksum);
    expect(new Set(sums).size).toBe(1);
  }
});

/** One task that ended well: what it was for. `target` is the shuffle it wrote, or the job it answered. */
interface Ended {
  readonly target: string;
  readonly rdd: number;
  readonly shuffle: number;
  readonly index: number;
  readonly partition: number;
}

/** The tasks of a run that ended well, in order, and how many had when the worker died. */
function traced(plan: Plan, kill?: { worker: number; at: number }) {
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

const flat = ({ computed }: Finished): string[] =>
  [...computed].flatMap(([name, times]) => Array.from({ length: times }, () => name)).sort();

describe('a worker killed at every task in turn', () => {
  for (const name of Object.keys(programs)) {
    test(`${name}: the same checksum, and computed again is what was lost and is needed`, () => {
      const plan = planOf(name, 3);
      const calm = traced(plan);
      const tasks = calm.finished.run.state.started;
      expect(tasks).toBeGreaterThan(6);
      let again = 0;
      for (let at = 0; at < tasks; at++) {
        for (const worker of [0, 1, 2]) {
          const { ended, before, left, finished } = traced(plan, { worker, at });
          expect(finished.checksum).toBe(calm.finished.checksum);
          const names = new Set(ended.slice(0, before).map(({ target, index }) => `${target}.${index}`));
          const pending = calm.ended.filter(({ target, index }) => !names.has(`${target}.${index}`));
          const expected = [
            ...computedFor(
              calm.ended.filter(({ target, index }) => names.has(`${target}.${index}`)),
              {
                outputs: new Set(),
                blocks: new Set(),
              },
              finished,
            ),
            ...computedFor(pending, left, finished),
          ].sort();
          expect({ at, worker, computed: flat(finished) }).toEqual({ at, worker, computed: expected });
          if (expected.length > flat(calm.finished).length) again += 1;
        }
      }
      expect(again).toBeGreaterThan(0);
    });
  }
});
