// Message passing as one Model (after Agha's actors; network kinds as in Lynch, "Distributed Algorithms", ch. 14):
// a world is every actor's own state and the messages in flight; what can happen next is a delivery, an actor's own
// act, or a fault the network is allowed. With `exchange`, a request and its reply are one step (a remote procedure
// call); without, every delivery is a step of its own. Which it is changes nothing in the actors.

import type { Model, Pending } from '../kernel/model.ts';
import type { Derived } from '../kernel/parts.ts';
import { derive } from '../kernel/parts.ts';
import { actorParts } from './actor-parts.ts';
import { FAULTS } from './faults.ts';
import type { ActorModelOptions } from './options.ts';
import type { World, WorldAction } from './world.ts';

/** A model in parts: `derived` says so to a search. */
type ActorModel<L, B> = Model<World<L, B>, WorldAction> & {
  readonly derived: Derived<World<L, B>, WorldAction>;
};

export function actorModel<L, B>(options: ActorModelOptions<L, B>): ActorModel<L, B> {
  const parts = actorParts(options);
  const derived = derive(parts);
  const { init, enabled, next } = derived;
  return {
    init,
    enabled,
    next,
    derived,
    blocked: (world) => [...derived.blocked(world), ...(options.expected?.(world) ?? [])],
    properties: options.properties,
    ...(options.actors.some((actor) => actor.job)
      ? { job: (world: World<L, B>, action: WorldAction) => parts.job(world, parts.moveOf(world, action)) }
      : {}),
    faults: FAULTS,
    pending(world) {
      const out: Pending[] = world.net.map(({ id, delayMs = 1 }) => ({ id, key: id, delayMs }));
      for (const actor of options.actors) {
        for (const { name, delayMs, armed, law = 'exact' } of actor.acts?.(world.locals[actor.id] as L) ??
          []) {
          const key = `${actor.id}.${name}`;
          const id = armed === undefined ? key : `${key}@${armed}`;
          if (delayMs !== undefined) out.push({ id, key, delayMs, law });
        }
      }
      return out;
    },
  };
}
