// The parts of an actor model: a slot for each actor's own state, the messages in flight as the bag (a piece for each
// channel or queue), and a slot each for what the network's faults have done and for the observer's record.

import { text } from '../base/text.ts';
import type { Job } from '../kernel/job.ts';
import type { Barred, Parts } from '../kernel/parts.ts';
import type { Actor } from './actor.ts';
import { renamings } from './alike.ts';
import { stepsOf } from './effects.ts';
import type { Envelope } from './envelope.ts';
import { canonicalOrder } from './envelope.ts';
import { FAULTS } from './faults.ts';
import type { ActorModelOptions } from './options.ts';
import type { World, WorldAction } from './world.ts';
import type { WorldMove, WorldSlots } from './world-move.ts';

/** Enough for any scenario that a person can follow, and a state that stays small. */
const MOST_IN_FLIGHT = 256;
const NONE: readonly never[] = Object.freeze([]);

function slotsOf<L, B>(options: ActorModelOptions<L, B>): WorldSlots {
  let count = options.actors.length;
  return {
    lost: options.mayResend ? count++ : -1,
    cuts: options.cuts ? count++ : -1,
    down: options.mayCrash ? count++ : -1,
    record: options.observer ? count++ : -1,
    count,
  };
}

const listIn = (slots: readonly unknown[], slot: number): readonly never[] =>
  slot < 0 ? NONE : (slots[slot] as readonly never[]);

/** The parts, and the work that is in a move. */
interface ActorParts<L, B> extends Parts<World<L, B>, WorldAction, WorldMove<B>> {
  job(world: World<L, B>, move: WorldMove<B>): Job | undefined;
}

export function actorParts<L, B>(options: ActorModelOptions<L, B>): ActorParts<L, B> {
  const { actors, observer, mostInFlight: most = MOST_IN_FLIGHT } = options;
  const at = slotsOf(options);
  const inOrder = canonicalOrder(actors.map(({ id }) => id));
  const symmetry = renamings(options.alike ?? [], actors, at, inOrder);
  return {
    init() {
      const locals: Record<string, L> = {};
      for (const { id, initial } of actors) locals[id] = initial.local;
      const net = actors.flatMap(({ id, initial }) => initial.sends.map((send) => ({ from: id, ...send })));
      const record = observer ? { record: observer.start } : {};
      return { locals, net: net.sort(inOrder), lost: NONE, cuts: NONE, down: NONE, ...record };
    },
    slots: at.count,
    split(world) {
      const slots: unknown[] = actors.map(({ id }) => world.locals[id]);
      if (at.lost >= 0) slots[at.lost] = world.lost;
      if (at.cuts >= 0) slots[at.cuts] = world.cuts;
      if (at.down >= 0) slots[at.down] = world.down;
      if (at.record >= 0) slots[at.record] = world.record;
      return { slots, bag: world.net };
    },
    join(slots, bag) {
      const locals: Record<string, L> = {};
      for (let slot = 0; slot < actors.length; slot++)
        locals[(actors[slot] as Actor<L, B>).id] = slots[slot] as L;
      const world = {
        locals,
        net: bag as readonly Envelope<B>[],
        lost: listIn(slots, at.lost),
        cuts: listIn(slots, at.cuts),
        down: listIn(slots, at.down),
      };
      return at.record < 0 ? world : { ...world, record: slots[at.record] };
    },
    view(read, bag) {
      const getter = (get: () => unknown): PropertyDescriptor => ({ enumerable: true, get });
      const field = (slot: number): PropertyDescriptor => getter(slot < 0 ? () => NONE : () => read(slot));
      const locals = Object.defineProperties(
        {},
        Object.fromEntries(actors.map(({ id }, slot) => [id, getter(() => read(slot))])),
      );
      return Object.defineProperties({ locals } as World<L, B>, {
        net: getter(bag),
        lost: field(at.lost),
        cuts: field(at.cuts),
        down: field(at.down),
        ...(at.record < 0 ? {} : { record: field(at.record) }),
      });
    },
    // A queue is one piece, so that who is first in it is known from the piece.
    pieceOf(item) {
      const { queue, from, to } = item as Envelope<B>;
      return JSON.stringify(queue === undefined ? [from, to] : [queue]);
    },
    inOrder: inOrder as (a: unknown, b: unknown) => number,
    ...movesOf(options),
    room: {
      most,
      full: ({ action }) => (FAULTS.has(action.kind) ? 'never offered' : text('blocked.full', { most })),
    },
    ...stepsOf(options, at, inOrder),
    ...(observer ? { observer: { slot: at.record, hear: observer.record } } : {}),
    ...(symmetry.length > 0 ? { symmetry } : {}),
  };
}

/** The lowest order in each queue. */
function firstOrders(net: readonly Envelope[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { queue, order = 0 } of net) {
    if (queue !== undefined && order < (first.get(queue) ?? Number.POSITIVE_INFINITY))
      first.set(queue, order);
  }
  return first;
}

type MoveParts<L, B> = Pick<Parts<World<L, B>, WorldAction, WorldMove<B>>, 'families' | 'barred' | 'moveOf'>;

/** What may happen, in canonical order: acts, deliveries, faults of the network, of actors, of links. */
function movesOf<L, B>(options: ActorModelOptions<L, B>): MoveParts<L, B> {
  type W = World<L, B>;
  type M = WorldMove<B>;
  const { actors, mayDrop, mayDuplicate, mayResend, mayCrash, mayRecover, cuts = [] } = options;

  const fault = (kind: string, actor: string, of: string, item?: Envelope<B>): M => ({
    action: { key: `${kind}:${of}`, kind, actor, of },
    ...(item ? { item } : {}),
  });
  const acts =
    (actor: Actor<L, B>) =>
    ({ locals }: W): readonly M[] =>
      (actor.acts?.(locals[actor.id] as L) ?? []).map(({ name, kind }) => ({
        action: { key: `${actor.id}.${name}`, kind, actor: actor.id, of: name },
      }));
  const seats = new Map(actors.filter((actor) => actor.answers).map((actor) => [actor.id, actor]));
  const deliveries = (net: readonly Envelope<B>[]): readonly M[] => {
    const first = firstOrders(net);
    return net
      .filter(({ to }) => !seats.has(to))
      .map((item) => {
        const { id, from, queue, order = 0 } = item;
        const action = { key: id, kind: 'deliver', actor: from, of: id };
        const isLater = queue !== undefined && (first.get(queue) ?? 0) < order;
        return isLater ? { action, item, waits: true } : { action, item };
      });
  };
  /** Deliveries to one who may answer in several ways: what these are, he himself knows. */
  const answered =
    (actor: Actor<L, B>) =>
    ({ locals, net }: W): readonly M[] => {
      const first = firstOrders(net);
      return net.flatMap((item) => {
        const { id, from, to, queue, order = 0 } = item;
        if (to !== actor.id) return [];
        const waits = queue !== undefined && (first.get(queue) ?? 0) < order ? { waits: true as const } : {};
        const names = actor.answers?.(locals[actor.id] as L, item);
        if (!names) return [{ action: { key: id, kind: 'deliver', actor: from, of: id }, item, ...waits }];
        return names.map((answer) => ({
          action: { key: `${id}~${answer}`, kind: 'deliver', actor: from, of: id, answer },
          item,
          ...waits,
        }));
      });
    };
  const losses = (net: readonly Envelope<B>[]): readonly M[] =>
    net.flatMap((item) => [
      ...(mayDrop ? [fault('drop', item.from, item.id, item)] : []),
      ...(mayDuplicate && !item.copied ? [fault('duplicate', item.from, item.id, item)] : []),
    ]);
  const resends = ({ lost }: W): readonly M[] => lost.map(({ from, id }) => fault('resend', from, id));
  const crashes = ({ down }: W): readonly M[] =>
    actors.flatMap(({ id }) => {
      if (!down.includes(id)) return [fault('crash', id, id)];
      return mayRecover ? [fault('recover', id, id)] : [];
    });
  const breaks = (world: W): readonly M[] =>
    cuts.map(({ name, sides }) =>
      fault(world.cuts.includes(name) ? 'heal' : 'cut', sides[0][0] ?? name, name),
    );

  const isSevered = (world: W, { from, to }: Envelope<B>): boolean =>
    cuts.length > 0 &&
    world.cuts.length > 0 &&
    cuts.some(
      ({ name, sides: [left, right] }) =>
        world.cuts.includes(name) &&
        ((left.includes(from) && right.includes(to)) || (left.includes(to) && right.includes(from))),
    );
  function held(world: W, { item, waits }: M): Barred | null {
    const envelope = item as Envelope<B>;
    if (isSevered(world, envelope)) return text('blocked.cut');
    if (world.down.includes(envelope.to)) return text('blocked.down', { actor: envelope.to });
    return waits ? text('blocked.queue') : null;
  }
  const isOffered = (world: W, { action: { kind, of, actor }, item }: M): boolean => {
    if (kind === 'drop') return mayDrop?.(item as Envelope<B>, world) ?? false;
    if (kind === 'duplicate') return mayDuplicate?.(item as Envelope<B>, world) ?? false;
    if (kind === 'crash') return mayCrash?.(of, world) ?? false;
    return FAULTS.has(kind) || !world.down.includes(actor);
  };

  const onBag = (moves: (net: readonly Envelope<B>[]) => readonly M[]) => ({
    of: 'bag' as const,
    moves: moves as (items: readonly unknown[]) => readonly M[],
  });
  const onState = (moves: (world: W) => readonly M[]) => ({ of: 'state' as const, moves });
  return {
    families: [
      ...actors.filter((actor) => actor.acts).map((actor) => onState(acts(actor))),
      onBag(deliveries),
      ...[...seats.values()].map((actor) => onState(answered(actor))),
      ...(mayDrop || mayDuplicate ? [onBag(losses)] : []),
      ...(mayResend ? [onState(resends)] : []),
      ...(mayCrash ? [onState(crashes)] : []),
      ...(cuts.length > 0 ? [onState(breaks)] : []),
    ],
    barred(world, move) {
      const { action } = move;
      if (action.kind === 'deliver') return held(world, move) ?? options.forbids?.(world, action) ?? null;
      if (!isOffered(world, move)) return 'never offered';
      const reason = options.forbids?.(world, action) ?? null;
      return reason && FAULTS.has(action.kind) ? 'never offered' : reason;
    },
    moveOf(world, action) {
      const { kind, of } = action;
      if (kind !== 'deliver' && kind !== 'drop' && kind !== 'duplicate') return { action };
      const item = world.net.find(({ id }) => id === of);
      if (!item) throw new Error(`no message ${of} is in flight`);
      return { action, item };
    },
  };
}
