// The tree of a program. One that came with the page brings its checked tree, so that the parser is fetched at the first
// edit and not before.

import type { Params } from '../../../contract/system.ts';
import type { Tree } from '../language/tree.ts';
import { STEPS } from './steps.ts';
import { trees } from './trees.generated.ts';

/** The program of a run: what was written, or the example that was chosen in its place. */
export async function sourceOf({ program, example }: Params): Promise<string> {
  const isChosen = example !== undefined && example !== 'own' && program === STEPS.ranking;
  if (!isChosen) return String(program);
  const { EXAMPLES } = await import('./examples.ts');
  return EXAMPLES[example as keyof typeof EXAMPLES];
}

/** A `ProgramRefusal` where it cannot be one. */
export async function treeOf(source: string): Promise<Tree> {
  const shipped = Object.entries(STEPS).find(([, text]) => text === source);
  const known = shipped && (await trees[shipped[0]]?.());
  if (known) return { source, ...(known as Omit<Tree, 'source'>) };
  return (await import('../language/parse.ts')).parseProgram(source);
}
