// The files that SUNDR reads.

import { latin1Of } from '../../base/bytes.ts';
import type { Formats } from '../../contract/reader.ts';

/** The longest heading: a hash of SHA-256, a type, a size. */
const HEADING_BYTES = 100;

export const readers: Formats = {
  'git-objects': {
    endings: ['.git-objects'],
    looks: (first) =>
      /^([0-9a-f]{40}|[0-9a-f]{64}) ((commit|tree|blob|tag) \d+|missing)\n/.test(
        latin1Of(first.subarray(0, HEADING_BYTES)),
      ),
    words: ['verbs'],
    load: () => import('./git-reader.ts').then((m) => m.gitFileReader),
  },
};
