// A second session beside the open run: to measure, map and prove under other settings without touching the run. One
// piece of work at a time, because each first opens what it is about.

import type { OpenRequest, SessionApi } from '../../session/api.ts';
import { newClient } from '../session-client.ts';

let client: Promise<SessionApi> | null = null;
let last: Promise<unknown> = Promise.resolve();

const session = (): Promise<SessionApi> => {
  client ??= newClient().then(({ api }) => api);
  return client;
};

/** Opens the scenario under these settings, aside, and asks something of it. */
export function aside<T>(request: OpenRequest, work: (api: SessionApi) => Promise<T>): Promise<T> {
  const turn = last.then(async () => {
    const api = await session();
    await api.open(request);
    return work(api);
  });
  last = turn.catch(() => undefined);
  return turn;
}

export async function stopAside(): Promise<void> {
  await (await client)?.cancel();
}
