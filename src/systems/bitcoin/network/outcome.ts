// How a run of the network ended: which of its scenario's endings, with its own figures, and what can be seen of it.

import { about } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { End, Outcome, Params } from '../../../contract/system.ts';
import { bestChain, blocksOf, confirmations } from './chain.ts';
import { overtakes } from './odds.ts';
import { PAID } from './payments.ts';
import { replaced } from './properties.ts';
import { MERCHANT, networkSettings } from './settings.ts';
import type { Network } from './state.ts';
import { listed, nodeIn } from './step.ts';

/** "60 %": the chance of an attacker with this share to take back what has z confirmations. */
export const oddsText = (share: number, z: number): Text =>
  text('net.percent', { percent: about(100 * overtakes(share, z)) });

export function outcome(scenario: string, params: Params, { state, soFar }: End<Network>): Outcome {
  const { nodes, payments } = networkSettings(params);
  const tips = [...new Set(nodes.map((id) => nodeIn(state, id).tip))];
  const all = new Set(nodes.flatMap((id) => blocksOf(nodeIn(state, id)).map(({ name }) => name)));
  const chain = bestChain(nodeIn(state, MERCHANT));
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
    stale: listed(stale),
    z: Number(params.z),
    share,
    odds: oddsText(share, Number(params.z)),
  };
  return {
    said: text(`${scenario}.end.${endingOf(scenario, state, soFar, tips.length, stale.length)}`, args),
    words: [],
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
    ],
  };
}

function endingOf(
  scenario: string,
  state: Network,
  soFar: End['soFar'],
  tips: number,
  stale: number,
): string {
  const merchant = nodeIn(state, MERCHANT);
  switch (scenario) {
    case 'fork':
      return soFar.fork !== 'reached' ? 'none' : tips > 1 ? 'split' : 'one';
    case 'partition':
      return tips > 1 ? 'split' : soFar.reorg === 'reached' ? 'undone' : 'none';
    case 'chain-growth':
      return tips > 1 ? 'split' : stale > 0 ? 'stale' : 'grown';
    default:
      return soFar['payment-stays'] === 'violated' ? 'lost' : merchant.accepted ? 'kept' : 'open';
  }
}

function paymentFact(state: Network): Text {
  const merchant = nodeIn(state, MERCHANT);
  const depth = confirmations(bestChain(merchant), PAID);
  const args = { who: MERCHANT, payment: PAID, depth };
  if (replaced(merchant)) return text('fact.replaced', args);
  if (depth > 0) return text('fact.confirmed', args);
  return text(merchant.pool.includes(PAID) ? 'fact.waits' : 'fact.unpaid', args);
}
