// @vitest-environment happy-dom
// What every view of every scenario promises, and that the checks find what they are for. How much room things take is
// the browser's to say (e2e/views.spec.ts).

import { beforeAll, describe, expect, test } from 'vitest';
import { PHONE_ROWS } from '../app/phone.ts';
import { lanesScene, lanesView } from '../app/scenario/lanes-view.tsx';
import { scenario as scenarioEn } from '../app/scenario/text.en.ts';
import { scenario as scenarioZh } from '../app/scenario/text.zh.ts';
import { en as pageEn } from '../app/text.en.ts';
import { zh as pageZh } from '../app/text.zh.ts';
import { kindsOf, LANES, systemView } from '../app/views.ts';
import { windowAt } from '../base/step-window.ts';
import { text } from '../base/text.ts';
import type { Language, Words } from '../base/words.ts';
import type { Findings, Params } from '../contract/system.ts';
import type { ByHand } from '../session/by-hand.ts';
import type { Frame, RunHead } from '../session/frame.ts';
import type { ViewProps } from '../session/view-props.ts';
import { axisOf } from '../widgets/axis.ts';
import type { Told } from '../widgets/view.ts';
import { catalog } from './catalog.ts';
import { newSession } from './testing/new-session.ts';
import type { Moment } from './testing/view-contract.tsx';
import {
  drawingOf,
  Mounted,
  misquoted,
  moved,
  snapshot,
  toldHere,
  untold,
} from './testing/view-contract.tsx';

/** Steps of a run that are looked at, forward and back. */
const STEPS = 40;
/** What was folded in all of them may open in so many. */
const FURTHER = 160;
const SIZES = [
  { width: 920, phone: false, language: 'en' },
  { width: 330, phone: true, language: 'zh' },
] as const;
type Size = (typeof SIZES)[number] & { readonly columns: number };

const columnsOf = ({ width, phone }: (typeof SIZES)[number], close: boolean, long = false): number =>
  phone ? PHONE_ROWS : axisOf(width, close, long).columns;

beforeAll(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  // This DOM lays nothing out: what measures itself gets a width.
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 720 });
});

const nothing = (): void => undefined;

const givenOf = (
  head: RunHead,
  frame: Frame,
  track: ViewProps['track'],
  size: Size,
): Omit<ViewProps, 'scene' | 'panels'> => ({
  head,
  cursor: frame.cursor,
  track,
  choices: frame.choices,
  hot: null,
  seenBy: null,
  size,
  goTo: nothing,
  choose: nothing,
  setHot: nothing,
});

/** The view of this kind at the session's moment. */
async function momentOf(
  session: ByHand,
  head: RunHead,
  frame: Frame,
  kind: string,
  size: Size,
): Promise<Moment> {
  const { first, columns } = windowAt(frame.cursor.step, size.columns);
  const track = await session.track(first - 1, first + columns - 1);
  const given = { ...givenOf(head, frame, track, size), panels: frame.panels };
  const about = {
    name: `${kind} at step ${frame.cursor.step}, ${size.width} px`,
    choices: frame.choices.map(({ key }) => key),
  };
  if (kind === LANES) {
    const scene = lanesScene({ head, properties: frame.properties, track });
    return {
      ...about,
      drawn: <lanesView.Draw {...given} scene={scene} />,
      outline: lanesView.outline(scene),
    };
  }
  const scene = frame.scenes.find((one) => one.kind === kind);
  const view = await systemView(frame.system, kind);
  if (!scene || view.stand === 'experiment') throw new Error(`${kind} is no view of a moment`);
  return { ...about, drawn: <view.Draw {...given} scene={scene} />, outline: view.outline(scene) };
}

const pageOf = (step: number, size: Size): number => windowAt(step, size.columns).first;
/** A view may turn pages of its own. */
const ownPage = (host: HTMLElement): string =>
  host.querySelector('[data-page]')?.getAttribute('data-page') ?? '';

const lineOf = (outline: readonly Told[], step: number): readonly string[] =>
  outline.flatMap((line) => (line.step === step ? [line.key] : []));

/** Follows a run forward by the scheduler, then back by seeking, and says what a view breaks: each size in a language. */
async function problemsOf(
  system: string,
  scenario: string,
  params: Params,
  kind: string,
  words: Readonly<Record<Language, Words>>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const known = new Set<string>();
  const marked = new Set<string>();
  for (const each of SIZES) {
    const session = newSession();
    const { head, frame } = await session.open({ system, scenario, params });
    const close = frame.scenes.some((scene) => scene.kind === kind && scene.close === true);
    const size = { ...each, columns: columnsOf(each, close, head.scenario.headings === 'long') };
    const tables = each.language === 'en' ? ([words.en, words.zh] as const) : ([words.zh, words.en] as const);
    const view = new Mounted(...tables);
    let last = 0;
    let places = snapshot(view.host);
    const show = async (now: Frame): Promise<void> => {
      const { cursor } = now;
      const moment = await momentOf(session, head, now, kind, size);
      const itsPage = ownPage(view.host);
      const host = await view.show(moment);
      const say = (found: readonly string[]): void => {
        problems.push(...found.map((problem) => `${moment.name}: ${problem}`));
      };
      say(untold(host, moment));
      // A page that is turned may move everything.
      const turned = pageOf(cursor.step, size) !== pageOf(last, size) || ownPage(host) !== itsPage;
      const step = Math.max(cursor.step, last);
      const before = places;
      places = snapshot(host);
      if (!turned) say(moved(before, places, lineOf(moment.outline, step)));
      // What stood before is a chip on wide lanes; on a phone it stands in the state.
      for (const { key, step: of } of moment.outline) if (of !== undefined || !size.phone) known.add(key);
      for (const key of toldHere(host)) marked.add(key);
      last = cursor.step;
    };
    await show(frame);
    for (let step = 1; step <= STEPS; step++) {
      const now = await session.advance(1);
      if (now.cursor.step < step) break;
      await show(now);
    }
    const length = last;
    for (let step = length - 1; step >= 0; step--) await show(await session.seek({ try: 0, step }));
    // A jump draws what a page opened there would draw.
    const middle = await session.seek({ try: 0, step: Math.floor(length / 2) });
    await show(middle);
    const fresh = new Mounted(...tables);
    const there = await fresh.show(await momentOf(session, head, middle, kind, size));
    if (drawingOf(there) !== drawingOf(view.host))
      problems.push(`${kind}: a seek draws what a fresh page does not`);
    const isFolded = (key: string): boolean => !marked.has(key) && !key.startsWith('stood ');
    if ([...known].some(isFolded)) {
      last = STEPS;
      await show(await session.seek({ try: 0, step: length }));
      for (let step = length + 1; step <= FURTHER && [...known].some(isFolded); step++) {
        const now = await session.advance(1);
        if (now.cursor.step < step) break;
        await show(now);
      }
    }
    for (const key of [...view.missing, ...fresh.missing]) problems.push(`${kind}: no words for '${key}'`);
    await view.end();
    await fresh.end();
  }
  for (const key of known) if (!marked.has(key)) problems.push(`${kind}: line '${key}' has no mark`);
  return problems;
}

async function wordsOf(system: string, head: RunHead, language: Language): Promise<Words> {
  const entry = catalog.find(({ id }) => id === system);
  return {
    ...(language === 'en' ? { ...pageEn, ...scenarioEn } : { ...pageZh, ...scenarioZh }),
    ...(await entry?.words(language, head.words)),
  };
}

const bothOf = async (system: string, head: RunHead): Promise<Readonly<Record<Language, Words>>> => ({
  en: await wordsOf(system, head, 'en'),
  zh: await wordsOf(system, head, 'zh'),
});

const cases = await Promise.all(
  catalog.map(async (entry) => {
    const { scenarios } = await entry.card();
    return scenarios.map(({ id }) => ({ system: entry.id, id }));
  }),
);

describe.each(cases.flat())('$system/$id', ({ system, id }) => {
  test('its views tell what they draw, and nothing moves but what a step changed', async () => {
    const { head, frame } = await newSession().open({ system, scenario: id });
    for (const kind of kindsOf(head.scenario)) {
      if (kind !== LANES && !frame.scenes.some((scene) => scene.kind === kind)) continue;
      const words = await bothOf(system, head);
      for (const table of [words.en, words.zh])
        expect(table[`view.${kind}`], `a name for the tab of ${kind}`).toBeDefined();
      expect(await problemsOf(system, id, {}, kind, words)).toEqual([]);
    }
  });

  test('its experiment tells what it shows, in words', async () => {
    const session = newSession();
    const { head, frame } = await session.open({ system, scenario: id });
    const kinds = kindsOf(head.scenario).filter(
      (kind) =>
        kind !== LANES &&
        !frame.scenes.some((scene) => scene.kind === kind) &&
        !head.scenario.timed?.includes(kind),
    );
    const found = kinds.length === 0 ? null : await session.experiment();
    for (const kind of kinds) {
      const view = await systemView(system, kind);
      if (view.stand !== 'experiment' || !found) throw new Error(`${kind} is no experiment with findings`);
      for (const language of ['en', 'zh'] as const) {
        const words = await wordsOf(system, head, language);
        expect(words[`view.${kind}`], `a name for the tab of ${kind}`).toBeDefined();
        for (const each of SIZES) {
          const size = { ...each, columns: columnsOf(each, false) };
          const mounted = new Mounted(words);
          const at = async (findings: Findings | null, progress: number | null): Promise<Moment> => ({
            name: kind,
            choices: [],
            outline: findings ? view.outline(findings) : [],
            drawn: (
              <view.Draw
                {...givenOf(head, frame, await session.track(0, 5), size)}
                params={frame.params}
                seed={1}
                findings={findings}
                progress={progress}
                failure={null}
                set={async () => {}}
                measure={nothing}
                stop={nothing}
                next={{ scenario: head.scenario.next, href: '#' }}
                steps={nothing}
                lowest={() => new Promise(nothing)}
                cores={4}
              />
            ),
          });
          await mounted.show(await at(null, 0.5));
          const moment = await at(found, null);
          const host = await mounted.show(moment);
          expect(untold(host, moment)).toEqual([]);
          expect([...new Set(toldHere(host))]).toEqual(moment.outline.map(({ key }) => key));
          expect(misquoted(host, moment, words)).toEqual([]);
          expect([...mounted.missing]).toEqual([]);
          await mounted.end();
        }
      }
    }
  });
});

test('more than twelve lanes fold, and hold still', async () => {
  const params = { readers: 6, writers: 6, scheduler: 'seeded' };
  const { head } = await newSession().open({ system: 'memcache', scenario: 'stale-set', params });
  expect(head.actors.length).toBeGreaterThan(12);
  const words = await bothOf('memcache', head);
  const problems = await problemsOf('memcache', 'stale-set', params, LANES, words);
  expect(problems.filter((problem) => !/line 'stood .*' has no mark/.test(problem))).toEqual([]);
});

test('thirty nodes share lanes by group, their tree turns pages, and all hold still', async () => {
  const params = { nodes: 30, honestFinds: 17, attackerFinds: 24 };
  const { head } = await newSession().open({ system: 'bitcoin', scenario: 'chain-growth', params });
  expect(new Set(head.actors.map(({ group }) => group)).size).toBe(6);
  const words = await bothOf('bitcoin', head);
  for (const kind of [LANES, 'nodes']) {
    const problems = await problemsOf('bitcoin', 'chain-growth', params, kind, words);
    expect(problems.filter((problem) => !/line 'stood .*' has no mark/.test(problem))).toEqual([]);
  }
});

describe('the checks find', () => {
  const words: Words = { here: 'Here it is', gone: 'Gone' };
  const outline: readonly Told[] = [{ key: 'one', text: text('here'), step: 1 }];
  const at = (drawn: Moment['drawn']): Moment => ({ name: 'toy', drawn, outline, choices: ['go'] });
  const mount = async (drawn: Moment['drawn']): Promise<{ view: Mounted; host: HTMLElement }> => {
    const view = new Mounted(words);
    return { view, host: await view.show(at(drawn)) };
  };

  test('a mark that nothing tells of, and words likewise', async () => {
    const { host } = await mount(
      <svg aria-hidden="true">
        <circle cx={1} data-told="one" />
        <circle cx={2} className="stray" />
        <g data-part="axis">
          <line x1={0} />
        </g>
      </svg>,
    );
    expect(untold(host, at(null))).toEqual(['<circle class="stray"> is told by nothing']);
    expect(untold((await mount(<p>words</p>)).host, at(null))).toHaveLength(1);
  });

  test('a mark of a line or a choice that is not there', async () => {
    const { host } = await mount(
      <p>
        <b data-told="two">x</b>
        <b data-choice="stay">y</b>
        <b data-choice="go">z</b>
      </p>,
    );
    expect(untold(host, at(null))).toHaveLength(2);
  });

  test('a picture that says something else than its outline', async () => {
    const { host } = await mount(<p data-told="one">It is there</p>);
    expect(misquoted(host, at(null), words)).toHaveLength(1);
    const { host: right } = await mount(<p data-told="one">Look: Here it is.</p>);
    expect(misquoted(right, at(null), words)).toEqual([]);
  });

  test('what moved, but not what the step brought', async () => {
    const draw = (x: number) => (
      <p>
        <b data-told="one" style={{ left: x }}>
          a
        </b>
        <b data-part="name" style={{ top: 5 }}>
          b
        </b>
      </p>
    );
    const { view, host } = await mount(draw(10));
    const before = snapshot(host);
    await view.show(at(draw(40)));
    expect(moved(before, snapshot(host), [])).toHaveLength(1);
    expect(moved(before, snapshot(host), ['one'])).toEqual([]);
    await view.show(at(draw(12)));
    expect(moved(before, snapshot(host), [])).toEqual([]);
  });
});
