// Opens what an address or a file names. A kept run is restored whole; anything else begins a run of its own and
// changes nothing that was there.

import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import { text } from '../base/text.ts';
import type { Opened, SessionApi } from '../session/api.ts';
import { catalog } from '../systems/catalog.ts';
import { needAllWords } from './all-words.ts';
import { claimRun } from './claim-run.ts';
import { readFile, refuseFile } from './files.ts';
import { keepNow } from './keeping.ts';
import type { KeptRun } from './kept-runs.ts';
import { keptRun } from './kept-runs.ts';
import { homeWords, pageWords, systemWords } from './language.ts';
import type { Route } from './route.ts';
import { isHome, routeOf, scenarioHash } from './route.ts';
import { show } from './run.ts';
import { sessionClient } from './session-client.ts';
import type { Failure } from './store.ts';
import { NOTHING_SHOWN, page, say, set } from './store.ts';
import { hasNotes, takeNotes } from './unkept.ts';
import type { PageHistory } from './url-sync.ts';
import { isNewAddress, writeAddress } from './url-sync.ts';

type Guesses = Readonly<Record<string, string>>;
let opening = 0;

/** What the address bar says now. `run` is the kept run this entry of the browser's history stood for. */
export async function openAddress(): Promise<void> {
  if (!isNewAddress()) return;
  const route = routeOf(location.hash);
  const run = (history.state as { run?: string } | null)?.run ?? null;
  if (run !== null && run === page().runId && page().phase === 'ready') return;
  await keepNow().catch(() => undefined);
  set({ route, playing: false, dialog: null, comparing: null, notice: null });
  if (isHome(route)) {
    set({ words: { ...page().words, ...(await homeWords(page().language)) } });
    return leave();
  }
  if (route.page === 'unknown')
    return fail({ what: text('error.page'), where: route.hash, todo: text('error.pageDo') });
  const kept = run === null ? null : await keptRun(run);
  if (kept) {
    // A duplicated tab has the same entry of the history: it goes on as a run of its own.
    const runId = (await claimRun(kept.id)) ? kept.id : newId();
    const restored = async (api: SessionApi): Promise<Opened> => {
      const opened = await api.restore(kept.saved, report);
      return { ...opened, frame: await takeNotes(api, kept.id, opened.frame) };
    };
    return openWith(kept.system, restored, {
      runId,
      guesses: kept.guesses,
      route,
    });
  }
  if (route.page === 'link') {
    const system = route.hash.split('/')[2] ?? '';
    return openWith(system, (api) => api.openLink(route.hash, report), {
      runId: newId(),
      guesses: {},
      route,
    });
  }
  const { system, scenario } = route;
  // A run so young that it was not kept yet: its first moves are noted.
  const young = run !== null && hasNotes(run) && (await claimRun(run)) ? run : null;
  const begun = async (api: SessionApi): Promise<Opened> => {
    const opened = await api.open({ system, scenario });
    return young === null ? opened : { ...opened, frame: await takeNotes(api, young, opened.frame) };
  };
  return openWith(system, begun, { runId: young ?? newId(), guesses: {}, route });
}

/** A file, chosen or dropped: the run in it becomes a run of its own. Of a file of many, all are kept, one is shown. */
export async function openFile(file: File): Promise<void> {
  await keepNow().catch(() => undefined);
  const runs = await readFile(file);
  if (runs.length === 0) return refuseFile(file.name);
  for (const saved of runs) {
    const { system, scenario } = saved as { readonly system?: unknown; readonly scenario?: unknown };
    const id = String(system ?? '');
    history.pushState(null, '', `${location.pathname}${location.search}#/${id}/${String(scenario ?? '')}`);
    isNewAddress();
    const route: Route = { page: 'file', hash: file.name };
    await openWith(id, (api) => api.restore(saved, report), { runId: newId(), guesses: {}, route });
    if (page().phase === 'failed') return;
    await keepNow().catch(() => undefined);
  }
}

/** A run of the list, whole, under its own id. */
export function openKept(run: KeptRun): void {
  const state: PageHistory = { run: run.id };
  history.pushState(
    state,
    '',
    `${location.pathname}${location.search}${scenarioHash(run.system, run.scenario)}`,
  );
  void openAddress();
}

/** A run put in place of the open one, with a way back that loses nothing. */
export async function replaceRun(request: (api: SessionApi) => Promise<Opened>, notice: Text): Promise<void> {
  const before = page();
  const { api } = await sessionClient();
  await keepNow().catch(() => undefined);
  const saved = await api.save();
  const back = { runId: before.runId, guesses: before.guesses, shown: before.shown };
  const opened = await request(api);
  if (!opened.head.brief) await needAllWords(opened.frame.system);
  set({ runId: newId(), guesses: {}, track: null, overview: null, playing: false, comparing: null });
  set({ head: opened.head });
  await show(api, opened.frame);
  say(notice, {
    label: text('page.undo'),
    run: () => {
      void (async () => {
        const again = await api.restore(saved);
        set({ ...back, track: null, overview: null, head: again.head, notice: null });
        await show(api, again.frame);
      })();
    },
  });
}

/** How far a run being opened is. */
const report = ({ share }: { readonly share?: number }): void => set({ openedShare: share ?? null });

async function openWith(
  systemId: string,
  request: (api: SessionApi) => Promise<Opened>,
  run: { readonly runId: string; readonly guesses: Guesses; readonly route: Route },
): Promise<void> {
  const ticket = ++opening;
  set({
    route: run.route,
    phase: 'loading',
    openedShare: null,
    failure: null,
    frame: null,
    track: null,
    overview: null,
    shown: NOTHING_SHOWN,
  });
  try {
    const entry = catalog.find((known) => known.id === systemId);
    if (!entry && run.route.page === 'scenario') {
      return fail({
        what: text('error.system', { name: systemId }),
        where: run.route.hash,
        todo: text('error.pageDo'),
      });
    }
    const [client, own, its] = await Promise.all([
      sessionClient(),
      pageWords(page().language),
      systemWords(systemId, page().language, true),
    ]);
    if (ticket !== opening) return;
    set({ words: { ...own, ...its } });
    const opened = await request(client.api);
    if (ticket !== opening) return;
    const { head, frame } = opened;
    if (!head.brief) await needAllWords(frame.system);
    const system = { id: frame.system, switches: head.switches };
    set({ runId: run.runId, guesses: run.guesses, system, scenario: head.scenario, head });
    await show(client.api, opened.frame);
    set({ phase: 'ready' });
    if (opened.warning) say(text('notice.partly', { warning: opened.warning }), null, true);
    else if (client.inline) say(text('notice.inline'), null, true);
    void claimRun(run.runId);
    await writeAddress();
  } catch (error) {
    if (ticket !== opening) return;
    const where = 'hash' in run.route ? run.route.hash : null;
    if (error instanceof Refusal)
      fail({
        what: plainer(error.text),
        where,
        todo: text(run.route.page === 'file' ? 'error.fileDo' : 'error.linkDo'),
      });
    else fail({ what: text('error.fault', { message: String(error) }), where, todo: text('error.faultDo') });
  }
}

/** On a page, where every scenario is a link away, a wrong name needs no list of the right ones. */
const plainer = (refusal: Text): Text =>
  refusal.key === 'link.unknown-scenario'
    ? text('error.scenario', { system: text('system.title'), name: refusal.args?.scenario ?? '' })
    : refusal;

function leave(): void {
  opening++;
  set({ phase: 'ready', failure: null, frame: null, runId: '', system: null, scenario: null });
}

export function fail(failure: Failure): void {
  set({ phase: 'failed', failure, frame: null, runId: '' });
}

const newId = (): string => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

export const openScenario = (system: string, scenario: string): void => {
  location.hash = scenarioHash(system, scenario);
};
