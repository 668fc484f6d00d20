// Whoever asks for a model comes by a system the same way, also one that has never seen it: a search's worker.

import { afterEach, expect, test, vi } from 'vitest';
import { catalog } from './catalog.ts';
import { newSession } from './testing/new-session.ts';

afterEach(() => vi.resetModules());

const addresses = await Promise.all(
  catalog.map(async (entry) =>
    (await entry.head()).scenarios.map(({ id }) => ({ system: entry.id, scenario: id })),
  ),
);

test.each(addresses.flat())('$system/$scenario: a fresh worker has its model', async (address) => {
  const { frame } = await newSession().open(address);
  // From here on nothing of a system is loaded yet, as in a worker that has just begun.
  vi.resetModules();
  const { inlineExplorer } = await import('../session/explorer.ts');
  const fresh = await import('./catalog.ts');
  const host = { clock: () => performance.now(), breathe: () => Promise.resolve() };
  const bounds = { maxStates: 50, maxBytes: 1e9, maxDepth: 3, map: true };
  const task = { ...address, params: frame.params, seed: frame.seed, prefix: [], ...bounds };
  const { map } = await inlineExplorer(fresh.catalog, host)(task, undefined, new AbortController().signal);
  const first = map?.edges.filter(([from]) => from === 0).map(([, , key]) => key);
  expect(first).toEqual(frame.choices.map(({ key }) => key));
});
