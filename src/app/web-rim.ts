// The browser around the page's order: its storage, its address, its locks, its clock; and the words of a page.

import { text } from '../base/text.ts';
import { claimRun } from './claim-run.ts';
import { saveFile } from './files.ts';
import { keptRuns } from './kept-runs.ts';
import { homeWords, pageWords, scenarioWords } from './language.ts';
import { later } from './later.ts';
import { firstWords, needWords } from './need-words.ts';
import type { Rim } from './order/rim.ts';
import { catalog } from './parts-catalog.ts';
import { QUESTION } from './phone.ts';
import { sessionClient } from './session-client.ts';
import { page, say, set, usePage } from './store.ts';
import { view } from './view-settings.ts';
import { LANES, shownView, systemView } from './views.ts';

/** A view that is on its way so long is waited for on the page. */
const PICTURE_MS = 1000;

interface PageHistory {
  readonly run: string;
}

/**
 * Chromium loses what was written of an entry where it is reloaded soon after, its address too: so the tab remembers the
 * run that it wrote last, and the addresses that it wrote for it.
 */
const ENTRY = 'lamplight.entry';
const MOST_ADDRESSES = 16;

function remembered(): { readonly hashes: readonly unknown[]; readonly run: unknown } {
  const [hashes, run] = JSON.parse(sessionStorage.getItem(ENTRY) ?? '[]') as unknown[];
  return { hashes: Array.isArray(hashes) ? hashes : [], run };
}

function remember(run: string | null): void {
  try {
    const before = remembered();
    const hashes = before.run === run ? before.hashes.filter((one) => one !== location.hash) : [];
    const [first, ...more] = [...hashes, location.hash];
    sessionStorage.setItem(ENTRY, JSON.stringify([[first, ...more.slice(-MOST_ADDRESSES)], run]));
  } catch {
    // Forbidden: a run is found again by the entry's own state, as nearly always.
  }
}

/** The run that the last page of this tab wrote to its entry, where this page is that entry again. */
function reloadedRun(): string | null {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type !== 'reload') return null;
  try {
    const { hashes, run } = remembered();
    return hashes.includes(location.hash) && typeof run === 'string' ? run : null;
  } catch {
    return null;
  }
}

const around = (hash: string): string => `${location.pathname}${location.search}${hash}`;

const lost = history.state === null ? reloadedRun() : null;
if (lost !== null) history.replaceState({ run: lost } satisfies PageHistory, '', around(location.hash));

export const webRim: Rim = {
  store: usePage,
  session: sessionClient,
  kept: keptRuns,
  notes: {
    // A browser may refuse even to name it.
    getItem: (name) => sessionStorage.getItem(name),
    setItem: (name, value) => sessionStorage.setItem(name, value),
    removeItem: (name) => sessionStorage.removeItem(name),
  },
  place: {
    hash: () => location.hash,
    run: () => (history.state as PageHistory | null)?.run ?? null,
    replace(hash, run) {
      history.replaceState({ run } satisfies PageHistory, '', around(hash));
      remember(run);
    },
    push(hash, run) {
      history.pushState(run === null ? null : { run }, '', around(hash));
      remember(run);
    },
  },
  claim: claimRun,
  async words(of) {
    const { language } = page();
    if (of !== 'home' && 'tables' in of) await needWords(of.system, of.tables);
    else if (of === 'home') {
      const words = await homeWords(language);
      if (page().language === language) set({ words: { ...page().words, ...words } });
    } else {
      const tables = await Promise.all([
        pageWords(language),
        scenarioWords(language),
        firstWords(of.system, of.scenario, language),
      ]);
      if (page().language === language) set({ words: Object.assign({}, ...tables) });
    }
    // Another language was chosen meanwhile: these words are needed in that one.
    if (page().language !== language) await webRim.words(of);
  },
  async picture(of) {
    const kind = shownView(of);
    if (!of.frame || kind === LANES) return;
    // One that does not arrive is said where it is drawn.
    const view = systemView(of.frame.system, kind).catch(() => {});
    await Promise.race([view, new Promise<void>((resolve) => later(PICTURE_MS, resolve))]);
  },
  question() {
    set({ tab: 'story' });
    requestAnimationFrame(() => {
      const question = document.getElementById(QUESTION);
      question?.scrollIntoView({ block: 'nearest' });
      question?.focus();
    });
  },
  knows: (system) => catalog.some(({ id }) => id === system),
  after: later,
  now: () => Date.now(),
  newId: () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
  unkept(why) {
    const action = { label: text('notice.storage'), run: () => void saveFile() };
    say(text('kept.not', { why: text(`storage.${why}`) }), action, true);
  },
  view,
};
