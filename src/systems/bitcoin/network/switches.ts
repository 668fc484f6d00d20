// The switches of the network.

import type { NumberSwitch, Switch } from '../../../contract/system.ts';
import { MOST_NODES } from './settings.ts';

const choice = (name: string, ...values: readonly [string, ...string[]]): Switch => ({
  kind: 'choice',
  name,
  values,
  default: values[0],
});
const number = (name: string, min: number, max: number, byDefault: number): NumberSwitch => ({
  kind: 'number',
  name,
  min,
  max,
  default: byDefault,
});

export const networkSwitches: readonly Switch[] = [
  number('nodes', 2, MOST_NODES, 2),
  { ...number('attackerFinds', 0, 30, 2), bounds: true },
  { ...number('honestFinds', 0, 30, 1), bounds: true },
  number('z', 0, 10, 1),
  { ...number('share', 1, 99, 30), shown: [{ id: 'percent' }] },
  choice('grain', 'relay', 'message'),
  choice('payments', 'on', 'off', 'many'),
  { ...choice('attack', 'branch', 'race', 'finney'), when: { payments: ['on'] } },
  choice('loss', 'off', 'on'),
  choice('partition', 'off', 'on', 'eclipse'),
  choice('stamps', 'plain', 'free'),
  choice('bits', '2000ffff', '200fffff', '1f0fffff'),
  choice('period', 'off', '4', '8'),
  number('maturity', 1, 20, 1),
  choice('rules', 'same', 'stricter', 'tighter', 'looser', 'apart', 'overflow'),
  { ...number('upgraded', 0, MOST_NODES, 2), when: { rules: ['tighter', 'looser', 'apart', 'overflow'] } },
  { ...number('limit', 300, 2000, 600), when: { payments: ['many'] } },
];
