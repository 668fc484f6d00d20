// Where the page starts: settings, words, the address, the keys, and what to do with dropped files.

import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepProgress } from './home/progress.ts';
import { keepOnLeaving } from './keeping.ts';
import { listenToKeys } from './keyboard.ts';
import { homeWords, languageNow, pageWords } from './language.ts';
import { openAddress, openFile } from './open.ts';
import { firstColumns } from './phone.ts';
import { isHome, routeOf } from './route.ts';
import { set } from './store.ts';
import { showTheme, themeNow } from './theme.ts';
import './theme.css';
import './base.css';

const language = languageNow();
const theme = themeNow();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
showTheme(theme);
const route = routeOf(location.hash);
const words = { ...(await pageWords(language)), ...(isHome(route) ? await homeWords(language) : {}) };
set({ language, theme, route, words, columns: firstColumns() });

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);

void openAddress();
addEventListener('popstate', () => void openAddress());
addEventListener('hashchange', () => void openAddress());
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  void openFile(file);
});
listenToKeys();
keepProgress();
keepOnLeaving();
