// What checkpoints cost and what they save, measured on the engine: PageRank, a checkpoint every so many rounds, run once
// without a fault and once for each of many moments at which a worker dies. Counted in tasks started, so that every
// machine counts the same.

import { utf8 } from '../../../base/bytes.ts';
import { canonicalJson } from '../../../base/canonical.ts';
import { pick, unit } from '../../../base/rng.ts';
import type { JobContext } from '../../../kernel/job.ts';
import type { Program } from '../engine/driver.ts';
import { runInline } from '../engine/inline.ts';
import type { Rdd } from '../engine/rdd.ts';
import type { Plan } from '../engine/run.ts';
import { LINKS } from '../programs/steps.ts';

export const CHECKPOINTS = 'spark/checkpoints';
export const ROUNDS = 24;
/** A checkpoint every so many rounds; the last: none. */
export const EVERY = [1, 2, 3, 4, 6, 8, 12, 24] as const;
/** So many moments of a run, one in each equal stretch of it. */
const MOMENTS = 32;

/** The program of the scenario with more rounds, as plain functions. */
const program =
  (every: number, parts: number): Program =>
  (sc, results) => {
    const links = sc
      .textFile('input', parts)
      .map((line: string) => line.split(' '))
      .groupByKey(parts)
      .persist();
    let ranks: Rdd = links.mapValues(() => 1);
    for (let round = 1; round <= ROUNDS; round++) {
      ranks = links
        .join(ranks)
        .values()
        .flatMap(([outs, rank]: readonly [readonly string[], number]) =>
          outs.map((to) => [to, rank / outs.length]),
        )
        .reduceByKey((a: number, b: number) => a + b, parts)
        .mapValues((sum: number) => 0.15 + 0.85 * sum);
      if (round % every === 0 && round < ROUNDS) {
        ranks.persist();
        ranks.checkpoint();
        ranks.count();
      }
    }
    results.push(ranks.collect());
  };

export interface Every {
  readonly every: number;
  /** Tasks of the run in which nobody dies. */
  readonly tasks: number;
  /** Tasks more, where a worker dies right after this many were started. */
  readonly again: readonly (readonly [at: number, more: number])[];
}

export interface Checkpoints {
  readonly workers: number;
  readonly measured: readonly Every[];
}

export interface CheckpointInput {
  readonly workers: number;
  /** Picks each moment in its stretch, and who dies. */
  readonly seed: number;
}

export function measureCheckpoints(
  { workers, seed }: CheckpointInput,
  context: Pick<JobContext, 'progress'>,
): Uint8Array {
  const measured = EVERY.map((every, i): Every => {
    const plan: Plan = { program: program(every, workers), workers, cores: workers, input: () => LINKS };
    const calm = runInline(plan);
    const tasks = calm.run.state.started;
    const again = Array.from({ length: MOMENTS }, (_, m) => {
      const at = Math.floor(((m + unit(seed, m)) * tasks) / MOMENTS);
      const died = runInline(plan, { kills: [{ worker: pick(seed, m, workers), at }] });
      if (died.checksum !== calm.checksum) throw new Error(`another result after a death at task ${at}`);
      context.progress((i + (m + 1) / MOMENTS) / EVERY.length);
      return [at, died.run.state.started - tasks] as const;
    });
    return { every, tasks, again };
  });
  return utf8(canonicalJson({ workers, measured } satisfies Checkpoints));
}
