// Blockstack's views: tables of the moment, and the miner's, which is worked with and arrives when it is first shown.

import { tableView } from './table.tsx';

export const views = [
  { kind: 'miner', load: () => import('./miner.tsx').then((m) => m.miner) },
  ...['hashes', 'history', 'triangle', 'squat'].map(tableView),
];
