// What every system in the catalog promises to the rest, checked for every scenario of every one.

import { afterAll, describe, expect, test } from 'vitest';
import { present } from '../base/assert.ts';
import type { Text, TextArg } from '../base/text.ts';
import type { Params } from '../contract/system.ts';
import type { Model } from '../kernel/model.ts';
import type { ByHand } from '../session/by-hand.ts';
import type { Frame, Track } from '../session/frame.ts';
import { catalog } from './catalog.ts';
import { newSession } from './testing/new-session.ts';
import { startSessionThread } from './testing/start-session-thread.ts';

/** Forward and back, link and text checks look at so many steps of a run. */
const STEPS = 400;
const MAX_STATES = 4_000;
const LINK_BUDGET = 2000;
const THREAD_STEPS = 20;
/** Two searches of so many states, on a machine that does other things. */
const SEARCHES_MS = 120_000;

/** Where these choices lead; none of them has a job. */
function stateAfter(model: Model, keys: readonly string[]): unknown {
  let state = model.init();
  for (const key of keys) {
    const action = present(
      model.enabled(state).find((one) => one.key === key),
      key,
    );
    state = model.next(state, action);
  }
  return state;
}

/** Every text in a plain value, and in the arguments of texts. */
function* textsIn(value: unknown): Generator<Text> {
  if (typeof value !== 'object' || value === null) return;
  const { key, args } = value as { key?: unknown; args?: unknown };
  const isText =
    typeof key === 'string' && Object.keys(value).every((name) => name === 'key' || name === 'args');
  if (isText) yield value as Text;
  for (const item of Object.values(isText ? (args ?? {}) : value)) yield* textsIn(item);
}

/** Arguments that a template asks for and a text does not have. */
const missingArgs = (template: string, args: Readonly<Record<string, TextArg>> = {}): readonly string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter((name) => !(name in args));

const cases = await Promise.all(
  catalog.map(async (entry) => ({
    entry,
    system: await entry.head(),
    words: { en: await entry.words('en'), zh: await entry.words('zh') },
  })),
);

const thread = startSessionThread();
afterAll(thread.end);

describe.each(cases)('$system.id', ({ entry, system, words }) => {
  test('is what the catalog says, with switches and scenarios that fit together', () => {
    expect(catalog.map(({ id }) => id)).toContain(system.id);
    const names = system.switches.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const scenario of system.scenarios) {
      const set = [...Object.keys(scenario.params), ...scenario.switches, ...Object.keys(scenario.compare)];
      for (const name of set) expect(names, scenario.id).toContain(name);
      for (const { options } of scenario.predictions) {
        expect(
          options.filter(({ right }) => right),
          scenario.id,
        ).toHaveLength(1);
      }
    }
  });

  test('has a card that says what the system says', async () => {
    const { card, words: of } = { card: await entry.card(), words: await entry.words('en', ['card']) };
    expect(card.scenarios).toEqual(
      system.scenarios.map(({ id, predictions, claims, switches }) => ({
        id,
        right: predictions
          .filter(({ under }) => !under)
          .map((one) => `${one.id}.${one.options.find(({ right }) => right)?.id}`),
        properties: Object.keys(claims),
        switches,
      })),
    );
    const ids = system.scenarios.map(({ id }) => id);
    const grouped = card.groups.flatMap((group) => group.scenarios);
    expect([...grouped].sort()).toEqual([...ids].sort());
    for (const id of [...card.core, ...(card.live ? [card.live.scenario] : [])]) expect(ids).toContain(id);
    const needed = [
      ...['title', 'paper', 'question'].map((part) => `system.${part}`),
      ...card.groups.map(({ id }) => `group.${id}`),
      ...card.scenarios.flatMap(({ id, properties, switches }) => [
        ...['title', 'short', 'question'].map((part) => `${id}.${part}`),
        ...properties.map((name) => `property.${name}`),
        ...switches.map((name) => `switch.${name}`),
      ]),
    ];
    expect(needed.filter((key) => of[key] === undefined)).toEqual([]);
  });

  test('has the same words in both languages, and some for every switch and scenario', () => {
    expect(Object.keys(words.zh).sort()).toEqual(Object.keys(words.en).sort());
    const needed = system.switches.flatMap((one) => [
      `switch.${one.name}`,
      `switch.${one.name}.note`,
      ...(one.kind === 'choice' ? one.values.map((value) => `switch.${one.name}.${value}`) : []),
      ...(one.kind === 'text' && one.pattern !== undefined ? [`switch.${one.name}.form`] : []),
    ]);
    for (const { id, predictions } of system.scenarios) {
      needed.push(`${id}.title`);
      for (const { id: ask, options } of predictions) {
        needed.push(`${id}.predict.${ask}`, ...options.map((option) => `${id}.predict.${ask}.${option.id}`));
      }
    }
    expect(needed.filter((key) => words.en[key] === undefined)).toEqual([]);
  });

  test('visits the core path from its first scenario by following what comes next', async () => {
    const { core } = await entry.card();
    const [first = '', ...rest] = core;
    const nextOf = (id: string): string => system.scenarios.find((one) => one.id === id)?.next ?? '';
    const visited: string[] = [];
    for (let at = nextOf(first); visited.length < rest.length; at = nextOf(at)) visited.push(at);
    expect(visited).toEqual(rest);
  });

  describe.each(system.scenarios.map((scenario) => ({ id: scenario.id, scenario })))(
    '$id',
    ({ id, scenario }) => {
      const open = async (params: Params = {}): Promise<ByHand> => {
        const session = newSession();
        await session.open({ system: system.id, scenario: id, params });
        return session;
      };

      test('names the tables that its page begins with, and the names of its promises and switches are in them', async () => {
        const { head } = await newSession().open({ system: system.id, scenario: id });
        expect([...head.words].sort()).toEqual([...(await entry.wordsOf(id))].sort());
        const table = await entry.words('en', head.words);
        const needed = [
          ...head.properties.flatMap(({ name }) =>
            ['', '.kept', '.broken'].map((word) => `property.${name}${word}`),
          ),
          ...scenario.switches.map((name) => `switch.${name}`),
          ...scenario.predictions.flatMap((one) => [
            `${id}.predict.${one.id}`,
            ...one.options.map((option) => `${id}.predict.${one.id}.${option.id}`),
          ]),
          ...(scenario.goals ?? []).map((goal) => `${id}.goal.${goal.id}`),
        ];
        expect(needed.filter((key) => table[key] === undefined)).toEqual([]);
      });

      test('ends as it claims', async () => {
        const session = await open();
        await session.advance(scenario.steps);
        const { properties } = await session.summary();
        expect(properties).toMatchObject(scenario.claims);
      });

      test('answers a question once the run has shown what was asked, and no sooner', async () => {
        for (const { id: asked, at, shown, options, under } of scenario.predictions) {
          const session = await open(under);
          await session.advance(scenario.steps);
          const choices = await session.choices();
          const { prediction } = await session.seek({ try: 0, step: at });
          expect(prediction).toBe(asked);
          expect(shown, asked).toBeGreaterThan(at);
          const right = options.find((option) => option.right);
          expect(right?.keys, asked).toEqual(choices.slice(at, shown));
        }
      });

      test('has a question, an answer made from its end, a comparison that matters and a way on', async () => {
        const session = await open();
        await session.advance(scenario.steps);
        const { params, properties } = await session.frame();
        const ready = (await entry.load(id, {})).system;
        const state = stateAfter(ready.model(params, 1), await session.choices());
        const soFar = Object.fromEntries(
          properties.map(({ name, soFar }) => [name, soFar === 'open' ? 'holds' : soFar] as const),
        );
        const outcome = await ready.outcome?.(params, { state, soFar });
        const answer = outcome?.said;
        expect(answer, 'an answer').toBeTruthy();
        const compared = Object.entries(scenario.compare);
        expect(compared.length, 'a comparison').toBeGreaterThan(0);
        for (const [name, value] of compared) expect(params[name], name).not.toBe(value);
        const needed = [
          { key: `${id}.question` },
          { key: `${scenario.next}.title` },
          ...compared.map(([name]) => ({ key: `switch.${name}` })),
          ...textsIn(outcome),
        ];
        expect(scenario.next).not.toBe(id);
        expect(system.scenarios.map((one) => one.id)).toContain(scenario.next);
        const tables = ['card', ...(await entry.wordsOf(id)), ...(outcome?.words ?? [])];
        const said = [await entry.words('en', tables), await entry.words('zh', tables)];
        for (const table of said) {
          for (const { key, args } of needed as readonly Text[]) {
            expect(table[key], key).toBeTruthy();
            expect(missingArgs(table[key] ?? '', args), key).toEqual([]);
          }
        }
      });

      test('goes forward and back to the same moments, and keeps the future that was left', async () => {
        const session = await open();
        const frames: Frame[] = [await session.frame()];
        while (frames.length <= STEPS) {
          const frame = await session.advance(1);
          if (frame.cursor.step < frames.length) break;
          frames.push(frame);
        }
        const length = frames.length - 1;
        const inIt = ({ tries: _, length: __, properties, prediction: ___, ...rest }: Frame) => ({
          ...rest,
          properties: properties.map(({ firstFlip: ____, ...property }) => property),
        });
        for (let step = length; step >= 0; step--) {
          expect(inIt(await session.seek({ try: 0, step }))).toEqual(inIt(frames[step] as Frame));
        }
        const place = frames.find(({ choices }) => choices.length > 1);
        if (!place) return;
        const other = place.choices.find(({ key }) => key !== frames[place.cursor.step + 1]?.key);
        await session.seek(place.cursor);
        const forked = await session.choose(other?.key ?? '');
        expect(forked.cursor).toEqual({ try: 1, step: place.cursor.step + 1 });
        const end = await session.seek({ try: 0, step: length });
        expect(end.fingerprint).toBe(frames[length]?.fingerprint);
        expect(forked.tries).toHaveLength(2);
      });

      test('offers every choice once, the same ones every time, and tells a step of copies alike', async () => {
        const session = await open();
        const { system: ready, params } = await entry.load(id, {});
        const model = ready.model(params, 1);
        let state = model.init();
        for (let step = 0; step < STEPS; step++) {
          const { choices, cursor } = await session.frame();
          const keys = choices.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          const enabled = model.enabled(structuredClone(state));
          expect(enabled.map(({ key }) => key)).toEqual(keys);
          const next = await session.advance(1);
          const taken = enabled.find(({ key }) => key === next.key);
          if (next.cursor.step === cursor.step || !taken) break;
          const after = model.next(state, taken);
          const copies = [structuredClone(state), taken, structuredClone(after), params] as const;
          expect(ready.narrate(...copies)).toEqual(ready.narrate(state, taken, after, params));
          expect(ready.mark(...copies)).toEqual(ready.mark(state, taken, after, params));
          state = after;
        }
      });

      test('has a link within its budget that leads to the same moment', async () => {
        const session = await open();
        await session.advance(scenario.steps);
        const { fingerprint, link, steps } = await session.summary();
        expect(link.length).toBeLessThan(LINK_BUDGET);
        const { frame, warning } = await newSession().openLink(link);
        expect(warning).toBeNull();
        expect(frame).toMatchObject({ fingerprint, cursor: { try: 0, step: steps } });
      });

      test('opens again from a file with its tries', async () => {
        const session = await open();
        await session.advance(5);
        await session.seek({ try: 0, step: 1 });
        const { choices } = await session.frame();
        const before = await session.choose(choices.at(-1)?.key ?? '');
        const saved = JSON.parse(JSON.stringify(await session.save()));
        const { frame, warning } = await newSession().restore(saved);
        expect(warning).toBeNull();
        expect(frame).toEqual(before);
      });

      test('parts from what it is compared with, in the step that is said and in no earlier one', async () => {
        const session = await open();
        await session.advance(scenario.steps);
        const keys = await session.choices();
        const { firstDivergence, why, a, b } = await session.compare(scenario.compare);
        expect(a.properties).toMatchObject(scenario.claims);
        expect(Object.keys(b.properties).length).toBeGreaterThan(0);
        const step = firstDivergence ?? 0;
        expect(step).toBeGreaterThan(0);
        // The same choices, made one by one under the other setting.
        const other = newSession();
        await other.open({ system: system.id, scenario: id, params: scenario.compare });
        for (const key of keys.slice(0, step - 1)) await other.choose(key);
        const { choices } = await other.frame();
        const possible = choices.some(({ key }) => key === keys[step - 1]);
        expect(possible).toBe(why === 'different outcome');
        if (possible) await other.choose(keys[step - 1] as string);
        const [here, there] = [await session.track(0, step), await other.track(0, step)];
        const headings = ({ steps }: Track): readonly unknown[] =>
          steps.slice(0, step - 1).map(({ mark }) => mark.heading);
        expect(headings(there)).toEqual(headings(here));
        const outcome = ({ steps }: Track): unknown => [
          steps[step - 1]?.mark.heading,
          steps[step - 1]?.verdicts,
        ];
        if (possible) expect(outcome(there)).not.toEqual(outcome(here));
      });

      test('looks the same to one who takes part, through every step that they do not notice', async () => {
        const { system: ready, params } = await entry.load(id, {});
        const { eyes } = ready;
        if (!eyes) return;
        const session = await open();
        await session.advance(scenario.steps);
        const path = await session.choices();
        const model = ready.model(params, 1);
        const tables = await Promise.all(
          (['en', 'zh'] as const).map((language) => entry.words(language, ['card', ...ready.words])),
        );
        const names = new Set(ready.actors(params).map((one) => one.id));
        for (const eye of eyes.of(params)) {
          expect(names).toContain(eye);
          const known = (keys: readonly string[]) =>
            JSON.stringify(eyes.knows(stateAfter(model, keys), eye, params));
          const seen = async (step: number) => {
            const at = await session.seek({ try: 0, step });
            const { frame } = await session.session.act(
              session.run(),
              { kind: 'show' },
              { columns: 0, seenBy: eye },
            );
            return { at, frame };
          };
          for (let step = 1; step <= Math.min(STEPS, path.length); step++) {
            const { at, frame } = await seen(step);
            expect(frame.seenBy).toBe(eye);
            const { key = '' } = frame.story?.sentence ?? {};
            if (key.startsWith('session.')) {
              expect(known(path.slice(0, step))).toBe(known(path.slice(0, step - 1)));
              const { frame: before } = await seen(step - 1);
              expect(frame.scenes).toEqual(before.scenes);
              const values = (one: Frame) =>
                one.panels.map(({ rows }) => rows.map(({ id: row, value }) => [row, value]));
              expect(values(frame)).toEqual(values(before));
            } else for (const table of tables) expect(table[key], key).toBeTruthy();
            expect(frame.fingerprint).toBe(at.fingerprint);
          }
        }
      });

      test('does not part from itself', async () => {
        const session = await open();
        await session.advance(scenario.steps);
        const { firstDivergence, why, a, b } = await session.compare({});
        expect([firstDivergence, why]).toEqual([null, null]);
        expect(b).toEqual(a);
      });

      test('has words in both languages for all that a run shows', async () => {
        const session = await open();
        const { frame, head } = await session.open({ system: system.id, scenario: id });
        const shown: unknown[] = [frame, head];
        for (let step = 0; step < STEPS; step++) {
          const next = await session.advance(1);
          if (next.cursor.step === step) break;
          shown.push(next);
        }
        shown.push(await session.track(0, STEPS));
        const tables = {
          en: await entry.words('en', head.words),
          zh: await entry.words('zh', head.words),
        };
        const wrong = new Set<string>();
        const facets = shown.flatMap((one) =>
          [...((one as Partial<Frame>).choices ?? []), ...((one as Partial<Frame>).blocked ?? [])].flatMap(
            (choice) => Object.keys(choice.facets ?? {}),
          ),
        );
        for (const name of facets) shown.push({ name: { key: `facet.${name}` } });
        for (const text of textsIn(shown.map((one) => ({ ...(one as object), scenes: [] })))) {
          for (const [language, table] of Object.entries(tables)) {
            const template = table[text.key];
            if (template === undefined) wrong.add(`${language}: no ${text.key}`);
            else {
              for (const name of missingArgs(template, text.args))
                wrong.add(`${language}: ${text.key} lacks ${name}`);
            }
          }
        }
        expect([...wrong]).toEqual([]);
      });

      test(
        'is the same in a thread of its own: its steps, its tracks, its link and what a search finds',
        async () => {
          const here = await open();
          const there = thread.session;
          await there.open({ system: system.id, scenario: id });
          for (let step = 0; step < THREAD_STEPS; step++) {
            expect(await there.advance(1)).toEqual(await here.advance(1));
          }
          expect(await there.track(0, THREAD_STEPS)).toEqual(await here.track(0, THREAD_STEPS));
          expect(await there.overview()).toEqual(await here.overview());
          expect(await there.link()).toBe(await here.link());
          const bounds = { from: 'start', maxStates: MAX_STATES, maxDepth: 1000 } as const;
          const { seconds: _, ...found } = await here.explore(bounds);
          const { seconds: __, ...again } = await there.explore(bounds);
          expect(again).toEqual(found);
          expect(found.states).toBeGreaterThan(1);
        },
        SEARCHES_MS,
      );
    },
  );
});
