// Goes where the address says. A kept run is opened whole, with the moves noted since; anything else begins a run of its
// own and changes nothing that was there. The page leaves at once where it was, and waits for nothing on the way out.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Origin } from '../../session/api.ts';
import type { FilesRead } from '../files.ts';
import type { Route } from '../route.ts';
import { isHome, routeOf, scenarioHash } from '../route.ts';
import type { BadRun, Taken } from '../saved-files.ts';
import type { KeptRun } from '../storage/kept-run.ts';
import { KEPT_VERSION } from '../storage/kept-run.ts';
import { isOdd } from '../storage/run-store.ts';
import { wordsFor } from '../words-for.ts';
import type { Order } from './order.ts';
import { stoppedAt } from './order.ts';

/** What was stopped shows what was reached by then; where that is not there in so many ms, nothing is shown. */
const STOP_MS = 1000;
/** A session that dies so often while it opens a run would die again. */
const MOST_DEATHS = 2;

type Addressed = Extract<Route, { page: 'link' | 'scenario' }>;

export type Opening = ReturnType<typeof createOpening>;

export function createOpening(order: Order) {
  const { rim, address, notes, keeping } = order;
  const page = rim.store.getState;
  /** What the visit is about: the run that was asked for, and how often its session has died. */
  let going: { readonly route: Route; readonly run: string | null; deaths: number } | null = null;
  /** Opens once more what could not be opened. */
  let again: () => void = () => {};
  /** Stops what is being opened. */
  let stopper = new AbortController();

  async function openAddress(): Promise<void> {
    if (!address.isNew()) return;
    const route = routeOf(rim.place.hash());
    const run = rim.place.run();
    if (run !== null && run === page().runId && page().phase === 'ready') return address.write();
    await go(route, run);
  }

  async function go(route: Route, run: string | null, notice: Text | null = null): Promise<void> {
    const here = order.leave({ route, phase: isHome(route) ? 'ready' : 'loading' });
    stopper = new AbortController();
    if (isHome(route)) return rim.words('home');
    if (route.page === 'unknown' || route.page === 'file') {
      return order.fail({ what: text('error.page'), where: route.hash, todo: text('error.pageDo') });
    }
    if (route.page === 'scenario' && !rim.knows(route.system)) {
      return order.fail({
        what: text('error.system', { name: route.system }),
        where: route.hash,
        todo: text('error.pageDo'),
      });
    }
    if (going?.route !== route) going = { route, run, deaths: 0 };
    again = () => void go(route, run, notice);
    await openRoute(here, route, run, notice);
  }

  async function openRoute(
    here: AbortSignal,
    route: Addressed,
    run: string | null,
    notice: Text | null,
  ): Promise<void> {
    // The same run may be on its way to storage still: it is not to be opened as it was before.
    if (run !== null) await keeping.settled(run);
    const { kept, unread } = run === null ? NOTHING_KEPT : await keptUnder(run);
    if (here.aborted) return;
    const noted = run === null ? null : notes.of(run);
    // Noted moves go on from what was kept, or from a beginning of their own.
    const moves = kept || noted?.begun ? (noted?.moves ?? []) : [];
    // A duplicated tab has the same entry of the history: it goes on as a run of its own.
    const isOurs = run !== null && unread === null && (kept || noted) && (await rim.claim(run));
    if (here.aborted) return;
    const isOpen = await order.open(here, {
      id: isOurs ? run : rim.newId(),
      stop: stopper.signal,
      ...namesOf(route, kept),
      from: originOf(route, kept, noted?.begun ?? null),
      moves,
      guesses: { ...kept?.guesses, ...noted?.guesses },
      isKept: Boolean(isOurs && kept),
      notice: notice ?? unread,
      where: route.hash,
      todo: text('error.linkDo'),
    });
    if (isOpen && going) going.deaths = 0;
  }

  /** Keeps runs that nobody has opened yet; where storage will not, says how many are left out, and why. */
  async function keepAll(
    runs: readonly Taken[],
  ): Promise<{ readonly count: number; readonly why: Text } | null> {
    for (const [index, run] of runs.entries()) {
      const put = await rim.kept.put({
        ...run,
        version: KEPT_VERSION,
        id: rim.newId(),
        updated: rim.now() - index - 1,
      });
      if (!put.ok) {
        const count = runs.length - index;
        return { count, why: text('file.unkept', { count, why: text(`storage.${put.why}`) }) };
      }
    }
    return null;
  }

  /** The kept run of this id; where there is something that cannot be read, why. */
  async function keptUnder(id: string): Promise<typeof NOTHING_KEPT> {
    const found = await rim.kept.get(id);
    if (!found.ok) return { kept: null, unread: text('kept.unread', { why: text(`storage.${found.why}`) }) };
    if (found.value === null) return NOTHING_KEPT;
    if (!isOdd(found.value)) return { kept: found.value, unread: null };
    return { kept: null, unread: text(found.value.why === 'newer' ? 'kept.newer' : 'kept.damaged') };
  }

  return {
    openAddress,

    again: (): void => again(),

    /** A run of the list, whole, under its own id. */
    openKept(run: KeptRun): void {
      rim.place.push(scenarioHash(run.system, run.scenario), run.id);
      void openAddress();
    },

    /** The runs in files, each as a run of its own: all are kept, the first is shown; what is no run is listed. */
    async openFiles(files: readonly File[], read: FilesRead): Promise<void> {
      const names = files.map(({ name }) => name).join(', ');
      const route: Route = { page: 'file', hash: names };
      const here = order.leave({ route, phase: 'loading' });
      going = null;
      const progress = (share: number): void => {
        if (!here.aborted) rim.store.setState({ openedShare: share });
      };
      const found = await read(files, progress, here).catch((error: unknown) => wordsFor(error));
      if (here.aborted) return;
      const todo = text('error.fileDo');
      const fail = (what: Text, list: readonly Text[] = []): void => {
        // The failure has an address of its own, so that the first page and the run before are both a step away.
        address.push('');
        order.fail({ what, where: names, todo, list });
      };
      if ('key' in found) return fail(found);
      const runs = found.runs.filter(({ system }) => rim.knows(system));
      const bad = [
        ...found.bad.map(badWords),
        ...found.runs.filter((run) => !runs.includes(run)).map(strange),
      ];
      const [shown, ...others] = runs;
      if (!shown) return fail(whyNone(found.bad), bad.length > 1 ? shortened(bad) : []);
      const unkept = await keepAll(others);
      if (here.aborted) return;
      address.push(scenarioHash(shown.system, shown.scenario));
      const open = (visit: AbortSignal): Promise<boolean> =>
        order.open(visit, {
          id: rim.newId(),
          system: shown.system,
          scenario: shown.scenario,
          from: { saved: shown.saved },
          guesses: shown.guesses,
          where: names,
          todo,
        });
      again = () => void open(order.leave({ route, phase: 'loading' }));
      const isOpen = await open(here);
      const more = others.length - (unkept?.count ?? 0);
      if (!isOpen || here.aborted || (others.length === 0 && bad.length === 0)) return;
      const partly = page().notice;
      const list = [...(partly ? [partly.text] : []), ...(unkept ? [unkept.why] : []), ...shortened(bad)];
      const said = text(bad.length > 0 ? 'file.takenNot' : 'file.taken', { more, bad: bad.length });
      rim.store.setState({ notice: { text: said, list, action: null, stays: true } });
    },

    /** Opening takes too long for the one who waits: a link is shown as far as it got. */
    stop(): void {
      const { route } = page();
      const here = order.visit();
      const give = (): void => {
        if (here.aborted || page().phase !== 'loading') return;
        order.leave({ route });
        order.fail(stoppedAt('hash' in route ? route.hash : null));
      };
      stopper.abort();
      if (route.page === 'link') rim.after(STOP_MS, give);
      else give();
    },

    /** The session has died: it is started again, and the run is opened as it was kept, with the moves since. */
    recover(): void {
      const { runId, route, phase } = page();
      if (runId === '' && phase !== 'loading') return;
      const deaths = (going?.deaths ?? 0) + 1;
      const hash = 'hash' in route ? route.hash : null;
      const run = runId === '' ? (going?.run ?? null) : runId;
      const again = routeOf(rim.place.hash());
      if (deaths > MOST_DEATHS || isHome(again)) {
        order.leave({ route });
        order.fail({ what: text('session.ended'), where: hash, todo: text('session.endedDo') });
        return;
      }
      going = { route: again, run, deaths };
      void go(again, run, text('session.again'));
    },
  };
}

/** A list that nobody would read to its end ends earlier, and says so. */
const shortened = (list: readonly Text[]): readonly Text[] =>
  list.length <= MOST_LISTED
    ? list
    : [...list.slice(0, MOST_LISTED), text('file.badMore', { count: list.length - MOST_LISTED })];
const MOST_LISTED = 50;

/** Of files with no run in them: what is wrong with the one there is, where it is one of ours. */
function whyNone([one, ...more]: readonly BadRun[]): Text {
  const isOurs = one && more.length === 0 && !NOT_OURS.includes(one.why.key);
  return isOurs ? one.why : text('error.file');
}
const NOT_OURS = ['saved.not-saved', 'saved.not-json'];

const badWords = ({ file, at, why }: BadRun): Text =>
  at === null ? text('file.bad', { file, why }) : text('file.badRun', { file, at, why });

/** Of a system that is not here. */
const strange = ({ system }: Taken): Text => text('error.system', { name: system });

const NOTHING_KEPT: { readonly kept: KeptRun | null; readonly unread: Text | null } = {
  kept: null,
  unread: null,
};

/** What a run will be of, before it is open. */
function namesOf(
  route: Addressed,
  kept: KeptRun | null,
): { readonly system: string; readonly scenario: string } {
  const { system, scenario } = kept ?? (route.page === 'scenario' ? route : NAMELESS);
  if (route.page !== 'link' || kept) return { system, scenario };
  const [, , , inSystem = '', inScenario = ''] = /^(#)\/(v\d+)\/([^/?]*)\/([^/?]*)/.exec(route.hash) ?? [];
  return { system: inSystem, scenario: inScenario };
}
const NAMELESS = { system: '', scenario: '' };

function originOf(route: Addressed, kept: KeptRun | null, begun: string | null): Origin {
  if (kept) return { saved: kept.saved };
  if (begun !== null) return { link: begun };
  if (route.page === 'link') return { link: route.hash };
  return { system: route.system, scenario: route.scenario };
}
