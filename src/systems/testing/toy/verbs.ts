// The toy's commands.

import type { Verbs } from '../../../contract/verb.ts';

export const verbs: Verbs = {
  'toy visits': {
    usage: 'toy visits FILE [--atomic] [--json] [--lang en|zh]',
    about: 'whether the visits written in a file, one key a line, ever put both clerks inside',
    load: () => import('./visits.ts').then((m) => m.visits),
  },
};
