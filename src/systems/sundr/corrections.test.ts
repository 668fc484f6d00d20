import { expect, test } from 'vitest';
import { verdictAt, worse } from '../../kernel/property.ts';
import { corrections } from './corrections.ts';
import { scenarios } from './scenarios.ts';
import { modelOf } from './testing/ready.ts';
import { words as en } from './text/corrections.en.ts';
import { words as zh } from './text/corrections.zh.ts';

test.each(corrections.map((one) => [one.id, one] as const))(
  '%s: its run is possible and shows what is said',
  (_, one) => {
    const scenario = scenarios.find(({ id }) => id === one.scenario);
    const model = modelOf({ ...scenario?.params, ...one.params });
    const states = [model.init()];
    for (const key of one.choices) {
      const state = states.at(-1) as (typeof states)[number];
      const action = model.enabled(state).find((each) => each.key === key);
      if (!action) throw new Error(key);
      states.push(model.next(state, action));
    }
    const [name, wanted] = one.shows ?? [];
    const property = model.properties.find((each) => each.name === name);
    if (!property) throw new Error(name);
    const judged = states.slice(0, one.step + 1).map((state) => verdictAt(property, state));
    expect(judged.reduce(worse)).toBe(wanted);
  },
);

test('every correction has its words in both languages', () => {
  for (const { id } of corrections) {
    for (const part of ['title', 'notes', 'paper', 'run']) {
      expect(en).toHaveProperty([`corrections.${id}.${part}`]);
      expect(zh).toHaveProperty([`corrections.${id}.${part}`]);
    }
  }
});
