import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Move } from '../../session/api.ts';
import { createSession } from '../../session/session.ts';
import type { KeptRun } from '../storage/kept-run.ts';
import type { PageState } from '../store.ts';
import { settingsNow } from '../store.ts';
import { momentHash } from './address.ts';
import { oneOn } from './moves.ts';
import type { Tab } from './testing/world.ts';
import { CATALOG, World } from './testing/world.ts';

const HASHES = ['#/toy/post', '#/other/post', '#/'];

/** Every path of choices in a saved run, as text. */
function pathsIn({ saved }: Pick<KeptRun, 'saved'>): ReadonlySet<string> {
  const { tries } = saved as {
    readonly tries: readonly {
      readonly parent: number | null;
      readonly at: number;
      readonly keys: readonly unknown[];
    }[];
  };
  const whole: string[][] = [];
  const paths = new Set<string>();
  for (const { parent, at, keys } of tries) {
    const path = parent === null ? [] : (whole[parent] as string[]).slice(0, at);
    for (const key of keys) {
      // A count is so many steps of the scheduler's: by their place they are the same again.
      if (typeof key === 'number') for (let i = 0; i < key; i++) path.push('~');
      else path.push(String(key));
      paths.add(path.join(' '));
    }
    whole.push(path);
  }
  return paths;
}

type Act =
  | 'right'
  | 'left'
  | 'start'
  | 'end'
  | 'choose'
  | 'try'
  | 'name'
  | 'switch'
  | 'again'
  | 'undo'
  | 'address'
  | 'back'
  | 'forward'
  | 'reload'
  | 'kill'
  | 'kept'
  | 'twin'
  | 'let';

interface Step {
  readonly tab: number;
  readonly act: Act;
  readonly n: number;
}

/** Where every run that was ever drawn was seen to be, and what went wrong with it. */
class Witness {
  readonly wrong: string[] = [];
  private readonly seen = new Map<string, { readonly of: string; readonly paths: Set<string> }>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    world.onDraw = (_, state) => this.draw(state);
    world.onPut = (run, before) => this.put(run, before);
  }

  private draw({ runId, frame, path }: PageState): void {
    if (!frame || runId === '') return;
    const of = JSON.stringify([frame.system, frame.params]);
    const known = this.seen.get(runId) ?? { of, paths: new Set<string>() };
    this.seen.set(runId, known);
    if (known.of !== of) this.wrong.push(`${runId} was ${known.of} and is drawn as ${of}`);
    if (path && path.length === frame.cursor.step && path.length > 0) known.paths.add(path.join(' '));
  }

  private put(run: KeptRun, before: KeptRun | undefined): void {
    const { params } = run.saved as { readonly params: unknown };
    const of = JSON.stringify([run.system, params]);
    const known = this.seen.get(run.id);
    if (known?.of !== of) this.wrong.push(`${run.id} was ${known?.of} and is kept as ${of}`);
    const paths = pathsIn(run);
    for (const path of before ? pathsIn(before) : []) {
      if (!paths.has(path))
        this.wrong.push(`${run.id} was kept with [${path}] and is overwritten without it`);
    }
  }

  /** Every moment that was drawn is in what is kept, or in what is noted beside it. */
  async lookForAll(): Promise<void> {
    for (const [id, { paths }] of this.seen) {
      const found = new Set(await this.foundOf(id));
      for (const path of paths) if (!found.has(path)) this.wrong.push(`${id}: [${path}] is lost`);
    }
  }

  private async foundOf(id: string): Promise<readonly string[]> {
    const kept = this.world.kept.get(id);
    const found = kept ? [...pathsIn(kept)] : [];
    for (const { notes } of this.world.tabs) {
      const noted = JSON.parse(notes.get(`lamplight.unkept.${id}`) ?? 'null') as {
        readonly begun: string | null;
        readonly moves: readonly Move[];
      } | null;
      const from = kept ? { saved: kept.saved } : noted?.begun ? { link: noted.begun } : null;
      if (!noted || !from) continue;
      const session = createSession({
        catalog: CATALOG,
        runner: {
          run: () => Promise.resolve(new Uint8Array(32)),
          time: () => Promise.reject(new Error('nothing is timed')),
          search: () => Promise.reject(new Error('nothing is searched for')),
        },
        clock: () => 0,
        breathe: () => Promise.resolve(),
      });
      await session.act('again', { kind: 'open', from, moves: noted.moves }, { columns: 0 });
      found.push(...pathsIn(await session.save('again')));
    }
    return found;
  }
}

type Doing = (world: World, tab: Tab, n: number) => unknown;

const REPLACED = { key: 'replaced' };

/** What a person can do in a tab; nobody waits for what comes of it. */
const DOING: Readonly<Record<Act, Doing>> = {
  // Next does not pass a question.
  right: (_, { page }) => {
    page.moves.skipQuestion();
    return page.moves.nextStep();
  },
  left: (_, { page }) => page.moves.backStep(),
  start: (_, { page }) => page.moves.toStart(),
  end: (_, { page }) => page.moves.toEnd(),
  choose: (world, tab, n) => {
    const choices = world.state(tab).frame?.choices ?? [];
    const choice = choices[n % Math.max(1, choices.length)];
    return choice && tab.page.moves.choose(choice.key);
  },
  try: (_, { page }, n) => page.moves.tryChoices(['send 0', 'take 0', 'send 1'], 'start', `try ${n}`),
  name: (_, { page }, n) => page.moves.nameTry(0, `name ${n}`),
  switch: (world, tab) =>
    tab.page.moves.setParams({ loss: settingsNow(world.state(tab))?.loss === 'on' ? 'off' : 'on' }, REPLACED),
  again: (_, { page: { order } }) =>
    order.replace(
      ({ frame }) =>
        frame && {
          kind: 'begin',
          from: { system: frame.system, scenario: frame.scenario },
          as: order.rim.newId(),
        },
      REPLACED,
    ),
  undo: (world, tab) => world.state(tab).notice?.action?.run(),
  address: (world, tab, n) => world.go(tab, HASHES[n % HASHES.length] as string),
  back: (world, tab) => world.history(tab, -1),
  forward: (world, tab) => world.history(tab, 1),
  reload: (world, tab) => world.reload(tab),
  kill: (world, tab) => world.kill(tab),
  kept: (world, tab, n) => {
    const run = [...world.kept.values()][n % Math.max(1, world.kept.size)];
    return run && tab.page.opening.openKept(run);
  },
  twin: (world, tab) => world.tabs.length < 4 && world.newTab('', tab),
  let: () => undefined,
};

const steps = (acts: readonly Act[]) =>
  fc.array(fc.record({ tab: fc.nat(1), act: fc.constantFrom(...acts), n: fc.nat(1000) }), {
    minLength: 5,
    maxLength: 40,
  });

const EVERYTHING: readonly Act[] = [
  ...(['right', 'right', 'right', 'left', 'start', 'end', 'choose', 'choose', 'try', 'name'] as const),
  ...(['switch', 'again', 'undo', 'address', 'back', 'forward', 'reload', 'kept', 'twin'] as const),
  ...(['let', 'let', 'let', 'let', 'let', 'let', 'let', 'let'] as const),
];

async function play(world: World, all: readonly Step[]): Promise<void> {
  for (const { tab, act: kind, n } of all) {
    const chosen = world.tabs[(tab + (n % 5 === 0 ? 2 : 0)) % world.tabs.length] as Tab;
    DOING[kind](world, chosen, n);
    if (kind === 'let') for (let i = 0; i < n % 12; i++) await world.step(n + i * 31);
  }
  await world.settle();
}

/** The page shows what its address says. */
function isInOrder(world: World, tab: Tab): string[] {
  const state = world.state(tab);
  const { hash, run } = tab.entries[tab.at] as { hash: string; run: string | null };
  if (hash === '#/') return state.frame ? [`${tab.name} is at home and shows ${state.runId}`] : [];
  if (state.phase !== 'ready') return [`${tab.name} is ${state.phase}: ${state.failure?.what.key}`];
  const shown = momentHash(state);
  return [
    ...(shown === hash ? [] : [`${tab.name} is at ${hash} and shows ${shown}`]),
    ...(run === state.runId ? [] : [`${tab.name} stands for ${run} and shows ${state.runId}`]),
  ];
}

async function tried(acts: readonly Act[], runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(steps(acts), async (all) => {
      const world = new World();
      const witness = new Witness(world);
      world.newTab('#/toy/post');
      world.newTab('#/toy/post');
      await play(world, all);
      await witness.lookForAll();
      const wrong = [...witness.wrong, ...world.tabs.flatMap((tab) => isInOrder(world, tab))];
      // A session that is killed each time it opens a run is given up, in words.
      const given = all.filter(({ act }) => act === 'kill').length > 2 ? /session.ended/ : /^$/;
      expect(wrong.filter((words) => !given.test(words))).toEqual([]);
    }),
    { numRuns: runs },
  );
}

const RUNS = Number(process.env.ORDER_RUNS ?? 300);

describe('whatever a person does in two tabs, however late the answers come,', () => {
  test('nothing that was made is lost or overwritten, and each page shows what its address says', async () => {
    await tried(EVERYTHING, RUNS);
  }, 600_000);

  test('also where a session dies in the middle of it', async () => {
    await tried(['right', 'right', 'choose', 'choose', 'kill', 'let', 'let', 'let'], Math.ceil(RUNS / 5));
  }, 600_000);
});

/** At the start again, with the question of the way skipped. */
async function pastTheQuestion(world: World, tab: Tab): Promise<void> {
  const { moves } = tab.page;
  for (const act of [moves.nextStep, moves.nextStep, moves.skipQuestion, moves.toStart]) {
    act();
    await world.settle();
  }
}

test('keys pressed faster than they are drawn never pass a question that stands open', async () => {
  const ASKED_AT = 2;
  const pressed = fc.array(
    fc.record({ key: fc.constantFrom('on', 'on', 'on', 'back', 'answer', 'play'), wait: fc.nat(6) }),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(pressed, async (all) => {
      const world = new World();
      const tab = world.newTab('#/toy/post');
      const wrong: number[] = [];
      world.onDraw = (_, { frame, guesses }) => {
        const step = frame?.cursor.step ?? 0;
        if (step > ASKED_AT && guesses.first === undefined) wrong.push(step);
      };
      await world.settle();
      const { moves, order } = tab.page;
      for (const [index, { key, wait }] of all.entries()) {
        if (key === 'on') void moves.nextStep();
        else if (key === 'back') moves.backStep();
        else if (key === 'play') void order.ask(oneOn(world.state(tab)));
        else moves.answer('yes');
        for (let i = 0; i < wait; i++) await world.step(index * 7 + i * 13);
      }
      await world.settle();
      expect(wrong).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('keys pressed faster than they are answered: none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ on: fc.boolean(), wait: fc.nat(6) })), async (pressed) => {
      const world = new World();
      const tab = world.newTab('#/toy/post');
      await world.settle();
      await pastTheQuestion(world, tab);
      let expected = 0;
      for (const { on, wait } of pressed) {
        DOING[on ? 'right' : 'left'](world, tab, 0);
        expected = on ? Math.min(9, expected + 1) : Math.max(0, expected - 1);
        for (let i = 0; i < wait; i++) await world.step(i * 13 + wait);
      }
      await world.settle();
      expect(world.state(tab).frame?.cursor.step).toBe(expected);
    }),
    { numRuns: 100 },
  );
});

test('switches and keys pressed faster than they are answered: none is lost', async () => {
  const QUESTION_AT = 2;
  const pressed = fc.array(
    fc.record({ act: fc.constantFrom('more', 'loss', 'on', 'back'), wait: fc.nat(6) }),
    { maxLength: 9 },
  );
  await fc.assert(
    fc.asyncProperty(pressed, async (all) => {
      const world = new World();
      const tab = world.newTab('#/toy/post');
      await world.settle();
      const { moves } = tab.page;
      const expected = { letters: 4, loss: 'off', step: 0 };
      for (const { act, wait } of all) {
        const now = settingsNow(world.state(tab));
        if (act === 'more') {
          void moves.setParams({ letters: Number(now?.letters) + 1 }, REPLACED);
          expected.letters++;
        } else if (act === 'loss') {
          expected.loss = expected.loss === 'on' ? 'off' : 'on';
          void moves.setParams({ loss: now?.loss === 'on' ? 'off' : 'on' }, REPLACED);
        } else if (act === 'on') {
          void moves.nextStep();
          // The question stands under the scenario's own settings only.
          const held = expected.step === QUESTION_AT && expected.letters === 4 && expected.loss === 'off';
          if (!held) expected.step++;
        } else if (act === 'back') {
          moves.backStep();
          expected.step = Math.max(0, expected.step - 1);
        }
        for (let i = 0; i < wait; i++) await world.step(i * 13 + wait);
      }
      await world.settle();
      const { frame, asked } = world.state(tab);
      const { letters, loss } = frame?.params ?? {};
      expect({ letters, loss, step: frame?.cursor.step, asked }).toEqual({ ...expected, asked: null });
    }),
    { numRuns: 100 },
  );
});
