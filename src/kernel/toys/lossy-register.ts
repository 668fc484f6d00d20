// A register behind a network that loses and duplicates: a client writes 1, then 2, each until it is acknowledged, and
// sends again when its timer fires. The server applies what it is told, or remembers the last number it applied
// (stop-and-wait; the at-most-once of Birrell and Nelson, "Implementing remote procedure calls", 1984).

import type { Actor, Outcome } from '../../actors/actor.ts';
import { actorModel } from '../../actors/actor-model.ts';
import type { Send } from '../../actors/envelope.ts';
import { FAULTS } from '../../actors/faults.ts';
import type { World, WorldAction } from '../../actors/world.ts';
import type { Model } from '../model.ts';

export interface RegisterSettings {
  readonly loss: boolean;
  readonly duplication: boolean;
  readonly timer: boolean;
  readonly dedup: boolean;
}

type Local =
  | { readonly kind: 'client'; readonly write: number; readonly attempt: number }
  | { readonly kind: 'server'; readonly value: number; readonly applied: readonly number[] };
type Body = { readonly kind: 'write' | 'ack'; readonly write: number };
type RegisterWorld = World<Local, Body>;

const WRITES = 2;
const MAX_ATTEMPTS = 2;
/** Without a bound on them the copies in flight make millions of states. */
const MAX_FAULTS = 2;
const LINK_MS = 10;
/** Longer than any round trip, so that in a timed run only a lost message makes it fire. */
export const TIMER_MS = 50;

const request = (write: number, attempt: number): Send<Body> => ({
  id: `w${write}.${attempt}`,
  to: 'server',
  body: { kind: 'write', write },
  delayMs: LINK_MS,
});

const client = (timer: boolean): Actor<Local, Body> => ({
  id: 'client',
  initial: { local: { kind: 'client', write: 1, attempt: 1 }, sends: [request(1, 1)] },
  receive(local, { body }): Outcome<Local, Body> {
    if (local.kind !== 'client' || body.write !== local.write) return { local, sends: [] };
    const write = local.write + 1;
    return {
      local: { kind: 'client', write, attempt: 1 },
      sends: write <= WRITES ? [request(write, 1)] : [],
    };
  },
  acts: (local) =>
    timer && local.kind === 'client' && local.write <= WRITES && local.attempt < MAX_ATTEMPTS
      ? [{ name: `again${local.write}.${local.attempt}`, kind: 'timeout', delayMs: TIMER_MS }]
      : [],
  act(local) {
    if (local.kind !== 'client') return { local, sends: [] };
    const attempt = local.attempt + 1;
    return { local: { ...local, attempt }, sends: [request(local.write, attempt)] };
  },
});

const server = (dedup: boolean): Actor<Local, Body> => ({
  id: 'server',
  initial: { local: { kind: 'server', value: 0, applied: [] }, sends: [] },
  receive(local, { id, from, body: { write } }): Outcome<Local, Body> {
    if (local.kind !== 'server') return { local, sends: [] };
    const known = dedup && write <= (local.applied.at(-1) ?? 0);
    return {
      local: known ? local : { kind: 'server', value: write, applied: [...local.applied, write] },
      sends: [{ id: `${id}:ack`, to: from, replyTo: id, body: { kind: 'ack', write }, delayMs: LINK_MS }],
    };
  },
});

const serverOf = (world: RegisterWorld) => world.locals.server as Extract<Local, { kind: 'server' }>;
const clientOf = (world: RegisterWorld) => world.locals.client as Extract<Local, { kind: 'client' }>;

const faultsOf = ({ record }: RegisterWorld): number => record as number;

export function lossyRegister({
  loss,
  duplication,
  timer,
  dedup,
}: RegisterSettings): Model<RegisterWorld, WorldAction> {
  return actorModel<Local, Body>({
    actors: [client(timer), server(dedup)],
    exchange: false,
    mayDrop: (_, world) => loss && faultsOf(world) < MAX_FAULTS,
    mayDuplicate: (_, world) => duplication && faultsOf(world) < MAX_FAULTS,
    observer: {
      start: 0,
      event: ({ kind }) => (FAULTS.has(kind) ? kind : undefined),
      record: (faults) => (faults as number) + 1,
    },
    properties: [
      {
        name: 'at-most-once',
        kind: 'always',
        judge: (world) => new Set(serverOf(world).applied).size === serverOf(world).applied.length,
      },
      {
        name: 'last-write-stays',
        kind: 'always',
        judge(world) {
          if (clientOf(world).write <= WRITES) return undefined;
          return world.net.some(({ body }) => body.kind === 'write')
            ? undefined
            : serverOf(world).value === WRITES;
        },
      },
      { name: 'both-acknowledged', kind: 'sometimes', judge: (world) => clientOf(world).write > WRITES },
    ],
  });
}
