// What each step of a world changes.

import { present } from '../base/assert.ts';
import type { Job } from '../kernel/job.ts';
import type { Effect } from '../kernel/parts.ts';
import type { Actor, Given } from './actor.ts';
import type { Envelope, Send } from './envelope.ts';
import { copyId } from './envelope.ts';
import { FAULTS } from './faults.ts';
import type { ActorModelOptions, Changed } from './options.ts';
import type { World } from './world.ts';
import type { WorldMove, WorldSlots } from './world-move.ts';

type Order<B> = (a: Envelope<B>, b: Envelope<B>) => number;

/** Where a step has work for somebody, its job goes here, and the step is not taken. */
type Found = (job: Job) => void;

interface Steps<L, B> {
  effect(world: World<L, B>, move: WorldMove<B>, result?: Uint8Array): Effect;
  /** The work that is in a step. */
  job(world: World<L, B>, move: WorldMove<B>): Job | undefined;
}

export function stepsOf<L, B>(
  options: ActorModelOptions<L, B>,
  at: WorldSlots,
  inOrder: Order<B>,
): Steps<L, B> {
  type W = World<L, B>;
  const { actors, exchange, observer } = options;
  const slotOf = new Map(actors.map(({ id }, slot) => [id, slot]));
  const slotFor = (id: string): number => present(slotOf.get(id), `actor ${id}`);
  const actorOf = (id: string): Actor<L, B> => actors[slotFor(id)] as Actor<L, B>;
  const sent = (from: string, sends: readonly Send<B>[]): Envelope<B>[] =>
    sends.map((send) => ({ from, ...send }));

  /** A delivery; by exchange, the reply that the receiver sends is delivered in the same step. */
  function deliver(world: W, first: Envelope<B>, given: Given, found?: Found): Effect {
    const after = new Map<number, L>();
    let put: readonly Envelope<B>[] = [];
    for (let envelope: Envelope<B> | undefined = first; envelope; ) {
      const { id, to }: Envelope<B> = envelope;
      const slot = slotFor(to);
      const before = after.get(slot) ?? (world.locals[to] as L);
      const actor = actors[slot] as Actor<L, B>;
      const job = found && actor.job?.(before, envelope);
      if (job) {
        found(job);
        break;
      }
      const { local, sends } = actor.receive(before, envelope, given);
      after.set(slot, local);
      put = [...put, ...sent(to, sends)].sort(inOrder);
      const reply: Envelope<B> | undefined = exchange ? put.find(({ replyTo }) => replyTo === id) : undefined;
      if (reply) put = put.filter((other) => other !== reply);
      envelope = reply;
    }
    return { set: [...after], take: [first], put };
  }

  function act({ locals }: W, actor: string, name: string, given: Given): Effect {
    const behaviour = actorOf(actor);
    const act = present(behaviour.act, `${actor} acts`);
    const { local, sends } = act.call(behaviour, locals[actor] as L, name, given);
    return { set: [[slotFor(actor), local]], put: sent(actor, sends) };
  }

  function change(world: W, { action, item }: WorldMove<B>, result?: Uint8Array): Effect {
    const { kind, of, answer } = action;
    const given = { answer, result };
    switch (kind) {
      case 'deliver':
        return deliver(world, item as Envelope<B>, given);
      case 'drop': {
        const lost = item as Envelope<B>;
        const again = options.mayResend?.(lost);
        return { take: [lost], ...(again ? { set: [[at.lost, [...world.lost, lost].sort(inOrder)]] } : {}) };
      }
      case 'duplicate': {
        const copied = { ...(item as Envelope<B>), copied: true as const };
        return { take: [item], put: [copied, { ...copied, id: copyId(of) }] };
      }
      case 'resend': {
        const [again, rest] = parted(world.lost, ({ id }) => id === of);
        return { set: [[at.lost, rest]], put: again };
      }
      case 'crash': {
        const local = world.locals[of] as L;
        const left = actorOf(of).crash?.(local) ?? local;
        return {
          set: [
            [slotFor(of), left],
            [at.down, [...world.down, of].sort()],
          ],
          // With exchanges, what it was about to send has not left it.
          ...(exchange ? { take: world.net.filter(({ from }) => from === of) } : {}),
        };
      }
      case 'recover':
        return { set: [[at.down, world.down.filter((id) => id !== of)]] };
      case 'cut':
        return { set: [[at.cuts, [...world.cuts, of].sort()]] };
      case 'heal':
        return { set: [[at.cuts, world.cuts.filter((name) => name !== of)]] };
      default:
        return act(world, action.actor, of, given);
    }
  }

  function job(world: W, { action, item }: WorldMove<B>): Job | undefined {
    const { kind, of, actor, answer } = action;
    if (FAULTS.has(kind)) return undefined;
    if (kind !== 'deliver') return actorOf(actor).job?.(world.locals[actor] as L, of);
    let found: Job | undefined;
    deliver(world, item as Envelope<B>, { answer }, (one) => {
      found = one;
    });
    return found;
  }

  if (!observer) return { effect: change, job };
  const heard: Steps<L, B>['effect'] = (world, move, result) => {
    const effect = change(world, move, result);
    const changed: Record<string, Changed<L>> = {};
    for (const [slot, after] of effect.set ?? []) {
      const id = actors[slot]?.id;
      if (id !== undefined) changed[id] = { before: world.locals[id] as L, after: after as L };
    }
    return { ...effect, event: observer.event(move.action, changed, move.item, world) };
  };
  return { effect: heard, job };
}

function parted<T>(list: readonly T[], test: (item: T) => boolean): readonly [T[], T[]] {
  return [list.filter(test), list.filter((item) => !test(item))];
}
