// The first pages that reach a site at each stage of its growth: the simulation of ../growth.ts, small and with steady
// times. Six pages come, one every 0.3 ms, to each of the four.

import { about } from '../../../../base/numbers.ts';
import type { Params } from '../../../../contract/system.ts';
import type { Site, Stage } from '../growth.ts';
import { READ_MS, READS, simulate, WEB_MS } from '../growth.ts';
import type { Beat, Lane } from '../tape.ts';
import { reaches, staysBelow, tapePart } from '../tape.ts';

const PAGES = 6;
const GAP_MS = 0.3;
const LIMIT = 3;

const siteOf = (stage: Stage): Site => ({
  webs: stage === 'one' ? 1 : 4,
  shards: stage === 'sharded' || stage === 'cached' ? 2 : 1,
  hit: stage === 'cached' ? 0.95 : 0,
  steady: PAGES,
});
const site = (params: Params): Site => siteOf(params.stage as Stage);
const machines = (name: string, n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => `${name}-${i + 1}`);

function lanes(params: Params): readonly Lane[] {
  const { webs, shards, hit } = site(params);
  return [
    ...machines('web', webs).map((id) => ({ id, rows: ['queue', 'served'], limit: LIMIT })),
    ...(hit > 0 ? [{ id: 'cache', rows: ['hits', 'misses'] }] : []),
    ...machines('database', shards).map((id) => ({
      id,
      ...(hit > 0 ? {} : { role: 'store' }),
      rows: ['queue', 'served'],
      limit: LIMIT,
    })),
  ];
}

function beats(params: Params, seed: number): readonly Beat[] {
  const out: Beat[] = [];
  const now: Record<string, number> = {};
  const set = (counter: string, by: number): Record<string, number> => {
    now[counter] = (now[counter] ?? 0) + by;
    return { [counter]: now[counter] };
  };
  simulate(site(params), 1000 / GAP_MS, Number.POSITIVE_INFINITY, seed, (event, page, at) => {
    const web = `web-${(page % site(params).webs) + 1}`;
    const database = `database-${at + 1}`;
    const args = { page: page + 1 };
    switch (event) {
      case 'arrive':
        out.push({ kind: event, actor: web, args, set: set(`${web}.queue`, 1), why: true });
        break;
      case 'ask':
        out.push({
          kind: event,
          actor: web,
          to: database,
          args,
          set: set(`${database}.queue`, 1),
          why: true,
        });
        break;
      case 'hit':
        out.push({ kind: event, actor: web, to: 'cache', args, set: set('cache.hits', 1), why: true });
        break;
      case 'miss':
        out.push({ kind: event, actor: web, to: 'cache', args, set: set('cache.misses', 1) });
        break;
      case 'answer':
        out.push({
          kind: event,
          actor: database,
          to: web,
          arrow: 'reply',
          args,
          set: { ...set(`${database}.queue`, -1), ...set(`${database}.served`, 1) },
        });
        break;
      case 'served':
        out.push({
          kind: event,
          actor: web,
          args,
          set: { ...set(`${web}.queue`, -1), ...set(`${web}.served`, 1) },
        });
        break;
    }
  });
  return out;
}

export const growthSteps = tapePart({
  scenario: 'growth',
  small: (params) => ({ pages: PAGES, webs: site(params).webs, shards: site(params).shards, holds: LIMIT }),
  source: '17.1',
  lanes,
  beats,
  properties: (params) => {
    const { webs, shards } = site(params);
    return [
      staysBelow(
        'servers-keep-up',
        machines('web', webs).map((id) => `${id}.queue`),
        LIMIT,
        { scenario: 'growth', args: { gap: about(GAP_MS * webs), work: WEB_MS } },
      ),
      staysBelow(
        'database-keeps-up',
        machines('database', shards).map((id) => `${id}.queue`),
        LIMIT,
        { scenario: 'growth', args: { gap: GAP_MS, reads: READS, work: READ_MS } },
      ),
      reaches('page-served', 'web-1.served'),
    ];
  },
});
