import { describe, expect, it } from 'vitest';
import { numberWords } from '../../base/number-words.ts';
import { placesOf } from '../../base/words.ts';
import type { Params } from '../../contract/system.ts';
import { endings } from './endings/outcome.ts';
import { memcache } from './index.ts';
import { ready } from './testing/ready.ts';
import { en, inBoth, zh } from './testing/say.ts';

const defaults: Params = Object.fromEntries(memcache.switches.map((each) => [each.name, each.default]));

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
        ...['title', 'short', 'question'].map((part) => `${id}.${part}`),
        ...predictions.flatMap(({ id: asked, options }) => [
          `${id}.predict.${asked}`,
          ...options.map((option) => `${id}.predict.${asked}.${option.id}`),
        ]),
        ...goals.map((goal) => `${id}.goal.${goal.id}`),
        ...ready(id)
          .model({ ...defaults, ...params }, 1)
          .properties.flatMap(({ name }) => [`property.${name}`, `property.${name}.note`]),
      ];
      for (const key of keys) expect(Object.keys(en)).toContain(key);
    }
  });

  it('every answer of every scenario is said in both languages', () => {
    expect(Object.keys(endings).sort()).toEqual(memcache.scenarios.map(({ id }) => id).sort());
    for (const [id, list] of Object.entries(endings))
      for (const ending of list) expect(Object.keys(en)).toContain(`${id}.end.${ending.id}`);
  });

  it('every switch and value is named and explained', () => {
    for (const each of memcache.switches) {
      const values = each.kind === 'choice' ? each.values.map((value) => `switch.${each.name}.${value}`) : [];
      for (const key of [`switch.${each.name}`, `switch.${each.name}.note`, ...values]) {
        expect(Object.keys(en)).toContain(key);
      }
    }
  });

  it('a slider says its number in real units', () => {
    const said = (name: string, value: number, layout = 'billion'): readonly string[] => {
      const one = memcache.switches.find((each) => each.name === name);
      if (one?.kind !== 'number') throw new Error(`${name} is no number`);
      return inBoth(numberWords(one, value, { ...defaults, layout }));
    };
    expect(said('hitRate', 990)[0]).toBe('99.0 %');
    expect(said('skew', 90)[0]).toBe('0.90');
    expect(said('load', 100, 'growth')).toEqual(['6,000 pages/s (100 %)', '每秒 6,000 页（100 %）']);
    expect(said('load', 150)[0]).toBe('1.5 G gets/s (150 %)');
    expect(said('load', 100, 'cluster')[0]).toBe('25 gets/s from each (100 %)');
    expect(said('cold', 80, 'regional-pool')[0]).toBe('80 %');
    expect(said('shards', 1000)[0]).toBe('1,000');
  });

  it('each scenario has a name of its own in each language, and asks a question', () => {
    for (const words of [en, zh] as readonly Readonly<Record<string, string>>[]) {
      const titles = memcache.scenarios.map(({ id }) => words[`${id}.title`]);
      expect(titles).toEqual([...new Set(titles)]);
    }
    expect(memcache.scenarios.filter(({ predictions }) => predictions.length === 0)).toEqual([]);
  });
});
