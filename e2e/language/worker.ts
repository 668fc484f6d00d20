// A worker as those that compute are, with the language alone in it: it is shut in, says what it could still reach, and
// runs the programs that it is sent, each function by closures and by printed code.

import { codeMaker } from '../../src/app/closed-in.ts';
import { closuresOf } from '../../src/systems/spark/language/closures.ts';
import { parseProgram } from '../../src/systems/spark/language/parse.ts';
import { printedOf } from '../../src/systems/spark/language/print.ts';
import type { ProgramFn } from '../../src/systems/spark/language/program.ts';
import { driverOf, taskOf } from '../../src/systems/spark/language/program.ts';
import { ProgramRefusal } from '../../src/systems/spark/language/refusal.ts';

const compile = await codeMaker();

/** Tries what a program must not be able to; names what it could. */
function reached(): readonly string[] {
  const ways: readonly string[] = [
    'fetch',
    'indexedDB',
    'caches',
    'BroadcastChannel',
    'Worker',
    'SharedWorker',
    'WebSocket',
    'WebTransport',
    'EventSource',
    'XMLHttpRequest',
    'importScripts',
    'crypto',
    'FileReaderSync',
    'MessageChannel',
    'Notification',
    'WebAssembly',
  ];
  return ways.filter((name) => {
    try {
      return compile ? compile(`typeof ${name}`) !== 'undefined' : name in self;
    } catch {
      return false;
    }
  });
}

async function run(program: string): Promise<{ end: string; values: readonly string[]; ms: number }> {
  const began = performance.now();
  const values: string[] = [];
  try {
    const tree = await parseProgram(program);
    const ways = [closuresOf(tree).make, ...(compile ? [printedOf(tree, compile)] : [])];
    const rdd = {
      map: (f: ProgramFn) => {
        for (const make of ways.toReversed())
          values.push(JSON.stringify(taskOf(tree, make, f.id, f.captured).call([1])));
      },
    };
    driverOf(tree)({ parallelize: () => rdd });
    return { end: 'done', values, ms: performance.now() - began };
  } catch (error) {
    if (!(error instanceof ProgramRefusal)) throw error;
    const { line, column, why } = error;
    return { end: `${why.key} ${line}:${column}`, values, ms: performance.now() - began };
  }
}

addEventListener('message', async ({ data }: MessageEvent<string>) => postMessage(await run(data)));
postMessage({ prints: compile !== undefined, reached: reached() });
