// Blockstack's views: each a table of the moment.

import { tableView } from './table.tsx';

export const views = [tableView('miner'), tableView('hashes'), tableView('history'), tableView('triangle')];
