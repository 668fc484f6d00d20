// The view `miner`, by itself.

import { miner } from './miner.tsx';

export const views = [miner];
