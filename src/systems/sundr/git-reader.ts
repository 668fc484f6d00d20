// What `git cat-file --batch` printed, as a file that the page and the command line read by one reader.

import { text } from '../../base/text.ts';
import type { Imported, Reader } from '../../contract/reader.ts';
import type { Settings } from '../../contract/settings.ts';
import type { GitLog } from './git-objects.ts';
import { gitReader } from './git-objects.ts';

interface ReadLog extends Imported {
  readonly json: GitLog;
}

/** `partial=on`: links out of the file are no fault. */
export function gitFileReader({ partial = 'off' }: Settings): Reader<ReadLog> {
  const { push, end } = gitReader({ partial: partial === 'on' });
  return {
    push,
    end() {
      const json = end();
      const { commits, trees, blobs, tags, links, outside, signed, unsigned, firstBad } = json;
      // Of a repository without objects, or of names that it does not have: nothing is wrong, and nothing is vouched for.
      if (commits + trees + blobs + tags === 0) return { whole: false, json, lines: [text('git.nothing')] };
      return {
        whole: firstBad === undefined,
        json,
        lines: [
          text('git.counts', { commits, trees, blobs, links }),
          ...(outside > 0 ? [text('git.outside', { outside })] : []),
          text('git.signed', { signed, unsigned }),
          firstBad ? text('git.bad', { ...firstBad }) : text('git.whole'),
        ],
      };
    },
  };
}
