// A receiver who may answer in several ways, and work that a message is for him.

import { describe, expect, it } from 'vitest';
import { utf8 } from '../base/bytes.ts';
import { explore } from '../kernel/explore.ts';
import type { Job } from '../kernel/job.ts';
import { differences } from '../kernel/testing/same-search.ts';
import type { Actor } from './actor.ts';
import { actorModel } from './actor-model.ts';

type Local = readonly string[];
type Body = string;

const asker = (id: string): Actor<Local, Body> => ({
  id,
  initial: { local: [], sends: [{ id: `${id}.ask`, to: 'seat', body: 'ask' }] },
  job: (_, what): Job | undefined =>
    typeof what === 'string' ? undefined : { kind: 'toy/weigh', input: what.body },
  receive: (local, { body }, given) => ({
    local: [...local, given?.result ? `weighed ${String.fromCharCode(...given.result)}` : body],
    sends: [],
  }),
});

/** Says yes or no to who asks, to nobody the same twice. */
const seat: Actor<Local, Body> = {
  id: 'seat',
  initial: { local: [], sends: [] },
  answers: (said) => ['yes', 'no'].filter((answer) => !said.includes(answer)),
  receive: (said, { id, from }, given) => ({
    local: [...said, given?.answer ?? ''].sort(),
    sends: [{ id: `${id}.reply`, replyTo: id, to: from, body: given?.answer ?? '' }],
  }),
};

const model = (exchange: boolean) =>
  actorModel<Local, Body>({ actors: [asker('a'), asker('b'), seat], exchange, properties: [] });

const keys = (exchange: boolean, ...chosen: readonly string[]): readonly string[] => {
  const { init, enabled, next } = model(exchange);
  let world = init();
  for (const key of chosen) {
    const action = enabled(world).find((one) => one.key === key);
    if (!action) throw new Error(key);
    world = next(world, action);
  }
  return enabled(world).map(({ key }) => key);
};

describe('a receiver with several answers', () => {
  it('offers each as an action of its own, by what he himself knows', () => {
    expect(keys(true)).toEqual(['a.ask~yes', 'a.ask~no', 'b.ask~yes', 'b.ask~no']);
    expect(keys(true, 'a.ask~no')).toEqual(['b.ask~yes']);
    expect(keys(false, 'b.ask~yes')).toEqual(['b.ask.reply', 'a.ask~no']);
  });

  it('is searched as the plain search does', () => {
    for (const exchange of [true, false]) expect(differences(model(exchange), {})).toEqual([]);
    expect(explore(model(true)).states).toBe(7);
  });
});

describe('work in a step', () => {
  it('is that of the actor whom the message, or the reply to it, reaches', () => {
    const { init, enabled, next, job } = model(true);
    const [first] = enabled(init());
    if (!first) throw new Error('nothing to do');
    expect(job?.(init(), first)).toEqual({ kind: 'toy/weigh', input: 'yes' });
    expect(next(init(), first, utf8('3g')).locals.a).toEqual(['weighed 3g']);
    expect(next(init(), first).locals.a).toEqual(['yes']);
  });

  it('is none where the step reaches nobody who has any', () => {
    const { init, enabled, job } = model(false);
    const [first] = enabled(init());
    expect(first && job?.(init(), first)).toBeUndefined();
  });
});
