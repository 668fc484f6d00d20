// The switches, one list for every scenario. Which play answers them depends on the layout; one that its play does not
// read is not shown there.

import type { Shown } from '../../base/number-words.ts';
import type { Switch } from '../../contract/system.ts';
import { schedulerSwitch } from '../../contract/system.ts';
import { miningSwitches } from './mining/switches.ts';
import { networkSwitches } from './network/switches.ts';

const choice = (name: string, ...values: readonly [string, ...string[]]): Switch => ({
  kind: 'choice',
  name,
  values,
  default: values[0],
});

/** A byte of T8 on its way: its place, and what it becomes. */
const changedByte: Switch = {
  kind: 'text',
  name: 'byte',
  maxLength: 6,
  pattern: '(\\d{1,3}=[0-9a-fA-F]{2})?',
  default: '',
};

/** Switches that only these layouts read. */
const only = (layout: string, ...list: readonly Switch[]): readonly Switch[] =>
  list.map((one) => ({ ...one, when: { layout: [layout] } }));

/** And that a run of the real chain does not read. */
const made = (layout: string, one: Switch): Switch => ({ ...one, when: { layout: [layout], real: ['off'] } });

const number = (name: string, min: number, max: number, byDefault: number, shown: Shown): Switch => ({
  kind: 'number',
  name,
  min,
  max,
  default: byDefault,
  shown: [shown],
});

const LAYOUTS = [
  'transaction',
  'forgery',
  'mine-a-block',
  'retarget',
  'timestamps',
  'invalid-flood',
  'incentives',
  'history',
  'network',
  'why-not-a-server',
  'proof-of-stake',
] as const;

export const switches: readonly Switch[] = [
  choice('layout', ...LAYOUTS),
  ...only(
    'transaction',
    choice('signer', 'owner', 'thief', 'stolen'),
    choice('lowS', 'on', 'off'),
    changedByte,
  ),
  {
    ...choice('second', 'none', 'first-seen', 'more-fee'),
    when: { layout: ['transaction'], signer: ['owner'] },
  },
  ...only('forgery', choice('believer', 'off', 'on')),
  ...only('mine-a-block', ...miningSwitches),
  { ...choice('real', 'off', 'on'), when: { layout: ['retarget', 'timestamps'] } },
  made('retarget', choice('retarget', 'on', 'off')),
  made('timestamps', choice('offByOne', 'on', 'off')),
  ...only(
    'invalid-flood',
    choice('order', 'work-first', 'signatures-first'),
    number('signatures', 1, 4000, 2000, { id: 'n' }),
    number('signatureUs', 1, 1000, 70, { id: 'us' }),
  ),
  /** Thousands of satoshi, so that a thousandth of a coin is a hundred. */
  ...only(
    'incentives',
    number('fees', 0, 1_000_000, 10_000, { id: 'coins', over: 100_000 }),
    number('rarity', 10, 100_000_000, 50_000, { id: 'one' }),
  ),
  ...only('network', ...networkSwitches),
  ...only('why-not-a-server', choice('orderer', 'server', 'vote')),
  { ...choice('members', 'open', 'closed'), when: { layout: ['why-not-a-server'], orderer: ['vote'] } },
  ...only('proof-of-stake', choice('slashing', 'off', 'on'), number('stake', 1, 60, 10, { id: 'percent' })),
  ...only(
    'history',
    choice('evidence', 'bytes', 'hash'),
    choice('minimumWork', 'on', 'off'),
    choice('checkpoint', 'off', 'on'),
    choice('snapshot', 'none', 'checked', 'believed'),
  ),
  schedulerSwitch,
];
