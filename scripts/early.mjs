// A Vite plugin: the built page asks at once for what the page at its address will need, instead of finding out file by
// file. A scenario's address asks for the scenario page, the words of its language, its system's entry and card, the view
// that leads and the tables of words that its run speaks from; home asks for its own page and every system's card. Which
// systems there are, the build says: each has an entry.ts and a card.ts; what a scenario begins with, its played start.
// Its title and what it says first are written into the page as soon as they are there (`.foreword` in index.html; home's
// stand in the page itself), and the page's own script begins when they have been painted: on a fast line it would be
// there first and hold them up.
// And where the page's own script does not arrive, that is said at once (`.late` in base.css).

/** @typedef {{ type: string, fileName: string, facadeModuleId?: string | null, imports?: string[],
 *   viteMetadata?: { importedCss?: Set<string> } }} Chunk */

const ENTRY = /src\/systems\/([^/]+)\/entry\.ts$/;
const LANGUAGES = ['en', 'zh'];

/** @param {string} language */
const ownWords = (language) =>
  ['app', 'share', 'session'].map((folder) => `src/${folder}/text.${language}.ts`);

const PLAYED = /^assets\/played-\w+\/([^/]+\/[^/]+)\.json$/;
const playedName = (/** @type {string} */ file) => PLAYED.exec(file)?.[1] ?? '';

/** What a scenario begins with, as it was played: the view that leads, whether that is an experiment (its scene is not
 * made of the run's own state), and its tables of words.
 * @param {any} file */
function beginning(file) {
  const { frame, head } = JSON.parse(String(file.source)).update;
  const view = head.scenario.views?.[0] ?? 'lanes';
  const drawn = frame.scenes.some((/** @type {{ kind: string }} */ scene) => scene.kind === view);
  return { view, experiment: view !== 'lanes' && !drawn, words: head.words };
}

/** What the page does with the lists, as it stands in the page. */
function ask(/** @type {any} */ lists) {
  let language = new URLSearchParams(location.search).get('lang');
  try {
    language ??= localStorage.getItem('lamplight.language');
  } catch {}
  language ??= navigator.languages.find((tag) => /^(zh|en)/.test(tag)) ?? 'en';
  const spoken = language.startsWith('zh') ? 'zh' : 'en';
  const system = /^#\/(?:v\d+\/)?([a-z][^/]*)\/./.exec(location.hash)?.[1];
  const plain = /^#\/([a-z][^/]*\/[^/?]+)$/.exec(location.hash)?.[1];
  const own = lists.systems[system ?? ''];
  const start = lists.starts[plain ?? ''];
  const isHome = /^(#\/?)?$/.test(location.hash);
  const hasForeword = (plain || isHome) && !location.search.includes('embed=1');
  const files = system
    ? [
        ...lists.scenario.all,
        ...lists.scenario[spoken],
        ...(start?.experiment ? lists.experiment : lists.steps),
        ...(own?.[spoken] ?? []),
        ...(own?.entry ?? []),
        ...(own?.views[start?.view] ?? []),
        ...(start?.words.flatMap((/** @type {string} */ table) => own.words[table]?.[spoken] ?? []) ?? []),
        ...(plain && own ? [`${lists.played}/${plain}.json`] : []),
      ]
    : isHome
      ? [
          ...lists.home.all,
          ...lists.home[spoken],
          `${lists.played}/first.${spoken}.json`,
          ...Object.values(lists.systems).flatMap((one) => one[spoken]),
        ]
      : [];
  let requested = false;
  const request = () => {
    if (requested) return;
    requested = true;
    for (const file of new Set([lists.main, ...files])) {
      const link = document.createElement('link');
      link.rel = file.endsWith('.js') ? 'modulepreload' : 'preload';
      if (file.endsWith('.css')) link.as = 'style';
      if (file.endsWith('.json')) link.as = 'fetch';
      // As those who load it ask for it, or it would be fetched twice.
      if (!file.endsWith('.js')) link.crossOrigin = '';
      // After the first words.
      if (hasForeword && file.endsWith('.js')) link.fetchPriority = 'low';
      link.href = `./${file}`;
      document.head.append(link);
    }
  };
  let begun = false;
  const begin = () => {
    if (document.readyState === 'loading') return addEventListener('DOMContentLoaded', begin);
    if (begun) return;
    begun = true;
    request();
    const script = document.createElement('script');
    script.type = 'module';
    script.crossOrigin = '';
    script.src = `./${lists.main}`;
    document.head.append(script);
  };
  // Home's words are here already: what it needs comes after them. A scenario's words come with what it needs.
  if (!isHome) request();
  if (!hasForeword) return begin();
  // A page that nobody sees paints nothing, and words may be long on their way.
  setTimeout(begin, document.hidden ? 0 : 400);
  const foreword = async () =>
    isHome
      ? lists.foreword[spoken]
      : (await (await fetch(`./${lists.played}/forewords.${spoken}.json`)).json())[plain ?? ''];
  const parsed = new Promise((done) => addEventListener('DOMContentLoaded', done, { once: true }));
  Promise.all([foreword(), parsed])
    .then(([[title, says]]) => {
      const foreword = document.querySelector('.foreword');
      const root = document.querySelector('#root');
      if (!foreword || !root || root.querySelector('h1')) return;
      // It goes when the page has a heading of its own, or is asked for another.
      const drawn = new MutationObserver(() => root.querySelector('h1') && gone());
      const gone = () => {
        foreword.remove();
        drawn.disconnect();
      };
      drawn.observe(root, { childList: true, subtree: true });
      addEventListener('hashchange', gone, { once: true });
      foreword.setAttribute('lang', spoken);
      if (isHome) foreword.classList.add('first');
      for (const [name, words] of start?.experiment
        ? [['h1', title]]
        : [
            ['h1', title],
            ['p', says],
          ]) {
        const line = document.createElement(name);
        line.textContent = words;
        foreword.append(line);
      }
    })
    // The page says all this itself, and what is wrong.
    .catch(() => {})
    .finally(() => requestAnimationFrame(() => setTimeout(begin)));
}

/** A script that does not arrive has an event of its own, which goes down to it and not up. */
const missing =
  "addEventListener('error', (e) => { if (e.target.tagName === 'SCRIPT') document.documentElement.dataset.missing = ''; }, true);";

/** @returns {import('vite').Plugin} */
export function early() {
  return {
    name: 'early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        /** @type {Chunk[]} */
        const chunks = /** @type {any[]} */ (Object.values(bundle ?? {})).filter(
          ({ type }) => type === 'chunk',
        );
        const names = Object.keys(bundle ?? {});
        /** @param {readonly string[]} sources */
        const filesOf = (sources) => {
          const files = new Set();
          const take = (/** @type {Chunk | undefined} */ chunk) => {
            if (!chunk || files.has(chunk.fileName)) return;
            files.add(chunk.fileName);
            for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
            for (const name of chunk.imports ?? []) take(chunks.find(({ fileName }) => fileName === name));
          };
          for (const source of sources)
            take(chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(source)));
          return [...files].filter((file) => !html.includes(file));
        };
        /** @param {(language: string) => readonly string[]} sourcesOf */
        const spoken = (sourcesOf) =>
          Object.fromEntries(LANGUAGES.map((language) => [language, filesOf(sourcesOf(language))]));
        const systems = chunks.flatMap(({ facadeModuleId }) => ENTRY.exec(facadeModuleId ?? '')?.[1] ?? []);
        const starts = Object.fromEntries(
          names
            .filter((name) => PLAYED.test(name))
            .map((name) => [playedName(name), beginning(bundle?.[name])]),
        );
        const [script, main] = /<script type="module"[^>]* src="\.\/([^"]+)"><\/script>/.exec(html) ?? [];
        if (!script) throw new Error('index.html has no script of its own');
        const folder = names.flatMap((name) => /^assets\/played-\w+/.exec(name)?.[0] ?? [])[0];
        /** @param {string} language */
        const foreword = (language) => {
          const file = bundle?.[`${folder}/forewords.${language}.json`];
          return JSON.parse(file?.type === 'asset' ? String(file.source) : '{}')[''];
        };
        const lists = {
          main,
          foreword: Object.fromEntries(LANGUAGES.map((language) => [language, foreword(language)])),
          scenario: {
            all: filesOf(['src/app/scenario/scenario-page.tsx']),
            ...spoken((language) => [...ownWords(language), `src/app/scenario/text.${language}.ts`]),
          },
          steps: filesOf(['src/app/scenario/steps.tsx']),
          experiment: filesOf(['src/app/scenario/experiment.tsx']),
          starts,
          home: {
            all: filesOf(['src/app/home/home-page.tsx']),
            ...spoken((language) => [...ownWords(language), `src/app/home/text.${language}.ts`]),
          },
          played: folder,
          systems: Object.fromEntries(
            systems.map((id) => {
              const at = `src/systems/${id}`;
              const card = spoken((language) => [`${at}/card.ts`, `${at}/text/card.${language}.ts`]);
              const here = Object.entries(starts).filter(([name]) => name.startsWith(`${id}/`));
              // A view is brought by the system's index, or arrives after it from a file of its own.
              const views = Object.fromEntries(
                here.map(([, { view }]) => [
                  view,
                  view === 'lanes' ? [] : filesOf([`${at}/view/index.tsx`, `${at}/view/${view}.tsx`]),
                ]),
              );
              const words = Object.fromEntries(
                here
                  .flatMap(([, start]) => start.words)
                  .map((table) => [table, spoken((language) => [`${at}/text/${table}.${language}.ts`])]),
              );
              return [id, { ...card, entry: filesOf([`${at}/entry.ts`]), views, words }];
            }),
          ),
        };
        // The page's own styles stand in it: what it draws first needs no second answer. The link stays, for no medium:
        // parts that name these styles find it and do not ask again.
        const styled = html
          .replace(script, '')
          .replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g, (link, file) => {
            const sheet = bundle?.[file];
            return sheet?.type === 'asset'
              ? `<style>${String(sheet.source).trim()}</style>${link.replace('>', ' media="not all">')}`
              : link;
          });
        const children = `${missing}\n(${ask})(${JSON.stringify(lists)})`.replace(/\n\s*/g, '\n');
        return { html: styled, tags: [{ tag: 'script', children, injectTo: 'head' }] };
      },
    },
  };
}
