import { expect, it } from 'vitest';
import { en as session } from '../../../session/text.en.ts';
import { newSession } from '../../testing/new-session.ts';
import { en, saidIn } from '../testing/say.ts';

const words = { ...en, ...session };

it.each([
  [
    'growth',
    {},
    'servers-keep-up',
    '4 pages wait at Web 1; it can take 3. One comes each 0.3 ms, and each needs 2 ms.',
  ],
  [
    'growth',
    { stage: 'many' },
    'database-keeps-up',
    '4 reads wait at Database 1; it can take 3. A page comes each 0.3 ms and needs 2 reads of 0.4 ms.',
  ],
  [
    'partition-vs-replicate',
    {},
    'servers-keep-up',
    '3 requests wait at Cache 1; it can take 2. In each turn 2 come and it answers one.',
  ],
  [
    'clusters-incast',
    {},
    'nothing-dropped',
    'The port holds 2 answers, and 7 requests may be under way: 1 answer came while it was full.',
  ],
  [
    'regional-pool',
    {},
    'one-copy',
    'The region keeps 2 copies of the old photo where 1 would do: each cluster that misses keeps one of its own.',
  ],
  [
    'cold-start',
    {},
    'database-keeps-up',
    '4 reads wait at the database; it can take 3. Two gets miss while it answers one read.',
  ],
  [
    'gutter',
    {},
    'database-keeps-up',
    'The database has 4 reads to answer and can take 3: each get for a key of the dead server is one more.',
  ],
  [
    'gutter',
    { gutter: 'rehash' },
    'servers-keep-up',
    'has 7 requests and can take 6: every other get is for the hot key, and it has it now.',
  ],
  ['billion', { hitRate: 970 }, 'database-keeps-up', 'Database 1 is asked for'],
] as const)('Why? in %s %j says the arithmetic of %s', async (scenario, params, property, arithmetic) => {
  const run = newSession();
  await run.open({ system: 'memcache', scenario, params });
  await run.advance(400);
  const { sentence, steps, counterfactuals } = await run.why(property);
  expect(saidIn(words, sentence)).toContain(arithmetic);
  expect([steps, counterfactuals]).toEqual([[], []]);
});
