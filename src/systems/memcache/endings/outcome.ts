// How a run ends, in words: each scenario's question has a few answers, and the promises kept and broken over the run
// say which of them it is. The figures are those of the last state (facts.ts).

import { text } from '../../../base/text.ts';
import type { End, Outcome, Params } from '../../../contract/system.ts';
import type { Verdict } from '../../../kernel/property.ts';
import type { PairWorld } from '../cross-shard/model.ts';
import type { TapeState } from '../load/tape.ts';
import type { W } from '../step.ts';
import { pairSeen, raceSeen, tapeSeen } from './facts.ts';

/** The answer `SCENARIO.end.ID`, where all these verdicts fit; the first that fits is given. */
export interface Ending {
  readonly id: string;
  readonly when: Readonly<Record<string, Verdict>>;
}

const by = (property: string): readonly Ending[] => [
  { id: 'broken', when: { [property]: 'violated' } },
  { id: 'kept', when: { [property]: 'holds' } },
];
const pick = (...list: readonly (readonly [id: string, when: Ending['when']])[]): readonly Ending[] =>
  list.map(([id, when]) => ({ id, when }));

/** By scenario; and the layouts whose states its sentences speak of. */
export const endings: Readonly<Record<string, readonly Ending[]>> = {
  'look-aside': by('cache-ends-right'),
  'update-vs-invalidate': by('cache-ends-right'),
  'read-your-writes': by('reads-own-writes'),
  'two-regions': by('cache-ends-right'),
  'stale-set': by('cache-ends-right'),
  'cold-cluster-race': by('cache-ends-right'),
  'remote-marker': by('reads-own-writes'),
  'back-in-time': by('never-backwards'),
  consistency: pick(
    ['wrong', { 'cache-ends-right': 'violated' }],
    ['sequential', { sequential: 'violated' }],
    ['linearizable', { linearizable: 'violated' }],
    ['kept', { linearizable: 'holds' }],
  ),
  'thundering-herd': by('database-spared'),
  'udp-tcp': by('cache-ends-right'),
  'cross-shard': pick(
    ['broken', { 'pair-whole': 'violated' }],
    ['blocked', { 'nobody-blocked': 'violated' }],
    ['read', { 'pair-read': 'reached' }],
    ['unread', {}],
  ),
  growth: pick(
    ['web', { 'servers-keep-up': 'violated' }],
    ['database', { 'database-keeps-up': 'violated' }],
    ['kept', {}],
  ),
  'partition-vs-replicate': pick(['broken', { 'servers-keep-up': 'violated' }], ['kept', {}]),
  'clusters-incast': pick(
    ['broken', { 'nothing-dropped': 'violated' }],
    ['full', { 'port-full': 'reached' }],
    ['kept', {}],
  ),
  'regional-pool': pick(['broken', { 'one-copy': 'violated' }], ['kept', {}]),
  'cold-start': pick(['broken', { 'database-keeps-up': 'violated' }], ['kept', {}]),
  gutter: pick(
    ['database', { 'database-keeps-up': 'violated' }],
    ['servers', { 'servers-keep-up': 'violated' }],
    ['kept', {}],
  ),
  billion: pick(['broken', { 'database-keeps-up': 'violated' }], ['kept', {}]),
};

const WORDS = ['system', 'races', 'pair', 'load', 'endings'];

const RACES = ['cluster', 'cold-cluster', 'two-regions', 'remote-writer'];
/** Layouts whose states are alike: an ending of one can speak of another's. */
const kindOf = (layout: string): string => (RACES.includes(layout) ? 'race' : layout);

/** `home` is the layout that the scenario is made for: under another kind only the facts are said. */
export function outcome(scenario: string, home: string, params: Params, end: End): Outcome {
  const layout = String(params.layout);
  const { args, facts } =
    kindOf(layout) === 'race'
      ? raceSeen(end.state as W, params)
      : layout === 'cross-shard'
        ? pairSeen(end.state as PairWorld)
        : tapeSeen(end.state as TapeState);
  const fits = ({ when }: Ending): boolean =>
    Object.entries(when).every(([property, verdict]) => end.soFar[property] === verdict);
  const found = kindOf(layout) === kindOf(home) ? endings[scenario]?.find(fits) : undefined;
  if (found) return { said: text(`${scenario}.end.${found.id}`, args), facts, words: WORDS };
  const open = Object.values(end.soFar).includes('open');
  return { said: open ? text('end.open') : null, facts, words: WORDS };
}
