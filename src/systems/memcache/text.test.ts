import { beforeAll, describe, expect, it } from 'vitest';
import { placesOf } from '../../base/words.ts';
import type { Params } from '../../kernel/system.ts';
import { memcache } from './index.ts';
import { en, zh } from './testing/say.ts';

const defaults: Params = Object.fromEntries(memcache.switches.map((each) => [each.name, each.default]));
beforeAll(async () => {
  for (const { params } of memcache.scenarios) await memcache.prepare?.({ ...defaults, ...params });
});

describe('Memcache’s words', () => {
  it('the two languages have the same keys, and the same arguments in each', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const [key, english] of Object.entries(en)) {
      const chinese = (zh as Readonly<Record<string, string>>)[key] ?? '';
      expect([key, placesOf(chinese)]).toEqual([key, placesOf(english)]);
    }
  });

  it('every scenario, question, goal and property is named', () => {
    for (const { id, params, predictions, goals = [] } of memcache.scenarios) {
      const keys = [
        ...['title', 'short', 'moment', 'question'].map((part) => `${id}.${part}`),
        ...predictions.flatMap(({ id: asked, options }) => [
          `${id}.predict.${asked}`,
          ...options.map((option) => `${id}.predict.${asked}.${option.id}`),
        ]),
        ...goals.map((goal) => `${id}.goal.${goal.id}`),
        ...memcache
          .model({ ...defaults, ...params }, 1)
          .properties.flatMap(({ name }) => [`property.${name}`, `property.${name}.note`]),
      ];
      for (const key of keys) expect(Object.keys(en)).toContain(key);
    }
  });

  it('every switch and value is named and explained', () => {
    for (const each of memcache.switches) {
      const values = each.kind === 'choice' ? each.values.map((value) => `switch.${each.name}.${value}`) : [];
      for (const key of [`switch.${each.name}`, `switch.${each.name}.note`, ...values]) {
        expect(Object.keys(en)).toContain(key);
      }
    }
  });

  it('there are nineteen scenarios, each with a question of one right answer', () => {
    expect(memcache.scenarios).toHaveLength(19);
    expect(new Set(memcache.scenarios.map(({ id }) => id)).size).toBe(19);
    for (const { predictions } of memcache.scenarios) {
      expect(predictions.length).toBeGreaterThan(0);
      for (const { options } of predictions) expect(options.filter(({ right }) => right)).toHaveLength(1);
    }
  });
});
