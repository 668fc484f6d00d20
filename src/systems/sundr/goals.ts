// What a learner in the server's seat may try to reach, with one shortest solution each; null where the search of every
// state finds none. A test plays the solutions and searches for the others.

import { never, reach } from '../../contract/goals.ts';
import type { Goal, Params } from '../../contract/system.ts';

/** C runs the old `auth.py` with the new `bank.py`, and nobody says a word. */
const mixed = (id: string, params: Params, solution: string): Goal =>
  reach(id, params, 'fresh-across', 'violated', solution);

export const goals: Readonly<Record<string, readonly Goal[]>> = {
  trapdoor: [
    reach('forged', {}, 'authentic', 'violated', 'C.0.ask~none.wrong-key.auth.py'),
    // Nobody signs that a file is there.
    reach('denied', { sigCheck: 'on' }, 'authentic', 'violated', 'A.0.ask~none C.0.ask~none.deny.auth.py'),
  ],
  'signed-files': [
    mixed('mixed', {}, 'A.0.ask~none B.0.ask~A1 C.0.ask~none C.1.ask~B1'),
    reach('denied', { server: 'liar' }, 'authentic', 'violated', 'A.0.ask~none C.0.ask~none.deny.auth.py'),
    never('mixed-never', { protocol: 'straw' }, 'fresh-across', 'violated', 4),
  ],
  'signed-log': [
    reach('part', { grain: 'op', server: 'free' }, 'forked', 'reached', 'A.0.ask~none C.0.ask~none'),
    never('forged-never', { grain: 'op', server: 'liar' }, 'authentic', 'violated', 4),
  ],
  'drop-an-entry': [
    reach('forged', { sigCheck: 'off' }, 'authentic', 'violated', 'A.0.ask~none.wrong-key.auth.py'),
    never('silent-never', {}, 'no-silent-harm', 'violated', 4),
  ],
  rollback: [
    reach('back', { ownCheck: 'off' }, 'own-op-kept', 'violated', 'A.0.ask~none A.1.ask~none'),
    never('back-never', {}, 'own-op-kept', 'violated', 3),
  ],
  fork: [
    reach('part', {}, 'forked', 'reached', 'A.0.ask~none B.0.ask~none'),
    never('part-never', { server: 'honest' }, 'forked', 'reached', 5),
  ],
  'why-log-fetches': [
    mixed('mixed', {}, 'A.0.ask~none B.0.ask~A1 C.0.ask~none C.1.ask~B1'),
    mixed(
      'mixed-own',
      { fetchLog: 'on', ownCheck: 'off' },
      'A.0.ask~none B.0.ask~A1 C.0.ask~none C.1.ask~B1',
    ),
    mixed(
      'mixed-sig',
      { fetchLog: 'on', sigCheck: 'off', server: 'liar', forge: 'off' },
      'A.0.ask~none B.0.ask~A1 C.0.ask~none C.1.ask~C1.splice.B1',
    ),
    mixed(
      'mixed-order',
      { protocol: 'serialized', orderCheck: 'off' },
      'A.0.ask~none B.0.ask~A1 C.0.ask~none C.1.ask~A1+B1+C1',
    ),
    never('mixed-never', { fetchLog: 'on', server: 'liar' }, 'fresh-across', 'violated', 4),
  ],
  'cannot-merge': [
    reach(
      'merge-order',
      { orderCheck: 'off', server: 'free' },
      'no-merge',
      'violated',
      'A.0.ask~none B.0.ask~none A.1.ask~A1+B1',
    ),
    reach(
      'merge-own',
      { ownCheck: 'off', server: 'free' },
      'no-merge',
      'violated',
      'A.0.ask~none A.1.ask~none B.0.ask~A1 A.2.ask~A2+B1',
    ),
    never('merge-never', { server: 'free' }, 'no-merge', 'violated', 4),
  ],
  'out-of-band': [
    reach('found', {}, 'detected', 'reached', 'A.0.ask~none A.tell B.0.ask~none A.tell.B'),
    never('found-never', { server: 'honest' }, 'detected', 'reached', 6),
  ],
  'timestamp-box': [
    reach(
      'stale',
      { boxCheck: 'off', server: 'free' },
      'box-fresh',
      'violated',
      'T.0.ask~none T.1.ask~T1 T.2.ask~T2 A.0.ask~none',
    ),
  ],
  'version-vectors': [
    reach(
      'move',
      { orderCheck: 'off' },
      'no-teleport',
      'violated',
      'A.0.ask~none B.0.ask~none A.1.ask~A1+B1',
    ),
    never('move-never', { maxOps: 4 }, 'no-teleport', 'violated', 4),
  ],
  concurrent: [
    reach(
      'unsigned',
      { wait: 'off' },
      'fork-consistent',
      'violated',
      'A.0.ask~none C.0.ask~none&A1 C.0.ask.show C.check-signatures C.check-own C.build C.sign',
    ),
    never('unsigned-never', {}, 'fork-consistent', 'violated', 16),
  ],
  today: [
    reach(
      'rewrite',
      { consistency: 'off' },
      'append-only',
      'violated',
      'log.append.1 A.take.1 log.split.1 A.take.1.other',
    ),
    never('rewrite-never', {}, 'append-only', 'violated', 14),
  ],
  byzantine: [
    reach('spoil', { helps: 'B' }, 'helped', 'reached', 'A.0.ask~none.wrong-key.bank.py'),
    never('forged-never', { helps: 'B', users: 2, maxOps: 3 }, 'authentic', 'violated', 3),
    never('merge-never', { helps: 'B', protocol: 'serialized', maxOps: 3 }, 'no-merge', 'violated', 3),
    reach('outlive', { removes: 'B' }, 'outlived', 'reached', 'R.0.ask~none B.0.ask~none A.0.ask~B1'),
    // Nor by the key that it gave away: removed, it counts for nobody who knows.
    never('outlive-never', { removes: 'B', helps: 'B', users: 2, maxOps: 2 }, 'authentic', 'violated', 3),
  ],
  'merkle-path': [
    reach('forged', { sigCheck: 'off' }, 'authentic', 'violated', 'A.0.ask~none.wrong-key.B'),
    never('forged-never', {}, 'authentic', 'violated', 4),
  ],
};
