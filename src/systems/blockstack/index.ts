// Blockstack: what this folder offers to the rest. Paper: Ali, Nelson, Shea, Freedman, "Blockstack: A Global Naming and
// Storage System Secured by Blockchains", USENIX ATC 2016. The layout decides which play answers.

import type { Manifest } from '../../contract/loading.ts';
import type { Part, Scenario } from '../../contract/system.ts';
import { partOf } from '../bitcoin/play.ts';
import { switches } from './params.ts';
import { scenarios } from './scenarios.ts';

const PARTS: Readonly<Record<string, () => Promise<Part>>> = {
  race: () => import('./race/play.ts').then((m) => partOf(m.racePlay) as Part),
  nodes: () => import('./nodes/play.ts').then((m) => partOf(m.nodesPlay) as Part),
  owner: () => import('./owner/play.ts').then((m) => partOf(m.ownerPlay) as Part),
  access: () => import('./access/play.ts').then((m) => partOf(m.accessPlay) as Part),
  squat: () => import('./squat/play.ts').then((m) => partOf(m.squatPlay) as Part),
  zooko: () => import('./zooko/play.ts').then((m) => partOf(m.zookoPlay) as Part),
};

export const blockstack: Manifest = {
  id: 'blockstack',
  version: 1,
  switches,
  scenarios,
  async part(_: Scenario, { layout }): Promise<Part> {
    const part = await PARTS[String(layout)]?.();
    if (!part) throw new RangeError(`nothing answers the layout ${layout}`);
    return part;
  },
};
