// A browser's Worker as an Endpoint, and the inside of one as a Port.

import type { Endpoint, Port } from './endpoint.ts';

/** Of several listeners the last one hears. */
function heard(target: { addEventListener(type: 'message', listener: (event: MessageEvent) => void): void }) {
  let listener: ((message: unknown) => void) | null = null;
  return (next: (message: unknown) => void): void => {
    if (!listener) target.addEventListener('message', ({ data }) => listener?.(data));
    listener = next;
  };
}

export function webEndpoint(worker: Worker): Endpoint {
  let tell: ((reason: string) => void) | null = null;
  const fail = (reason: string): void => {
    tell?.(reason);
    tell = null;
  };
  worker.addEventListener('error', ({ message }) => fail(message || 'the worker script did not load'));
  worker.addEventListener('messageerror', () => fail('a message could not be read'));
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    onMessage: heard(worker),
    onFailure: (listener) => {
      tell = listener;
    },
    kill: () => worker.terminate(),
  };
}

/** The part of a worker's global scope that is used. */
interface WorkerScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export const webPort = (scope: WorkerScope): Port => ({
  post: (message, transfer = []) => scope.postMessage(message, [...transfer]),
  onMessage: heard(scope),
});
