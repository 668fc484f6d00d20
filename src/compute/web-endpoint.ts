// A browser's Worker as an Endpoint, and the inside of one as a Port.

import type { Endpoint, Port } from './endpoint.ts';

export function webEndpoint(worker: Worker): Endpoint {
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onFailure: (listener) => {
      let told = false;
      const tell = (reason: string): void => {
        if (!told) listener(reason);
        told = true;
      };
      worker.addEventListener('error', ({ message }) => tell(message || 'the worker script did not load'));
      worker.addEventListener('messageerror', () => tell('a message could not be read'));
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
  onMessage: (listener) => scope.addEventListener('message', ({ data }) => listener(data)),
});
