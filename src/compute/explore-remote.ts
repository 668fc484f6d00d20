// An expander in another thread, as the search sees it.

import type { Batch } from '../kernel/explore-ledger.ts';
import type { RemoteExpander } from '../kernel/explore-sharded.ts';
import type { Endpoint } from './endpoint.ts';
import type { ExpanderAnswer, ExpanderCall, ModelAddress } from './explore-messages.ts';

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

export function remoteExpander<S>(worker: Endpoint, model: ModelAddress): RemoteExpander<S> {
  const waiting: Waiting[] = [];
  let broken: Error | undefined;

  const fail = (reason: string): void => {
    broken ??= new Error(reason);
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  const tell = (call: ExpanderCall, transfer: ArrayBuffer[] = []): void => worker.post(call, transfer);
  const ask = <T>(call: ExpanderCall): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (broken) return reject(broken);
      waiting.push({ resolve, reject });
      worker.post(call);
    });

  worker.onMessage((message) => {
    const answer = message as ExpanderAnswer;
    if ('error' in answer) fail(answer.error);
    else waiting.shift()?.resolve(answer.value as never);
  });
  worker.onFailure(fail);
  tell({ call: 'open', model });

  return {
    load: (states) => tell({ call: 'load', states }),
    expand: (count) => ask<Batch>({ call: 'expand', count }),
    keep: (fresh) => tell({ call: 'keep', fresh }, [fresh.buffer as ArrayBuffer]),
    advance: () => ask<number>({ call: 'advance' }),
    release: (from, to) => ask({ call: 'release', from, to }),
    adopt: (head, tail) => tell({ call: 'adopt', head, tail }),
    restless: () => ask<boolean>({ call: 'restless' }),
  };
}
