// What a learner may try to reach in a scenario, with a short solution each; null where no order reaches it. A test plays
// the solutions and searches for the others.

import { never, reach } from '../../contract/goals.ts';
import type { Goal, Params } from '../../contract/system.ts';

/** A map output of the first stage is lost and made again. */
const again = (params: Params = {}): Goal =>
  reach('again', params, 'made-again', 'reached', 'start:w0 end:0.0.0 kill:w0 start:w1 end:0.0.0');
/** Both partitions are kept on one worker, which dies. */
const BOTH = 'start:w0 end:0.0.0 start:w0 end:0.0.1 kill:w0 start:w1 end:1.0.0';
const ONE: Params = { partitions: 1, reducers: 1 };

export const goals: Readonly<Record<string, readonly Goal[]>> = {
  lazy: [
    reach('again', { kills: 1 }, 'made-again', 'reached', BOTH),
    never('twice', { kills: 1, partitions: 1 }, 'cached-once', 'violated', 8),
  ],
  persist: [
    reach('again', { persist: 'memory', kills: 1 }, 'made-again', 'reached', BOTH),
    never('unkept', { kills: 1, partitions: 1 }, 'made-again', 'reached', 8),
  ],
  pipeline: [never('again', { kills: 1, partitions: 2 }, 'made-again', 'reached', 8)],
  stages: [again({ kills: 1 }), never('calm', { partitions: 2 }, 'made-again', 'reached', 8)],
  'narrow-crash': [
    reach('again', { partitions: 2 }, 'made-again', 'reached', BOTH),
    never('unkept', { partitions: 1, persist: 'none' }, 'made-again', 'reached', 6),
  ],
  'wide-crash': [again(), never('cut', { ...ONE, checkpointEvery: 1 }, 'cut-at-checkpoint', 'violated', 7)],
  'memory-loss': [again(), never('bytes', ONE, 'same-bytes', 'violated', 6)],
  'persist-vs-checkpoint': [again(), never('cut', ONE, 'cut-at-checkpoint', 'violated', 7)],
  eviction: [
    reach(
      'again',
      {},
      'made-again',
      'reached',
      'start:w0 start:w1 end:0.0.1 end:0.0.0 start:w0 start:w1 end:1.0.1 end:1.0.0 start:w0 start:w1 end:2.0.1',
    ),
    never('room', { memory: 64, partitions: 1 }, 'made-again', 'reached', 8),
  ],
  pagerank: [again({ kills: 1 }), never('calm', ONE, 'made-again', 'reached', 10)],
  'co-partitioned': [again({ kills: 1 }), never('calm', ONE, 'made-again', 'reached', 10)],
  'checkpoint-interval': [again(), never('cut', { ...ONE, workers: 2 }, 'cut-at-checkpoint', 'violated', 8)],
  straggler: [again(), never('copy', ONE, 'same-result', 'violated', 6)],
  playground: [
    reach('draw', { example: 'impure', partitions: 2 }, 'same-bytes', 'violated', BOTH),
    never('pure', ONE, 'same-bytes', 'violated', 6),
  ],
};
