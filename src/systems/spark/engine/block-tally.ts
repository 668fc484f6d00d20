// What became of the blocks of a run, counted from one step to the next: the state itself says only what is held.

import type { Outcome } from './evaluate.ts';
import type { Run } from './run.ts';
import type { Block } from './state.ts';
import { at } from './state.ts';

/** In bytes but for `madeAgain`. */
export interface BlockTally {
  /** Held when the run ended, in memory and on disk. */
  readonly held: number;
  readonly onDisk: number;
  /** Of memory, a worker; null where there is no bound. */
  readonly bound: number | null;
  /** Driven out of memory and gone; and driven out to disk, or stored there since there was no room. */
  readonly evicted: number;
  readonly spilled: number;
  /** Partitions (a count) computed and stored that had been stored before. */
  readonly madeAgain: number;
}

const nameOf = ({ rdd, partition }: Pick<Block, 'rdd' | 'partition'>): string => `${rdd}.${partition}`;
const sum = (blocks: readonly Block[]): number => blocks.reduce((total, { size }) => total + size, 0);

export function countBlocks(): {
  /** To be told of each end of a task, after it. */
  ended(outcome: Outcome, run: Run): void;
  tally(run: Run): BlockTally;
} {
  let before: readonly Block[] = [];
  const stored = new Set<string>();
  let evicted = 0;
  let spilled = 0;
  let madeAgain = 0;

  return {
    ended(outcome, { state, reached }) {
      const given = new Set(reached.context.unpersisted.map(({ rdd }) => rdd));
      const now = new Map(state.blocks.map((block) => [`${block.worker} ${nameOf(block)}`, block]));
      for (const block of before) {
        if (!block.memory || given.has(block.rdd) || !at(state.workers, block.worker).alive) continue;
        const after = now.get(`${block.worker} ${nameOf(block)}`);
        if (!after) evicted += block.size;
        else if (!after.memory) spilled += block.size;
      }
      if (outcome.kind === 'done') {
        for (const made of outcome.result.stored) {
          if (stored.has(nameOf(made))) madeAgain += 1;
          stored.add(nameOf(made));
          const wasHeld = before.some((block) => nameOf(block) === nameOf(made));
          const isOnDisk = state.blocks.some((block) => nameOf(block) === nameOf(made) && !block.memory);
          if (!wasHeld && isOnDisk) spilled += made.size;
        }
      }
      before = state.blocks.map((block) => ({ ...block }));
    },
    tally({ state }) {
      const living = state.blocks.filter(({ worker }) => at(state.workers, worker).alive);
      return {
        held: sum(living.filter(({ memory }) => memory)),
        onDisk: sum(living.filter(({ disk }) => disk)),
        bound: state.memory === Number.MAX_SAFE_INTEGER ? null : state.memory,
        evicted,
        spilled,
        madeAgain,
      };
    },
  };
}
