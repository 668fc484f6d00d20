// What every system in the catalog promises to the rest, checked for every scenario of every one.

import { describe, expect, test } from 'vitest';
import type { Text, TextArg } from '../base/text.ts';
import type { SessionApi } from '../session/api.ts';
import type { Frame } from '../session/frame.ts';
import { allWords, catalog } from './catalog.ts';
import { newSession } from './testing/new-session.ts';

/** Forward and back, link and text checks look at so many steps of a run. */
const STEPS = 400;
const MAX_STATES = 20_000;
const LINK_BUDGET = 2000;

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
    system: await entry.load(),
    words: { en: await allWords(entry, 'en'), zh: await allWords(entry, 'zh') } as Readonly<
      Record<string, Readonly<Record<string, string>>>
    >,
  })),
);

describe.each(cases)('$system.id', ({ system, words }) => {
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

  test('has the same words in both languages, and some for every switch and scenario', () => {
    expect(Object.keys(words.zh ?? {}).sort()).toEqual(Object.keys(words.en ?? {}).sort());
    const needed = system.switches.flatMap((one) => [
      `switch.${one.name}`,
      ...(one.kind === 'choice' ? one.values.map((value) => `switch.${one.name}.${value}`) : []),
    ]);
    for (const { id, predictions } of system.scenarios) {
      needed.push(`${id}.title`);
      for (const { id: ask, options } of predictions) {
        needed.push(`${id}.predict.${ask}`, ...options.map((option) => `${id}.predict.${ask}.${option.id}`));
      }
    }
    expect(needed.filter((key) => words.en?.[key] === undefined)).toEqual([]);
  });

  describe.each(system.scenarios.map((scenario) => ({ id: scenario.id, scenario })))(
    '$id',
    ({ id, scenario }) => {
      const open = async (): Promise<SessionApi> => {
        const session = newSession();
        await session.open({ system: system.id, scenario: id });
        return session;
      };

      test('ends as it claims', async () => {
        const session = await open();
        await session.advance(scenario.steps);
        const { properties } = await session.summary();
        expect(properties).toMatchObject(scenario.claims);
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

      test('offers every choice once, the same ones every time it is asked', async () => {
        const session = await open();
        const model = system.model((await session.frame()).params, 1);
        for (let step = 0; step < STEPS; step++) {
          const { choices, state, cursor } = await session.frame();
          const keys = choices.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          expect(model.enabled(structuredClone(state)).map(({ key }) => key)).toEqual(keys);
          if ((await session.advance(1)).cursor.step === cursor.step) break;
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

      test('compares with what it is compared with', async () => {
        const session = await open();
        await session.advance(scenario.steps);
        const { firstDivergence, why, a, b } = await session.compare(scenario.compare);
        expect(firstDivergence === null).toBe(why === null);
        if (firstDivergence !== null) expect(firstDivergence).toBeLessThanOrEqual(a.steps);
        expect(a.properties).toMatchObject(scenario.claims);
        expect(Object.keys(b.properties).length).toBeGreaterThan(0);
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
        const wrong = new Set<string>();
        for (const text of textsIn(shown.map((one) => ({ ...(one as object), state: null })))) {
          for (const [language, table] of Object.entries(words)) {
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

      test('gives the same counts however often it is explored', async () => {
        const bounds = { from: 'start', maxStates: MAX_STATES, maxDepth: 1000, workers: 1 } as const;
        const { seconds: _, ...first } = await (await open()).explore(bounds);
        const { seconds: __, ...again } = await (await open()).explore(bounds);
        expect(again).toEqual(first);
        expect(first.states).toBeGreaterThan(1);
      });

      test('is the same through a session whose every answer is copied', async () => {
        const plain = await open();
        const copied = copying(await open());
        for (const session of [plain, copied]) await session.advance(20);
        expect(await copied.frame()).toEqual(await plain.frame());
        expect(await copied.track(0, 20)).toEqual(await plain.track(0, 20));
        expect(await copied.overview()).toEqual(await plain.overview());
        expect(await copied.link()).toBe(await plain.link());
      });
    },
  );
});

/** The session as another thread sees it: every argument and answer is a structured clone. */
function copying(session: SessionApi): SessionApi {
  return new Proxy(session, {
    get: (target, name) => {
      const method = target[name as keyof SessionApi] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => structuredClone(await method(...structuredClone(args)));
    },
  });
}
