import { expect, test } from 'vitest';
import type { SessionApi } from './api.ts';
import { asleep } from './asleep.ts';
import type { PlayedStart } from './played.ts';
import { playedStart } from './played.ts';
import { toySession } from './testing/toy-session.ts';

const OPEN = { kind: 'open', from: { system: 'toy', scenario: 'post' } } as const;
const WINDOW = { columns: 7 };

/** A sleeper over a toy session: what it played, whether it was woken, and the sign of somebody there. */
async function sleeper(played?: (system: string, scenario: string) => Promise<PlayedStart | null>) {
  const start = await playedStart(toySession().session, 'toy', 'post');
  const seen = { started: 0, sign: (): void => undefined, failing: false };
  const api: SessionApi = asleep({
    async start() {
      seen.started++;
      if (seen.failing) throw new Error('no worker');
      return toySession().session;
    },
    played: played ?? (async () => start),
    atFirstSign: (wake) => {
      seen.sign = wake;
    },
  });
  return { api, seen, start };
}

test('a start, its window and its experiment are answered asleep, as the session would', async () => {
  const { api, seen } = await sleeper();
  const real = toySession().session;
  const update = await api.act('mine', OPEN, WINDOW);
  expect(update).toEqual(await real.act('mine', OPEN, WINDOW));
  const wider = { columns: 12 };
  expect(await api.act('mine', { kind: 'show' }, wider)).toEqual(
    await real.act('mine', { kind: 'show' }, wider),
  );
  const { system, scenario, params, seed } = update.frame;
  const about = { system, scenario, params, seed };
  expect(await api.experiment(about)).toEqual(await real.experiment(about));
  expect(seen.started).toBe(0);
});

test('a step wakes it, and is the step that the session makes; so are those after it', async () => {
  const { api, seen } = await sleeper();
  const real = toySession().session;
  await api.act('mine', OPEN, WINDOW);
  await real.act('mine', OPEN, WINDOW);
  for (let step = 1; step <= 3; step++) {
    const advance = { kind: 'advance', count: 1 } as const;
    expect(await api.act('mine', advance, WINDOW)).toEqual(await real.act('mine', advance, WINDOW));
  }
  expect(seen.started).toBe(1);
});

test('steps asked for at once, before the start was answered or the session is there, are all made, in their order', async () => {
  const { api } = await sleeper();
  const advance = { kind: 'advance', count: 1 } as const;
  const all = await Promise.all([
    api.act('mine', OPEN, WINDOW),
    api.act('mine', advance, WINDOW),
    api.act('mine', advance, WINDOW),
    api.act('mine', { kind: 'back', count: 1 }, WINDOW),
  ]);
  expect(all.map(({ frame }) => frame.cursor.step)).toEqual([0, 1, 2, 1]);
});

test('the first sign of somebody wakes it once, and the run is there', async () => {
  const { api, seen } = await sleeper();
  await api.act('mine', OPEN, WINDOW);
  seen.sign();
  seen.sign();
  const saved = await api.save('mine');
  expect([saved.run, saved.step, seen.started]).toEqual(['mine', 0, 1]);
});

test('what was not played is asked of the session: other settings, links, eyes, and what does not come', async () => {
  const other = { kind: 'open', from: { ...OPEN.from, params: { loss: 'on' } } } as const;
  const asked = [
    async ({ api }: { api: SessionApi }) => api.act('mine', other, WINDOW),
    async ({ api }: { api: SessionApi }) => api.act('mine', OPEN, { columns: 7, blocked: true }),
    async ({ api }: { api: SessionApi }) => api.act('mine', OPEN, { columns: 7, from: 2 }),
    async ({ api }: { api: SessionApi }) => {
      await api.act('mine', OPEN, WINDOW);
      return api.experiment({ ...OPEN.from, params: { letters: 2 } });
    },
  ];
  for (const ask of asked) {
    const made = await sleeper();
    await ask(made);
    expect(made.seen.started).toBe(1);
  }
  for (const played of [async () => null, () => Promise.reject(new Error('no network'))]) {
    const made = await sleeper(played);
    expect((await made.api.act('mine', OPEN, WINDOW)).frame.scenario).toBe('post');
    expect(made.seen.started).toBe(1);
  }
});

test('a session that could not be had is asked for anew, and the run is still there', async () => {
  const { api, seen } = await sleeper();
  await api.act('mine', OPEN, WINDOW);
  seen.failing = true;
  const advance = { kind: 'advance', count: 1 } as const;
  await expect(api.act('mine', advance, WINDOW)).rejects.toThrow('no worker');
  seen.failing = false;
  expect((await api.act('mine', advance, WINDOW)).frame.cursor.step).toBe(1);
});
