import { describe, expect, test } from 'vitest';
import { Refusal } from '../base/result.ts';
import type { SessionApi } from './api.ts';
import type { SessionWire } from './wire.ts';
import { SessionDied, serveSession, sessionOver } from './wire.ts';

/** A session of which only `why` does something, and that is up to the test. */
const only = (why: SessionApi['why']): SessionApi => ({ why }) as SessionApi;
const ASKED = ['a', 'p'] as unknown as Parameters<SessionApi['why']>;

/** The heart's clock, moved by hand. */
function clock() {
  const waiting: (() => void)[] = [];
  return {
    after: (_: number, run: () => void) => {
      waiting.push(run);
      return () => {};
    },
    async tick(count: number) {
      for (let i = 0; i < count; i++) {
        for (const run of waiting.splice(0)) run();
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
  };
}

function over(wire: SessionWire) {
  const time = clock();
  let deaths = 0;
  const api = sessionOver(wire, { crossing: (f) => f, after: time.after, onDeath: () => deaths++ });
  return { api, time, deaths: () => deaths };
}

describe('a session asked from another thread', () => {
  test('gives the answer, and tells the progress of each call to who asked it', async () => {
    const { api } = over(
      serveSession(
        only(async (...args) => {
          args[2]?.progress?.({ count: 3 });
          return args[1] as never;
        }),
      ),
    );
    const heard: unknown[] = [];
    expect(await api.why(ASKED[0], ASKED[1], { progress: (done) => heard.push(done) })).toBe('p');
    expect(heard).toEqual([{ count: 3 }]);
  });

  test('stops the call whose signal stops, and no other', async () => {
    const ended: string[] = [];
    const { api } = over(
      serveSession(
        only(
          (_, property, way) =>
            new Promise((resolve) => {
              way?.signal?.addEventListener('abort', () => {
                ended.push(property as never);
                resolve('stopped' as never);
              });
            }),
        ),
      ),
    );
    const stop = new AbortController();
    const first = api.why(ASKED[0], 'first' as never, { signal: stop.signal });
    void api.why(ASKED[0], 'second' as never, { signal: new AbortController().signal });
    stop.abort();
    expect(await first).toBe('stopped');
    expect(ended).toEqual(['first']);
  });

  test('refuses in the words of the refusal, and faults as a fault', async () => {
    const words = { key: 'session.left' };
    const refusing = over(serveSession(only(() => Promise.reject(new Refusal(words))))).api;
    await expect(refusing.why(...ASKED)).rejects.toMatchObject({ text: words });
    const failing = over(serveSession(only(() => Promise.reject(new Error('no'))))).api;
    await expect(failing.why(...ASKED)).rejects.toThrow('no');
  });

  test('that falls silent is taken for dead after five beats, and everything asked of it ends', async () => {
    const silent: SessionWire = {
      call: () => new Promise(() => {}),
      stop: () => new Promise(() => {}),
      beat: () => new Promise(() => {}),
      listen: () => new Promise(() => {}),
    };
    const { api, time, deaths } = over(silent);
    const ended = expect(api.why(...ASKED)).rejects.toBeInstanceOf(SessionDied);
    await time.tick(5);
    expect(deaths()).toBe(0);
    await time.tick(1);
    expect(deaths()).toBe(1);
    await ended;
    await expect(api.why(...ASKED)).rejects.toBeInstanceOf(SessionDied);
  });

  test('that is slow but lives is waited for', async () => {
    let answer: (value: never) => void = () => {};
    const { api, time, deaths } = over(
      serveSession(
        only(
          () =>
            new Promise((resolve) => {
              answer = resolve as typeof answer;
            }),
        ),
      ),
    );
    const asked = api.why(...ASKED);
    await time.tick(30);
    answer('late' as never);
    expect(await asked).toBe('late');
    expect(deaths()).toBe(0);
  });
});
