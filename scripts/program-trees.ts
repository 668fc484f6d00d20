// The checked trees of the programs that come with the page, each a source of its own (`npm run generate`).

import { parseProgram } from '../src/systems/spark/language/parse.ts';
import { STEPS } from '../src/systems/spark/programs/steps.ts';

const MADE = '// Made by `npm run generate` (scripts/program-trees.ts) from steps.ts.\n\n';

/** By its name in the folder of programs: a tree each, and the list of how each is had. */
export async function treesTypeScript(): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const [name, source] of Object.entries(STEPS)) {
    const { driver, fns } = await parseProgram(source);
    // As text: a browser reads JSON faster than code, and a compiler need not look into it.
    const tree = JSON.stringify(JSON.stringify({ driver, fns }));
    made.set(`trees/${name}.generated.ts`, `${MADE}export const tree: unknown = JSON.parse(${tree});\n`);
  }
  const lines = Object.keys(STEPS).map(
    (name) => `  ${name}: async () => (await import('./trees/${name}.generated.ts')).tree,\n`,
  );
  const list = `${MADE}export const trees: Readonly<Record<string, () => Promise<unknown>>> = {\n${lines.join('')}};\n`;
  return made.set('trees.generated.ts', list);
}
