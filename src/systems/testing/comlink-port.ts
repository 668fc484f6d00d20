// A Node thread's port as comlink takes one: it listens as browsers do.

import type { MessagePort, Worker } from 'node:worker_threads';
import type { Endpoint } from 'comlink';

export function comlinkPort(port: MessagePort | Worker): Endpoint {
  const told = new Map<unknown, (data: unknown) => void>();
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer as never),
    addEventListener(_, listener) {
      const tell = (data: unknown): void => {
        const event = { data } as MessageEvent;
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      };
      told.set(listener, tell);
      port.on('message', tell);
    },
    removeEventListener(_, listener) {
      const tell = told.get(listener);
      if (tell) port.off('message', tell);
      told.delete(listener);
    },
  };
}
