// Entry of a worker, of Node or of a browser, that runs one contender whenever it is told to.

import type { Contender } from './contenders.ts';
import { measure } from './contenders.ts';

interface Scope {
  on?(type: 'message', listener: (contender: Contender) => void): void;
  postMessage(message: unknown): void;
}

/** A browser's worker hears by `onmessage`; Node's by its port. */
const port: Scope | null =
  typeof process === 'object' ? (await import('node:worker_threads')).parentPort : null;
const answer = async (contender: Contender, to: Scope): Promise<void> =>
  to.postMessage(await measure(contender));
if (port?.on) port.on('message', (contender) => void answer(contender, port));
else {
  const scope = self as unknown as Scope & { onmessage: (event: { readonly data: Contender }) => void };
  scope.onmessage = ({ data }) => void answer(data, scope);
}
