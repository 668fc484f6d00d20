// How runs end, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'trapdoor.end.broken':
    'Nobody: C ran bytes that nobody had signed. A signature on the file would have; it does not say whether the file is the newest.',
  'trapdoor.end.caught': 'The signature check: {user} refused ({check}).',
  'trapdoor.end.kept': 'Nothing was changed this time: C ran what A and B wrote.',
  'signed-files.end.broken':
    'Show an old one: C ran the old `auth.py` with the new `bank.py`, and every signature is good. Nothing ties the files together.',
  'signed-files.end.caught': 'Less than that here: {user} refused ({check}).',
  'signed-files.end.kept': 'Nothing this time: C ran files that belong together.',
  'signed-log.end.caught': 'It checks, and refuses what fails: {user} refused ({check}).',
  'signed-log.end.forked':
    'Check signatures, find its own last, build the file system, append and sign, upload: {entries entry|entries}, in worlds that have parted.',
  'signed-log.end.kept':
    'Check signatures, find its own last, build the file system, append and sign, upload: {entries entry|entries}, one log.',
  'drop-an-entry.end.caught':
    'The one after it: what {user} was shown hashes to `{actual}`, the signature is over `{expected}`.',
  'drop-an-entry.end.broken': 'Nobody’s, because nobody checked: C went on without A’s work.',
  'drop-an-entry.end.kept': 'None: nothing was left out.',
  'rollback.end.caught': '{user} remembers one thing, its own last entry, {expected}, and it was not there.',
  'rollback.end.broken': 'It does not: A accepted an old log and signed on top of it.',
  'rollback.end.kept': 'Nothing was missing this time.',
  'why-log-fetches.end.broken':
    'C ran an old `auth.py` with a new `bank.py`, and each log that it was shown was a good one. Its first fetch had left nothing that the second log must hold.',
  'why-log-fetches.end.caught': 'Less than that here: {user} refused ({check}).',
  'why-log-fetches.end.forked':
    'Nothing got mixed: its entry keeps C in the world of its first fetch, where it never sees what B wrote.',
  'why-log-fetches.end.kept': 'Nothing this time: C ran files that belong together.',
  'fork.end.caught': '{user} noticed ({check}).',
  'fork.end.broken': 'Nobody noticed, and what came of it is forbidden.',
  'fork.end.forked':
    'Nobody, yet. What you hid parted the users into worlds, each of them in order. It is seen when two of them talk.',
  'fork.end.kept': 'There was nothing to notice: one world.',
  'cannot-merge.end.broken': 'Yes, where that is not checked: two worlds were merged.',
  'cannot-merge.end.caught': 'No: {user} was shown {expected} and {actual}, and refused ({check}).',
  'cannot-merge.end.forked': 'Not in this run: the two stay apart.',
  'cannot-merge.end.kept': 'There was nothing to merge: one world.',
  'out-of-band.end.caught': 'A fork: {expected} and {actual}, and neither is before the other.',
  'out-of-band.end.forked': 'Nothing yet: they have parted and not compared.',
  'out-of-band.end.kept': 'That all is well: one’s last is in the other’s past.',
  'timestamp-box.end.broken':
    'For ever, where nobody looks at the stamps: one of {age} ticks was accepted, {box} are allowed.',
  'timestamp-box.end.caught': 'Not longer than the box allows: {user} refused ({check}).',
  'timestamp-box.end.kept': 'No stamp was older than {age} of the {box} ticks allowed.',
  'merkle-path.end.broken': 'Nowhere, because nobody looked: C took what nobody had signed.',
  'merkle-path.end.caught': 'In the hash: the bytes make `{actual}`, the signature says `{expected}`.',
  'merkle-path.end.kept': 'Every block climbed to the i-handle that its owner had signed.',
  'version-vectors.end.broken': 'Those of the two worlds; nobody checked, and they were merged.',
  'version-vectors.end.caught': '{expected} and {actual}: {user} refused ({check}).',
  'version-vectors.end.forked': 'Those of the two worlds; nobody was shown both.',
  'version-vectors.end.kept': 'None: there was one world.',
  'byzantine.end.broken': 'Less than you hoped: something forbidden was accepted in silence.',
  'byzantine.end.outlived':
    '{removes} was removed, and somebody believes it all the same, in a world that parted before that. Whoever is shown the removal refuses what {removes} signs behind it.',
  'byzantine.end.helped':
    'With {helps}’s key the server writes what {helps} may write, and no check can tell. It cannot touch the files of others, nor merge what it parted.',
  'byzantine.end.caught': 'Detection: {user} refused ({check}), and stopped.',
  'byzantine.end.forked':
    'That it can hide and fork, nothing more: no forged byte, no merge, and one later word between two worlds tells.',
  'byzantine.end.kept': 'This server told the truth; nobody could have known.',
  'fact.refused': '{user} refused: {check}',
  'fact.side': '{user} took {other}’s side',
  'fact.again': '{user} made {of} again, as {id}',
  'fact.signed': '{n entry|entries} signed',
  'fact.read': '{user} read {file}: {what}',
  'concurrent.end.caught': 'Less than that here: {user} refused ({check}).',
  'concurrent.end.broken':
    'It was shown bytes that A had not signed: had A never come back, they would be nobody’s.',
  'concurrent.end.forked': 'Only what passes its checks: users have parted, each in order.',
  'concurrent.end.kept':
    'Nothing: it signs at once, counting what is on its way, and waits for the signature before it shows a byte.',
} as const;
