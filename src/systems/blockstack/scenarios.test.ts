// Every scenario: it ends as it claims, asks what its run shows, parts from what it is compared with, and has every word in
// both languages. The contract test holds more against it.

import { describe, expect, test } from 'vitest';
import type { Text, TextArg } from '../../base/text.ts';
import { entryIn } from '../../contract/loading.ts';
import { catalog } from '../catalog.ts';
import { newSession } from '../testing/new-session.ts';
import { card } from './card.ts';
import { absence, checked, LAST } from './nodes/nodes.ts';
import { ownerPlay } from './owner/play.ts';
import { scenarios } from './scenarios.ts';
import { views } from './view/index.tsx';

const own = entryIn(catalog, 'blockstack');

/** Every text in a plain value, and in the arguments of texts. */
function* textsIn(value: unknown): Generator<Text> {
  if (typeof value !== 'object' || value === null) return;
  const { key, args } = value as { key?: unknown; args?: unknown };
  const isText =
    typeof key === 'string' && Object.keys(value).every((name) => name === 'key' || name === 'args');
  if (isText) yield value as Text;
  for (const item of Object.values(isText ? (args ?? {}) : value)) yield* textsIn(item);
}

const missing = (template: string, args: Readonly<Record<string, TextArg>> = {}): readonly string[] =>
  [...template.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).filter((name) => !(name in args));

describe.each(scenarios)('$id', (scenario) => {
  const { id } = scenario;
  const ran = async (params = {}) => {
    const session = newSession();
    await session.open({ system: 'blockstack', scenario: id, params });
    await session.advance(scenario.steps);
    return session;
  };

  test('ends as it claims, and its question is answered by the run', async () => {
    const session = await ran();
    expect((await session.summary()).properties).toMatchObject(scenario.claims);
    const keys = await session.choices();
    expect(keys).toHaveLength(scenario.steps);
    for (const { at, shown, options } of scenario.predictions) {
      expect(options.filter(({ right }) => right)).toHaveLength(1);
      expect(options.find(({ right }) => right)?.keys).toEqual(keys.slice(at, shown));
    }
  });

  test('its link leads to the same moment, and it parts from what it is compared with', async () => {
    const session = await ran();
    const { fingerprint, link } = await session.summary();
    const opened = await newSession().openLink(link);
    expect([opened.warning, opened.frame.fingerprint]).toEqual([null, fingerprint]);
    expect((await session.compare(scenario.compare)).firstDivergence).toBeGreaterThan(0);
  });

  test('says everything in both languages, and its pictures tell of every row', async () => {
    const { system, params } = await own.load(id, {});
    const tables = await own.wordsOf(id);
    expect(['card', ...system.words].sort()).toEqual([...tables].sort());
    const said: unknown[] = [];
    const model = system.model(params, 1);
    const kinds = (scenario.views ?? []).filter((kind) => kind !== 'lanes');
    const drawn = await Promise.all(views.map((one) => ('load' in one ? one.load() : one)));
    let state = model.init();
    const keys = await (await ran()).choices();
    for (const key of keys) {
      const actions = model.enabled(state);
      said.push(...actions.map((action) => system.offer(state, action, params)));
      const action = actions.find((one) => one.key === key);
      if (!action) throw new Error(key);
      const after = model.next(state, action);
      said.push(system.narrate(state, action, after, params), system.mark(state, action, after, params));
      said.push(system.inspect(after, params));
      for (const kind of kinds) {
        const scene = system.scene?.(kind, after, null, params) as never;
        const told = drawn.find((one) => one.kind === kind)?.outline(scene) ?? [];
        expect(told.length).toBeGreaterThan(3);
        expect(new Set(told.map((one) => one.key)).size).toBe(told.length);
        said.push(scene, told);
      }
      state = after;
    }
    said.push(system.start(params, model.init()), system.actors(params));
    said.push(await system.outcome?.(params, { state, soFar: {} }));
    for (const property of model.properties) {
      said.push(property.witness?.(state));
      for (const part of ['', '.note', '.kept', '.broken'])
        said.push({ key: `property.${property.name}${part}` });
    }
    for (const { id: goal } of scenario.goals ?? []) said.push({ key: `${id}.goal.${goal}` });
    for (const { id: asked, options } of scenario.predictions)
      said.push(
        { key: `${id}.predict.${asked}` },
        options.map((option) => ({ key: `${id}.predict.${asked}.${option.id}` })),
      );
    for (const kind of kinds) said.push({ key: `view.${kind}` });
    for (const one of system.switches) {
      const values = one.kind === 'choice' ? one.values : [];
      said.push(
        { key: `switch.${one.name}` },
        values.map((value) => ({ key: `switch.${one.name}.${value}` })),
      );
    }
    for (const language of ['en', 'zh'] as const) {
      const words = await own.words(language, tables);
      for (const { key, args } of textsIn(said)) {
        expect(words[key], `${language} ${key}`).toBeTruthy();
        expect(missing(words[key] ?? '', args), key).toEqual([]);
      }
    }
  });
});

describe.each(scenarios)('$id, under every value of its switches', ({ id, switches: shown }) => {
  const STATES = 50;

  test('has words for whatever may be done, as everybody and as each one who takes part sees it', async () => {
    const { switches } = (await own.load(id, {})).system;
    const settings = shown.flatMap((name) => {
      const one = switches.find((each) => each.name === name);
      return one?.kind === 'choice' ? one.values.map((value) => ({ [name]: value })) : [];
    });
    const said: unknown[] = [];
    for (const set of settings) {
      const { system, params } = await own.load(id, set);
      const model = system.model(params, 1);
      const eyes = system.eyes?.of(params) ?? [];
      const start = model.init();
      const seen = new Map([[JSON.stringify(start), start]]);
      said.push(system.actors(params), system.start(params, start));
      for (const state of seen.values()) {
        said.push(system.inspect(state, params), await system.outcome?.(params, { state, soFar: {} }));
        said.push(model.properties.filter(({ judge }) => !judge(state)).map((one) => one.witness?.(state)));
        for (const kind of ['miner', 'squat', 'hashes', 'history', 'triangle'])
          said.push([null, ...eyes].map((eye) => system.scene?.(kind, state, eye, params)));
        for (const action of model.enabled(state)) {
          const after = model.next(state, action);
          said.push(system.offer(state, action, params), system.mark(state, action, after, params));
          said.push(system.narrate(state, action, after, params));
          said.push(eyes.map((eye) => system.eyes?.narrate?.(state, action, after, eye, params)));
          if (seen.size < STATES) seen.set(JSON.stringify(after), after);
        }
      }
    }
    const texts = new Map([...textsIn(said)].map((one) => [JSON.stringify(one), one]));
    for (const language of ['en', 'zh'] as const) {
      const words = await own.words(language, await own.wordsOf(id));
      for (const { key, args } of texts.values()) {
        expect(words[key], `${language} ${key}`).toBeTruthy();
        expect(missing(words[key] ?? '', args), key).toEqual([]);
      }
    }
  });
});

test('the card says what the scenarios say', () => {
  expect(card.scenarios).toEqual(
    scenarios.map(({ id, predictions, claims, switches }) => ({
      id,
      right: predictions.map((one) => `${one.id}.${one.options.find(({ right }) => right)?.id}`),
      properties: Object.keys(claims),
      switches,
    })),
  );
  expect(card.groups.flatMap((group) => group.scenarios).sort()).toEqual(
    scenarios.map(({ id }) => id).sort(),
  );
  expect(card.core).toEqual(scenarios.map(({ id }) => id));
});

test('that a name is free takes a proof of every block, that one was registered a single path', () => {
  const params = { sameBlock: 'on', unique: 'on', consensusCheck: 'on', expiryBug: 'off', eclipsed: 'no' };
  const { free, fetched } = absence(LAST, params);
  const one = checked(LAST, 'honest', params);
  expect([free, one.ok, one.path]).toEqual([true, true, [12, 5, 4, 3]]);
  expect([fetched, one.fetched]).toEqual([22, 3]);
});

test('a first hash from a node of other rules makes the truth a lie, and one from a node of the same rules does not', () => {
  const rules = { unique: 'on', consensusCheck: 'on', expiryBug: 'off', client: 'more', eclipsed: 'no' };
  expect(checked(LAST, 'first', { ...rules, sameBlock: 'off' }).ok).toBe(true);
  expect(checked(LAST, 'first', { ...rules, sameBlock: 'on' })).toMatchObject({
    ok: false,
    of: 'consensus',
    height: LAST,
  });
});

test('a peer that withholds leaves a hash and no file, and no promise is broken by it', () => {
  const params = { stolen: 'on', withheld: 'on', ledger: 'whole' };
  const registered = ownerPlay.next(
    ownerPlay.init(params),
    { key: 'register', kind: 'deed', actor: 'V', what: 'register' } as never,
    params,
  );
  const keys = (by: typeof params) => ownerPlay.enabled(registered, by).map(({ key }) => key);
  expect(keys(params)).toContain('fetch.none');
  expect(keys({ ...params, withheld: 'off' })).not.toContain('fetch.none');
  const fetch = ownerPlay.enabled(registered, params).find(({ key }) => key === 'fetch.none');
  const after = ownerPlay.next(registered, fetch as never, params);
  expect(after.files).toEqual([['none', false]]);
  expect(ownerPlay.came(registered, fetch as never, after, params).ending).toBe('nothing');
});
