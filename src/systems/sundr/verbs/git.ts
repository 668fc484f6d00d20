// `import git-objects`: what `git cat-file --batch` printed, checked.

import type { Verb } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import { gitFileReader } from '../git-reader.ts';

export const importGit: Verb = {
  options: { partial: 'flag' },
  async run(args, host) {
    const [path, ...more] = args.words;
    if (path === undefined || more.length > 0)
      throw new UsageError(
        'which file? Make one by: git cat-file --batch --batch-all-objects > FILE, then import git-objects FILE',
      );
    const reader = gitFileReader({ partial: args.has('partial') ? 'on' : 'off' });
    for await (const chunk of host.chunks(path)) reader.push(chunk);
    const { whole, json, lines } = reader.end();
    return { exit: whole ? 0 : 1, json, lines };
  },
};
