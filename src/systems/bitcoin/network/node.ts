// A node (Nakamoto 2008, section 5): keeps all blocks that it heard of, believes the chain with most work, the first seen of
// two alike, holds payments that wait, tells its neighbours of what is new, and, where it mines, finds blocks on its tip.

import type { Act, Actor, Outcome } from '../../../actors/actor.ts';
import type { Send } from '../../../actors/envelope.ts';
import { bestChain, blockOf, chainTo, common, confirmations, hasBlock, withBlocks, workTo } from './chain.ts';
import { findJob, foundBlock, genesis, planned } from './find.ts';
import {
  bestOf,
  connected,
  DOUBLE,
  disconnected,
  isSigned,
  MANY,
  PAID,
  planOf,
  WRAPPED,
} from './payments.ts';
import type { NetworkSettings, Version } from './settings.ts';
import { ATTACKER, MERCHANT } from './settings.ts';
import type { BlockRecord, Body, Node } from './state.ts';
import { mayHarden, nextBits, secondsAt } from './targets.ts';
import { chainFault, faultOf, paysWhatIsThere, versionFault } from './versions.ts';

type Sent = Outcome<Node, Body>;

/** Mean delay of a link, in ms. */
const LINK_MS = 2_000;

function startOf({ chain, many }: NetworkSettings): Node {
  const first = genesis(many ? MANY.length : 1, chain.limitBits);
  return {
    kept: withBlocks([], [first]),
    tip: first.name,
    pool: [],
    coins: connected([], first),
    found: 0,
    left: false,
    accepted: false,
    paid: false,
    doubled: false,
  };
}

/** What it spends is there, and nothing that waits spends it too. */
const fits = (payment: string, coins: readonly string[], pool: readonly string[]): boolean =>
  coins.includes(planOf(payment).spends) &&
  !pool.some((other) => planOf(other).spends === planOf(payment).spends);

/** The node at another tip of its tree: coins and waiting payments follow; what could not be in the next block does not. */
function movedTo(node: Node, tip: string, maturity: number): Node {
  const before = bestChain(node);
  const after = chainTo(node, tip);
  const same = common(before, after);
  const gone = before.slice(same);
  const come = after.slice(same);
  let coins = node.coins;
  for (const block of [...gone].reverse()) coins = disconnected(coins, block);
  for (const block of come) coins = connected(coins, block);
  const confirmed = come.flatMap(({ payments }) => payments);
  // What was in a block that was left waits again, where it still can be.
  const waiting = [...gone.flatMap(({ payments }) => payments), ...node.pool];
  const pool: string[] = [];
  for (const payment of waiting)
    if (
      after.length >= maturity &&
      !confirmed.includes(payment) &&
      !pool.includes(payment) &&
      fits(payment, coins, pool)
    )
      pool.push(payment);
  return { ...node, tip, coins, pool: pool.sort(), left: node.left || gone.length > 0 };
}

export function networkNode(s: NetworkSettings, id: string): Actor<Node, Body> {
  const neighbours = s.links[id] ?? [];
  const mines = s.miners.includes(id);
  const most = s.finds[id] ?? 0;
  const version = s.versions[id] as Version;
  const chooses = s.many && mines && most > 0;

  const plannedBy = (node: Node, early: boolean): BlockRecord => planned(id, node, early, s.chain);
  /** What is paid here comes from the first block's reward, which is as old as the next block is high. */
  const isRipe = (node: Node): boolean => blockOf(node, node.tip).height + 1 >= s.chain.maturity;
  /** Mean time to a block of the whole network on this tip, in ms. */
  const blockMs = (node: Node): number => 1000 * secondsAt(nextBits(bestChain(node), s.chain), s.chain);

  /** The merchant hands over the goods once the payment has its confirmations. */
  const judged = (node: Node): Node => {
    if (id !== MERCHANT || node.accepted) return node;
    const there = s.z === 0 && node.pool.includes(PAID);
    return there || confirmations(bestChain(node), PAID) >= Math.max(1, s.z)
      ? { ...node, accepted: true }
      : node;
  };
  /** What a miner would have its next block hold now. */
  const wanted = (node: Node): readonly string[] =>
    bestOf(id, blockOf(node, node.tip).height + 1, node.pool, version.most);
  /** At another tip a miner chooses anew; what comes later waits until it chooses again. */
  const settled = (node: Node): Node => judged(chooses ? { ...node, chosen: wanted(node) } : node);
  const tells = (body: Body, name: string, but: string | null): readonly Send<Body>[] =>
    neighbours
      .filter((to) => to !== but)
      .map((to) => ({ id: `${name}.${id}>${to}`, to, body, delayMs: LINK_MS }));
  const announces = (block: string, but: string | null): readonly Send<Body>[] =>
    tells({ kind: 'inv', block }, `inv.${block}`, but);
  /** Most nodes are as they were a step before. */
  const actsOf = new WeakMap<Node, readonly Act[]>();
  const stays = (node: Node): Sent => ({ local: node, sends: [] });

  function hearsPayment(node: Node, payment: string, from: string): Sent {
    const known = node.pool.includes(payment) || node.coins.includes(`${payment}.0`);
    if (known || !isSigned(payment) || !paysWhatIsThere(payment, version)) return stays(node);
    if (!isRipe(node) || !fits(payment, node.coins, node.pool)) return stays(node);
    const pool = [...node.pool, payment].sort();
    return { local: judged({ ...node, pool }), sends: tells({ kind: 'tx', payment }, `tx.${payment}`, from) };
  }

  function isValid(block: BlockRecord, node: Node): boolean {
    const before = block.parent === null ? [] : chainTo(node, block.parent);
    return chainFault(block, before, s.chain) === null && faultOf(block, before.at(-1), version) === null;
  }

  function hearsBlocks(node: Node, more: readonly BlockRecord[], from: string): Sent {
    const last = more.at(-1);
    const now = { ...node, kept: withBlocks(node.kept, more) };
    if (!last || now.kept === node.kept || !more.every((block) => isValid(block, now))) return stays(node);
    // Only for strictly more work: of two alike the first seen is believed.
    if (workTo(now, last.name) <= workTo(now, node.tip)) return stays(now);
    return { local: settled(movedTo(now, last.name, s.chain.maturity)), sends: announces(last.name, from) };
  }

  function finds(node: Node, early: boolean, result: Uint8Array | undefined): Sent {
    const block = foundBlock(node, plannedBy(node, early), result);
    const now = { ...node, kept: withBlocks(node.kept, [block]), found: node.found + 1 };
    return { local: settled(movedTo(now, block.name, s.chain.maturity)), sends: announces(block.name, null) };
  }

  /** It works on nothing that its own rules refuse. */
  const mayFind = (node: Node): boolean =>
    version.most === Number.POSITIVE_INFINITY ||
    versionFault(plannedBy(node, false), blockOf(node, node.tip), version) === null;

  /** A payment of its own, told to all but one. */
  function pays(node: Node, payment: string, but: string | null = null): Sent {
    const pool = [...node.pool, payment].sort();
    return { local: { ...node, pool }, sends: tells({ kind: 'tx', payment }, `tx.${payment}`, but) };
  }
  /** Finney's attacker pays once a block of its own has the other payment. */
  const mayPay = (node: Node): boolean =>
    !node.paid && isRipe(node) && (s.attack !== 'finney' || confirmations(bestChain(node), DOUBLE) > 0);
  /** The same coin again: kept to itself, or told to all but who was paid with it. */
  function doubles(node: Node): Sent {
    const others = node.pool.filter((other) => planOf(other).spends !== planOf(DOUBLE).spends);
    const now = { ...node, doubled: true, pool: others };
    if (s.attack === 'race') return pays(now, DOUBLE, MERCHANT);
    return stays({ ...now, pool: [...others, DOUBLE].sort() });
  }
  const payable = (node: Node, payment: string): boolean =>
    isRipe(node) && paysWhatIsThere(payment, version) && fits(payment, node.coins, node.pool);

  /** Oldest first, what stands between what the other has and this block. */
  function lacked(node: Node, block: string, has: string): readonly BlockRecord[] {
    const chain = chainTo(node, block);
    const known = hasBlock(node, has) ? chainTo(node, has) : [];
    return chain.slice(Math.max(1, common(chain, known)));
  }

  return {
    id,
    initial: {
      local: chooses ? { ...startOf(s), chosen: [] } : startOf(s),
      sends: [],
    },
    receive(node, { id: message, from, body }) {
      switch (body.kind) {
        case 'tx':
          return hearsPayment(node, body.payment, from);
        case 'inv': {
          if (hasBlock(node, body.block)) return stays(node);
          const ask: Body = { kind: 'getdata', block: body.block, has: node.tip };
          const reply = s.messages ? {} : { replyTo: message };
          const name = `get.${body.block}.${id}>${from}`;
          return { local: node, sends: [{ id: name, to: from, body: ask, delayMs: LINK_MS, ...reply }] };
        }
        case 'getdata': {
          const blocks = lacked(node, body.block, body.has);
          const reply = s.messages ? {} : { replyTo: message };
          const name = `block.${body.block}.${id}>${from}`;
          const give: Body = { kind: 'block', blocks };
          return { local: node, sends: [{ id: name, to: from, body: give, delayMs: LINK_MS, ...reply }] };
        }
        case 'block':
          return hearsBlocks(node, body.blocks, from);
      }
    },
    acts(node) {
      const known = actsOf.get(node);
      if (known) return known;
      const acts: Act[] = [];
      actsOf.set(node, acts);
      if (mines && node.found < most && mayFind(node)) {
        const name = `find.${node.found + 1}`;
        const timed = {
          delayMs: (blockMs(node) * 100) / Math.max(1, s.share[id] ?? 1),
          law: 'exponential' as const,
        };
        acts.push({ name, kind: 'find', ...timed, armed: node.tip });
        if (s.early && mayHarden(nextBits(bestChain(node), s.chain), s.chain))
          acts.push({ name: `${name}.early`, kind: 'find' });
      }
      if (chooses && node.found < most && wanted(node).join() !== node.chosen?.join())
        acts.push({ name: 'renew', kind: 'renew' });
      if (id === ATTACKER && s.many)
        for (const payment of MANY)
          if (payable(node, payment)) acts.push({ name: `pay.${payment}`, kind: 'pay' });
      if (id === ATTACKER && s.overflow && payable(node, WRAPPED))
        acts.push({ name: 'overflow', kind: 'overflow' });
      if (id === ATTACKER && s.payments) {
        if (mayPay(node)) acts.push({ name: 'pay', kind: 'pay' });
        if (!node.doubled && isRipe(node) && node.coins.includes(planOf(DOUBLE).spends))
          acts.push({ name: 'double', kind: 'double' });
      }
      return acts;
    },
    act(node, name, given) {
      if (name === 'overflow') return pays(node, WRAPPED);
      if (name.startsWith('pay.')) return pays(node, name.slice('pay.'.length));
      if (name === 'renew') return stays({ ...node, chosen: wanted(node) });
      if (name === 'pay') {
        const body: Body = { kind: 'tx', payment: PAID };
        const send = { id: `tx.${PAID}.${id}>${MERCHANT}`, to: MERCHANT, body, delayMs: LINK_MS };
        return { local: { ...node, paid: true }, sends: [send] };
      }
      if (name === 'double') return doubles(node);
      return finds(node, name.endsWith('.early'), given?.result);
    },
    job: (node, what) =>
      typeof what === 'string' && what.startsWith('find.')
        ? findJob(node, plannedBy(node, what.endsWith('.early')))
        : undefined,
  };
}
