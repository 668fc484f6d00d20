// Long work in pieces: every 20 ms it lets the thread breathe, so that a cancel can arrive and progress can be shown;
// and where a replay stops for want of a job's bytes, the job is run and the replay goes on.

import { canonicalJson } from '../base/canonical.ts';
import type { JobRunner } from '../compute/job-runner.ts';
import { JobNeeded } from '../timeline/timeline.ts';
import { refused } from './session-text.ts';

/** Computes jobs, times work, and searches for lowest hits: the compute layer's runner. */
export type JobRunning = Pick<JobRunner, 'run' | 'time' | 'search'>;

/** Computes the job a replay needs and puts its bytes where the timeline looks. */
export type RunJob = (needed: JobNeeded) => Promise<void>;

export interface WorkHost {
  /** Milliseconds, from anywhere. */
  readonly clock: () => number;
  /** Resolves in a later macrotask. */
  readonly breathe: () => Promise<void>;
}

const SLICE_MS = 20;
/** Progress is told this often and no oftener: what is told is drawn, by a thread that may share a core with this one. */
const TELL_MS = 100;
/** The clock is left alone for about this long, and for no more calls than that: the next may be slow ones. */
const LOOK_MS = 1;
const MOST_UNLOOKED = 16;

export class Work {
  private readonly host: WorkHost;
  private readonly runJob: RunJob;
  private breathedAt: number;
  /** When the clock was last looked at, how many calls ago, and how many calls it may be left alone. */
  private lookedAt: number;
  private calls = 0;
  private unlooked = 1;
  private toldAt = Number.NEGATIVE_INFINITY;
  private isCancelled = false;

  constructor(host: WorkHost, runJob: RunJob) {
    this.host = host;
    this.runJob = runJob;
    this.breathedAt = host.clock();
    this.lookedAt = this.breathedAt;
  }

  cancel(): void {
    this.isCancelled = true;
  }

  get cancelled(): boolean {
    return this.isCancelled;
  }

  /**
   * Call often. Waits for a macrotask where 20 ms have passed, first doing `beside`, and `tell` where it is due; throws
   * where cancelled.
   */
  pace(tell?: () => void, beside?: () => void): Promise<void> | undefined {
    if (this.isCancelled) throw refused('session.cancelled');
    if (++this.calls < this.unlooked) return undefined;
    return this.look() - this.breathedAt < SLICE_MS ? undefined : this.pause(tell, beside);
  }

  /** A look at the clock costs as much as a part of a short step does. */
  private look(): number {
    const now = this.host.clock();
    const msACall = (now - this.lookedAt) / this.calls;
    this.unlooked = Math.max(1, Math.min(2 * this.unlooked, MOST_UNLOOKED, Math.floor(LOOK_MS / msACall)));
    this.calls = 0;
    this.lookedAt = now;
    return now;
  }

  /** The result of a computation that may need jobs: it is asked again after each. */
  async settle<T>(compute: () => T): Promise<T> {
    let made = '';
    for (;;) {
      if (this.isCancelled) throw refused('session.cancelled');
      try {
        return compute();
      } catch (error) {
        if (!(error instanceof JobNeeded)) throw error;
        const needed = canonicalJson(error.job);
        if (needed === made) throw new Error(`the result of job ${error.job.kind} could not be kept`);
        await this.runJob(error);
        made = needed;
      }
    }
  }

  private async pause(tell?: () => void, beside?: () => void): Promise<void> {
    beside?.();
    if (tell && this.breathedAt - this.toldAt >= TELL_MS) {
      this.toldAt = this.breathedAt;
      tell();
    }
    await this.host.breathe();
    this.breathedAt = this.host.clock();
    this.lookedAt = this.breathedAt;
    if (this.isCancelled) throw refused('session.cancelled');
  }
}
