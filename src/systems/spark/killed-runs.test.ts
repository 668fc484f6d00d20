// `spark run` of four programs as people write them, with a worker killed at every task in turn: the same checksum, and the
// partitions that it says were made again are those that were lost and are needed, as this test finds them.
import { describe, expect, test } from 'vitest';
import { createJobRunner } from '../../compute/job-runner.ts';
import type { Args, VerbHost } from '../../contract/verb.ts';
import { sparkFunctions } from './functions.ts';
import { GIVEN_ALONE } from './given.ts';
import { parseProgram } from './language/parse.ts';
import { driverOf } from './language/program.ts';
import { flat, lostAndNeeded, traced } from './testing/lost-and-needed.ts';
import { input, TEXTS } from './testing/programs.ts';
import { SOURCES } from './testing/sources.ts';
import { runVerb } from './verbs/run-verb.ts';

/** The same programs, on inputs that are soon read. */
const PROGRAMS: Readonly<Record<string, string>> = {
  wordcount: SOURCES.wordcount.replace('documents.txt', 'words'),
  'log mining': SOURCES['log-mining'].replace('service.log', 'log'),
  join: SOURCES.join,
  PageRank: SOURCES.pagerank.replace('links.txt', 'edges').replace('i < 5', 'i < 3'),
};
const WORKERS = 3;

const never = (): never => {
  throw new Error('no worker is started here');
};
const host = (program: string) =>
  ({
    text: async () => program,
    bytes: async (path: string) => new TextEncoder().encode(TEXTS[path]),
    jobs: () => createJobRunner({ workers: 0, start: never, load: async () => sparkFunctions }),
    cores: 2,
    signal: { aborted: false },
    clock: () => 0,
  }) as unknown as VerbHost;

async function sparkRun(program: string, kill?: string) {
  const texts = { input: Object.keys(TEXTS).map((name) => `${name}=${name}`), kill: kill ? [kill] : [] };
  const args: Args = {
    words: ['program.js'],
    has: (name) => name in texts,
    text: () => undefined,
    texts: (name) => texts[name as keyof typeof texts] ?? [],
    count: (name) => (name === 'workers' ? WORKERS : undefined),
  };
  const { json } = await runVerb.run(args, host(program));
  return json as { checksum: string; tasks: number; recomputedPartitions: string[] };
}

/** Names that stand more often in one list than in the other. */
function more(than: readonly string[], names: readonly string[]): string[] {
  const left = [...than];
  const found = names.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...new Set(found)].sort();
}

describe.each(Object.entries(PROGRAMS))('spark run of %s', (_, source) => {
  test('with a worker killed at every task in turn', async () => {
    const plan = { program: driverOf(await parseProgram(source), GIVEN_ALONE), workers: WORKERS, input };
    const calm = traced(plan);
    const undisturbed = await sparkRun(source);
    expect(undisturbed).toMatchObject({ checksum: calm.finished.checksum, recomputedPartitions: [] });
    let again = 0;
    for (let at = 0; at < undisturbed.tasks; at++) {
      const worker = at % WORKERS;
      const { checksum, recomputedPartitions } = await sparkRun(source, `${worker}@${at}`);
      const expected = more(flat(calm.finished), lostAndNeeded(calm, traced(plan, { worker, at })));
      expect({ at, checksum, again: [...recomputedPartitions].sort() }).toEqual({
        at,
        checksum: undisturbed.checksum,
        again: expected,
      });
      again += expected.length;
    }
    expect(again).toBeGreaterThan(0);
  });
});
