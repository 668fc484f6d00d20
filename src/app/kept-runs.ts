// The runs kept in this browser: the page's one store of them.

import { createRunStore } from './storage/run-store.ts';

export const keptRuns = createRunStore({ factory: () => indexedDB });
