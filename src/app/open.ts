// Ways to another page: a scenario, a kept run, a file.

import { pagePart } from '../widgets/part.ts';
import { filesRead } from './files.ts';
import { scenarioHash } from './route.ts';
import { opening } from './run.ts';

export const { openAddress, openKept } = opening;

/**
 * Files, chosen or dropped: one that a system reads is read; of the others each run becomes a run of its own, all are
 * kept, the first is shown.
 */
export async function openFiles(files: readonly File[]): Promise<void> {
  const saved: File[] = [];
  for (const file of files) {
    const known = SAVED.test(file.name) ? null : await importing().then((m) => m.formatOf(file));
    if (known) await (await importing()).importFile(file, known);
    else saved.push(file);
  }
  if (saved.length > 0) await opening.openFiles(saved, filesRead);
}

const SAVED = /\.json$/i;
const importing = () => pagePart(() => import('./import-file.ts'));

export const openScenario = (system: string, scenario: string): void => {
  location.hash = scenarioHash(system, scenario);
};
