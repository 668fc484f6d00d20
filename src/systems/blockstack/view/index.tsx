// Blockstack's views that are nothing but a table of the moment; the miner's, which is worked with, comes by itself.

import { tableView } from './table.tsx';

export const views = [tableView('hashes'), tableView('history'), tableView('triangle'), tableView('squat')];
