import { expect, test } from 'vitest';
import type { Params } from '../../contract/system.ts';
import { verdictAt, worse } from '../../kernel/property.ts';
import { corrections } from './corrections.ts';
import { ready } from './testing/ready.ts';
import { en } from './testing/say.ts';

function play(id: string) {
  const one = corrections.find((each) => each.id === id)!;
  const system = ready(one.scenario);
  const scenario = system.scenarios.find((each) => each.id === one.scenario)!;
  const defaults: Params = Object.fromEntries(system.switches.map((each) => [each.name, each.default]));
  const params = { ...defaults, ...scenario.params, ...one.params };
  const model = system.model(params, 1);
  const states = [model.init()];
  for (const key of one.choices) {
    const state = states.at(-1)!;
    const action = model.enabled(state).find((each) => each.key === key);
    expect(action, `${id}: ${key}`).toBeDefined();
    states.push(model.next(state, action!));
  }
  return { one, system, params, model, states };
}

test.each(corrections.map(({ id }) => id))('%s: its run is possible and shows what is said', (id) => {
  const { one, model, states } = play(id);
  expect(states.length).toBeGreaterThan(one.step);
  if (!one.shows) return;
  const [name, wanted] = one.shows;
  const property = model.properties.find((each) => each.name === name)!;
  const soFar = states
    .slice(0, one.step + 1)
    .map((state) => verdictAt(property, state))
    .reduce(worse);
  expect(soFar).toBe(wanted);
});

test('the marker outlives the read that needed it, and the stream takes it away', () => {
  const { system, params, states } = play('marker-gone');
  const marked = states.map((state) =>
    system
      .inspect(state, params)
      .some(({ rows }) => rows.some(({ id, value }) => id === 'marker' && value.key === 'row.yes')),
  );
  expect(marked).toEqual([false, true, true, true, true, true, true, true, true, false]);
});

test('every correction has its words', () => {
  for (const { id } of corrections) {
    for (const part of ['title', 'notes', 'paper', 'run'])
      expect(en).toHaveProperty([`corrections.${id}.${part}`]);
  }
});
