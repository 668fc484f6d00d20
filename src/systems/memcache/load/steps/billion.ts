// Where a billion gets a second end up, region by region: the sampled simulation of ../billion.ts, walked.

import { about, grouped, short } from '../../../../base/numbers.ts';
import type { Params } from '../../../../contract/system.ts';
import { SHARD_RATE, sampled, WRITES, worldOf } from '../billion.ts';
import type { Beat } from '../tape.ts';
import { reaches, staysBelow, tapePart } from '../tape.ts';

const regionsOf = (params: Params): readonly number[] =>
  Array.from({ length: Number(params.regions) }, (_, i) => i + 1);
const capacityOf = (params: Params): number => Number(params.shards) * SHARD_RATE;

/** As a sentence says it, and as there is room for above a lane. */
const amount = (n: number) => ({ n: about(n), short: short(n) });

function beats(params: Params, seed: number): readonly Beat[] {
  const out: Beat[] = [];
  const regions = regionsOf(params);
  const { gets, tail, deleted } = sampled(worldOf(params), seed);
  const each = (n: number): number => Math.round(n / regions.length);
  const share = each(gets);
  const room = each(tail);
  const gone = each(deleted);
  const capacity = capacityOf(params);
  out.push({
    kind: 'arrive',
    actor: 'users',
    args: amount(gets),
    set: { 'users.gets': Math.round(gets) },
  });
  for (const region of regions) {
    const clusters = `clusters-${region}`;
    const database = `database-${region}`;
    const say = (kind: string, n: number, rest: Partial<Beat>): void => {
      out.push({ kind, actor: clusters, args: { ...amount(n), region }, ...rest });
    };
    say('share', share, { actor: 'users', to: clusters, set: { [`${clusters}.gets`]: share } });
    say('hits', share - room - gone, { set: { [`${clusters}.hits`]: share - room - gone }, why: true });
    say('no-room', room, { to: database, set: { [`${database}.reads`]: room }, why: true });
    say('deleted', gone, { to: database, set: { [`${database}.reads`]: room + gone }, why: true });
  }
  for (const region of regions) {
    const primary = region === 1;
    out.push({
      kind: primary ? 'writes' : 'replicates',
      actor: primary ? 'users' : 'database-1',
      to: `database-${region}`,
      args: { ...amount(WRITES), region },
      set: { [`database-${region}.writes`]: WRITES },
    });
  }
  const over = room + gone > capacity;
  for (const region of regions) {
    const args = { ...amount(room + gone), capacity: about(capacity), shards: Number(params.shards) };
    out.push({ kind: over ? 'drowns' : 'copes', actor: `database-${region}`, args, why: true });
  }
  return out;
}

export const billionSteps = tapePart({
  scenario: 'billion',
  small: (params) => ({ regions: regionsOf(params).length }),
  source: '7',
  lanes: (params) => [
    { id: 'users', rows: ['gets'] },
    ...regionsOf(params).map((region) => ({ id: `clusters-${region}`, rows: ['hits', 'gets'] })),
    ...regionsOf(params).map((region) => ({
      id: `database-${region}`,
      rows: ['reads', 'writes'],
      limit: capacityOf(params),
    })),
  ],
  beats,
  properties: (params) => [
    staysBelow(
      'database-keeps-up',
      regionsOf(params).map((region) => `database-${region}.reads`),
      capacityOf(params),
      { scenario: 'billion', args: { shards: Number(params.shards), each: grouped(SHARD_RATE) } },
    ),
    reaches(
      'caches-carry',
      'clusters-1.hits',
      (0.9 * (1e9 * Number(params.load))) / 100 / Number(params.regions),
    ),
  ],
});
