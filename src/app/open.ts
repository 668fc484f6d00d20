// Ways to another page: a scenario, a kept run, a file.

import type { TextSwitch } from '../contract/system.ts';
import { pagePart } from '../widgets/part.ts';
import { filesRead } from './files.ts';
import { scenarioHash } from './route.ts';
import { opening } from './run.ts';
import { page } from './store.ts';

export const { openAddress, openKept } = opening;

/**
 * Files, chosen or dropped: one that a system reads is read; of the others each run becomes a run of its own, all are
 * kept, the first is shown.
 */
export async function openFiles(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first && page().failure?.wanted) return giving().then((m) => m.giveWanted(first));
  const input = page().system?.switches.find(
    (one): one is TextSwitch => one.kind === 'text' && one.file === true,
  );
  const saved: File[] = [];
  for (const file of files) {
    const known = SAVED.test(file.name) ? null : await importing().then((m) => m.formatOf(file));
    if (!known && input && !SAVED.test(file.name)) await giving().then((m) => m.giveInput(file, input));
    else if (known) await (await importing()).importFile(file, known);
    else saved.push(file);
  }
  if (saved.length > 0) await opening.openFiles(saved, filesRead);
}

const SAVED = /\.json$/i;
const giving = () => pagePart(() => import('./give-file.ts'));
const importing = () => pagePart(() => import('./import-file.ts'));

export const openScenario = (system: string, scenario: string): void => {
  location.hash = scenarioHash(system, scenario);
};
