// Why a rule refuses, in English: what was found and what it asks for.

import { words as script } from './script.en.ts';

export const words = {
  ...script,
  'rule.high-hash': 'The hash is `{got}`. It may be at most `{want}`.',
  'rule.prev-blk-not-found': 'It stands on block `{got}`, which is not the one before it, `{want}`.',
  'rule.bad-prevblk': 'It stands on a block that is {got} itself.',
  'rule.bad-diffbits': 'Its target is `{got}`. The chain so far asks for `{want}`.',
  'rule.time-too-old':
    'It is stamped {got}. It must be later than the median of the eleven before: {want} at least.',
  'rule.time-too-new':
    'It is stamped {got}: more than two hours ahead. {want} is the latest that is allowed.',
  'rule.bad-txnmrklroot': 'The header says Merkle root `{got}`, but these transactions have `{want}`.',
  'rule.bad-txns-duplicate': 'The tail of the list is there twice, which leaves the Merkle root as it is.',
  'rule.bad-blk-length': 'Its length is {got}; {want} is allowed.',
  'rule.bad-cb-missing': 'Its first transaction is a payment and no coinbase.',
  'rule.bad-cb-multiple': 'It has {got} coinbases; one is allowed.',
  'rule.bad-cb-length': 'The coinbase’s script has {got} bytes; {want} are allowed.',
  'rule.bad-cb-height': 'The coinbase begins with `{got}`; its height is written `{want}`.',
  'rule.bad-cb-amount': 'The coinbase pays {got} satoshi. Subsidy and fees are {want}.',
  'rule.bad-txns-nonfinal': 'A transaction is locked until {got}, and this is {want}.',
  'rule.bad-witness-merkle-match': 'The coinbase commits to witnesses `{got}`; they are `{want}`.',
  'rule.bad-blk-weight': 'It weighs {got}; {want} is the most.',
  'rule.bad-txns-vin-empty': 'It spends nothing at all.',
  'rule.bad-txns-vout-empty': 'It pays nobody at all.',
  'rule.bad-txns-vout-negative': 'An output of {got} satoshi: nobody can be paid less than nothing.',
  'rule.bad-txns-vout-toolarge': 'An output of {got} satoshi. There will never be more than {want}.',
  'rule.bad-txns-txouttotal-toolarge':
    'Its outputs are {got} satoshi together. There will never be more than {want}.',
  'rule.bad-txns-inputs-duplicate': 'It spends `{got}` twice.',
  'rule.bad-txns-prevout-null': 'It spends an output that cannot be: only a coinbase may.',
  'rule.bad-txns-inputs-missingorspent':
    'There is no unspent output `{got}`: it was never made, or is spent.',
  'rule.bad-txns-premature-spend-of-coinbase':
    'The reward that it spends is {got} blocks old. It must be {want}.',
  'rule.bad-txns-in-belowout': 'It spends {got} satoshi and pays out {want}.',
  'rule.mandatory-script-verify-flag-failed': 'The script of the coin says no: {got}. Its key is `{want}`.',
} as const;
