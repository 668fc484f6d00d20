// The switches of mining.

import type { Switch } from '../../../contract/system.ts';

/** Block 64, mined on 10 January 2009; its nonce was 82,803,279. */
const BLOCK_64 =
  '010000008e6285267ce431a52e3ef3c46eefc4a144f51195f3bf8489c891ffeb00000000a4d66fc5b10430fcfd14558e63d19b649a61ee95b71b1bcce948b1d53583dbebab176949ffff001d4f7aef04';

/** One try in so many is enough, as a power of two; 32 is difficulty 1. `header`: as the header's own bits say. */
export const TARGETS = ['0', '4', '8', '12', '16', '20', '24', '28', '32', 'header'] as const;

export const miningSwitches: readonly Switch[] = [
  { kind: 'choice', name: 'target', values: TARGETS, default: '8' },
  { kind: 'number', name: 'k', min: 4, max: 16, default: 6, shown: [{ id: 'nonces' }] },
  { kind: 'number', name: 'workers', min: 1, max: 4, default: 2 },
  { kind: 'choice', name: 'wins', values: ['lowest', 'first'], default: 'lowest' },
  /** Of the page that mines for real: the steps are of a smaller search. No workers: all cores but one. */
  { kind: 'choice', name: 'mineTarget', values: TARGETS, default: '32' },
  {
    kind: 'number',
    name: 'mineWorkers',
    min: 0,
    max: 64,
    default: 0,
    shown: [{ id: 'all', when: { mineWorkers: [0] } }],
  },
  { kind: 'text', name: 'header', maxLength: 160, pattern: '[0-9a-fA-F]{160}', default: BLOCK_64 },
  { kind: 'text', name: 'from', maxLength: 10, pattern: '\\d{1,10}', default: '0' },
];
