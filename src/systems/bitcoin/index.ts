// Bitcoin: what this folder offers to the rest. Paper: Nakamoto, "Bitcoin: A Peer-to-Peer Electronic Cash System", 2008.
// The layout decides which play answers; it is loaded when a run first needs it.

import type { Manifest } from '../../contract/loading.ts';
import type { Params, Part, Scenario } from '../../contract/system.ts';
import { switches } from './params.ts';
import { partOf } from './play.ts';
import { scenarios } from './scenarios.ts';

/** What answers, by layout. */
const PARTS: Readonly<Record<string, () => Promise<Part>>> = {
  transaction: () => import('./ledger/transaction.ts').then((m) => partOf(m.transactionPlay) as Part),
  retarget: () => import('./time/retarget.ts').then((m) => partOf(m.retargetPlay) as Part),
  timestamps: () => import('./time/timestamps.ts').then((m) => partOf(m.timestampsPlay) as Part),
  'invalid-flood': () => import('./light/flood.ts').then((m) => partOf(m.floodPlay) as Part),
  incentives: () => import('./light/incentives.ts').then((m) => partOf(m.incentivesPlay) as Part),
  history: () => import('./light/history.ts').then((m) => partOf(m.historyPlay) as Part),
  'why-not-a-server': () => import('./orders/server.ts').then((m) => partOf(m.serverPlay) as Part),
  'proof-of-stake': () => import('./orders/stake.ts').then((m) => partOf(m.stakePlay) as Part),
  forgery: () => import('./ledger/forgery.ts').then((m) => partOf(m.forgeryPlay) as Part),
  'mine-a-block': () => import('./mining/part.ts').then((m) => m.mineABlock as Part),
};

/** The same over the real chain, where there is that. */
const REAL: Readonly<Record<string, () => Promise<Part>>> = {
  retarget: () => import('./time/real-retargets.ts').then((m) => partOf(m.realRetargetsPlay) as Part),
  timestamps: () => import('./time/real-stamps.ts').then((m) => partOf(m.realStampsPlay) as Part),
};

/** One network for many scenarios: they ask and end differently. */
const network = (scenario: string, params: Params): Promise<Part> =>
  import('./network/part.ts').then((m) => m.networkPart(scenario, params) as Part);

export const bitcoin: Manifest = {
  id: 'bitcoin',
  version: 1,
  switches,
  scenarios,
  async part({ id }: Scenario, params): Promise<Part> {
    const { layout = id, real } = params;
    const part =
      layout === 'network'
        ? await network(id, params)
        : await ((real === 'on' ? REAL[layout] : undefined) ?? PARTS[layout])?.();
    if (!part) throw new RangeError(`nothing answers the layout ${layout}`);
    part.actors(params);
    return part;
  },
};
