// Language and theme, and one switch of the open run.

import type { Text } from '../base/text.ts';
import { text } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import { textRefusal } from '../contract/settings.ts';
import type { Params, TextSwitch } from '../contract/system.ts';
import type { Language } from './language.ts';
import { homeWords, keepLanguage, pageWords, scenarioWords } from './language.ts';
import { firstWords, systemWords } from './need-words.ts';
import { isHome } from './route.ts';
import { order, setParams } from './run.ts';
import type { PageState } from './store.ts';
import { page, set, settingsNow } from './store.ts';
import { switchName, switchValue } from './system-text.ts';
import { keepTheme, themeAfter } from './theme.ts';

let choosing = 0;

/** Where the learner goes elsewhere meanwhile, the words are those of where they went. */
export async function setLanguage(language: Language): Promise<void> {
  const mine = ++choosing;
  for (;;) {
    const { route, head } = page();
    const words = await wordsOf(page(), language);
    if (mine !== choosing) return;
    if (page().route !== route || page().head !== head) continue;
    keepLanguage(language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    return set({ language, words });
  }
}

/** All that the page as it is needs. */
async function wordsOf({ route, frame, head, ended }: PageState, language: Language): Promise<Words> {
  const its = async (): Promise<Words> => {
    if (isHome(route)) return homeWords(language);
    const tables = [...(head?.words ?? []), ...(ended?.words ?? [])];
    if (frame) return systemWords(frame.system, language, tables);
    return route.page === 'scenario' ? firstWords(route.system, route.scenario, language) : {};
  };
  const scenario = isHome(route) ? {} : scenarioWords(language);
  const [own, more, stage] = await Promise.all([pageWords(language), its(), scenario]);
  return { ...own, ...stage, ...more };
}

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'zh' : 'en');

export function nextTheme(): void {
  const theme = themeAfter(page().theme);
  keepTheme(theme);
  set({ theme });
}

/**
 * One switch; the run before can be had back. What is said in terms of the value, as "one more" is, is of the one that is
 * on its way, where one is.
 */
export async function setSwitch(
  name: string,
  value: string | number | ((now: string | number) => string | number),
): Promise<void> {
  const now = settingsNow(page())?.[name];
  if (now === undefined) return;
  const next = typeof value === 'function' ? value(now) : value;
  await setParams({ [name]: next }, changed(name, next));
}

const changed = (name: string, value: string | number): Text =>
  text('switches.changed', { name: switchName(name), value: switchValue(name, value) });

/**
 * Another text, under which the same choices are made again. Resolves to why it was refused, with the run as it was; to
 * null where it was taken.
 */
export async function setText(one: TextSwitch, value: string): Promise<Text | null> {
  if (settingsNow(page())?.[one.name] === value) return null;
  let why = textRefusal(one, value);
  if (why) return why;
  await setParams({ [one.name]: value }, text('texts.changed', { name: switchName(one.name) }), {
    refused: (text) => {
      why = text;
    },
  });
  return why;
}

/** Several at once. Where nothing was done in the run there is nothing to bring back, and nothing is said. */
export function setAll(changes: Params): Promise<void> {
  const { frame } = page();
  const now = settingsNow(page());
  const first = Object.entries(changes).find(([name, value]) => now?.[name] !== value);
  const done = frame !== null && (frame.length > 0 || frame.tries.length > 1);
  return setParams(changes, done && first ? changed(...first) : null);
}

const MOST_SEED = 2 ** 32;

/** The same settings under the next seed, as a run of its own: its link says so. */
export const anotherSeed = (): Promise<void> =>
  order.replace(({ frame }) => {
    if (!frame) return null;
    const seed = (frame.seed + 1) % MOST_SEED;
    const from = { system: frame.system, scenario: frame.scenario, params: frame.params, seed };
    return { kind: 'begin', from, as: order.rim.newId() };
  }, null);

export const reset = (): Promise<void> =>
  order.replace(({ frame }) => {
    if (!frame) return null;
    const { system, scenario } = frame;
    return { kind: 'begin', from: { system, scenario }, as: order.rim.newId() };
  }, text('reset.done'));
