// What a row of the strip may say: the run so far. What was reached stays reached and what was violated stays violated,
// in every scenario of every system, under its own settings and under those it is compared with.

import { describe, expect, test } from 'vitest';
import type { Verdict } from '../kernel/property.ts';
import { catalog } from './catalog.ts';
import { newSession } from './testing/new-session.ts';

const STEPS = 400;
const kept = (verdict: Verdict): boolean => verdict === 'violated' || verdict === 'reached';

const systems = await Promise.all(catalog.map((entry) => entry.head()));
const cases = systems.flatMap((system) =>
  system.scenarios.flatMap((scenario) =>
    [{}, scenario.compare].map((params) => ({ system: system.id, scenario: scenario.id, params })),
  ),
);

describe.each(cases)('$system/$scenario $params', (request) => {
  test('a row never takes back what it said, and says in which steps it was so', async () => {
    const session = newSession();
    await session.open(request);
    await session.advance(STEPS);
    const { steps } = await session.track(0, STEPS);
    const { properties } = await session.frame();
    for (const [index, { name, soFar, shown }] of properties.entries()) {
      const rows = steps.map((step) => step.soFar[index] as Verdict);
      const first = rows.findIndex(kept);
      expect(rows.slice(first < 0 ? rows.length : first), name).toEqual(
        first < 0 ? [] : rows.slice(first).map(() => rows[first]),
      );
      expect(rows.at(-1), name).toBe(soFar);
      const here = steps.filter(({ verdicts }) => kept(verdicts[index] as Verdict)).map(({ step }) => step);
      // Before the first step too: at the start of a run a promise may be broken already.
      if (shown === null) expect(here, name).toEqual([]);
      else expect([shown.first === 0 ? 0 : here[0], here.at(-1)], name).toEqual([shown.first, shown.last]);
    }
  });
});

test('a herd that formed is reached at the end, and the database was not spared in steps 4 to 8', async () => {
  const session = newSession();
  await session.open({ system: 'memcache', scenario: 'thundering-herd' });
  await session.advance(STEPS);
  const { steps } = await session.track(0, STEPS);
  const { properties } = await session.frame();
  const of = (name: string) => {
    const index = properties.findIndex((view) => view.name === name);
    return {
      here: steps.at(-1)?.verdicts[index],
      soFar: steps.at(-1)?.soFar[index],
      ...properties[index]?.shown,
    };
  };
  expect(of('herd-formed')).toMatchObject({ here: 'not reached', soFar: 'reached' });
  expect(of('database-spared')).toMatchObject({ here: 'holds', soFar: 'violated', first: 4, last: 8 });
});
