// A Vite plugin: the built page asks at once for what the page at its address will need, instead of finding out file
// by file. A scenario's address asks for the scenario page and the words of its language; nothing else is touched.

/** @typedef {{ type: string, fileName: string, facadeModuleId?: string | null, imports?: string[],
 *   viteMetadata?: { importedCss?: Set<string> } }} Chunk */

const PAGE = ['src/app/scenario/scenario-page.tsx'];
/** @param {string} language */
const wordsOf = (language) => [
  `src/app/text.${language}.ts`,
  `src/share/text.${language}.ts`,
  `src/session/text.${language}.ts`,
  `src/systems/memcache/text.${language}.ts`,
];

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
        /** @param {string[]} sources */
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
        const lists = JSON.stringify({
          page: filesOf(PAGE),
          en: filesOf(wordsOf('en')),
          zh: filesOf(wordsOf('zh')),
        });
        const script = `{const f=${lists};let l=new URLSearchParams(location.search).get('lang');try{l??=localStorage.getItem('lamplight.language')}catch{}l??=navigator.languages.find(t=>/^(zh|en)/.test(t))??'en';if(/^#\\/[a-z]/.test(location.hash))for(const n of[...f.page,...f[l.startsWith('zh')?'zh':'en']]){const e=document.createElement('link');e.rel=n.endsWith('.css')?'preload':'modulepreload';if(n.endsWith('.css'))e.as='style';e.href='./'+n;document.head.append(e)}}`;
        return { html, tags: [{ tag: 'script', children: script, injectTo: 'head' }] };
      },
    },
  };
}
