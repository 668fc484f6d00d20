// Jobs begun ahead: those of what goes on in the state on screen, and in the states that a move passes on its way. So tasks
// that run side by side there are computed side by side, and the step that ends one finds its bytes or waits for no other.
// One is given up when no state that is looked at has it.

import type { ResultStore } from '../compute/result-store.ts';
import type { Job, JobResults } from '../kernel/job.ts';
import type { JobRunning } from './work.ts';

/** What to begin, by address, and where to look for what it reads. */
export interface ToBegin {
  readonly jobs: ReadonlyMap<string, Job>;
  readonly inputs: JobResults;
}

export interface Ahead {
  /** Begins these beside what is begun. */
  also(these: ToBegin): void;
  /** Begins these, and gives up all others. */
  only(these: ToBegin): void;
}

export const NOTHING: ToBegin = { jobs: new Map(), inputs: { get: () => undefined } };

export function createAhead(runner: JobRunning, store: ResultStore): Ahead {
  const begun = new Map<string, AbortController>();

  function begin(address: string, job: Job, inputs: JobResults): void {
    if (begun.has(address) || store.has(address)) return;
    const stop = new AbortController();
    begun.set(address, stop);
    const leave = (): void => {
      if (begun.get(address) === stop) begun.delete(address);
    };
    runner.run(job, { inputs, ahead: true, signal: stop.signal }).then(
      (bytes) => {
        leave();
        store.put(address, bytes);
      },
      // Given up, or no worker is there; the step that needs it asks again, and hears why.
      leave,
    );
  }

  function also({ jobs, inputs }: ToBegin): void {
    for (const [address, job] of jobs) begin(address, job, inputs);
  }

  return {
    also,
    only(these) {
      for (const [address, stop] of begun) {
        if (these.jobs.has(address)) continue;
        begun.delete(address);
        stop.abort();
      }
      also(these);
    },
  };
}
