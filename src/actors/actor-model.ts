// Message passing as one Model (after Agha's actors; network kinds as in Lynch, "Distributed Algorithms", ch. 14):
// a world is every actor's own state and the messages in flight; what can happen next is a delivery, an actor's own
// act, or a fault the network is allowed. With `exchange`, a request and its reply are one step (a remote procedure
// call); without, every delivery is a step of its own. Which it is changes nothing in the actors.

import { present } from '../base/assert.ts';
import type { Text } from '../base/text.ts';
import { text } from '../base/text.ts';
import type { Action, Blocked, Model, Pending } from '../kernel/model.ts';
import type { Property } from '../kernel/property.ts';
import type { Actor, Outcome } from './actor.ts';
import type { Envelope, Send } from './envelope.ts';

export interface World<L = unknown, B = unknown> {
  readonly locals: Readonly<Record<string, L>>;
  /** In flight, in canonical order. */
  readonly net: readonly Envelope<B>[];
  /** Ids that were dropped and may be sent again by their sender's log. */
  readonly lost: readonly Envelope<B>[];
  /** Names of the cuts in force. */
  readonly cuts: readonly string[];
  /** Actors that are down. */
  readonly down: readonly string[];
  /** What the observer has written down, where there is one. */
  readonly record?: unknown;
}

export interface WorldAction extends Action {
  /** Id of the message or name of the act it consumes. */
  readonly of: string;
}

/** Two groups of actors that cannot reach each other while the cut is in force. */
export interface Cut {
  readonly name: string;
  readonly sides: readonly [readonly string[], readonly string[]];
}

export interface ActorModelOptions<L, B> {
  readonly actors: readonly Actor<L, B>[];
  /** One step is a request with its reply. */
  readonly exchange: boolean;
  readonly properties: readonly Property<World<L, B>>[];
  /** Messages the network may lose, or deliver twice. */
  readonly mayDrop?: (envelope: Envelope<B>, world: World<L, B>) => boolean;
  readonly mayDuplicate?: (envelope: Envelope<B>, world: World<L, B>) => boolean;
  /** Lost messages that their sender may send again. */
  readonly mayResend?: (envelope: Envelope<B>) => boolean;
  readonly cuts?: readonly Cut[];
  readonly mayCrash?: (actor: string, world: World<L, B>) => boolean;
  readonly mayRecover?: boolean;
  /** An assumption of the scenario: why this action may not happen now, or null. */
  readonly forbids?: (world: World<L, B>, action: WorldAction) => Text | null;
  /** A record kept by nobody in the world, who sees everything: a history to judge. */
  readonly observe?: (
    record: unknown,
    before: World<L, B>,
    action: WorldAction,
    after: World<L, B>,
  ) => unknown;
  /** Things a person might expect, beyond what is in flight. */
  readonly expected?: (world: World<L, B>) => readonly Blocked[];
}

export const FAULTS: ReadonlySet<string> = new Set([
  'drop',
  'duplicate',
  'resend',
  'crash',
  'recover',
  'cut',
  'heal',
]);

export function actorModel<L, B>(options: ActorModelOptions<L, B>): Model<World<L, B>, WorldAction> {
  const { actors } = options;
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const rankOf = new Map(actors.map((actor, rank) => [actor.id, rank]));
  const actorOf = (id: string): Actor<L, B> => present(byId.get(id), `actor ${id}`);
  const rank = (id: string): number => rankOf.get(id) ?? actors.length;

  const inOrder = (a: Envelope<B>, b: Envelope<B>): number =>
    rank(a.from) - rank(b.from) ||
    (a.order ?? 0) - (b.order ?? 0) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

  const addTo = (
    net: readonly Envelope<B>[],
    from: string,
    sends: readonly Send<B>[],
  ): readonly Envelope<B>[] =>
    sends.length === 0 ? net : [...net, ...sends.map((send) => ({ from, ...send }))].sort(inOrder);

  const put = (
    world: World<L, B>,
    id: string,
    outcome: Outcome<L, B>,
    net: readonly Envelope<B>[],
  ): World<L, B> => ({
    ...world,
    locals: outcome.local === world.locals[id] ? world.locals : { ...world.locals, [id]: outcome.local },
    net: addTo(net, id, outcome.sends),
  });

  const severed = (world: World<L, B>, from: string, to: string): boolean =>
    world.cuts.length > 0 &&
    (options.cuts ?? []).some(
      ({ name, sides: [left, right] }) =>
        world.cuts.includes(name) &&
        ((left.includes(from) && right.includes(to)) || (left.includes(to) && right.includes(from))),
    );

  /** Why a message cannot be delivered now, or null. */
  function held(world: World<L, B>, envelope: Envelope<B>): Text | null {
    if (severed(world, envelope.from, envelope.to)) return text('blocked.cut');
    if (world.down.includes(envelope.to)) return text('blocked.down', { actor: envelope.to });
    if (envelope.queue === undefined) return null;
    for (const other of world.net) {
      if (other.queue === envelope.queue && (other.order ?? 0) < (envelope.order ?? 0))
        return text('blocked.queue');
    }
    return null;
  }

  function* candidates(world: World<L, B>): Generator<readonly [WorldAction, Text | null]> {
    const why = (action: WorldAction, reason: Text | null): readonly [WorldAction, Text | null] => [
      action,
      reason ?? options.forbids?.(world, action) ?? null,
    ];
    for (const actor of actors) {
      if (world.down.includes(actor.id)) continue;
      for (const { name, kind } of actor.acts?.(world.locals[actor.id] as L) ?? []) {
        yield why({ key: `${actor.id}.${name}`, kind, actor: actor.id, of: name }, null);
      }
    }
    for (const envelope of world.net) {
      const { id, from } = envelope;
      yield why({ key: id, kind: 'deliver', actor: from, of: id }, held(world, envelope));
    }
  }

  function faults(world: World<L, B>): WorldAction[] {
    const out: WorldAction[] = [];
    const fault = (kind: string, actor: string, of: string): void => {
      out.push({ key: `${kind}:${of}`, kind, actor, of });
    };
    for (const envelope of world.net) {
      if (options.mayDrop?.(envelope, world)) fault('drop', envelope.from, envelope.id);
      if (options.mayDuplicate?.(envelope, world)) fault('duplicate', envelope.from, envelope.id);
    }
    for (const envelope of world.lost)
      if (options.mayResend?.(envelope)) fault('resend', envelope.from, envelope.id);
    if (options.mayCrash) {
      for (const { id } of actors) {
        if (world.down.includes(id)) {
          if (options.mayRecover) fault('recover', id, id);
        } else if (options.mayCrash(id, world)) fault('crash', id, id);
      }
    }
    for (const { name, sides } of options.cuts ?? []) {
      fault(world.cuts.includes(name) ? 'heal' : 'cut', sides[0][0] ?? name, name);
    }
    return out.filter((action) => !options.forbids?.(world, action));
  }

  function deliver(world: World<L, B>, id: string): World<L, B> {
    const envelope = present(
      world.net.find((each) => each.id === id),
      `message ${id}`,
    );
    const rest = world.net.filter((each) => each !== envelope);
    const after = put(
      world,
      envelope.to,
      actorOf(envelope.to).receive(world.locals[envelope.to] as L, envelope),
      rest,
    );
    if (!options.exchange) return after;
    const reply = after.net.find((each) => each.replyTo === id);
    return reply ? deliver(after, reply.id) : after;
  }

  const without = <T>(list: readonly T[], test: (item: T) => boolean): readonly T[] =>
    list.filter((item) => !test(item));

  function next(world: World<L, B>, action: WorldAction): World<L, B> {
    const after = change(world, action);
    return options.observe
      ? { ...after, record: options.observe(world.record, world, action, after) }
      : after;
  }

  function change(world: World<L, B>, action: WorldAction): World<L, B> {
    const { kind, of } = action;
    switch (kind) {
      case 'deliver':
        return deliver(world, of);
      case 'drop': {
        const gone = world.net.filter((each) => each.id === of && options.mayResend?.(each));
        return {
          ...world,
          net: without(world.net, (each) => each.id === of),
          lost: [...world.lost, ...gone],
        };
      }
      case 'duplicate': {
        const twin = present(
          world.net.find((each) => each.id === of),
          of,
        );
        return { ...world, net: addTo(world.net, twin.from, [{ ...twin, id: `${of}+` }]) };
      }
      case 'resend': {
        const again = world.lost.filter((each) => each.id === of);
        return {
          ...world,
          lost: without(world.lost, (each) => each.id === of),
          net: [...world.net, ...again].sort(inOrder),
        };
      }
      case 'crash': {
        const local = world.locals[of] as L;
        return {
          ...world,
          down: [...world.down, of].sort(),
          // With exchanges, what it was about to send has not left it.
          net: options.exchange ? without(world.net, (each) => each.from === of) : world.net,
          locals: { ...world.locals, [of]: actorOf(of).crash?.(local) ?? local },
        };
      }
      case 'recover':
        return { ...world, down: without(world.down, (id) => id === of) };
      case 'cut':
        return { ...world, cuts: [...world.cuts, of].sort() };
      case 'heal':
        return { ...world, cuts: without(world.cuts, (name) => name === of) };
      default: {
        const { actor } = action;
        const behaviour = actorOf(actor);
        const local = world.locals[actor] as L;
        return put(
          world,
          actor,
          present(behaviour.act, `${actor} acts`).call(behaviour, local, of),
          world.net,
        );
      }
    }
  }

  return {
    init() {
      const locals: Record<string, L> = {};
      let net: readonly Envelope<B>[] = [];
      for (const actor of actors) {
        locals[actor.id] = actor.initial.local;
        net = addTo(net, actor.id, actor.initial.sends);
      }
      return { locals, net, lost: [], cuts: [], down: [] };
    },
    enabled(world) {
      const out: WorldAction[] = [];
      for (const [action, reason] of candidates(world)) if (reason === null) out.push(action);
      out.push(...faults(world));
      return out;
    },
    blocked(world) {
      const out: Blocked[] = [];
      for (const [action, reason] of candidates(world)) if (reason !== null) out.push({ ...action, reason });
      return [...out, ...(options.expected?.(world) ?? [])];
    },
    next,
    properties: options.properties,
    faults: FAULTS,
    pending(world) {
      const out: Pending[] = world.net.map(({ id, delayMs = 1 }) => ({ id, key: id, delayMs }));
      for (const actor of actors) {
        for (const { name, delayMs } of actor.acts?.(world.locals[actor.id] as L) ?? []) {
          const key = `${actor.id}.${name}`;
          if (delayMs !== undefined) out.push({ id: key, key, delayMs, exact: true });
        }
      }
      return out;
    },
  };
}
