// What stands in the files: as everybody has them first, as their owners write them, and as a server would have them.
// Those of `auth.py` are texts that a learner edits.

import { Refusal } from '../../base/result.ts';
import { text } from '../../base/text.ts';

export const AUTH = 'auth.py';
export const BANK = 'bank.py';
export const CLOCK = 'clock';
/** Who the users are (section 2). */
export const MEMBERS = '.sundr.users';

/** What everybody has before the first operation. */
export const FIRST: Readonly<Record<string, string>> = {
  [AUTH]: 'def check(token):\n    return token != ""\n',
  [BANK]: 'def transfer(a, b, n):\n    move(a, b, n)\n',
  [CLOCK]: '0',
};

export const WRITTEN: Readonly<Record<string, string>> = {
  [AUTH]: 'def check(token):\n    return token in issued\n',
  [BANK]: 'def transfer(a, b, n, token):\n    if auth.check(token):\n        move(a, b, n)\n',
};

/** What somebody would like C to run. */
export const FORGED: Readonly<Record<string, string>> = {
  [AUTH]: 'def check(token):\n    return True\n',
  [BANK]: 'def transfer(a, b, n, token):\n    move(a, "S", n)\n',
  [CLOCK]: '9999',
};

/** Who wrote bytes is read off them: the first, the owner's and the server's must be three. */
export function bytesRefused(written: string, forged: string): void {
  if (new Set([FIRST[AUTH], written, forged]).size < 3) throw new Refusal(text('bytes.same', { file: AUTH }));
}
