// A hot key and a cold one are asked for from every cluster of a region, with the caches of ../regional.ts.

import type { Params } from '../../../../contract/system.ts';
import { Dice } from '../des.ts';
import { Region } from '../regional.ts';
import type { Beat, Lane } from '../tape.ts';
import { reaches, staysBelow, tapePart } from '../tape.ts';

const HOT = 0;
const COLD = 1;
const clustersOf = (params: Params): number => Math.min(4, Math.max(2, Number(params.clusters)));

function lanes(params: Params): readonly Lane[] {
  return [
    ...Array.from({ length: clustersOf(params) }, (_, i) => ({ id: `cluster-${i + 1}`, rows: ['items'] })),
    { id: 'pool', rows: ['items', 'hits'] },
    { id: 'database', rows: ['reads', 'copies'] },
  ];
}

function beats(params: Params, seed: number): readonly Beat[] {
  const clusters = clustersOf(params);
  const dice = new Dice(seed);
  const region = new Region(clusters, 2, params.regional === 'on' ? COLD : COLD + 1);
  const out: Beat[] = [];
  const now: Record<string, number> = {};
  const add = (counter: string): Record<string, number> => {
    now[counter] = (now[counter] ?? 0) + 1;
    return { [counter]: now[counter] };
  };
  const get = (cluster: number, key: number): void => {
    const actor = `cluster-${cluster + 1}`;
    const args = { key: key === HOT ? 'home' : 'old-photo' };
    const copied = key === COLD ? add : () => ({});
    switch (region.get(cluster, key)) {
      case 'hit':
        out.push({ kind: 'hit', actor, args });
        break;
      case 'miss':
        out.push({ kind: 'miss', actor, to: 'database', args, set: add('database.reads') });
        out.push({
          kind: key === HOT ? 'keep' : 'keep-cold',
          actor,
          args,
          set: { ...add(`${actor}.items`), ...copied('database.copies') },
          why: true,
        });
        break;
      case 'pool-hit':
        out.push({ kind: 'pool-hit', actor, to: 'pool', args, set: add('pool.hits'), why: true });
        break;
      case 'pool-miss':
        out.push({ kind: 'pool-miss', actor, to: 'pool', args });
        out.push({ kind: 'pool-read', actor, to: 'database', args, set: add('database.reads') });
        out.push({
          kind: 'pool-keep',
          actor,
          to: 'pool',
          args,
          set: { ...add('pool.items'), ...copied('database.copies') },
          why: true,
        });
        break;
    }
  };
  for (let cluster = 0; cluster < clusters; cluster++) get(cluster, COLD);
  const first = dice.pick(clusters);
  get(dice.pick(clusters), COLD);
  for (let i = 0; i < 2; i++) get((first + i) % clusters, HOT);
  get(first, HOT);
  return out;
}

export const regionalSteps = tapePart({
  scenario: 'regional-pool',
  small: (params) => ({ clusters: clustersOf(params) }),
  source: '4.2',
  lanes,
  beats,
  properties: () => [
    staysBelow('one-copy', ['database.copies'], 1, { scenario: 'regional-pool' }),
    reaches('pool-served', 'pool.hits'),
  ],
});
