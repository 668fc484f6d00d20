// Light, dark, or as the device asks. `?theme=` holds for this visit only.

import { recall, remember } from './remember.ts';
import { view } from './view-settings.ts';

export type Theme = 'auto' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

export function themeNow(): Theme {
  const asked = view.theme ?? recall('theme');
  return THEMES.find((theme) => theme === asked) ?? 'auto';
}

export function showTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function keepTheme(theme: Theme): void {
  remember('theme', theme === 'auto' ? null : theme);
  showTheme(theme);
}

export const themeAfter = (theme: Theme): Theme =>
  THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
