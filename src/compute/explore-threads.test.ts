// A search in real worker threads: the inline outcome, progress, stop, and the inline outcome again where threads fail.

import { expect, it } from 'vitest';
import { nodeEndpoint } from '../cli/node-endpoint.ts';
import { explore } from '../kernel/explore.ts';
import type { Endpoint } from './endpoint.ts';
import { loopback } from './endpoint.ts';
import { serveExpander } from './explore-serve.ts';
import type { Search, SearchOutcome, SearchTask } from './explore-threads.ts';
import { threadedSearch } from './explore-threads.ts';
import { loadTestModel } from './testing/explore-models.ts';

const task = (over: Partial<SearchTask> = {}): SearchTask => ({
  system: 'lattice',
  params: { axes: 5, limit: 8 },
  seed: 1,
  prefix: [],
  maxStates: 1_000_000,
  maxDepth: 1_000_000,
  workers: 2,
  map: false,
  ...over,
});

const thread = (): Endpoint => nodeEndpoint(new URL('./testing/explore-worker.ts', import.meta.url));
const inline: Search<SearchOutcome> = async (_, model) => ({ ...explore(model), stopped: false, seconds: 0 });
const never: Search<SearchOutcome> = async () => {
  throw new Error('not inline');
};
const quiet = new AbortController().signal;

it('finds in two worker threads what it finds inline, and reports how far it is', async () => {
  const model = await loadTestModel(task());
  const seen: number[] = [];
  const search = threadedSearch({ start: thread, inline: never });
  const { seconds, ...found } = await search(
    task(),
    model,
    model.init(),
    ({ count = 0 }) => seen.push(count),
    quiet,
  );
  expect(found).toEqual({ ...explore(model), stopped: false });
  expect(found).toMatchObject({ complete: true, states: 59_049, edges: 5 * 8 * 9 ** 4 });
  expect(seconds).toBeGreaterThan(0);
  expect(seen.length).toBeGreaterThan(0);
});

it('stops when told to', async () => {
  const model = await loadTestModel(task());
  const stop = new AbortController();
  const search = threadedSearch({
    start: () => loopback((port) => serveExpander(port, loadTestModel)),
    inline: never,
  });
  const found = await search(task(), model, model.init(), () => stop.abort(), stop.signal);
  expect(found).toMatchObject({ complete: false, stopped: true });
});

it('begins again inline, and says why, where a thread fails half way', async () => {
  const reasons: string[] = [];
  const search = threadedSearch({
    start: () => loopback((port) => serveExpander(port, loadTestModel)),
    inline,
    notice: (reason) => reasons.push(reason),
  });
  const model = await loadTestModel(task());
  const found = await search(task({ system: 'failing' }), model, model.init(), undefined, quiet);
  expect(found).toMatchObject({ complete: true, states: 59_049 });
  expect(reasons).toEqual(['the 1000th state does not expand']);
});

it('begins again inline where no thread starts', async () => {
  const reasons: string[] = [];
  const start = (): Endpoint => nodeEndpoint(new URL('./testing/not-there.ts', import.meta.url));
  const search = threadedSearch({ start, inline, notice: (reason) => reasons.push(reason) });
  const model = await loadTestModel(task());
  expect(await search(task(), model, model.init(), undefined, quiet)).toMatchObject({ complete: true });
  expect(reasons).toHaveLength(1);
});

it('stays in this thread for one worker', async () => {
  const model = await loadTestModel(task());
  const search = threadedSearch({
    start: thread,
    inline: async (_, m) => ({ ...explore(m), stopped: false, seconds: 7 }),
  });
  const found = await search(task({ workers: 1 }), model, model.init(), undefined, quiet);
  expect(found.seconds).toBe(7);
});
