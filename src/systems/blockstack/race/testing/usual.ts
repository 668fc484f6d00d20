// The settings of a race in tests, before a test changes some.

import type { Params } from '../../../../contract/system.ts';

export const USUAL: Params = {
  register: 'bns',
  reveal: 'blind',
  delay: 'any',
  order: 'any',
  dictionary: 'off',
  salt: 'fresh',
  unique: 'on',
  sameBlock: 'off',
  expiryBug: 'off',
  preorderLife: 144,
  name: 'dave',
};
