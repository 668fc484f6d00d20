// One run through several eyes: the same steps, and of each only what that one knows.

import { expect, test } from 'vitest';
import { present } from '../base/assert.ts';
import type { Intent, Update } from './api.ts';
import { toySession } from './testing/toy-session.ts';

const OPEN: Intent = { kind: 'open', from: { system: 'toy', scenario: 'post', params: { letters: 2 } } };

async function ended() {
  const { session } = toySession();
  const { head } = await session.act('r', OPEN, { columns: 9 });
  const everyone = await session.act('r', { kind: 'advance', count: 20 }, { columns: 9 });
  const seenBy = (eye: string | null): Promise<Update> =>
    session.act('r', { kind: 'show' }, { columns: 9, seenBy: eye });
  return { everyone, seenBy, actors: present(head, 'the head').actors };
}

test('whose eyes there are stands in the head', async () => {
  const { session } = toySession();
  const { head } = await session.act('r', OPEN, { columns: 0 });
  expect(head?.eyes).toEqual(['sender', 'taker']);
});

test('what one does not notice is a step like any other in which nothing happens for them', async () => {
  const { everyone, seenBy } = await ended();
  const all = present(everyone.track, 'track').steps;
  const taker = present((await seenBy('taker')).track, 'track').steps;
  expect(taker.map(({ key }) => key)).toEqual(all.map(({ key }) => key));
  for (const [index, step] of taker.entries()) {
    const theirs = all[index]?.actor === 'taker';
    expect(step.actor).toBe(theirs ? 'taker' : '');
    expect(step.sentence.key).toBe(theirs ? 'toy.did' : 'session.seen.nothing');
    expect(step.mark.heading).toEqual(theirs ? all[index]?.mark.heading : []);
    for (const { from, to } of step.mark.arrows) expect([from, to]).toContain('taker');
    for (const { actor } of step.mark.chips) expect(actor).toBe('taker');
  }
  expect(taker.some(({ actor }) => actor !== 'taker')).toBe(true);
});

test('the story, the state and what a view draws are theirs, the moment is the same', async () => {
  const { everyone, seenBy, actors } = await ended();
  const name = present(
    actors.find(({ id }) => id === 'sender'),
    'the sender',
  ).name;
  const sender = (await seenBy('sender')).frame;
  const taker = (await seenBy('taker')).frame;
  expect(taker.fingerprint).toBe(everyone.frame.fingerprint);
  expect([everyone.frame.seenBy, sender.seenBy, taker.seenBy]).toEqual([undefined, 'sender', 'taker']);
  expect(sender.panels.map(({ actor }) => actor)).toEqual(['sender']);
  expect(taker.panels).toEqual([]);
  expect(everyone.frame.key).toBe('seal');
  expect(sender.story?.sentence).toEqual({ key: 'session.seen.nothing', args: { name } });
});

test('a promise is judged for those who can tell, and unknown to the others at every step', async () => {
  const { everyone, seenBy } = await ended();
  const verdicts = ({ frame, track }: Update, name: string) => {
    const index = frame.properties.findIndex((view) => view.name === name);
    return {
      here: frame.properties[index]?.here,
      reason: frame.properties[index]?.reason?.key,
      steps: new Set(track?.steps.map((step) => step.verdicts[index])),
    };
  };
  const taker = await seenBy('taker');
  expect(verdicts(taker, 'in-order').here).toBe(
    everyone.frame.properties.find(({ name }) => name === 'in-order')?.here,
  );
  expect(verdicts(await seenBy('sender'), 'in-order')).toEqual({
    here: 'unknown',
    reason: 'session.seen.cannot-tell',
    steps: new Set(['unknown']),
  });
});

test('the whole run at a glance shows what they did and what they can tell, nobody else’s', async () => {
  const { session } = toySession();
  await session.act('r', OPEN, { columns: 2 });
  const all = await session.act('r', { kind: 'advance', count: 20 }, { columns: 2 });
  expect(all.overview?.bursts.map(({ actor }) => actor)).toEqual(['sender', 'taker']);
  expect(all.overview?.flips).not.toEqual([]);
  const sender = await session.act('r', { kind: 'show' }, { columns: 2, seenBy: 'sender' });
  expect(sender.overview).toMatchObject({ length: all.overview?.length, flips: [] });
  expect(sender.overview?.bursts.map(({ actor }) => actor)).toEqual(['sender']);
});

test('how it ended is for everyone, and back there nothing is missing', async () => {
  const { everyone, seenBy } = await ended();
  await seenBy('taker');
  const back = await seenBy(null);
  expect(back.frame).toEqual(everyone.frame);
  expect(back.track).toEqual(everyone.track);
  expect((await seenBy('taker')).ended).toBeUndefined();
});

test('eyes that are not there are everyone’s', async () => {
  const { everyone, seenBy } = await ended();
  expect((await seenBy('nobody')).frame).toEqual(everyone.frame);
});

test('tries are named by what they saw, and end as they can tell', async () => {
  const { everyone, seenBy } = await ended();
  const named = ({ frame }: Update): readonly string[] =>
    present(frame.tries[0], 'the try').parts.map(({ key }) => key);
  expect(named(everyone)).toEqual(['toy.did', 'toy.did']);
  expect(named(await seenBy('sender'))).toEqual(['toy.did', 'toy.did']);
  expect(named(await seenBy('taker'))).toEqual([]);
  const broken = ({ frame }: Update): readonly string[] => present(frame.tries[0], 'the try').ended.violated;
  expect(broken(everyone)).toContain('in-order');
  expect(broken(await seenBy('taker'))).toContain('in-order');
  expect(broken(await seenBy('sender'))).not.toContain('in-order');
});

test('a promise that is broken is known to be so by its row, whoever looks', async () => {
  const { everyone, seenBy } = await ended();
  const broken = ({ frame }: Update): readonly string[] =>
    frame.properties.filter((view) => view.broken).map(({ name }) => name);
  expect(broken(everyone)).not.toEqual([]);
  expect(broken(await seenBy('sender'))).toEqual(broken(everyone));
});
