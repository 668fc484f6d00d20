// How runs end, in words: every scenario of every system, and every other value of each switch it shows first.

import { beforeAll, describe, expect, test } from 'vitest';
import type { Words } from '../base/words.ts';
import { plain } from '../base/words.ts';
import type { Switch } from '../contract/system.ts';
import { catalog } from './catalog.ts';
import { newSession } from './testing/new-session.ts';

const STEPS = 100_000;

/** Values to compare with: all of a choice, a small and a large number. */
const others = (one: Switch, now: string | number): readonly (string | number)[] =>
  (one.kind === 'choice'
    ? one.values
    : one.kind === 'number'
      ? [Math.max(one.min, Math.floor(Number(now) / 2)), Math.min(one.max, 2 * Number(now))]
      : [one.default]
  ).filter((value) => value !== now);

const cases = await Promise.all(
  catalog.map(async (entry) => ({
    system: await entry.head(),
    words: [await entry.words('en'), await entry.words('zh')] as const,
  })),
);

describe.each(cases)('$system.id', ({ system, words }) => {
  let session: readonly Words[];
  beforeAll(async () => {
    const [en, zh] = await Promise.all([
      import('../session/text.en.ts').then((m) => m.en),
      import('../session/text.zh.ts').then((m) => m.zh),
    ]);
    session = [
      { ...words[0], ...en },
      { ...words[1], ...zh },
    ];
  });

  test.each(system.scenarios)(
    '$id: compare leads with what came of it, never empty, never alike where the ends differ',
    async (scenario) => {
      const run = newSession();
      const { frame } = await run.open({ system: system.id, scenario: scenario.id });
      await run.advance(STEPS);
      for (const name of scenario.switches) {
        const one = system.switches.find((each) => each.name === name);
        if (!one) throw new Error(name);
        for (const value of others(one, frame.params[name] ?? one.default)) {
          const { said, a, b } = await run.compare({ [name]: value });
          for (const [index, table] of session.entries()) {
            const sentence = plain(table, said);
            const where = `${name}=${value}: ${sentence}`;
            expect(sentence.length, where).toBeGreaterThan(index === 0 ? 20 : 10);
            expect(sentence, where).not.toMatch(/[{}]|undefined|\w+\.end\.|fact\./);
          }
          const differ = Object.entries(a.properties).some(
            ([property, verdict]) =>
              b.properties[property] !== undefined &&
              b.properties[property] !== verdict &&
              ![verdict, b.properties[property]].includes('does not apply'),
          );
          const [left, right] = [said.args?.a, said.args?.b].map((side) =>
            typeof side === 'object' ? side.args?.said : undefined,
          );
          if (differ) {
            expect(left, `${name}=${value}`).toBeDefined();
            expect(left, `${name}=${value}`).not.toEqual(right);
          }
          if (said.key === 'session.compared') expect(left).not.toEqual(right);
        }
      }
    },
  );
});
