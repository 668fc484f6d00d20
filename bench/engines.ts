// Where contenders run: each in a thread of its own, so that the heaps and the compiled code of the others do not matter;
// in Node here, in Chromium by chromium-worker.ts.

import { Worker } from 'node:worker_threads';
import { chromiumWorkers } from './chromium-worker.ts';

export interface Workers {
  /** With its version. */
  readonly engine: string;
  /** What the worker of this name answers to the message. */
  ask(name: string, message: unknown): Promise<unknown>;
  close(): Promise<unknown>;
}

/** A file run as threads of Node: one for each name, asked by messages, one at a time. */
export function nodeWorkers(file: URL): Workers {
  const workers = new Map<string, Worker>();
  const start = (): Worker =>
    new Worker(new URL('../bin/ts-worker.mjs', import.meta.url), { workerData: { entry: file.href } });
  return {
    engine: `Node ${process.version}`,
    ask: (name, message) =>
      new Promise((resolve, reject) => {
        const worker = workers.get(name) ?? start();
        workers.set(name, worker);
        worker.once('error', reject);
        worker.once('message', (reply: unknown) => {
          worker.off('error', reject);
          resolve(reply);
        });
        worker.postMessage(message);
      }),
    close: () => Promise.all([...workers.values()].map((worker) => worker.terminate())),
  };
}

/** What asks contenders by name and gets their answers, or their errors. */
export interface Engine<Ask extends { readonly contender: string }, Answer> {
  readonly name: 'Node' | 'Chromium';
  readonly version: string;
  ask(ask: Ask): Promise<Answer>;
  close(): Promise<unknown>;
}

/** Node, and Chromium where there is one; each with the file whose workers answer there. */
export async function enginesOf<Ask extends { readonly contender: string }, Answer>(
  files: { readonly node: URL; readonly web: URL },
  log: (line: string) => void,
): Promise<readonly Engine<Ask, Answer>[]> {
  const engine = (of: 'Node' | 'Chromium', workers: Workers): Engine<Ask, Answer> => ({
    name: of,
    version: workers.engine,
    async ask(ask) {
      const reply = await workers.ask(ask.contender, ask);
      const { value, error } = reply as { readonly value?: Answer; readonly error?: string };
      if (!value) throw new Error(error);
      return value;
    },
    close: workers.close,
  });
  const chromium = await chromiumWorkers(files.web, log);
  return [engine('Node', nodeWorkers(files.node)), ...(chromium ? [engine('Chromium', chromium)] : [])];
}
