// What pages that speak of several systems show of Bitcoin.

import type { Card, Table } from '../../contract/loading.ts';
import { cardGroup, cardScenario } from '../../contract/loading.ts';

export const card: Card = {
  lecture: 19,
  core: ['transaction', 'forgery', 'mine-a-block', 'retarget', 'timestamps', 'history'],
  groups: [
    cardGroup('coins', 'transaction forgery incentives'),
    cardGroup('work', 'mine-a-block retarget timestamps invalid-flood'),
    cardGroup(
      'chains',
      'why-not-a-server block-and-mempool chain-growth fork double-spend majority partition proof-of-stake',
    ),
    cardGroup('rules', 'soft-fork hard-fork bugs-and-versions'),
    cardGroup('nodes', 'history'),
  ],
  scenarios: [
    cardScenario(
      'transaction',
      'unconfirmed.taken',
      'owner-consents as-signed payment-taken node-refused',
      'signer second lowS',
    ),
    cardScenario('forgery', 'copied.refused', 'no-forgery-taken nodes-agree forgery-refused', 'believer'),
    cardScenario('mine-a-block', 'lower.tried', 'lowest-wins block-found', 'target workers wins'),
    cardScenario('retarget', 'leave.two', 'ten-minutes clamped power-changed', 'retarget real'),
    cardScenario('timestamps', 'ahead.easier', 'target-honest before-parent lie-refused', 'offByOne real'),
    cardScenario(
      'invalid-flood',
      'cost.hash',
      'honest-soon flood-refused work-wasted',
      'order signatures signatureUs',
    ),
    cardScenario(
      'incentives',
      'subsidy.half',
      'supply-capped miners-paid fees-outweigh last-satoshi',
      'fees rarity',
    ),
    cardScenario(
      'history',
      'inner.refused',
      'not-fooled payment-proven trick-refused',
      'evidence minimumWork checkpoint snapshot',
    ),
    cardScenario(
      'fork',
      'alike.keeps',
      'most-work fork reorg',
      'honestFinds attackerFinds nodes stamps grain',
    ),
    cardScenario(
      'double-spend',
      'longer.leaves',
      'no-coin-twice payment-stays fork reorg accepted',
      'z attackerFinds honestFinds share nodes grain attack',
    ),
    cardScenario(
      'majority',
      'deep.gone',
      'payment-stays reorg accepted',
      'share z attackerFinds honestFinds',
    ),
    cardScenario(
      'partition',
      'heal.shorter',
      'most-work payment-stays fork reorg accepted',
      'partition honestFinds z nodes',
    ),
    cardScenario(
      'chain-growth',
      'when.chance',
      'most-work supply signatures',
      'nodes honestFinds attackerFinds grain loss',
    ),
    cardScenario('block-and-mempool', 'room.fee', 'supply set-aside all-in', 'limit honestFinds nodes'),
    cardScenario(
      'soft-fork',
      'longer.leaves',
      'most-work reorg contested apart',
      'upgraded rules limit honestFinds attackerFinds',
    ),
    cardScenario(
      'hard-fork',
      'longer.refuses',
      'no-coin-twice contested apart replayed',
      'rules upgraded limit honestFinds attackerFinds',
    ),
    cardScenario(
      'bugs-and-versions',
      'healed.leaves',
      'supply reorg contested apart',
      'upgraded rules honestFinds attackerFinds nodes',
    ),
    cardScenario(
      'why-not-a-server',
      'second.nothing',
      'no-coin-twice goods-handed orderer-caught',
      'orderer',
    ),
    cardScenario(
      'proof-of-stake',
      'both.both',
      'payment-stays attack-costs accepted signed-twice',
      'slashing stake',
    ),
  ],
};

export const words: Table = { en: () => import('./text/card.en.ts'), zh: () => import('./text/card.zh.ts') };
