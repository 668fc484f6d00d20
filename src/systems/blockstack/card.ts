// What pages that speak of several systems show of Blockstack.

import type { Card, Table } from '../../contract/loading.ts';
import { cardGroup, cardScenario } from '../../contract/loading.ts';

const RACE = 'no-theft no-grief no-late-register name-owned fee-lost';

export const card: Card = {
  lecture: 20,
  core: [
    'zooko',
    'first-wins',
    'preorder',
    'salt',
    'fees',
    'squatting',
    'consensus-hash',
    'history',
    'access',
  ],
  groups: [
    cardGroup('names', 'zooko first-wins preorder salt fees squatting'),
    cardGroup('chain', 'consensus-hash history'),
    cardGroup('data', 'access'),
  ],
  scenarios: [
    cardScenario('zooko', 'third.kept', 'two-of-three all-three', 'consensusCheck trials'),
    cardScenario('first-wins', 'second.ignored', RACE, 'register'),
    cardScenario('preorder', 'copy.kept-out', RACE, 'register reveal unique'),
    cardScenario('salt', 'reused.stolen', RACE, 'salt dictionary reveal'),
    cardScenario('fees', 'loser.gone', RACE, 'name order'),
    cardScenario('squatting', 'renew.all', 'no-squatting name-let-go', 'price creator'),
    cardScenario(
      'consensus-hash',
      'rejoin.never',
      'same-hash-same-names nodes-agree old-op-proven lie-refused',
      'sameBlock client eclipsed unique consensusCheck expiryBug',
    ),
    cardScenario(
      'history',
      'stolen.nothing',
      'zone-hash owner-in-charge wrong-file-refused',
      'stolen withheld ledger',
    ),
    cardScenario('access', 'kept.nothing', 'only-readers signed-by-name reader-removed', 'rekey'),
  ],
};

export const words: Table = { en: () => import('./text/card.en.ts'), zh: () => import('./text/card.zh.ts') };
