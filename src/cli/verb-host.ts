// What a verb meets of this machine: files, jobs, links, progress, an interrupt.

import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { triedBy } from '../compute/search.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import type { VerbHost, VerbJobs } from '../contract/verb.ts';
import type { Io } from './command.ts';
import { fileBytes, fileChunks, fileText } from './files.ts';
import { nodeJobRunner } from './job-runner.ts';
import { newSession } from './open-session.ts';

const MOST_BYTES = 2 ** 28;
/** Between two lines of progress. */
const PROGRESS_MS = 2000;

export interface OpenHost {
  readonly host: VerbHost;
  readonly signal: AbortSignal;
  /** Ends the workers that were started. */
  close(): void;
}

export function openHost(io: Io, system: string, catalog: readonly CatalogEntry[]): OpenHost {
  const stop = new AbortController();
  const { signal } = stop;
  // Each worker listens, and there may be more than the ten of which Node warns.
  setMaxListeners(0, signal);
  io.onInterrupt(() => stop.abort());
  const open: { close(): void }[] = [];
  let told = performance.now();

  function jobs(workers: number): VerbJobs {
    const runner = nodeJobRunner(workers, (reason) => io.err(reason));
    open.push(runner);
    const underWay = new Set<() => void>();
    signal.addEventListener('abort', () => {
      for (const stop of underWay) stop();
    });
    return {
      run: (job, options) => runner.run(job, { ...options, signal }),
      begin(job, inputs) {
        const begun = runner.begin(job, inputs);
        underWay.add(begun.stop);
        const over = (): void => void underWay.delete(begun.stop);
        begun.bytes.then(over, over);
        return begun;
      },
      memory: runner.memory,
      search: (search, { onProgress } = {}) =>
        runner.search(search, { onProgress: (seats) => onProgress?.(triedBy(seats)), signal }),
    };
  }

  const host: VerbHost = {
    bytes: (path, most = MOST_BYTES) => fileBytes(path, most),
    text: (path, most = MOST_BYTES) => fileText(path, most),
    chunks: fileChunks,
    async link({ scenario, params = {}, seed, choices }) {
      const request = { system, scenario, params, ...(seed === undefined ? {} : { seed }) };
      return newSession(io, catalog).session.link(request, choices);
    },
    jobs,
    cores: availableParallelism(),
    progress(done) {
      if (performance.now() - told < PROGRESS_MS) return;
      told = performance.now();
      io.err(`${Math.floor(done * 100)}%`);
    },
    clock: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    signal,
  };
  return {
    host,
    signal,
    close() {
      for (const each of open) each.close();
    },
  };
}
