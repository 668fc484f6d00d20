// The page's side of the one order. It has no queue: intents go out as they come, the session's worker takes them one
// after another, and their Updates are drawn in the order in which they come back. What it has is where it is: a visit,
// from the address that was gone to until the next. Leaving ends the visit, and with it stops everything that was asked
// of it; what still comes back of a visit that ended is not drawn, not noted and not kept.

import { Refusal } from '../../base/result.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import { wantedIn } from '../../contract/wanted-file.ts';
import type { Intent, Move, Origin, Progress, Replacement, Update, Window } from '../../session/api.ts';
import { SessionDied } from '../../session/wire.ts';
import { scenarioHash } from '../route.ts';
import type { Failure, PageState } from '../store.ts';
import { NOTHING_SHOWN } from '../store.ts';
import { wordsFor } from '../words-for.ts';
import { createAddress, momentHash } from './address.ts';
import { drawn } from './draw.ts';
import { createKeeping } from './keeping.ts';
import { createNotes } from './notes.ts';
import type { Rim } from './rim.ts';

type Guesses = Readonly<Record<string, string>>;

/** A run to be opened. */
export interface Opening {
  readonly id: string;
  /** As far as it is known before. */
  readonly system: string;
  readonly scenario: string;
  readonly from: Origin;
  readonly moves?: readonly Move[];
  readonly guesses?: Guesses;
  /** It is kept already, and `moves` are those noted since. */
  readonly isKept?: boolean;
  /** Said when it is open. */
  readonly notice?: Text | null;
  /** What a failure says of it. */
  readonly where: string;
  readonly todo: Text;
  /** Stops it where it got to. */
  readonly stop?: AbortSignal;
}

/** How something that is asked tells of itself. */
export interface Asking {
  readonly progress?: Progress;
  readonly stop?: AbortSignal;
  /** Told what is refused, in place of the page's notice. */
  readonly refused?: (why: Text) => void;
}

export const NO_RUN = {
  failure: null,
  openedShare: null,
  runId: '',
  system: null,
  scenario: null,
  head: null,
  frame: null,
  asked: null,
  ended: null,
  track: null,
  overview: null,
  link: '',
  path: null,
  shown: NOTHING_SHOWN,
  guesses: {},
  playing: false,
  running: null,
  seenBy: null,
  comparing: null,
  goal: null,
  tab: 'story',
  notice: null,
  dialog: null,
} satisfies Partial<PageState>;

export type Order = ReturnType<typeof createOrder>;

export function createOrder(rim: Rim) {
  const { getState: page, setState: set } = rim.store;
  const notes = createNotes(rim);
  const address = createAddress(rim);
  const say = (
    notice: Text,
    action: NonNullable<PageState['notice']>['action'] = null,
    stays = false,
  ): void => set({ notice: { text: notice, action, stays } });
  const keeping = createKeeping({
    ...rim,
    notes,
    failed: rim.unkept,
  });
  let visit = new AbortController();
  /** The run that is on its way in place of the open one, with all that were asked for before it. */
  let coming: Promise<unknown> | null = null;
  /** What a run that was replaced has beside it, for when it is brought back. */
  const others = new Map<string, Pick<PageState, 'guesses' | 'shown'>>();

  /** Ends the visit and begins another, with nothing on it yet. */
  function leave(to: Partial<PageState>): AbortSignal {
    keeping.leave();
    address.leave();
    visit.abort();
    visit = new AbortController();
    coming = null;
    others.clear();
    set({ ...NO_RUN, ...to });
    return visit.signal;
  }

  const window = (): Window => {
    const { columns, wanted, seenBy } = page();
    return { columns, from: rim.view.from, to: rim.view.to, seenBy, ...wanted };
  };

  /** What must be there before it is drawn: its words, and the view that another run begins with. */
  async function needs(update: Update): Promise<void> {
    const { frame, head, ended } = update;
    const tables = [...(head?.words ?? []), ...(ended?.words ?? [])];
    await Promise.all([
      rim.words({ system: frame.system, tables }),
      head ? rim.picture({ ...page(), ...drawn(page(), update) }) : null,
    ]);
  }

  /** Draws an Update of the open run, and sees that nothing of it is lost. */
  function show(update: Update, intent: Intent): void {
    const before = page();
    const isOther = update.run !== before.runId;
    const own = isOther ? others.get(update.run) : undefined;
    if (isOther && before.runId !== '') {
      others.set(before.runId, { guesses: before.guesses, shown: before.shown });
    }
    const under = isOther ? { ...before, guesses: {}, ...own } : before;
    const after = { ...under, ...drawn(under, update) };
    set(after);
    const { frame } = after as { frame: NonNullable<PageState['frame']> };
    if (!isOther && before.frame) notes.add(update.run, intent, before.frame.cursor, before.frame, frame);
    else if (!own && intent.kind !== 'open') notes.begin(update.run, momentHash(after), []);
    // It is this tab's before its address names it: a duplicate of the tab is to go on as another.
    if (isOther) void rim.claim(update.run);
    if (isOther) address.write();
    else address.soon();
    keepRun();
  }

  /** A run embedded in somebody's page is theirs, and is not kept; one in which nothing was done is nothing yet. */
  function keepRun(): void {
    const { frame, runId, guesses } = page();
    if (rim.view.embed || !frame || (frame.length === 0 && frame.tries.length < 2)) return;
    keeping.changed(runId, guesses);
  }

  /** Asks something of the open run and shows what comes back, if it is still wanted then. */
  async function ask(intent: Exclude<Intent, { kind: 'open' }>, way: Asking = {}): Promise<Update | null> {
    const here = visit.signal;
    const { runId, notice } = page();
    if (runId === '') return null;
    if (notice?.stays === false && intent.kind !== 'show') set({ notice: null });
    const signal = way.stop ? AbortSignal.any([here, way.stop]) : here;
    try {
      const { api } = await rim.session();
      const update = await api.act(runId, intent, window(), { signal, progress: way.progress });
      if (here.aborted) return null;
      // The session has moved on, words or none: a page that did not follow would be left behind.
      if (update.head || update.ended)
        await needs(update).catch((error: unknown) => say(wordsFor(error), null, true));
      if (here.aborted) return null;
      show(update, intent);
      return update;
    } catch (error) {
      // The run was left or replaced meanwhile, or the session is being started again: the page is about to follow.
      if (here.aborted || error instanceof SessionDied || isMissed(error)) return null;
      set({ playing: false });
      if (way.refused && error instanceof Refusal) way.refused(error.text);
      else say(wordsFor(error));
      return null;
    }
  }

  /** Opens a run at a visit that has begun. */
  async function open(here: AbortSignal, what: Opening): Promise<boolean> {
    const { id, system, scenario, from, moves = [], guesses = {}, isKept = false, stop } = what;
    const signal = stop ? AbortSignal.any([here, stop]) : here;
    const progress: Progress = ({ share }) => {
      if (!here.aborted) set({ openedShare: share ?? null });
    };
    try {
      const [{ api }] = await Promise.all([rim.session(), rim.words({ system, scenario })]);
      if (here.aborted) return false;
      const intent: Intent = { kind: 'open', from, moves };
      const update = await api.act(id, intent, window(), { signal, progress });
      if (here.aborted) return false;
      await needs(update);
      if (here.aborted) return false;
      if (isKept) notes.begin(id, null, moves);
      // What was read from a file is kept at once, with all its tries; a link that was stopped is a run of its own.
      else if ('saved' in from || stop?.aborted)
        notes.begin(id, momentHash({ ...page(), ...drawn(page(), update) }), []);
      else notes.begin(id, 'link' in from ? from.link : scenarioHash(from.system, from.scenario), moves);
      others.set(id, { guesses, shown: NOTHING_SHOWN });
      show(update, intent);
      set({ phase: 'ready' });
      const warning = update.warning && text('notice.partly', { warning: update.warning });
      const said = what.notice ?? warning;
      if (said) say(said, null, true);
      return true;
    } catch (error) {
      if (here.aborted || error instanceof SessionDied) return false;
      if (stop?.aborted && isMissed(error)) fail(stoppedAt(what.where));
      else fail(failureOf(error, what));
      return false;
    }
  }

  const fail = (failure: Failure): void => set({ ...NO_RUN, phase: 'failed', failure });

  /** Asks for another run when those that are on their way are there: it is made of what they leave. */
  async function inTurn(work: () => Promise<void>): Promise<void> {
    const here = visit.signal;
    const mine = coming ? coming.then(() => (here.aborted ? undefined : work())) : work();
    coming = mine;
    await mine;
    if (coming !== mine) return;
    coming = null;
    set({ asked: null });
  }

  /** Asks what is done from wherever the run stands: where another is on its way in its place, of that one. */
  async function askNext(make: () => Move, way?: Asking): Promise<Update | null> {
    const here = visit.signal;
    if (coming) await coming;
    return here.aborted ? null : ask(make(), way);
  }

  /** Another run in place of the open one; where something is said of it, with a way back that loses nothing. */
  const replace = (
    make: (state: PageState) => Exclude<Replacement, { kind: 'undo' }> | null,
    notice: Text | null,
    way: Asking = {},
  ): Promise<void> =>
    inTurn(async () => {
      set({ playing: false, comparing: null });
      const intent = make(page());
      const update = intent && (await ask(intent, way));
      if (update && notice) say(update.warning ?? notice, { label: text('page.undo'), run: undo });
    });

  const undo = (): void =>
    void inTurn(async () => {
      if (await ask({ kind: 'undo' })) set({ notice: null });
    });

  return {
    store: rim.store,
    rim,
    notes,
    address,
    keeping,
    leave,
    ask,
    askNext,
    open,
    fail,
    replace,
    say,
    keepRun,
    /** Ends when the page goes elsewhere. */
    visit: (): AbortSignal => visit.signal,
  };
}

/** Opening took too long for the one who waited, and there is nothing of it to show. */
export const stoppedAt = (where: string | null): Failure => ({
  what: text('opening.stopped'),
  where,
  todo: text('opening.again'),
});

const MISSED = ['session.left', 'session.cancelled', 'session.not-open'];
const isMissed = (error: unknown): boolean => error instanceof Refusal && MISSED.includes(error.text.key);

function failureOf(error: unknown, { where, todo }: Opening): Failure {
  const wanted = wantedIn(error);
  if (wanted) return { what: wordsFor(error), where, todo: text('error.giveDo'), wanted };
  if (error instanceof Refusal) return { what: plainer(error.text), where, todo };
  return { what: wordsFor(error), where, todo: text('error.faultDo') };
}

/** On a page, where every scenario is a link away, a wrong name needs no list of the right ones. */
const plainer = (refusal: Text): Text =>
  refusal.key === 'link.unknown-scenario'
    ? text('error.scenario', { system: text('system.title'), name: refusal.args?.scenario ?? '' })
    : refusal;
