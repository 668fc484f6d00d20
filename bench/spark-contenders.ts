// What the Spark benchmark compares, by name: word count and PageRank by a plain loop in one thread, by two workers
// written by hand, and by the engine, with lineage, the program's own functions and workers. They run in a worker, in
// Node and in Chromium alike, over the same bytes, and must find the same.

import { assert, present } from '../src/base/assert.ts';
import type { Endpoint, Port } from '../src/compute/endpoint.ts';
import type { JobRunner } from '../src/compute/job-runner.ts';
import { createJobRunner } from '../src/compute/job-runner.ts';
import { sparkFunctions } from '../src/systems/spark/functions.ts';
import { parseProgram } from '../src/systems/spark/language/parse.ts';
import type { Tree } from '../src/systems/spark/language/tree.ts';
import type { InputFile } from '../src/systems/spark/tasks/input-file.ts';
import { inputFile } from '../src/systems/spark/tasks/input-file.ts';
import { runOnWorkers } from '../src/systems/spark/tasks/on-workers.ts';
import type { Found } from './spark-by-hand.ts';
import { byHand, plainCount, plainRanks } from './spark-by-hand.ts';
import { textOf } from './spark-inputs.ts';

export type Work = 'words' | 'ranks';

/** As Spark was measured with them. */
const PROGRAMS: Readonly<Record<Work, string>> = {
  words: `sc.textFile('words', 8)
    .flatMap(line => line.split(' '))
    .map(word => [word, 1])
    .reduceByKey((a, b) => a + b, 4)
    .collect()`,
  ranks: `const edges = sc.textFile('ranks', 4)
      .map(line => { const p = line.split(' '); return [Number(p[0]), Number(p[1])]; });
    const links = edges.groupByKey(4).cache();
    let ranks = links.mapValues(outs => 1);
    for (let i = 0; i < 5; i++) {
      ranks = links.join(ranks).values()
        .flatMap(([outs, rank]) => outs.map(to => [to, rank / outs.length]))
        .reduceByKey((a, b) => a + b, 4)
        .mapValues(sum => 0.15 + 0.85 * sum);
    }
    ranks.values().max();
    ranks.count();
    links.unpersist()`,
};

export interface Ask {
  readonly contender: 'plain' | 'hand' | 'engine';
  readonly work: Work;
  readonly workers: number;
  /** Of the whole input, from 0 to 1. */
  readonly share: number;
}

export interface Answer extends Found {
  readonly ms: number;
  /** Of the engine's run: its checksum, and how its functions ran. */
  readonly checksum: string | null;
  readonly code: string | null;
}

export interface Seats {
  /** A worker that runs tasks. */
  task(): Endpoint;
  /** One that is written by hand. */
  hand(): Endpoint;
}

/** What is kept between the runs of one program over one input. */
interface Given {
  readonly bytes: Uint8Array;
  readonly tree: Promise<Tree>;
  file?: InputFile;
}

/** Answers every Ask that comes by the port. */
export function serveContenders(port: Port, seats: Seats): void {
  const inputs = new Map<string, Given>();
  const runners = new Map<number, JobRunner>();
  const hands: Endpoint[] = [];
  let runs = 0;

  function given(work: Work, share: number): Given {
    const name = `${work} ${share}`;
    const made = inputs.get(name) ?? { bytes: textOf(work, share), tree: parseProgram(PROGRAMS[work]) };
    inputs.set(name, made);
    return made;
  }

  async function engine({ work, workers }: Ask, of: Given): Promise<Omit<Answer, 'ms'>> {
    // Made without a clock: a page has its files' names at hand.
    const file = present(of.file, 'a file');
    const runner =
      runners.get(workers) ??
      createJobRunner({ workers, start: seats.task, load: async () => sparkFunctions });
    runners.set(workers, runner);
    const plan = { tree: await of.tree, files: [file], workers };
    const { failed, results, code, checksum } = await runOnWorkers(plan, runner, { run: ++runs });
    assert(failed === undefined, JSON.stringify(failed));
    if (work === 'ranks') {
      const [most, count] = results as [number, number];
      return { count, sum: most, checksum, code };
    }
    const [pairs] = results as [[string, number][]];
    return { count: pairs.length, sum: pairs.reduce((sum, [, n]) => sum + n, 0), checksum, code };
  }

  async function find(ask: Ask, of: Given): Promise<Omit<Answer, 'ms'>> {
    if (ask.contender === 'engine') return engine(ask, of);
    if (ask.contender === 'plain') {
      const found = ask.work === 'words' ? plainCount(of.bytes) : plainRanks(of.bytes);
      return { ...found, checksum: null, code: null };
    }
    while (hands.length < ask.workers) hands.push(seats.hand());
    return { ...(await byHand(ask.work, of.bytes, hands)), checksum: null, code: null };
  }

  async function answer(ask: Ask): Promise<Answer> {
    const of = given(ask.work, ask.share);
    if (ask.contender === 'engine') of.file ??= inputFile(ask.work, of.bytes);
    const began = performance.now();
    const found = await find(ask, of);
    return { ...found, ms: performance.now() - began };
  }

  port.onMessage((message) => {
    answer(message as Ask).then(
      (value) => port.post({ value }),
      (error: unknown) => port.post({ error: String((error as Error)?.stack ?? error) }),
    );
  });
}
