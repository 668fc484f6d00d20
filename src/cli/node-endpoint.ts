// A Node worker thread as an Endpoint, and the inside of one as a Port.

import type { MessagePort } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import type { Endpoint, Port } from '../compute/endpoint.ts';

/** A thread that runs a TypeScript entry: its parent's loader does not reach it, so a small script registers one first. */
export function nodeEndpoint(entry: URL): Endpoint {
  const start = new URL('../../bin/ts-worker.mjs', import.meta.url);
  const worker = new Worker(start, { workerData: { entry: entry.href } });
  let tell: ((reason: string) => void) | null = null;
  const fail = (reason: string): void => {
    tell?.(reason);
    tell = null;
  };
  worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => fail(`the worker ended with code ${code}`));
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    onMessage: (listener) => void worker.removeAllListeners('message').on('message', listener),
    onFailure(listener) {
      tell = listener;
    },
    kill() {
      tell = null;
      void worker.terminate();
    },
  };
}

export const nodePort = (port: MessagePort): Port => ({
  post: (message, transfer = []) => port.postMessage(message, transfer),
  onMessage: (listener) => void port.removeAllListeners('message').on('message', listener),
});
