// Language and theme, and one switch of the open run.

import { text } from '../base/text.ts';
import type { Language } from './language.ts';
import { homeWords, keepLanguage, pageWords, systemWords } from './language.ts';
import { replaceRun } from './open.ts';
import { isHome } from './route.ts';
import { page, set } from './store.ts';
import { switchName, switchValue } from './system-text.ts';
import { keepTheme, themeAfter } from './theme.ts';

export async function setLanguage(language: Language): Promise<void> {
  const { frame } = page();
  const [own, first, its] = await Promise.all([
    pageWords(language),
    isHome(page().route) ? homeWords(language) : ({} as const),
    frame ? systemWords(frame.system, language, page().head?.brief ?? true) : ({} as const),
  ]);
  keepLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  set({ language, words: { ...own, ...first, ...its } });
}

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'zh' : 'en');

export function nextTheme(): void {
  const theme = themeAfter(page().theme);
  keepTheme(theme);
  set({ theme });
}

/** The same choices under another setting, as a run of its own; the run before can be had back. */
export function setSwitch(name: string, value: string | number): Promise<void> {
  const { frame } = page();
  if (!frame || frame.params[name] === value) return Promise.resolve();
  const params = { ...frame.params, [name]: value };
  const notice = text('switches.changed', { name: switchName(name), value: switchValue(name, value) });
  return replaceRun((api) => api.setParams(params), notice);
}

export function reset(): Promise<void> {
  const { frame } = page();
  if (!frame) return Promise.resolve();
  const { system, scenario } = frame;
  return replaceRun((api) => api.open({ system, scenario }), text('reset.done'));
}
