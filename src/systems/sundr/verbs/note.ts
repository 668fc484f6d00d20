// `note verify`: a signed note against one key.

import { text } from '../../../base/text.ts';
import type { Verb } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import { verifyNote } from '../note.ts';

/** A note that is read but not so signed is false; these are no note or no key at all. */
const NOT_PARSABLE = new Set(['not-utf8', 'control-character', 'not-a-note', 'not-a-key']);

export const verify: Verb = {
  options: { vkey: 'text' },
  async run(args, host) {
    const [path, ...more] = args.words;
    const vkey = args.text('vkey');
    if (path === undefined || more.length > 0 || vkey === undefined)
      throw new UsageError('say which file and which key: note verify FILE --vkey NAME+HASH+BASE64');
    const { ok, name, keyHash, error } = verifyNote(await host.bytes(path), vkey);
    return {
      exit: error === null ? 0 : NOT_PARSABLE.has(error) ? 2 : 1,
      json: { ok, name, keyHash, error },
      lines: [error === null ? text('note.signed', { name, keyHash }) : text(`error.${error}`)],
    };
  },
};
