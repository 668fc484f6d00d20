// @vitest-environment happy-dom
// The views of SUNDR as mounted: the fork stepped forward and back, wide and on a phone, in both languages, as everyone
// and as one user sees it; the keyboard's walk through the tree; and the answer that a drag picks.

import { act } from 'react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { present } from '../../../base/assert.ts';
import { text } from '../../../base/text.ts';
import type { Words } from '../../../base/words.ts';
import { placesOf } from '../../../base/words.ts';
import type { Params, Scene } from '../../../contract/system.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import type { View } from '../../../widgets/view.ts';
import type { Moment } from '../../testing/view-contract.tsx';
import { Mounted, moved, snapshot, untold } from '../../testing/view-contract.tsx';
import { scenarios } from '../scenarios.ts';
import { scene } from '../scene.ts';
import { modelOf, paramsOf, run } from '../testing/ready.ts';
import { words as boxEn } from '../text/box.en.ts';
import { words as boxZh } from '../text/box.zh.ts';
import { words as logEn } from '../text/log.en.ts';
import { words as logZh } from '../text/log.zh.ts';
import { words as merkleEn } from '../text/merkle.en.ts';
import { words as merkleZh } from '../text/merkle.zh.ts';
import { words as oneMoreEn } from '../text/one-more.en.ts';
import { words as oneMoreZh } from '../text/one-more.zh.ts';
import { words as pendingEn } from '../text/pending.en.ts';
import { words as pendingZh } from '../text/pending.zh.ts';
import { words as vectorsEn } from '../text/vectors.en.ts';
import { words as vectorsZh } from '../text/vectors.zh.ts';
import { words as viewEn } from '../text/view.en.ts';
import { words as viewZh } from '../text/view.zh.ts';
import { box } from './box.tsx';
import { log } from './log.tsx';
import { merkle } from './merkle.tsx';
import { pending } from './pending.tsx';
import { tree } from './tree.tsx';
import { vectors } from './vectors.tsx';

const en = { ...pendingEn, ...viewEn, ...logEn, ...vectorsEn, ...boxEn, ...merkleEn, ...oneMoreEn };
const zh = { ...pendingZh, ...viewZh, ...logZh, ...vectorsZh, ...boxZh, ...merkleZh, ...oneMoreZh };

const views = [tree, log, vectors, merkle, box, pending];

beforeAll(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});
afterEach(() => document.body.replaceChildren());

const TURNS = { protocol: 'serialized', server: 'liar', work: 'turns', users: 3, maxOps: 8, box: 5 };
const FORK = [
  'A.0.ask~none',
  'B.0.ask~A1',
  'T.0.ask~A1+B1',
  'C.0.ask~A1+B1+T1',
  'A.1.ask~A1+B1+C1+T1',
  'C.1.ask~A1+B1+C1+T1',
  'B.1.ask~A2+B1+C1+T1',
];
const REFUSED = [...FORK, 'C.2.ask~A2+B2+C2+T1'];
const FILES = { protocol: 'files', server: 'liar', work: 'bank' };
const LOGGED = { protocol: 'straw', server: 'liar', work: 'bank' };
const OMITTED = ['A.0.ask~none', 'B.0.ask~A1', 'C.0.ask~B1.omit.A1'];
const ALONE = ['A.0.ask~none', 'B.0.ask~A1', 'C.0.ask~none'];

const CHECKS = Object.fromEntries(
  [
    'check.not-totally-ordered',
    'check.hash-mismatch',
    'check.bad-signature',
    'act.check-signatures',
    'act.check-own',
    'act.build',
    'act.sign',
  ].map((key) => [key, key]),
);
const nothing = (): void => undefined;

/** Worlds and what may happen in them, made once. */
const made = new Map<string, ReturnType<typeof make>>();
const make = (set: Params, keys: readonly string[]) => {
  const world = run(set, ...keys);
  return { world, enabled: modelOf(set).enabled(world) };
};
function at(set: Params, keys: readonly string[]): ReturnType<typeof make> {
  const name = JSON.stringify([set, keys]);
  const found = made.get(name) ?? make(set, keys);
  made.set(name, found);
  return found;
}
type Drawn = View<ViewProps, Scene>;

interface Here {
  readonly set: Params;
  readonly keys: readonly string[];
  readonly phone: boolean;
  readonly seenBy?: string | null;
  readonly given?: Partial<ViewProps>;
}

function momentOf(kind: string, { set, keys, phone, seenBy = null, given = {} }: Here): Moment {
  const view = present(
    views.find((one) => one.kind === kind),
    kind,
  ) as unknown as Drawn;
  const { world, enabled } = at(set, keys);
  const drawn = present(scene(kind, world, seenBy, paramsOf(set)), kind);
  const choices = enabled.map(({ key, actor, kind: of }) => ({
    key,
    actor,
    kind: of,
    label: text(key),
    group: 'step',
  }));
  const props = {
    head: { properties: [] },
    cursor: { try: 0, step: keys.length },
    track: { from: 0, steps: [], chips: [] },
    choices,
    hot: null,
    seenBy,
    size: { width: phone ? 330 : 958, phone },
    goTo: nothing,
    choose: nothing,
    setHot: nothing,
    ...given,
    scene: drawn,
  } as unknown as ViewProps;
  return {
    name: kind,
    choices: choices.map(({ key }) => key),
    outline: view.outline(drawn),
    drawn: <view.Draw {...props} />,
  };
}

describe.each(['tree', 'log', 'vectors', 'merkle', 'box'])('%s', (kind) => {
  const runs = [
    ['the fork', TURNS, REFUSED],
    ['files alone', FILES, ALONE],
    ['one left out', LOGGED, OMITTED],
    ['a fetch that is not logged', { ...LOGGED, fetchLog: 'off' }, ALONE],
  ] as const;
  test.each(runs)(
    'tells all that it draws of %s, and moves nothing but what a step brings',
    async (_, set, keys) => {
      for (const [table, phone, seenBy] of [
        [en, false, null],
        [zh, true, null],
        [zh, false, 'C'],
        [en, true, 'C'],
      ] as const) {
        const mounted = new Mounted({ ...(table as Words), ...CHECKS });
        const problems: string[] = [];
        const there = [...Array(keys.length + 1).keys()];
        let last = 0;
        for (const step of [...there, ...[...there].reverse()]) {
          const moment = momentOf(kind, { set, keys: keys.slice(0, step), phone, seenBy });
          const before = snapshot(mounted.host);
          const host = await mounted.show(moment);
          problems.push(...untold(host, moment));
          const changed = moment.outline.flatMap((line) =>
            line.step === Math.max(step, last) ? [line.key] : [],
          );
          problems.push(...moved(before, snapshot(host), changed));
          last = step;
        }
        expect(problems).toEqual([]);
        expect([...mounted.missing].filter((key) => !key.includes('~'))).toEqual([]);
        await mounted.end();
      }
    },
  );
});

describe('pending', () => {
  const SET = { protocol: 'concurrent', grain: 'message', work: 'turns', users: 3, maxOps: 2 };
  const KEYS = present(
    scenarios.find(({ id }) => id === 'concurrent'),
    'concurrent',
  ).scheduler;
  const keys = KEYS.kind === 'scripted' ? KEYS.keys : [];

  test('tells all that it draws, and moves no structure when it is signed', async () => {
    for (const [table, phone, seenBy] of [
      [en, false, null],
      [zh, true, null],
      [zh, false, 'C'],
      [en, true, 'B'],
    ] as const) {
      const mounted = new Mounted({ ...(table as Words), ...CHECKS });
      const problems: string[] = [];
      for (const step of [...Array(keys.length + 1).keys()]) {
        const moment = momentOf('pending', { set: SET, keys: keys.slice(0, step), phone, seenBy });
        const before = snapshot(mounted.host);
        const host = await mounted.show(moment);
        problems.push(...untold(host, moment));
        // On a phone the newest is on top.
        if (!phone) problems.push(...moved(before, snapshot(host), []));
      }
      expect(problems).toEqual([]);
      expect([...mounted.missing].filter((key) => !key.includes('~'))).toEqual([]);
      await mounted.end();
    }
  });

  test('names a structure pending by a word and another shape until it is signed', async () => {
    const mounted = new Mounted({ ...en, ...CHECKS });
    const shown = async (step: number, seenBy: string | null = null): Promise<readonly string[]> => {
      const host = await mounted.show(
        momentOf('pending', { set: SET, keys: keys.slice(0, step), phone: false, seenBy }),
      );
      return [...host.querySelectorAll('[data-entry]')].map(
        (card) => `${card.querySelector('.pending-card') ? 'dashed ' : ''}${card.textContent}`,
      );
    };
    expect(await shown(1)).toEqual(['dashed A1modauth.pypending']);
    expect(await shown(2)).toEqual(['dashed A1modauth.pypending', 'dashed C1fetchauth.pypending']);
    expect(await shown(12)).toEqual(['dashed A1modauth.pypending', 'C1fetchauth.py101']);
    expect(await shown(14)).toEqual(['A1modauth.py100', 'C1fetchauth.py101']);
    // A was answered before C came, and is never told of it; B has asked for nothing.
    expect(await shown(14, 'A')).toEqual(['A1modauth.py100']);
    expect(await shown(14, 'B')).toEqual([]);
    await mounted.end();
  });
});

test('both languages have the same arguments in each of their words', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  for (const [key, english] of Object.entries(en))
    expect([key, placesOf((zh as Words)[key] ?? '')]).toEqual([key, placesOf(english)]);
});

test('what one user cannot see is in no word of what is drawn', async () => {
  const mounted = new Mounted({ ...en, ...CHECKS });
  const host = await mounted.show(momentOf('tree', { set: TURNS, keys: FORK, phone: false, seenBy: 'C' }));
  expect(host.querySelector('[data-entry="C2"]')).not.toBeNull();
  for (const id of ['A2', 'B2']) expect(host.querySelector(`[data-entry="${id}"]`)).toBeNull();
  expect(host.textContent).not.toContain('hidden');
});

describe('the tree', () => {
  async function shown(given: Partial<ViewProps>, phone = false): Promise<HTMLElement> {
    const mounted = new Mounted({ ...en, ...CHECKS });
    return mounted.show(momentOf('tree', { set: TURNS, keys: FORK, phone, given }));
  }
  const press = (target: Element | null, key: string): Promise<void> =>
    act(async () => {
      target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });

  test('is one stop of Tab, and is walked by arrow keys', async () => {
    const host = await shown({});
    const stops = [...host.querySelectorAll<HTMLElement>('[data-entry]')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
    expect(stops.map(({ dataset }) => dataset.entry)).toEqual(['B2']);
    await act(async () => stops[0]?.focus());
    const at = (): string | undefined => (document.activeElement as HTMLElement).dataset.entry;
    await press(document.activeElement, 'ArrowDown');
    expect(at()).toBe('C2');
    await press(document.activeElement, 'ArrowLeft');
    expect(at()).toBe('C1');
    await press(document.activeElement, 'ArrowRight');
    expect(at()).toBe('A2');
    await press(document.activeElement, 'Home');
    expect(at()).toBe('A1');
  });

  test('says of the entry that is selected what its signature covers', async () => {
    const host = await shown({});
    const card = present(host.querySelector<HTMLElement>('[data-entry="C2"]'), 'C2');
    await act(async () => card.click());
    expect(card.getAttribute('aria-pressed')).toBe('true');
    expect(host.querySelector('.sundr-covers')?.textContent).toContain('covers A1 B1 C1–2 T1');
    expect(
      [...host.querySelectorAll('.branch-edge[data-covered]')].map((edge) => edge.getAttribute('data-told')),
    ).toEqual(['entry B1', 'entry T1', 'entry C1', 'entry C2']);
  });

  test('draws where the next answer leads, and what it may not stand on as well', async () => {
    const hot = 'action C.2.ask~A1+B1+C2+T1';
    const host = await shown({ hot });
    const next = present(host.querySelector('.branch-card[data-when="next"]'), 'the card ahead');
    expect(next.getAttribute('data-choice')).toBe('C.2.ask~A1+B1+C2+T1');
    expect(next.textContent).toBe('C3fetchauth.py1131');
    expect(host.querySelector('.branch-barred')).not.toBeNull();
  });

  test('dropped on an entry, the card ahead picks the answer to the same user that ends there', async () => {
    const choose = vi.fn();
    const host = await shown({ hot: 'action A.2.ask~A2+B1+C1+T1', choose });
    const next = present(host.querySelector('.branch-card[data-when="next"]'), 'the card ahead');
    const onto = present(host.querySelector('[data-entry="B2"]'), 'B2');
    document.elementFromPoint = () => onto;
    const pointer = (type: string, x: number): Event =>
      Object.assign(new Event(type, { bubbles: true }), { button: 0, pointerId: 1, clientX: x, clientY: 0 });
    await act(async () => {
      next.dispatchEvent(pointer('pointerdown', 0));
      next.dispatchEvent(pointer('pointermove', 40));
    });
    expect(onto.hasAttribute('data-drop')).toBe(true);
    await act(async () => {
      next.dispatchEvent(pointer('pointerup', 40));
    });
    expect(choose.mock.calls).toEqual([['A.2.ask~A2+B2+C1+T1']]);
  });

  test('pressed, the card ahead is chosen', async () => {
    const choose = vi.fn();
    const host = await shown({ hot: 'action A.2.ask~A2+B1+C1+T1', choose });
    await act(async () => host.querySelector<HTMLElement>('.branch-card[data-when="next"]')?.click());
    expect(choose.mock.calls).toEqual([['A.2.ask~A2+B1+C1+T1']]);
  });
});
