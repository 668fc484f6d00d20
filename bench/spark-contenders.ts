// What the Spark benchmark compares, by name: word count by a plain loop in one thread, and by the engine, with lineage,
// the program's own functions and workers. They run in a worker, in Node and in Chromium alike, over the same bytes, and
// must find the same counts.

import { assert } from '../src/base/assert.ts';
import type { Endpoint, Port } from '../src/compute/endpoint.ts';
import type { JobRunner } from '../src/compute/job-runner.ts';
import { createJobRunner } from '../src/compute/job-runner.ts';
import { sparkFunctions } from '../src/systems/spark/functions.ts';
import { parseProgram } from '../src/systems/spark/language/parse.ts';
import { inputFile } from '../src/systems/spark/tasks/input-file.ts';
import { runOnWorkers } from '../src/systems/spark/tasks/on-workers.ts';

/** 39 MB: lines of ten words out of 50,000, most of them of a few. */
const LINES = 800_000;
const WORDS_A_LINE = 10;
const VOCABULARY = 50_000;

const WORDCOUNT = `sc.textFile('words', 8)
  .flatMap(line => line.split(' '))
  .map(word => [word, 1])
  .reduceByKey((a, b) => a + b, 4)
  .collect()`;

export type Ask =
  | { readonly contender: 'plain' }
  | { readonly contender: 'engine'; readonly workers: number; readonly shared: boolean };

export interface Answer {
  readonly ms: number;
  readonly words: number;
  /** Of the engine's run: its checksum, and how its functions ran. */
  readonly checksum: string | null;
  readonly code: string | null;
}

/** The text, the same everywhere: a linear congruential generator, its numbers bent so that low words come often. */
function textOfWords(lines: number): Uint8Array {
  const out = new Uint8Array(lines * WORDS_A_LINE * 7);
  let seed = 1;
  let at = 0;
  const exponents = Array.from({ length: 4096 }, (_, i) => Math.floor(VOCABULARY ** (i / 4096)));
  const spellings = Array.from({ length: VOCABULARY }, (_, i) => `w${i}`);
  for (let line = 0; line < lines; line++) {
    for (let word = 0; word < WORDS_A_LINE; word++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const low = exponents[seed >>> 20] as number;
      const high = exponents[(seed >>> 20) + 1] ?? VOCABULARY;
      const rank = low + Math.floor((((seed >>> 8) & 4095) * (high - low)) / 4096);
      const spelling = spellings[rank] as string;
      for (let i = 0; i < spelling.length; i++) out[at++] = spelling.charCodeAt(i);
      out[at++] = word === WORDS_A_LINE - 1 ? 10 : 32;
    }
  }
  return out.slice(0, at);
}

/** The plain loop: one thread, strings, a Map. */
function plainCount(bytes: Uint8Array): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const lines = new TextDecoder('latin1').decode(bytes).split('\n');
  lines.pop();
  for (const line of lines) {
    for (const word of line.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Answers every Ask that comes by the port. `start` starts a worker that runs tasks. */
export function serveContenders(port: Port, start: () => Endpoint): void {
  const bytes = textOfWords(LINES);
  const tree = parseProgram(WORDCOUNT);
  const runners = new Map<string, JobRunner>();
  let file: ReturnType<typeof inputFile> | undefined;
  let runs = 0;

  async function engine({ workers, shared }: Extract<Ask, { contender: 'engine' }>): Promise<Answer> {
    const name = `${workers} ${shared}`;
    file ??= inputFile('words', bytes);
    const began = performance.now();
    const runner =
      runners.get(name) ??
      createJobRunner({ workers, shareMemory: shared, start, load: async () => sparkFunctions });
    runners.set(name, runner);
    const plan = { tree: await tree, files: [file], workers };
    const { failed, results, code, checksum } = await runOnWorkers(plan, runner, { run: ++runs });
    const ms = performance.now() - began;
    assert(failed === undefined, String(failed));
    const [pairs] = results as [[string, number][]];
    let total = 0;
    for (const [, count] of pairs) total += count;
    assert(total === LINES * WORDS_A_LINE, `the engine counts ${total} words`);
    return { ms, words: pairs.length, checksum, code };
  }

  async function answer(ask: Ask): Promise<Answer> {
    if (ask.contender === 'engine') return engine(ask);
    const began = performance.now();
    const counts = plainCount(bytes);
    return { ms: performance.now() - began, words: counts.size, checksum: null, code: null };
  }

  port.onMessage((message) => {
    answer(message as Ask).then(
      (value) => port.post({ value }),
      (error: unknown) => port.post({ error: String((error as Error)?.stack ?? error) }),
    );
  });
}
