// The switches, one list for every scenario: a scenario only changes their defaults.

import type { NumberSwitch, Switch } from '../../contract/system.ts';
import { schedulerSwitch } from '../../contract/system.ts';
import { MOST_PROGRAM } from './language/tree.ts';
import { EXAMPLE_NAMES, LOG, STEPS } from './programs/steps.ts';

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

/** In UTF-16 units. */
const MOST_INPUT = 100_000;

export const switches: readonly Switch[] = [
  number('workers', 1, 6, 2),
  number('partitions', 1, 16, 2),
  number('reducers', 1, 16, 2),
  number('kills', 0, 3, 0),
  choice('notice', 'at-once', 'late'),
  choice('persist', 'as-written', 'none', 'memory', 'memory-and-disk', 'disk'),
  { ...number('memory', 1, 9999, 64), shown: [{ id: 'kB' }] },
  { ...number('checkpointEvery', 0, 24, 0), shown: [{ id: 'rounds', when: { program: [STEPS.interval] } }] },
  // Read by the experiment of this program alone.
  { ...number('deathEvery', 10, 160, 20), shown: [{ id: 'tasks' }], when: { program: [STEPS.interval] } },
  choice('speculation', 'off', 'on'),
  { ...choice('example', 'own', ...EXAMPLE_NAMES), when: { program: [STEPS.ranking] } },
  { kind: 'text', name: 'program', maxLength: MOST_PROGRAM, default: STEPS.mining },
  { kind: 'text', name: 'input', maxLength: MOST_INPUT, file: true, default: LOG },
  schedulerSwitch,
];
