// A session taken by hand: for the command line and tests, which open one run after another and want the frame of each
// move. It remembers the run and where it stands, and goes through `act` like everybody.

import { present } from '../base/assert.ts';
import type { Findings } from '../contract/system.ts';
import type {
  CompareOutcome,
  ExploreOutcome,
  ExploreRequest,
  Intent,
  Move,
  OpenRequest,
  PlaceIn,
  RunSummary,
  SessionApi,
  Update,
  Way,
  WhyOutcome,
} from './api.ts';
import type { Cursor, Frame, Overview, RunHead, Track } from './frame.ts';
import { refused } from './session-text.ts';

type Settings = Readonly<Record<string, string | number>>;

/** Another run than before: with its head. */
export interface Opened extends Update {
  readonly head: RunHead;
}

export interface ByHand {
  readonly session: SessionApi;
  /** The id of the open run. */
  run(): string;
  open(request: OpenRequest, way?: Way): Promise<Opened>;
  openLink(link: string, way?: Way): Promise<Opened>;
  restore(saved: unknown, way?: Way): Promise<Opened>;
  setParams(params: Settings): Promise<Opened>;
  undo(): Promise<Opened>;
  frame(): Promise<Frame>;
  seek(to: Cursor): Promise<Frame>;
  back(count: number): Promise<Frame>;
  choose(key: string): Promise<Frame>;
  advance(count: number, way?: Way): Promise<Frame>;
  interesting(direction: 1 | -1): Promise<Frame>;
  nameTry(id: number, name: string): Promise<Frame>;
  tryChoices(keys: readonly string[], from: 'start' | 'here', name: string | null): Promise<Frame>;
  /** Choices from the start to where it stands. */
  choices(): Promise<readonly string[]>;
  link(): Promise<string>;
  /** The run at a glance; null where three steps are all of it. */
  overview(): Promise<Overview | null>;
  track(from: number, to: number): Promise<Track>;
  summary(): Promise<RunSummary>;
  save(): Promise<unknown>;
  explore(request: ExploreRequest & { readonly from?: 'start' | 'here' }, way?: Way): Promise<ExploreOutcome>;
  compare(params: Settings, way?: Way): Promise<CompareOutcome>;
  why(property: string, way?: Way): Promise<WhyOutcome>;
  experiment(way?: Way): Promise<Findings | null>;
}

const START: Cursor = { try: 0, step: 0 };

/** `stop` gives the signal that stops what is asked now. */
export function byHand(session: SessionApi, stop?: () => AbortSignal): ByHand {
  let run = '';
  let opened = 0;
  let at = START;
  let overview: Overview | null = null;

  const stoppable = (way: Way = {}): Way => ({ ...way, signal: way.signal ?? stop?.() });

  async function act(intent: Intent, way?: Way, columns = 0, path = false): Promise<Update> {
    const id = intent.kind === 'open' ? `run ${++opened}` : run;
    const update = await session.act(id, intent, { columns, blocked: true, path }, stoppable(way));
    run = update.run;
    at = update.frame.cursor;
    if (update.overview !== undefined) overview = update.overview;
    return update;
  }
  async function other(intent: Intent, way?: Way): Promise<Opened> {
    const update = await act(intent, way);
    return { ...update, head: present(update.head, 'the head of another run') };
  }
  const move = async (intent: Move, way?: Way): Promise<Frame> => (await act(intent, way)).frame;
  const place = (from: 'start' | 'here' = 'here'): PlaceIn => {
    if (run === '') throw refused('session.not-open');
    return { run, at: from === 'start' ? START : at };
  };

  return {
    session,
    run: () => run,
    open: (from, way) => other({ kind: 'open', from }, way),
    openLink: (link, way) => other({ kind: 'open', from: { link } }, way),
    restore: (saved, way) => other({ kind: 'open', from: { saved } }, way),
    setParams: (params) => other({ kind: 'set', params, as: `run ${++opened}` }),
    undo: () => other({ kind: 'undo' }),
    frame: async () => (await act({ kind: 'show' })).frame,
    seek: (to) => move({ kind: 'seek', to }),
    back: (count) => move({ kind: 'back', count }),
    choose: (key) => move({ kind: 'choose', at, key }),
    advance: (count, way) => move({ kind: 'advance', count }, way),
    interesting: (direction) => move({ kind: 'interesting', direction }),
    nameTry: (id, name) => move({ kind: 'name', try: id, name }),
    tryChoices: (keys, from, name) => move({ kind: 'try', from: place(from).at, keys, name }),
    choices: async () => (await act({ kind: 'show' }, undefined, 0, true)).path ?? [],
    link: async () => (await act({ kind: 'show' })).link,
    overview: async () => {
      await act({ kind: 'show' }, undefined, 3);
      return overview;
    },
    track: async (from, to) => session.track(place(), from, to),
    summary: async () => session.summary(place()),
    save: async () => (await session.save(run)).saved,
    explore: async ({ from = 'start', ...request }, way) =>
      session.explore(place(from), request, stoppable(way)),
    compare: async (params, way) => session.compare(place(), params, stoppable(way)),
    why: async (property, way) => session.why(place(), property, stoppable(way)),
    experiment: async (way) => session.experiment(place(), stoppable(way)),
  };
}
