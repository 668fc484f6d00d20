// SUNDR's commands, and those of what descends from it: proofs of transparency logs, signed notes, git objects.

import type { Verbs } from '../../contract/verb.ts';

export const verbs: Verbs = {
  'sundr table': {
    usage: 'sundr table [--markdown] [--json]',
    about: 'ten moves of a lying server against four protocols: what refuses which, with the run as a link',
    load: () => import('./verbs/table.ts').then((m) => m.tableVerb),
  },
  'sundr merkle': {
    usage: 'sundr merkle --change FILE:BLOCK [--to TEXT] [--json] [--lang en|zh]',
    about:
      'which hashes a change of one block of the bank’s files asks for, and how many the whole tree takes',
    load: () => import('./verbs/merkle.ts').then((m) => m.merkle),
  },
  'tlog verify-inclusion': {
    usage:
      'tlog verify-inclusion --leaf-hash H --index I --proof H,H (--checkpoint FILE --vkey K | --size N --root H) [--json]',
    about: 'whether an entry is in a log, by RFC 6962; a bare size is said to be bound by nothing',
    load: () => import('./verbs/tlog.ts').then((m) => m.inclusion),
  },
  'tlog verify-consistency': {
    usage:
      'tlog verify-consistency --proof H,H (--old FILE --new FILE --vkey K | --size1 N --root1 H --size2 N --root2 H) [--json]',
    about: 'whether an old log is the beginning of a new one, by RFC 6962',
    load: () => import('./verbs/tlog.ts').then((m) => m.consistency),
  },
  'note verify': {
    usage: 'note verify FILE --vkey K [--json] [--lang en|zh]',
    about: 'whether a signed note (C2SP) is signed by this key',
    load: () => import('./verbs/note.ts').then((m) => m.verify),
  },
  'import git-objects': {
    usage: 'import git-objects FILE [--partial] [--json] [--lang en|zh]',
    about:
      'checks what `git cat-file --batch` printed: every hash, every link; --partial: links out of it are no fault',
    load: () => import('./verbs/git.ts').then((m) => m.importGit),
  },
};
