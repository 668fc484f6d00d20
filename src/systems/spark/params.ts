// The switches, one list for every scenario: a scenario only changes their defaults.

import type { Switch } from '../../contract/system.ts';
import { schedulerSwitch } from '../../contract/system.ts';
import { MOST_PROGRAM } from './language/tree.ts';
import { LOG, STEPS } from './programs/steps.ts';

const choice = (name: string, ...values: readonly [string, ...string[]]): Switch => ({
  kind: 'choice',
  name,
  values,
  default: values[0],
});
const number = (name: string, min: number, max: number, byDefault: number): Switch => ({
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
  { kind: 'number', name: 'memory', min: 1, max: 9999, default: 64, shown: [{ id: 'kB' }] },
  number('checkpointEvery', 0, 9, 0),
  choice('speculation', 'off', 'on'),
  { kind: 'text', name: 'program', maxLength: MOST_PROGRAM, default: STEPS.mining },
  { kind: 'text', name: 'input', maxLength: MOST_INPUT, file: true, default: LOG },
  schedulerSwitch,
];
