// A Vite plugin: what pages show of runs before anybody touches them is played when the page is built
// (src/cli/played.ts), and stands beside it as JSON, in a folder named by its content. `virtual:played` says which.
import { createHash } from 'node:crypto';
import { runnerImport } from 'vite';

const NAME = 'virtual:played';
const MODULE = '\0virtual:played';

/** @type {Promise<Readonly<Record<string, string>>> | null} */
let made = null;
const play = () => {
  made ??= Promise.all([runnerImport('./src/cli/played.ts'), runnerImport('./src/app/forewords.ts')]).then(
    ([runs, forewords]) => ({
      .../** @type {any} */ (runs.module).played,
      .../** @type {any} */ (forewords.module).forewords,
    }),
  );
  return made;
};

/** The folder of what was played. @param {Readonly<Record<string, string>>} all */
const folderOf = (all) =>
  `assets/played-${createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 8)}`;

/** @returns {import('vite').Plugin} */
export function played() {
  let building = false;
  return {
    name: 'played',
    configResolved({ command }) {
      building = command === 'build';
    },
    resolveId: (id) => (id === NAME ? MODULE : null),
    async load(id) {
      if (id !== MODULE) return null;
      const all = await play();
      const folder = folderOf(all);
      for (const [name, source] of building ? Object.entries(all) : [])
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}.json`, source });
      return `export const folder = './${folder}';`;
    },
    configureServer({ middlewares }) {
      middlewares.use(async (request, response, next) => {
        const [, name] = /^\/assets\/played-\w+\/(.+)\.json$/.exec(request.url ?? '') ?? [];
        const found = name === undefined ? undefined : (await play())[name];
        if (!found) return next();
        response.setHeader('Content-Type', 'application/json');
        response.end(found);
      });
    },
  };
}
