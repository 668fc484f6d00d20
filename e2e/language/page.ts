// A page that runs a program with its tasks in workers.

import { createJobRunner } from '../../src/compute/job-runner.ts';
import { canShareMemory } from '../../src/compute/shared-memory.ts';
import { webEndpoint } from '../../src/compute/web-endpoint.ts';
import { sparkFunctions } from '../../src/systems/spark/functions.ts';
import { parseProgram } from '../../src/systems/spark/language/parse.ts';
import { inputFile } from '../../src/systems/spark/tasks/input-file.ts';
import { runOnWorkers } from '../../src/systems/spark/tasks/on-workers.ts';

export interface Asked {
  readonly program: string;
  readonly text: string;
  readonly worker: string;
  readonly workers: number;
  readonly shareMemory: boolean;
  readonly closures: boolean;
}

async function runTasks({ program, text, worker, workers, shareMemory, closures }: Asked) {
  const runner = createJobRunner({
    workers,
    shareMemory,
    start: () => webEndpoint(new Worker(worker, { type: 'module', name: 'job' })),
    load: async () => sparkFunctions,
  });
  try {
    const files = [inputFile('words', new TextEncoder().encode(text))];
    const plan = { tree: await parseProgram(program), files, workers: 3 };
    const { checksum, code, failed = null } = await runOnWorkers(plan, runner, { closures });
    return { checksum, code, failed, shared: runner.memory().shared > 0, isolated: canShareMemory() };
  } finally {
    runner.close();
  }
}

Object.assign(window, { runTasks });
