// The switches, one list for every scenario; one that a layout does not read is not shown there.

import type { Switch } from '../../contract/system.ts';
import { schedulerSwitch } from '../../contract/system.ts';
import { LABELS } from './race/transactions.ts';

const choice = (name: string, layouts: string, ...values: readonly [string, ...string[]]): Switch => ({
  kind: 'choice',
  name,
  values,
  default: values[0],
  ...(layouts === '' ? {} : { when: { layout: layouts.split(' ') } }),
});

export const switches: readonly Switch[] = [
  choice('layout', '', 'race', 'nodes', 'owner', 'access', 'zooko', 'squat'),
  choice('register', 'race', 'bns', 'one-step', 'hash', 'namecoin'),
  choice('reveal', 'race', 'blind', 'accepted', 'together'),
  choice('delay', 'race', 'any', '0', '1', '2', '3'),
  choice('order', 'race', 'any', 'fifo', 'fee'),
  choice('dictionary', 'race', 'off', 'on'),
  choice('salt', 'race', 'fresh', 'reused'),
  choice('name', 'race', ...LABELS),
  choice('price', 'squat', 'alike', 'length'),
  choice('creator', 'squat', 'none', 'keeps'),
  choice('trials', 'zooko', 'three', 'five'),
  choice('unique', 'race nodes', 'on', 'off'),
  choice('sameBlock', 'race nodes', 'off', 'on'),
  choice('consensusCheck', 'nodes zooko', 'on', 'off'),
  choice('expiryBug', 'race nodes', 'off', 'on'),
  choice('eclipsed', 'nodes', 'no', 'late', 'forged'),
  choice('client', 'nodes', 'operation', 'more'),
  {
    kind: 'number',
    name: 'preorderLife',
    min: 1,
    max: 144,
    default: 144,
    when: { layout: ['race'] },
  },
  // One block a step is all there is until names stand on the whole chain.
  choice('grain', 'none', 'block'),
  choice('stolen', 'owner', 'on', 'off'),
  choice('withheld', 'owner', 'off', 'on'),
  choice('ledger', 'owner', 'whole', 'headers'),
  choice('rekey', 'access', 'on', 'off'),
  schedulerSwitch,
];
