// How a run of the network ended: which of its scenario's endings, with its own figures, and what can be seen of it.

import { bytesOfHex } from '../../../base/bytes.ts';
import { about, grouped } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { End, Outcome, Params } from '../../../contract/system.ts';
import { mainnet } from '../consensus/network.ts';
import { bestChain, blocksOf, confirmations } from './chain.ts';
import { oddsText } from './odds.ts';
import { balancesOf, coinsText, DOUBLE, finderOf, MANY, PAID } from './payments.ts';
import { apart, inBoth, replaced } from './properties.ts';
import type { NetworkSettings } from './settings.ts';
import { ATTACKER, INTERVAL_S, MERCHANT, networkSettings } from './settings.ts';
import type { Network } from './state.ts';
import { listed, nodeIn } from './step.ts';

/** What stands beside a scenario's question, and no run of it shows. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'double-spend': ['unconfirmed', 'six'],
  'block-and-mempool': ['size'],
  'soft-fork': ['definitions', 'size'],
  'hard-fork': ['cash'],
  'bugs-and-versions': ['overflow', 'locks'],
};

/** The real branch of a few miners who held other rules: how long it took them, as its own headers say. */
async function minorityBranch(): Promise<Text> {
  const [{ STALE_HEIGHT, staleBranch }, { parseHeader }] = await Promise.all([
    import('../facts/stale-branch.ts'),
    import('../consensus/header.ts'),
  ]);
  const times = staleBranch.map((hex) => parseHeader(bytesOfHex(hex)).time);
  const days = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / DAY_S;
  return text('hard-fork.beside.branch', {
    blocks: times.length,
    height: grouped(STALE_HEIGHT),
    days: about(days),
    others: grouped(Math.round((days * DAY_S) / INTERVAL_S)),
    years: Math.floor((days * mainnet.interval) / (times.length - 1) / 365),
  });
}
const DAY_S = 86_400;

/** A moment falls into a long interval more often than into a short one: E(d²) / E(d), of the law and of the real waits. */
async function anyMoment(): Promise<Text> {
  const { EIGHTHS, MEAN_S, WAITS } = await import('../mining/arrivals.ts');
  // E(d²) is twice the sum of d times the share of waits that are longer.
  const square = EIGHTHS.reduce((sum, longer, k) => sum + (2 * (k / 8) * longer) / WAITS / 8, 0);
  const minutes = MEAN_S / 60;
  return text('chain-growth.beside.moment', {
    waits: grouped(WAITS),
    mean: about(minutes),
    around: about(minutes * square),
  });
}

export async function outcome(
  scenario: string,
  params: Params,
  { state, soFar }: End<Network>,
): Promise<Outcome> {
  const s = networkSettings(params);
  const { nodes, payments } = s;
  const two = apart(s, state);
  const { chosen, pool } = nodeIn(state, nodes[2] ?? MERCHANT);
  const tips = [...new Set(nodes.map((id) => nodeIn(state, id).tip))];
  const all = new Set(nodes.flatMap((id) => blocksOf(nodeIn(state, id)).map(({ name }) => name)));
  const chain = bestChain(nodeIn(state, MERCHANT));
  const double = chain.find((block) => block.payments.includes(DOUBLE))?.name ?? '';
  const stale = [...all].filter(
    (name) => !nodes.some((id) => bestChain(nodeIn(state, id)).some((b) => b.name === name)),
  );
  const share = Number(params.share);
  const args = {
    tip: tips[0] ?? '',
    tips: tips.join(' '),
    count: tips.length,
    blocks: all.size - 1,
    height: chain.length - 1,
    stale: few(stale),
    z: Number(params.z),
    share,
    odds: oddsText(share, Number(params.z)),
    both: listed(two ? inBoth(state, two) : []),
    confirmed: listed(chain.flatMap((block) => block.payments)),
    waiting: listed(pool),
    next: listed(chosen ?? []),
    most: grouped(Number(params.limit)),
    six: oddsText(share, 6),
    tenth: oddsText(10, 6),
    double,
    finder: finderOf(double),
  };
  const seen = {
    tips: tips.length,
    stale: stale.length,
    waits: pool.length > 0,
    eclipsed: params.partition === 'eclipse',
  };
  const told = toldAs(scenario, params);
  const ending = endingOf(told, state, soFar, seen, s);
  return {
    said: text(`${told}.end.${ending}${attackOf(scenario, s, ending, double)}`, args),
    words: ['network-endings'],
    facts: [
      ...nodes.map((id) => ({
        id: `tip ${id}`,
        text: text('fact.tip', {
          who: id,
          tip: nodeIn(state, id).tip,
          blocks: bestChain(nodeIn(state, id)).length - 1,
        }),
      })),
      ...(payments ? [{ id: 'payment', text: paymentFact(state) }] : []),
      ...(s.many ? tips.map((tip) => ({ id: `paid ${tip}`, text: paidFact(state, nodes, tip) })) : []),
    ],
    beside: [
      ...(BESIDE[scenario] ?? []).map((id) => text(`${scenario}.beside.${id}`, args)),
      ...(scenario === 'hard-fork' ? [await minorityBranch()] : []),
      ...(scenario === 'chain-growth' ? [await anyMoment()] : []),
    ],
  };
}

/** As many blocks are named. */
const MOST_NAMED = 8;
const few = (names: readonly string[]): Text | string =>
  names.length > MOST_NAMED
    ? text('end.more', {
        names: names.slice(0, MOST_NAMED).join(' '),
        count: names.length - MOST_NAMED,
      })
    : listed(names);

/** Which attack it was, where the merchant waited for no block: the one in a branch goes without a word. */
function attackOf(scenario: string, { attack, z }: NetworkSettings, ending: string, double: string): string {
  if (scenario !== 'double-spend' || z > 0 || ending === 'open') return '';
  // In a race the attacker itself may find the block: then it was luck of its own.
  const won = ending !== 'lost' || attack !== 'race' || finderOf(double) !== ATTACKER;
  return attack === 'branch' || !won ? '' : `.${attack}`;
}

/** Of the three scenarios about versions of the rules, the one whose rules were set. */
const RULES: Readonly<Record<string, string>> = {
  tighter: 'soft-fork',
  looser: 'hard-fork',
  apart: 'hard-fork',
  overflow: 'bugs-and-versions',
};
const toldAs = (scenario: string, { rules }: Params): string =>
  Object.values(RULES).includes(scenario) ? (RULES[String(rules)] ?? scenario) : scenario;

interface Seen {
  readonly tips: number;
  readonly stale: number;
  /** A payment is in the pool of a miner. */
  readonly waits: boolean;
  readonly eclipsed: boolean;
}

function endingOf(
  scenario: string,
  state: Network,
  soFar: End['soFar'],
  { tips, stale, waits, eclipsed }: Seen,
  { share, versions, nodes }: NetworkSettings,
): string {
  const merchant = nodeIn(state, MERCHANT);
  // Where none has other rules than another, none refuses what another takes.
  const alike = new Set(nodes.map((id) => JSON.stringify(versions[id]))).size === 1;
  switch (scenario) {
    case 'fork':
      return soFar.fork !== 'reached' ? 'none' : tips > 1 ? 'split' : 'one';
    case 'partition':
      if (eclipsed) return 'eclipsed';
      return tips > 1 ? 'split' : soFar.reorg === 'reached' ? 'undone' : 'none';
    case 'chain-growth':
      return tips > 1 ? 'split' : stale > 0 ? 'stale' : 'grown';
    case 'block-and-mempool':
      if (soFar['all-in'] === 'reached') return 'all';
      if (merchantChain(state) === 0) return 'none';
      return waits ? 'some' : 'paid';
    case 'bugs-and-versions':
      if (alike) return versions[MERCHANT]?.wraps ? 'alike.old' : 'alike.new';
      return soFar.contested !== 'reached' ? 'none' : tips > 1 ? 'split' : 'one';
    case 'soft-fork':
      if (alike) return 'alike';
      return soFar.contested !== 'reached' ? 'none' : tips > 1 ? 'split' : 'one';
    case 'hard-fork':
      if (alike) return 'alike';
      if (soFar.contested !== 'reached') return 'none';
      return soFar.apart === 'reached' ? 'apart' : tips > 1 ? 'split' : 'one';
    default: {
      // Against less than half, waiting longer helps.
      const fewer = scenario === 'majority' && (share[ATTACKER] ?? 0) < 50 ? '.fewer' : '';
      if (soFar['payment-stays'] === 'violated') return `lost${fewer}`;
      return merchant.accepted ? `kept${fewer}` : 'open';
    }
  }
}

const merchantChain = (state: Network): number =>
  bestChain(nodeIn(state, MERCHANT)).flatMap(({ payments }) => payments).length;

/** What the merchant has in the chain to this tip. */
function paidFact(state: Network, nodes: readonly string[], tip: string): Text {
  const node = nodeIn(state, nodes.find((id) => nodeIn(state, id).tip === tip) ?? MERCHANT);
  const paid = bestChain(node).flatMap(({ payments }) => payments.filter((one) => MANY.includes(one)));
  return text('fact.paid', {
    who: MERCHANT,
    tip,
    coins: coinsText(balancesOf(node).get(MERCHANT) ?? 0),
    payments: listed(paid),
  });
}

function paymentFact(state: Network): Text {
  const merchant = nodeIn(state, MERCHANT);
  const depth = confirmations(bestChain(merchant), PAID);
  const args = { who: MERCHANT, payment: PAID, depth };
  if (replaced(merchant)) return text('fact.replaced', args);
  if (depth > 0) return text('fact.confirmed', args);
  return text(merchant.pool.includes(PAID) ? 'fact.waits' : 'fact.unpaid', args);
}
