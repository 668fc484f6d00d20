// The worker's side of a search: builds the model it is told of, then expands what it is given. How to load a system is
// handed in by the entry file, so that this folder knows none.

import { assert } from '../base/assert.ts';
import { Expander } from '../kernel/explore-expander.ts';
import { FingerprintSet } from '../kernel/explore-table.ts';
import type { Action, Model } from '../kernel/model.ts';
import type { System } from '../kernel/system.ts';
import type { Port } from './endpoint.ts';
import type { ExpanderAnswer, ExpanderCall, ModelAddress } from './explore-messages.ts';

export type LoadModel = (address: ModelAddress) => Promise<Model>;

/** From a list of lazily loaded systems. */
export function modelsOf(
  catalog: readonly { readonly id: string; readonly load: () => Promise<System> }[],
): LoadModel {
  return async ({ system, params, seed }) => {
    const entry = catalog.find(({ id }) => id === system);
    assert(entry, `no system '${system}' in the catalog`);
    return (await entry.load()).model(params, seed);
  };
}

/** Answers on this port until the thread ends. Calls wait for the model, and so stay in order. */
export function serveExpander(port: Port, loadModel: LoadModel): void {
  let opening: Promise<Expander<unknown, Action>> = Promise.reject(new Error('no model was opened'));
  opening.catch(() => {});
  port.onMessage((message) => {
    const call = message as ExpanderCall;
    if (call.call === 'open') {
      opening = loadModel(call.model).then((model) => new Expander(model, new FingerprintSet(), true));
    }
    opening
      .then((expander) => obey(port, expander, call))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        port.post({ error: reason } satisfies ExpanderAnswer);
      });
  });
}

function obey(port: Port, expander: Expander<unknown, Action>, call: ExpanderCall): void {
  const answer = (value: unknown, transfer: ArrayBuffer[] = []): void =>
    port.post({ value } satisfies ExpanderAnswer, transfer);
  if (call.call === 'load') expander.load(call.states);
  else if (call.call === 'keep') expander.keep(call.fresh);
  else if (call.call === 'adopt') expander.adopt(call.head, call.tail);
  else if (call.call === 'advance') answer(expander.advance());
  else if (call.call === 'release') answer(expander.release(call.from, call.to));
  else if (call.call === 'restless') answer(expander.restless());
  else if (call.call === 'expand') {
    const batch = expander.expand(call.count);
    answer(batch, [batch.candidates.buffer as ArrayBuffer]);
  }
}
