// Blockstack's commands.

import type { Verbs } from '../../contract/verb.ts';

export const verbs: Verbs = {
  'blockstack decode': {
    usage: 'blockstack decode HEX [--json] [--lang en|zh]',
    about: 'reads the payload of an OP_RETURN as a name operation; what is malformed is refused by field',
    load: () => import('./verbs/payload.ts').then((m) => m.decode),
  },
  'blockstack encode': {
    usage: 'blockstack encode FILE [--json] [--lang en|zh]',
    about: 'writes the payload of an operation, given as `decode --json` prints it',
    load: () => import('./verbs/payload.ts').then((m) => m.encode),
  },
  'blockstack consensus': {
    usage: 'blockstack consensus FILE [--json] [--lang en|zh]',
    about: 'the consensus hash at every height of {first, blocks: [[operation, ...], ...]}',
    load: () => import('./verbs/chain.ts').then((m) => m.consensus),
  },
  'blockstack verify-op': {
    usage:
      'blockstack verify-op FILE --from H --to H [--trusted HASH] [--claim OPERATION ...] [--json] [--lang en|zh]',
    about: 'walks back from a trusted consensus hash to the operations of an old block, hash by hash',
    load: () => import('./verbs/chain.ts').then((m) => m.verifyOp),
  },
  'blockstack price': {
    usage: 'blockstack price NAME --namespace FILE --height H [--json] [--lang en|zh]',
    about: 'what a name costs in satoshi under {lifetime, coeff, base, buckets, nonalpha, noVowel}',
    load: () => import('./verbs/price.ts').then((m) => m.price),
  },
};
