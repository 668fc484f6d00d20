// Ways to another page: a scenario, a kept run, a file.

import { pagePart } from '../widgets/part.ts';
import { scenarioHash } from './route.ts';
import { opening } from './run.ts';

export const { openAddress, openKept } = opening;

/** Files, chosen or dropped. */
export async function openFiles(files: readonly File[]): Promise<void> {
  const { takeFiles } = await pagePart(() => import('./take-files.ts'));
  await takeFiles(files);
}

export const openScenario = (system: string, scenario: string): void => {
  location.hash = scenarioHash(system, scenario);
};
