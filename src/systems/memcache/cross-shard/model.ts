// Two keys on two database shards, written together (the transaction of lecture 17.1, part three of a site's growth):
// plain writes, or two-phase commit over two-phase locking (Gray and Reuter, "Transaction Processing", ch. 10). Both
// lock A before B, so there is no deadlock and nobody ever votes no: aborts are left out. A coordinator that comes back
// reads its own log and goes on with the request it was at.

import type { Actor, Outcome } from '../../../actors/actor.ts';
import { actorModel } from '../../../actors/actor-model.ts';
import type { Send } from '../../../actors/envelope.ts';
import type { World, WorldAction } from '../../../actors/world.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Model } from '../../../kernel/model.ts';
import type { Property } from '../../../kernel/property.ts';

export const lanes = ['coordinator', 'shard-a', 'shard-b', 'pair-reader'] as const;
export const shards = ['shard-a', 'shard-b'] as const;
export const OLD = 1;
export const NEW = 2;

export type PairBody =
  | { readonly kind: 'put'; readonly value: number }
  | { readonly kind: 'prepare'; readonly value: number }
  | { readonly kind: 'commit' }
  | { readonly kind: 'read'; readonly lock: boolean }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'ok' }
  | { readonly kind: 'value'; readonly value: number };

/** A coordinator or reader: where it is in its list of requests. */
export interface ClientLocal {
  readonly kind: 'client';
  readonly at: number;
  /** What a reader has read, by shard. */
  readonly got: Readonly<Record<string, number>>;
  /** Came down in the middle of its list; once at most. */
  readonly crashed?: 'down' | 'back';
}
interface Waiting {
  readonly id: string;
  readonly from: string;
  readonly body: PairBody;
}
export interface ShardLocal {
  readonly kind: 'shard';
  readonly value: number;
  readonly staged?: number;
  readonly lock: 'free' | 'reader' | 'writer';
  readonly waiting: readonly Waiting[];
}
export type PairLocal = ClientLocal | ShardLocal;
export type PairWorld = World<PairLocal, PairBody>;

export interface Step {
  readonly to: string;
  readonly body: PairBody;
}

export function programs(params: Params): {
  readonly write: readonly Step[];
  readonly read: readonly Step[];
} {
  const both = (body: PairBody): readonly Step[] => shards.map((to) => ({ to, body }));
  if (params.twoPhase !== 'on')
    return { write: both({ kind: 'put', value: NEW }), read: both({ kind: 'read', lock: false }) };
  return {
    write: [...both({ kind: 'prepare', value: NEW }), ...both({ kind: 'commit' })],
    read: [...both({ kind: 'read', lock: true }), ...both({ kind: 'unlock' })],
  };
}

type Asked = Outcome<PairLocal, PairBody>;

function client(id: string, program: readonly Step[]): Actor<PairLocal, PairBody> {
  const request = (at: number, again: boolean): readonly Send<PairBody>[] => {
    const step = program[at];
    return step
      ? [{ id: `${id}.${at}${again ? '.again' : ''}`, to: step.to, body: step.body, delayMs: 4 }]
      : [];
  };
  return {
    id,
    initial: { local: { kind: 'client', at: 0, got: {} }, sends: request(0, false) },
    receive(local, { replyTo, from, body }): Asked {
      if (local.kind !== 'client' || replyTo?.replace('.again', '') !== `${id}.${local.at}`)
        return { local, sends: [] };
      const got = body.kind === 'value' ? { ...local.got, [from]: body.value } : local.got;
      const { crashed, ...rest } = local;
      const after: ClientLocal = {
        ...rest,
        ...(crashed ? { crashed: 'back' as const } : {}),
        at: local.at + 1,
        got,
      };
      return { local: after, sends: request(after.at, false) };
    },
    acts: (local) =>
      local.kind === 'client' && local.crashed === 'down'
        ? [{ name: `${local.at}.resume`, kind: 'resume' }]
        : [],
    act(local): Asked {
      if (local.kind !== 'client') return { local, sends: [] };
      return { local: { ...local, crashed: 'back' }, sends: request(local.at, true) };
    },
    crash: (local) => ({ ...(local as ClientLocal), crashed: 'down' }),
  };
}

function shard(id: string): Actor<PairLocal, PairBody> {
  /** The answer, or undefined where the request must wait for a lock. */
  function serve(local: ShardLocal, body: PairBody): { local: ShardLocal; reply: PairBody } | undefined {
    const { staged, ...rest } = local;
    switch (body.kind) {
      case 'put':
        return { local: { ...local, value: body.value }, reply: { kind: 'ok' } };
      case 'prepare':
        if (local.lock === 'reader') return undefined;
        return { local: { ...local, lock: 'writer', staged: body.value }, reply: { kind: 'ok' } };
      case 'commit':
        // A commit that is sent again finds nothing staged: it was done before.
        if (staged === undefined) return { local, reply: { kind: 'ok' } };
        return { local: { ...rest, lock: 'free', value: staged }, reply: { kind: 'ok' } };
      case 'read':
        if (body.lock && local.lock === 'writer') return undefined;
        return {
          local: body.lock ? { ...local, lock: 'reader' } : local,
          reply: { kind: 'value', value: local.value },
        };
      case 'unlock':
        return { local: { ...local, lock: 'free' }, reply: { kind: 'ok' } };
      default:
        return { local, reply: { kind: 'ok' } };
    }
  }
  const answer = ({ id: request, from }: Waiting, body: PairBody): Send<PairBody> => ({
    id: `${request}.reply`,
    replyTo: request,
    to: from,
    body,
    delayMs: 4,
  });
  return {
    id,
    initial: { local: { kind: 'shard', value: OLD, lock: 'free', waiting: [] }, sends: [] },
    receive(local, request): Asked {
      if (local.kind !== 'shard') return { local, sends: [] };
      let after: ShardLocal = local;
      const sends: Send<PairBody>[] = [];
      // Whoever asks again stands in the queue once.
      const others = local.waiting.filter(({ from }) => from !== request.from);
      const waiting: Waiting[] = [];
      for (const each of [{ id: request.id, from: request.from, body: request.body }, ...others]) {
        const served = serve(after, each.body);
        if (!served) waiting.push(each);
        else {
          after = served.local;
          sends.push(answer(each, served.reply));
        }
      }
      return { local: { ...after, waiting }, sends };
    },
  };
}

export function pairModel(params: Params): Model<PairWorld, WorldAction> {
  const { write, read } = programs(params);
  const crashes = params.coordinatorCrash === 'on';
  return actorModel<PairLocal, PairBody>({
    actors: [client(lanes[0], write), shard(lanes[1]), shard(lanes[2]), client(lanes[3], read)],
    exchange: params.grain !== 'message',
    properties: properties(crashes, write.length),
    ...(crashes
      ? {
          mayRecover: true,
          mayCrash: (id, world) => {
            const local = world.locals[id] as PairLocal;
            return id === lanes[0] && local.kind === 'client' && !local.crashed && local.at < write.length;
          },
        }
      : {}),
  });
}

export const shardOf = (world: PairWorld, id: string): ShardLocal => world.locals[id] as ShardLocal;
export const clientOf = (world: PairWorld, id: string): ClientLocal => world.locals[id] as ClientLocal;

function properties(crashes: boolean, writes: number): readonly Property<PairWorld>[] {
  const read = (world: PairWorld): readonly number[] => Object.values(clientOf(world, lanes[3]).got);
  const whole = (values: readonly number[]): boolean | undefined =>
    values.length < 2 ? undefined : values[0] === values[1];
  const waits = (world: PairWorld): boolean =>
    world.down.includes(lanes[0]) &&
    shards.some((id) => shardOf(world, id).lock === 'writer' && shardOf(world, id).waiting.length > 0);
  return [
    {
      name: 'pair-whole',
      kind: 'always',
      judge: (world) => whole(read(world)),
      witness(world) {
        const { got } = clientOf(world, lanes[3]);
        return {
          text: text('witness.pair-whole', { a: got[lanes[1]] ?? '', b: got[lanes[2]] ?? '' }),
          actors: [lanes[1], lanes[2], lanes[3]],
        };
      },
    },
    {
      name: 'pair-ends-whole',
      kind: 'always',
      judge(world) {
        const local = clientOf(world, lanes[0]);
        if (local.at < writes && !world.down.includes(lanes[0])) return undefined;
        if (shards.some((id) => shardOf(world, id).lock === 'writer')) return undefined;
        return shardOf(world, lanes[1]).value === shardOf(world, lanes[2]).value;
      },
      witness: (world) => ({
        text: text('witness.pair-ends-whole', {
          a: shardOf(world, lanes[1]).value,
          b: shardOf(world, lanes[2]).value,
        }),
        actors: [...shards],
      }),
    },
    {
      name: 'nobody-blocked',
      kind: 'always',
      ...(crashes ? {} : { inapplicable: text('na.no-crash') }),
      judge: (world) => !waits(world),
      witness: () => ({ text: text('witness.nobody-blocked'), actors: [...lanes] }),
    },
    { name: 'pair-read', kind: 'sometimes', judge: (world) => read(world).length === 2 },
  ];
}
