// Where the page starts: settings, words, the address, the keys, and what to do with dropped files.

import { createRoot } from 'react-dom/client';
import { text } from '../base/text.ts';
import { App } from './app.tsx';
import { Boundary } from './boundary.tsx';
import { BrokenPage } from './broken-page.tsx';
import { keepFocus } from './focus.ts';
import { keepProgress } from './home/progress.ts';
import { listenToKeys } from './keyboard.ts';
import { homeWords, languageNow, pageWords } from './language.ts';
import { openAddress, openFiles } from './open.ts';
import { firstColumns } from './phone.ts';
import { isHome, routeOf } from './route.ts';
import { opening, order } from './run.ts';
import { sayFaults } from './say-faults.ts';
import { onSessionDeath } from './session-client.ts';
import { set } from './store.ts';
import { showTheme, themeNow } from './theme.ts';
import { wordsFor } from './words-for.ts';
import './theme.css';
import './base.css';
import './foreword.css';

const language = languageNow();
const theme = themeNow();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
showTheme(theme);
const route = routeOf(location.hash);
set({ language, theme, route, columns: firstColumns() });
sayFaults();

const element = document.getElementById('root');
const root = element ? createRoot(element) : null;

/** No part may wait for this file to end: words are parts, and need what is in it. */
async function draw(): Promise<void> {
  try {
    set({ words: { ...(await pageWords(language)), ...(isHome(route) ? await homeWords(language) : {}) } });
    document.querySelector('.late')?.remove();
    root?.render(
      <Boundary until={[]} instead={(error) => <BrokenPage error={error} />}>
        <App />
      </Boundary>,
    );
  } catch (error) {
    // Without words there is no page: what can be said without them is.
    root?.render(<BrokenPage error={error} />);
  }
}

/** Where even opening fails, that is the page. */
const follow = (): void => {
  openAddress().catch((error) =>
    order.fail({ what: wordsFor(error), where: location.hash, todo: text('error.faultDo') }),
  );
};
void draw().then(follow);
addEventListener('popstate', follow);
addEventListener('hashchange', follow);
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  void openFiles(files);
});
listenToKeys();
keepProgress();
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') order.keeping.leave();
});
addEventListener('pagehide', () => order.keeping.leave());
keepFocus();
onSessionDeath(opening.recover);
