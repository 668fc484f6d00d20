// A small network of actors that answer what they hear, for the tests of this folder.

import type { Actor } from '../actor.ts';
import { actorModel } from '../actor-model.ts';
import type { Send } from '../envelope.ts';
import type { ActorModelOptions } from '../options.ts';
import type { World } from '../world.ts';

export type Body = string;
/** What it has received, in order. */
export type Local = readonly string[];

export const say = (id: string, to = 'bob', over: Partial<Send<Body>> = {}): Send<Body> => ({
  id,
  to,
  body: id,
  ...over,
});

/** Says these at the start, and answers everything that is not an answer. */
export const talker = (id: string, ...sends: readonly Send<Body>[]): Actor<Local, Body> => ({
  id,
  initial: { local: [], sends },
  receive: (local, { id: heard, from, replyTo }) => ({
    local: [...local, heard],
    sends: replyTo === undefined ? [say(`${heard}.ok`, from, { replyTo: heard })] : [],
  }),
});

export const network = (
  actors: readonly Actor<Local, Body>[],
  over: Partial<ActorModelOptions<Local, Body>> = {},
) => {
  const model = actorModel<Local, Body>({ actors, exchange: false, properties: [], ...over });
  const keys = (world: World<Local, Body>): readonly string[] => model.enabled(world).map(({ key }) => key);
  const take = (world: World<Local, Body>, key: string): World<Local, Body> => {
    const action = model.enabled(world).find((each) => each.key === key);
    if (!action) throw new Error(`${key} is not enabled; there are: ${keys(world).join(', ')}`);
    return model.next(world, action);
  };
  const run = (...chosen: readonly string[]): World<Local, Body> => chosen.reduce(take, model.init());
  return { model, keys, take, run };
};
