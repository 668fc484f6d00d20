// The bank of the lecture as A's files: a few lines of Python each, so that a file has several blocks and all of them
// can be shown. Their names and inode numbers; the bytes are what a learner edits.

import { utf8 } from '../../base/bytes.ts';
import type { FileBytes } from './merkle.ts';

const AUTH = `def login(name, password):
    user = users.get(name)
    if user is None:
        return None
    if digest(user.salt, password) != user.digest:
        return None
    return new_token(user)
`;

const BANK = `def transfer(sender, receiver, zoobars, token):
    if not auth.check(token, sender):
        raise Refused('token')
    if balance(sender) < zoobars or zoobars < 0:
        raise Refused('balance')
    move(sender, receiver, zoobars)
    log.add(sender, receiver, zoobars)
`;

const LOG = `def add(sender, receiver, zoobars):
    rows.append((now(), sender, receiver, zoobars))

def of(name):
    return [row for row in rows if name in row]
`;

const PROFILE = `def show(name):
    page.text(users.get(name).profile)
    page.number(bank.balance(name))
`;

const USERS = `def get(name):
    return table.find(name)

def put(name, password):
    salt = fresh()
    table.add(name, salt, digest(salt, password))
`;

export const BANK_FILES: readonly FileBytes[] = [AUTH, BANK, LOG, PROFILE, USERS].map((text, i) => ({
  name: ['auth.py', 'bank.py', 'log.py', 'profile.py', 'users.py'][i] as string,
  inumber: i + 2,
  bytes: utf8(text),
}));

/** Under which number a user has the file that it writes in a run. */
const WRITTEN = 2;
/** What A has beside it: never written in a run, and part of its i-handle all the same. */
const BESIDE = BANK_FILES.filter(({ name }) => name !== 'auth.py' && name !== 'bank.py');

/** A user's files, the one that it writes holding these bytes; where null it is not there. */
export const filesOf = (user: string, file: string, bytes: string | null): readonly FileBytes[] => [
  ...(bytes === null ? [] : [{ name: file, inumber: WRITTEN, bytes: utf8(bytes) }]),
  ...(user === 'A' ? BESIDE : []),
];
