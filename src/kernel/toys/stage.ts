// A stage of three tasks on two workers (Zaharia et al., "Resilient distributed datasets", 2012, section 4): a task is
// launched, its partition computed by a Job, its output kept by its worker; a worker that is lost takes what it ran and
// what it kept with it, and those tasks are launched again. When all three are there, a last Job joins them.

import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, utf8 } from '../../base/bytes.ts';
import type { Job, JobTable } from '../job.ts';
import { addressOf } from '../job.ts';
import type { Action, Model } from '../model.ts';

export interface Task {
  readonly state: 'waiting' | 'running' | 'done';
  /** -1 while it waits. */
  readonly worker: number;
  readonly launches: number;
}

export interface Stage {
  readonly tasks: readonly Task[];
  readonly losses: number;
  /** The joined bytes in hex, or the address that stands for them. */
  readonly result: string | null;
}

const TASKS = 3;
const WORKERS = 2;
/** Long enough to be killed in the middle. */
const ROUNDS = 4000;

export const partitionJob = (task: number): Job => ({
  kind: 'stage/partition',
  input: { task, rounds: ROUNDS },
});
export const joinJob: Job = {
  kind: 'stage/join',
  input: null,
  inputs: Array.from({ length: TASKS }, (_, task) => addressOf(partitionJob(task))),
};

export const stageJobs: JobTable = {
  'stage/partition': ({ task, rounds }: { task: number; rounds: number }, { progress }) => {
    let bytes = sha256(utf8(`partition ${task}`));
    for (let i = 1; i < rounds; i++) {
      bytes = sha256(bytes);
      progress(i / rounds);
    }
    return bytes;
  },
  'stage/join': (_: unknown, { inputs }) => sha256(Uint8Array.from(inputs.flatMap((input) => [...input]))),
};

const WAITING = { state: 'waiting', worker: -1 } as const;

export function stage(maxLosses: number): Model<Stage> {
  const change = (state: Stage, at: (task: Task, index: number) => Task): Stage => ({
    ...state,
    tasks: state.tasks.map(at),
  });

  function steps(state: Stage): Action[] {
    if (state.result !== null) return [];
    const out: Action[] = [];
    state.tasks.forEach(({ state: stands, worker, launches }, task) => {
      if (stands === 'running')
        out.push({ key: `finish:t${task}.${launches}`, kind: 'finish', actor: `w${worker}` });
      if (stands !== 'waiting') return;
      for (let w = 0; w < WORKERS; w++) {
        const busy = state.tasks.some((other) => other.state === 'running' && other.worker === w);
        if (!busy) out.push({ key: `launch:t${task}.${launches + 1}:w${w}`, kind: 'launch', actor: `w${w}` });
      }
    });
    if (state.tasks.every((task) => task.state === 'done'))
      out.push({ key: 'join', kind: 'join', actor: 'driver' });
    return out;
  }

  const taskOf = (key: string): number => Number(key.charAt(key.indexOf(':t') + 2));

  return {
    init: () => ({
      tasks: Array.from({ length: TASKS }, () => ({ ...WAITING, launches: 0 })),
      losses: 0,
      result: null,
    }),
    enabled(state) {
      const out = steps(state);
      if (state.result !== null || state.losses === maxLosses) return out;
      for (let w = 0; w < WORKERS; w++) {
        if (state.tasks.some(({ worker }) => worker === w))
          out.push({ key: `lose:w${w}`, kind: 'lose', actor: `w${w}` });
      }
      return out;
    },
    next(state, { key, kind, actor }, result) {
      const worker = Number(actor.slice(1));
      const index = taskOf(key);
      switch (kind) {
        case 'launch':
          return change(state, (task, i) =>
            i === index ? { state: 'running', worker, launches: task.launches + 1 } : task,
          );
        case 'finish':
          return change(state, (task, i) => (i === index ? { ...task, state: 'done' } : task));
        case 'lose':
          return change({ ...state, losses: state.losses + 1 }, (task) =>
            task.worker === worker ? { ...task, ...WAITING } : task,
          );
        default:
          return { ...state, result: result ? hexOf(result) : addressOf(joinJob) };
      }
    },
    job(_, { key, kind }) {
      if (kind === 'finish') return partitionJob(taskOf(key));
      return kind === 'join' ? joinJob : undefined;
    },
    faults: new Set(['lose']),
    properties: [
      { name: 'goes-on', kind: 'always', judge: (state) => state.result !== null || steps(state).length > 0 },
      { name: 'result', kind: 'sometimes', judge: ({ result }) => result !== null },
      {
        name: 'made-again',
        kind: 'sometimes',
        judge: ({ tasks }) => tasks.some(({ launches }) => launches > 1),
      },
    ],
  };
}
