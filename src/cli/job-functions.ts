// The functions of jobs as the command line has them: those of the systems, and those that commands alone ask for.

import type { LoadFunctions } from '../compute/job-server.ts';
import { functionsOf } from '../compute/job-server.ts';
import { entryIn } from '../contract/loading.ts';
import { catalog } from '../systems/catalog.ts';

export const loadFunctions: LoadFunctions = async (kind) => {
  const entry = entryIn(catalog, kind.slice(0, kind.indexOf('/')));
  for (const { jobs } of Object.values(await entry.verbs())) {
    const found = await jobs?.();
    if (found && kind in found.jobs) return found;
  }
  return functionsOf(catalog)(kind);
};
