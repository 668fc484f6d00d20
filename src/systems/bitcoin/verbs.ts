// Bitcoin's commands.

import type { Verbs } from '../../contract/verb.ts';

export const verbs: Verbs = {
  mine: {
    usage: 'mine --header HEX160 [--from N] [--to N] [--workers N] [--json] [--lang en|zh]',
    about: 'the lowest nonce from one to another (both included) for which a header’s hash is low enough',
    load: () => import('./mining/mine.ts').then((m) => m.mine),
  },
  'import bitcoin-headers': {
    usage:
      'import bitcoin-headers FILE --start-height N [--previous-retarget-time T] [--network main|regtest] [--json] [--lang en|zh]',
    about: 'reads a file of 80-byte headers, raw or hex, and names the first that breaks a rule',
    load: () => import('./import-headers-verb.ts').then((m) => m.importHeaders),
  },
};
