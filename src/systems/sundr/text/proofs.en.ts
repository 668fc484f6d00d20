// Why a proof, a note or a checkpoint proves nothing, in English: what is wrong, and what would be right.

export const words = {
  'error.of': '{field}: {error}',
  'error.values': 'Expected {expected}, got {actual}.',
  'error.hash-length': 'A hash is 32 bytes: 64 hex digits. This one is not.',
  'error.not-hex': 'Hex digits are 0 to 9 and a to f. There is something else here.',
  'error.not-a-number':
    'A size or an index is a whole number from 0 to 18446744073709551615, without leading zeros.',
  'error.index-out-of-range': 'The log ends before this entry: give an index below its size.',
  'error.size-zero':
    'Every log begins with the empty one, so this proves nothing: give an old log with entries.',
  'error.sizes-reversed': 'The old log is larger than the new one: exchange them.',
  'error.proof-length': 'A log of this size has more or fewer hashes on that path.',
  'error.root-mismatch': 'The hashes lead to another root: this is not that log.',
  'error.old-root-mismatch':
    'The hashes lead to another old root: the old log is not the beginning of the new one.',
  'error.other-log': 'The checkpoints name two different logs.',
  'error.wrong-key-hash':
    'The key hash is not that of this key: the note or the key was changed, or it is another key.',
  'error.unknown-algorithm': 'The key is not an Ed25519 key (algorithm 1), and no other is known here.',
  'error.missing-newline':
    'A note ends with a newline, and an empty line stands between its text and its signatures. One is missing.',
  'error.duplicate-signature': 'Two lines are signed by the same key: leave one.',
  'error.bad-signature': 'The signature is not this key’s signature of this text.',
  'error.no-signature': 'No line is signed by this key’s name.',
  'error.not-utf8': 'The file is not UTF-8 text.',
  'error.control-character':
    'A note has no control characters but newlines, and there is one: a tab, or a carriage return. Take it out.',
  'error.not-a-note': 'A line below the text is no signature line: a dash, a name, base64.',
  'error.not-a-key': 'This is no verifier’s key: a name, eight hex digits and base64, joined by plus signs.',
  'error.not-a-checkpoint':
    'A checkpoint’s first three lines are the log’s name, its size, and its root in base64.',
};

export type ProofsKey = keyof typeof words;
