import { describe, expect, test } from 'vitest';
import { present } from '../base/assert.ts';
import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import type { LinkParts } from '../share/link.ts';
import { formatLink } from '../share/link.ts';
import { en as shareEn } from '../share/text.en.ts';
import { zh as shareZh } from '../share/text.zh.ts';
import type { Intent, Move, Update } from './api.ts';
import type { ByHand } from './by-hand.ts';
import type { Cursor } from './frame.ts';
import { toySession } from './testing/toy-session.ts';
import { en as sessionEn } from './text.en.ts';
import { zh as sessionZh } from './text.zh.ts';

async function opened(params: Readonly<Record<string, string | number>> = {}): Promise<ByHand> {
  const session = toySession();
  await session.open({ system: 'toy', scenario: 'post', params });
  return session;
}

/** What a promise was refused with. */
async function refusal(promise: Promise<unknown>): Promise<Text> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).text;
}

const take = async (session: ByHand, ...keys: string[]): Promise<Cursor> => {
  for (const key of keys) await session.choose(key);
  return (await session.frame()).cursor;
};

describe('a session', () => {
  test('opens a scenario at its defaults and refuses what does not exist, naming what does', async () => {
    const session = toySession();
    const { frame, head } = await session.open({ system: 'toy', scenario: 'post' });
    expect(frame).toMatchObject({
      params: { letters: 4, loss: 'off' },
      seed: 1,
      cursor: { try: 0, step: 0 },
    });
    expect(head.properties.map(({ name }) => name)).toEqual([
      'in-order',
      'all-arrive',
      'some-lost',
      'never-lost',
    ]);
    const open = (system: string, scenario: string, params = {}, seed = 1) =>
      refusal(session.open({ system, scenario, params, seed }));
    expect(await open('bank', 'post')).toEqual({
      key: 'link.unknown-system',
      args: { system: 'bank', known: 'toy' },
    });
    expect(await open('toy', 'office')).toMatchObject({ args: { known: 'post, sealed' } });
    expect(await open('toy', 'post', { los: 'on' })).toMatchObject({ args: { known: 'letters, loss' } });
    expect(await open('toy', 'post', { loss: 'maybe' })).toMatchObject({ args: { allowed: 'off, on' } });
    expect(await open('toy', 'post', { letters: 0 })).toMatchObject({ args: { allowed: '1..100000' } });
    expect(await open('toy', 'post', { letters: '2.5' })).toMatchObject({ key: 'session.bad-value' });
    expect(await open('toy', 'post', {}, -1)).toMatchObject({ key: 'session.bad-seed' });
    // All of it in words that there are.
    const refusals = ['link.unknown-system', 'link.unknown-scenario', 'session.unknown-switch'];
    for (const key of [...refusals, 'session.bad-value', 'session.bad-seed'])
      for (const words of [
        { ...shareEn, ...sessionEn },
        { ...shareZh, ...sessionZh },
      ])
        expect(words).toHaveProperty([key]);
    // What was open is still open.
    expect((await session.frame()).cursor).toEqual({ try: 0, step: 0 });
  });

  test('refuses to show a run before one is open', async () => {
    expect(await refusal(toySession().frame())).toEqual({ key: 'session.not-open' });
  });

  test('shows what can happen, when it is due, what waits and why, and what just changed', async () => {
    const session = await opened();
    await take(session, 'send 0', 'send 1');
    const frame = await session.frame();
    expect(frame.choices.map(({ key }) => key)).toEqual(['send 2', 'take 0', 'take 1']);
    expect(frame.choices.filter(({ isDefault }) => isDefault).map(({ key }) => key)).toEqual(['send 2']);
    expect(frame.choices[1]).toMatchObject({ sentStep: 1, actor: 'taker', group: 'step' });
    expect(frame.choices[1]?.dueMs).toBeGreaterThanOrEqual(10);
    expect(frame.choices[0]).toMatchObject({ sentStep: null, dueMs: null });
    expect(frame.blocked).toEqual([
      {
        key: 'seal',
        actor: 'taker',
        label: { key: 'toy.do', args: { key: 'seal' } },
        reason: { key: 'toy.not-all', args: { sent: 2 } },
      },
    ]);
    expect(frame.panels[0]?.rows).toEqual([
      { id: 'sent', label: { key: 'toy.sent' }, value: { key: '2' }, was: { key: '1' } },
      { id: 'lost', label: { key: 'toy.lost' }, value: { key: '0' }, was: null },
    ]);
    expect(frame.story?.sentence).toEqual({ key: 'toy.did', args: { key: 'send 1' } });
    expect(frame.key).toBe('send 1');
  });

  test('judges here and so far, with the first flip and a witness', async () => {
    const session = await opened({ loss: 'on' });
    await take(session, 'send 0', 'send 1', 'take 1', 'take 0', 'send 2', 'lose 2');
    const [order, arrive, lost, never] = (await session.seek({ try: 0, step: 4 })).properties;
    expect(order).toMatchObject({ here: 'violated', soFar: 'violated', firstFlip: 4 });
    expect(order?.witness).toEqual({ text: { key: 'toy.seen', args: { seen: '1,0' } }, actors: ['taker'] });
    expect(arrive).toMatchObject({ here: 'open', firstFlip: null });
    expect(lost).toMatchObject({ here: 'not reached', firstFlip: 6 });
    expect(never).toMatchObject({ here: 'holds', soFar: 'holds', firstFlip: 6 });
    expect((await session.seek({ try: 0, step: 2 })).properties[0]).toMatchObject({ soFar: 'holds' });
    const plain = await opened();
    expect((await plain.frame()).properties[3]).toMatchObject({
      here: 'does not apply',
      reason: { key: 'toy.no-loss' },
    });
  });

  test('advances by the scheduler to the end, running the job there, never by a fault', async () => {
    const session = await opened({ loss: 'on' });
    const frame = await session.advance(1000);
    expect(frame.length).toBe(9);
    expect(frame.key).toBe('seal');
    expect(frame.choices).toEqual([]);
    expect(frame.tries[0]?.ended).toEqual({ over: true, violated: ['in-order'] });
    expect((await session.summary()).properties).toEqual({
      'in-order': 'violated',
      'all-arrive': 'holds',
      'some-lost': 'not reached',
      'never-lost': 'holds',
    });
    // Its heading says the seal: the job's bytes have gone into the state.
    const [last] = (await session.track(8, 9)).steps;
    expect(last?.mark.heading[0]?.args?.seal).toMatch(/^[0-9a-f]{64}$/);
  });

  test('advances along a try’s own future before it asks the scheduler', async () => {
    const session = await opened();
    await take(session, 'send 0', 'take 0', 'send 1');
    await session.seek({ try: 0, step: 0 });
    expect(await session.advance(3)).toMatchObject({ cursor: { try: 0, step: 3 }, key: 'send 1' });
  });

  test('branches in the past and keeps both, each with its first steps in words', async () => {
    const session = await opened();
    await take(session, 'send 0', 'send 1', 'take 0', 'take 1');
    await session.seek({ try: 0, step: 2 });
    const frame = await session.choose('take 1');
    expect(frame.cursor).toEqual({ try: 1, step: 3 });
    expect(frame.tries).toMatchObject([
      { id: 0, from: null, length: 4 },
      { id: 1, from: { try: 0, step: 2 }, length: 3, parts: [{ args: { key: 'take 1' } }] },
    ]);
    expect(frame.tries[0]?.parts).toHaveLength(2);
    expect((await session.seek({ try: 0, step: 4 })).key).toBe('take 1');
    expect((await session.nameTry(1, '  the other way ')).tries[1]?.name).toBe('the other way');
    expect((await session.nameTry(1, ' ')).tries[1]?.name).toBeNull();
  });

  test('refuses what cannot happen and places that are not there', async () => {
    const session = await opened();
    expect(await refusal(session.choose('take 0'))).toEqual({
      key: 'session.not-possible',
      args: { key: 'take 0', step: 1 },
    });
    expect(await refusal(session.seek({ try: 0, step: 1 }))).toMatchObject({ key: 'session.no-place' });
    expect(await refusal(session.seek({ try: 1, step: 0 }))).toMatchObject({ key: 'session.no-place' });
    expect(await refusal(session.nameTry(7, 'x'))).toMatchObject({ key: 'session.no-place' });
  });

  test('gives lanes for a stretch of steps, with the chips that stand when it opens', async () => {
    const session = await opened();
    await take(session, 'send 0', 'send 1', 'take 0', 'send 2', 'take 2', 'take 1');
    const { from, steps, chips } = await session.track(4, 99);
    expect(from).toBe(4);
    expect(steps.map(({ step, key }) => [step, key])).toEqual([
      [5, 'take 2'],
      [6, 'take 1'],
    ]);
    expect(chips).toEqual([{ actor: 'taker', text: { key: 'toy.seen', args: { seen: '0' } } }]);
    expect(steps[1]?.sentSteps).toEqual([2]);
    expect(steps[1]?.verdicts).toEqual(['violated', 'open', 'not reached', 'does not apply']);
    expect((await session.track(0, 0)).chips).toEqual([{ actor: 'taker', text: { key: 'toy.none' } }]);
  });

  test('gives the whole run at a glance', async () => {
    const session = await opened({ loss: 'on' });
    await take(session, 'send 0', 'send 1', 'take 1', 'take 0', 'send 2', 'lose 2');
    await session.seek({ try: 0, step: 3 });
    await session.choose('lose 0');
    await session.seek({ try: 0, step: 6 });
    const { length, flips, forks, bin, bursts } = present(await session.overview(), 'overview');
    expect([length, bin]).toEqual([6, 1]);
    expect(flips).toEqual([
      { step: 4, property: 'in-order', verdict: 'violated', count: 1 },
      { step: 6, property: 'some-lost', verdict: 'reached', count: 1 },
      { step: 6, property: 'never-lost', verdict: 'violated', count: 1 },
    ]);
    expect(forks).toEqual([3]);
    expect(bursts).toEqual([
      { actor: 'sender', counts: [1, 1, 0, 0, 1, 0] },
      { actor: 'taker', counts: [0, 0, 1, 1, 0, 0] },
      { actor: 'net', counts: [0, 0, 0, 0, 0, 1] },
    ]);
  });

  test('finds what is of interest: flips, forks, and waits that end', async () => {
    const session = await opened({ letters: 3 });
    await take(session, 'send 0', 'send 1', 'take 1', 'take 0', 'send 2', 'take 2', 'seal');
    await session.seek({ try: 0, step: 1 });
    await session.choose('take 0');
    await session.seek({ try: 0, step: 0 });
    const steps: number[] = [];
    for (let i = 0; i < 5; i++) steps.push((await session.interesting(1)).cursor.step);
    // The fork, the violation, the last letter's arrival (the seal no longer waits), the end.
    expect(steps).toEqual([1, 4, 6, 7, 7]);
    const back: number[] = [];
    for (let i = 0; i < 5; i++) back.push((await session.interesting(-1)).cursor.step);
    expect(back).toEqual([6, 4, 1, 0, 0]);
  });

  test('keeps the same choices under other settings, up to the first that is not possible', async () => {
    const session = await opened({ loss: 'on' });
    await take(session, 'send 0', 'take 0', 'send 1', 'lose 1', 'send 2');
    const { frame, warning } = await session.setParams({ loss: 'off' });
    expect(warning).toEqual({ key: 'session.kept-up-to', args: { step: 4, key: 'lose 1' } });
    expect(frame).toMatchObject({ cursor: { try: 0, step: 3 }, length: 3, params: { loss: 'off' } });
    const back = await session.setParams({ loss: 'on' });
    expect(back.warning).toBeNull();
    expect(back.frame.length).toBe(3);
  });

  test('compares the same choices under two settings', async () => {
    const session = await opened();
    await session.advance(1000);
    const { firstDivergence, why, a, b } = await session.compare({ letters: 3 });
    expect(why).toBe('not possible');
    expect(a.track.steps[(firstDivergence ?? 0) - 1]?.key).toBe('send 3');
    expect(b.properties['all-arrive']).toBe('holds');
    expect(b.track.steps.map(({ key }) => key)).not.toContain('send 3');
    expect(b.track.steps.at(-1)?.key).toBe('seal');
    expect((await session.compare({ loss: 'on' })).firstDivergence).toBeNull();
  });

  test('runs a list of choices as a try of its own, from the start or from here', async () => {
    const session = await opened();
    await take(session, 'send 0', 'send 1');
    const guess = await session.tryChoices(['take 1', 'take 0'], 'here', 'my guess');
    expect(guess.cursor).toEqual({ try: 0, step: 4 });
    expect(guess.tries[0]?.name).toBe('my guess');
    const shortest = await session.tryChoices(['send 0', 'take 0'], 'start', 'from the start');
    expect(shortest.cursor).toEqual({ try: 1, step: 2 });
    expect(shortest.tries[1]).toMatchObject({ name: 'from the start', from: { try: 0, step: 1 } });
    expect(await refusal(session.tryChoices(['seal'], 'start', null))).toMatchObject({
      args: { key: 'seal', step: 1 },
    });
    expect((await session.frame()).cursor).toEqual({ try: 1, step: 2 });
  });

  test('asks a prediction only along the default run', async () => {
    const session = await opened();
    const asked = async () => (await session.frame()).prediction;
    expect(await asked()).toBeNull();
    await session.advance(2);
    expect(await asked()).toBe('first');
    await session.seek({ try: 0, step: 1 });
    await session.choose('take 0');
    expect(await asked()).toBeNull();
    const other = await opened({ letters: 5 });
    await other.advance(2);
    expect((await other.frame()).prediction).toBeNull();
  });

  test('Next halts at a question, however many are asked at once, until it was answered', async () => {
    const { session } = await opened();
    const next = (answered?: readonly string[]) =>
      session.act('run 1', { kind: 'advance', count: 1, ...(answered ? { answered } : {}) }, { columns: 5 });
    const steps = async (asked: readonly Promise<{ frame: { cursor: { step: number } } }>[]) =>
      (await Promise.all(asked)).map(({ frame }) => frame.cursor.step);
    expect(await steps([next([]), next([]), next([]), next([])])).toEqual([1, 2, 2, 2]);
    expect((await next([])).held).toBe(true);
    expect(await steps([next(['first']), next(['first'])])).toEqual([3, 4]);
    // Another try asks nothing.
    await session.act('run 1', { kind: 'choose', at: { try: 0, step: 1 }, key: 'take 0' }, { columns: 5 });
    expect(await steps([next([]), next([])])).toEqual([3, 4]);
    // Who says nothing of questions, as the command line, passes them.
    await session.act('run 1', { kind: 'seek', to: { try: 0, step: 0 } }, { columns: 5 });
    expect(await steps([next(), next(), next()])).toEqual([1, 2, 3]);
  });

  test('a prediction is answered by the run it was asked of, and by no other try', async () => {
    const session = await opened();
    const answered = async () => (await session.frame()).answered;
    expect(await answered()).toEqual([]);
    await session.advance(3);
    expect(await answered()).toEqual(['first']);
    // Another try that leaves before it has shown: whatever comes of it is no answer.
    await session.seek({ try: 0, step: 1 });
    await session.choose('take 0');
    await session.advance(3);
    expect(await answered()).toEqual([]);
    await session.seek({ try: 0, step: 3 });
    expect(await answered()).toEqual(['first']);
  });

  test('says how a run ended at its last step, and nowhere else', async () => {
    const session = await opened();
    const moved = (intent: Move) => session.session.act('run 1', intent, { columns: 5 });
    expect((await moved({ kind: 'advance', count: 1 })).ended).toBeUndefined();
    const last = await moved({ kind: 'advance', count: 1000 });
    expect(last.frame.cursor.step).toBe(last.frame.length);
    expect(last.ended).toEqual({ said: null, facts: [], words: [] });
    expect((await moved({ kind: 'back', count: 1 })).ended).toBeUndefined();
  });

  test('knows the default run without running its jobs', async () => {
    const ran: string[] = [];
    const session = toySession({
      runner: {
        run: async ({ kind }) => {
          ran.push(kind);
          return new Uint8Array(32);
        },
        time: () => Promise.reject(new Error('nothing is timed')),
        search: () => Promise.reject(new Error('nothing is searched for')),
      },
    });
    const { frame } = await session.open({ system: 'toy', scenario: 'sealed' });
    expect([frame.prediction, ran]).toEqual([null, []]);
    expect((await session.advance(2)).prediction).toBeNull();
    expect(ran).toEqual([]);
    expect((await session.advance(1)).prediction).toBe('after');
    expect(ran).toEqual(['toy/seal']);
  });

  test('explores from the start or from here while a person goes on', async () => {
    const session = await opened({ letters: 2 });
    const bounds = { maxStates: 1e6, maxDepth: 1e6 };
    const searching = session.explore({ ...bounds, from: 'start', map: true });
    await session.choose('send 0');
    const outcome = await searching;
    expect(outcome).toMatchObject({
      complete: true,
      stopped: false,
      properties: { 'in-order': { verdict: 'violated', length: 4 }, 'all-arrive': { verdict: 'holds' } },
    });
    expect(outcome.statesByDepth.reduce((sum, n) => sum + n, 0)).toBe(outcome.states);
    expect(outcome.map?.states).toHaveLength(outcome.states);
    await take(session, 'take 0');
    const here = await session.explore({ ...bounds, from: 'here' });
    expect(here.properties['in-order']).toEqual({ verdict: 'holds' });
    expect(here.states).toBeLessThan(outcome.states);
  });

  test('says which steps break a promise, and what would not have', async () => {
    const session = await opened();
    await take(session, 'send 0', 'send 1', 'take 1', 'take 0');
    await session.advance(1000);
    const { steps, sentence, counterfactuals } = await session.why('in-order');
    expect(steps).toEqual([3, 4]);
    expect(sentence).toMatchObject({
      key: 'session.why.swap',
      args: {
        at: 4,
        step: 3,
        other: 4,
        earlier: { args: { key: 'take 1' } },
        later: { args: { key: 'take 0' } },
      },
    });
    expect(counterfactuals[0]).toMatchObject({
      kind: 'swap',
      verdict: 'holds',
      change: { args: { later: { key: 'toy.do', args: { key: 'take 0' } } } },
    });
    const changed = await session.tryChoices(counterfactuals[0]?.choices ?? [], 'start', 'the other way');
    expect(changed.properties[0]?.soFar).toBe('holds');
    expect(await refusal(session.why('in-order'))).toMatchObject({ key: 'session.never-violated' });
    expect(await refusal(session.why('order'))).toMatchObject({ key: 'session.unknown-property' });
  });

  test('reads the scenario’s experiment', async () => {
    const session = await opened();
    expect(await session.experiment()).toMatchObject({ metrics: { firstByte: expect.any(Number) } });
  });
});

describe('a session’s links and files', () => {
  test('a link opens to the same moment, with the whole run and the step shown', async () => {
    const session = await opened({ loss: 'on' });
    await take(session, 'send 0', 'lose 0', 'send 1');
    await session.advance(1000);
    const { fingerprint } = await session.seek({ try: 0, step: 4 });
    const link = await session.link();
    expect(link).toContain('&n=4&');
    const { frame, warning } = await toySession().openLink(`https://example.org/${link}`);
    expect(warning).toBeNull();
    expect(frame).toMatchObject({ fingerprint, cursor: { try: 0, step: 4 }, length: 9 });
  });

  test('a link made by the first version of this code opens for ever', async () => {
    const golden = '#/v1/toy/post?m=3&p=loss.on&s=16&c=AC~H&n=6&k=E6mRHenp';
    const { frame, warning } = await toySession().openLink(golden);
    expect(warning).toBeNull();
    expect(frame).toMatchObject({ fingerprint: '8e1f490796305d12', seed: 42, cursor: { try: 0, step: 6 } });
  });

  test('a link whose model has changed since is shown as far as it goes, and says so', async () => {
    const drifted = async (change: Partial<LinkParts>): Promise<string | undefined> => {
      const parts: LinkParts = {
        system: 'toy',
        scenario: 'post',
        modelVersion: 3,
        params: {},
        seed: null,
        choices: '~C',
        cursor: null,
        observed: 1,
      };
      const { frame, warning } = await toySession().openLink(formatLink({ ...parts, ...change }));
      return `${warning?.key} at ${frame.cursor.step}`;
    };
    expect(await drifted({})).toBe('link.drifted at 2');
    expect(await drifted({ choices: '~C_' })).toBe('link.stops at 2');
    expect(await drifted({ choices: '~gD' })).toBe('link.stops at 9');
    expect(await drifted({ modelVersion: 2 })).toBe('link.other-model at 2');
  });

  test('a damaged link is refused and what was open stays', async () => {
    const session = await opened();
    await session.advance(3);
    const link = await session.link();
    expect(await refusal(session.openLink(link.slice(0, -1)))).toEqual({ key: 'link.cut' });
    expect(await refusal(session.openLink(link.replace('toy', 'tay')))).toEqual({ key: 'link.mangled' });
    expect((await session.frame()).cursor.step).toBe(3);
  });

  test('a thousand choices by hand fit in 2,000 characters and open again', async () => {
    const session = await opened({ letters: 5000 });
    for (let i = 0; i < 1000; i++) {
      const { choices } = await session.frame();
      await session.choose(choices[i % Math.min(choices.length, 60)]?.key ?? '');
      if (choices.length > 40) await session.choose(choices[choices.length - 1]?.key ?? '');
    }
    const { fingerprint } = await session.frame();
    const link = await session.link();
    expect(link.length).toBeLessThan(2000);
    expect((await toySession().openLink(link)).frame.fingerprint).toBe(fingerprint);
  });

  test('a saved run opens with all its tries, names and the place that was shown', async () => {
    const session = await opened({ loss: 'on' });
    await take(session, 'send 0', 'send 1', 'take 0', 'take 1');
    await session.seek({ try: 0, step: 2 });
    await take(session, 'lose 1', 'send 2');
    await session.nameTry(1, 'lost');
    await session.seek({ try: 1, step: 1 });
    await take(session, 'take 0');
    const before = await session.seek({ try: 1, step: 3 });
    const saved = JSON.parse(JSON.stringify(await session.save()));
    const { frame, warning } = await toySession().restore(saved);
    expect(warning).toBeNull();
    expect(frame).toEqual(before);
    expect((await toySession().restore(JSON.stringify(saved))).frame).toEqual(before);
  });

  test('a saved run of another model opens as far as it goes and says so', async () => {
    const session = await opened();
    await take(session, 'send 0', 'take 0', 'send 1');
    const saved = (await session.save()) as { tries: { keys: string[] }[]; fingerprint: string };
    const broken = structuredClone(saved);
    broken.tries[0]?.keys.splice(1, 1, 'vanish 0');
    const { frame, warning } = await toySession().restore(broken);
    expect(warning).toEqual({ key: 'saved.stops', args: { step: 2, try: 1 } });
    expect(frame).toMatchObject({ cursor: { try: 0, step: 1 }, length: 1 });
    expect((await toySession().restore({ ...saved, modelVersion: 2 })).warning).toEqual({
      key: 'saved.other-model',
      args: { system: 'toy', made: 2, here: 3 },
    });
    expect((await toySession().restore({ ...saved, fingerprint: '0'.repeat(16) })).warning?.key).toBe(
      'saved.drifted',
    );
    expect(await refusal(toySession().restore({ lamplight: 1 }))).toMatchObject({ key: 'saved.wrong' });
  });

  test('what is returned can cross to another thread', async () => {
    const session = await opened();
    await session.advance(5);
    for (const value of [
      await session.frame(),
      await session.track(0, 5),
      await session.overview(),
      await session.save(),
      await session.compare({ letters: 2 }),
      await session.choices(),
    ]) {
      expect(structuredClone(value)).toEqual(value);
    }
  });
});

describe('long work', () => {
  test('stops when it is cancelled, and stands where it got to', async () => {
    const session = await opened({ letters: 100_000 });
    const counts: number[] = [];
    const stop = new AbortController();
    const running = session.advance(1_000_000, {
      signal: stop.signal,
      progress: ({ count = 0 }) => {
        counts.push(count);
        if (counts.length === 2) stop.abort();
      },
    });
    const frame = await running;
    expect(counts.length).toBeGreaterThanOrEqual(2);
    expect(frame.length).toBeLessThan(200_000);
    expect(frame.cursor.step).toBe(frame.length);
    expect((await session.advance(1)).cursor.step).toBe(frame.length + 1);
  });

  test('a link that is stopped is open as far as it got, and says so', async () => {
    const maker = await opened({ letters: 200 });
    const { length } = await maker.advance(1_000_000);
    const link = await maker.link();
    let now = 0;
    const session = toySession({ clock: () => (now += 5) });
    const stop = new AbortController();
    const { frame, warning } = await session.openLink(link, {
      signal: stop.signal,
      progress: () => stop.abort(),
    });
    const { step } = frame.cursor;
    expect([step > 0 && step < length, frame.length]).toEqual([true, step]);
    expect(warning).toEqual({ key: 'link.stopped', args: { step, of: length } });
    expect((await session.advance(1)).cursor.step).toBe(step + 1);
  });

  test('a saved run that is stopped leaves the run that was open', async () => {
    const maker = await opened({ letters: 200 });
    await maker.advance(1_000_000);
    const saved = await maker.save();
    let now = 0;
    const session = toySession({ clock: () => (now += 5) });
    await session.open({ system: 'toy', scenario: 'post', params: { letters: 2 } });
    const stop = new AbortController();
    const opening = session.restore(saved, { signal: stop.signal, progress: () => stop.abort() });
    expect(await refusal(opening)).toEqual({ key: 'session.cancelled' });
    expect((await session.frame()).params.letters).toBe(2);
  });

  test('a search that is cancelled says what is known by then', async () => {
    const session = await opened({ letters: 40, loss: 'on' });
    let asked = 0;
    const stop = new AbortController();
    const progress = (): void => {
      asked++;
      stop.abort();
    };
    const outcome = await session.explore(
      { maxStates: 50_000_000, maxDepth: 1e6 },
      { signal: stop.signal, progress },
    );
    expect(asked).toBeGreaterThan(0);
    expect(outcome).toMatchObject({ stopped: true, complete: false });
    expect(outcome.properties['all-arrive']?.verdict).toBe('unknown');
  });
});

describe('one order', () => {
  const WINDOW = { columns: 7 };
  const here: Intent = { kind: 'open', from: { system: 'toy', scenario: 'post' } };
  const on: Intent = { kind: 'advance', count: 1 };

  test('relative intents begin where the run stands when their turn comes', async () => {
    const { session } = toySession();
    const asked: Promise<Update>[] = [session.act('a', here, WINDOW)];
    for (let i = 0; i < 5; i++) asked.push(session.act('a', on, WINDOW));
    for (let i = 0; i < 3; i++) asked.push(session.act('a', { kind: 'back', count: 1 }, WINDOW));
    const steps = (await Promise.all(asked)).map(({ frame }) => frame.cursor.step);
    expect(steps).toEqual([0, 1, 2, 3, 4, 5, 4, 3, 2]);
  });

  test('a choice is taken where it was offered, wherever the run stands by then', async () => {
    const { session } = toySession();
    await session.act('a', here, WINDOW);
    await session.act('a', { kind: 'advance', count: 3 }, WINDOW);
    const at = { try: 0, step: 1 };
    const { frame } = await session.act('a', { kind: 'choose', at, key: 'take 0' }, WINDOW);
    expect(frame).toMatchObject({ key: 'take 0', cursor: { step: 2 } });
  });

  test('what was asked of a run that is left is dropped: it neither advances the new one nor is kept as it', async () => {
    const { session } = toySession();
    await session.act('a', here, WINDOW);
    const late = [session.act('a', on, WINDOW), session.act('a', on, WINDOW)];
    const opened = session.act('b', here, WINDOW);
    for (const one of late) expect(await refusal(one)).toEqual({ key: 'session.left' });
    expect(await opened).toMatchObject({ run: 'b', frame: { cursor: { step: 0 }, length: 0 } });
    expect(await refusal(session.act('a', on, WINDOW))).toEqual({ key: 'session.left' });
    expect(await refusal(session.save('a'))).toEqual({ key: 'session.left' });
    expect((await session.save('b')).run).toBe('b');
  });

  test('an Update has the head of another run, and of what was sent before only what has changed', async () => {
    const { session } = toySession();
    const first = await session.act('a', here, WINDOW);
    expect(first.head).toBeDefined();
    const second = await session.act('a', on, WINDOW);
    expect(second.head).toBeUndefined();
    expect(second.track?.steps).toHaveLength(1);
    const back = await session.act('a', { kind: 'back', count: 1 }, WINDOW);
    expect(back.track).toBeUndefined();
    expect(back.frame.blocked).toBeNull();
    expect('state' in back.frame).toBe(false);
    expect((await session.act('a', here, WINDOW)).track).toBeDefined();
  });

  test('a stop stops what it belongs to and nothing else', async () => {
    const { session } = toySession();
    const params = { letters: 40, loss: 'on' };
    await session.act('a', { kind: 'open', from: { system: 'toy', scenario: 'post', params } }, WINDOW);
    const stop = new AbortController();
    const place = { run: 'a', at: { try: 0, step: 0 } };
    const bounds = { maxStates: 50_000_000, maxDepth: 1e6 };
    const search = session.explore(place, bounds, { signal: stop.signal });
    const running = session.act('a', { kind: 'advance', count: 60 }, WINDOW);
    stop.abort();
    expect((await search).stopped).toBe(true);
    expect((await running).frame.cursor.step).toBe(60);
  });

  test('a comparison is of the run as it was when it was asked for', async () => {
    const session = await opened();
    await session.advance(4);
    const alone = await session.compare({ loss: 'on' });
    const meanwhile = session.compare({ loss: 'on' });
    await session.advance(1000);
    expect(await meanwhile).toEqual(alone);
  });

  test('undoing a replacement brings the run back as it was, with every try', async () => {
    const session = await opened();
    await session.advance(4);
    await session.seek({ try: 0, step: 1 });
    const before = await session.choose('take 0');
    await session.setParams({ loss: 'on' });
    expect((await session.undo()).frame).toEqual(before);
  });
});
