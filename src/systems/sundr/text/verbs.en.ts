// What SUNDR's commands say, in English.

export const words = {
  'merkle.hashed': '{kind} {name}: {old} becomes {now}',
  'merkle.block': 'block',
  'merkle.inode': 'inode',
  'merkle.i-table': 'i-table',
  'merkle.i-handle': 'i-handle of',
  'merkle.counts': '{hashes hash|hashes} for this change; {fromScratch} for the whole tree.',
  'tlog.included': 'The entry is number {index} of the log with root {root} and {size entry|entries}.',
  'tlog.consistent': 'The log of {size1 entry|entries} is the beginning of the log of {size2}.',
  'tlog.not-bound': '{field}: no proof binds it. It is right only if a signed checkpoint says so.',
  'note.signed': 'Signed by {name}, key {keyHash}.',
  'git.counts':
    '{commits commit|commits}, {trees tree|trees}, {blobs blob|blobs}; {links link|links} lead where they say.',
  'git.outside': '{outside link leads|links lead} out of the file.',
  'git.signed':
    '{signed} of the commits carry a signature (not verified here: no keys), {unsigned} carry none.',
  'git.bad': 'First fault, in {object}, {field}: expected {expected}, got {actual}.',
  'git.whole': 'Every object has the hash that it is named by.',
  'git.no-heading':
    'Byte {offset}: expected a line `ID TYPE SIZE`, got `{line}`. Make the file by `git cat-file --batch --batch-all-objects`.',
  'git.two-hashes': 'Byte {offset}: hashes of two lengths. A file is of one repository: SHA-1 or SHA-256.',
  'git.too-large': 'Object {id} has {bytes} bytes: more than is held of a commit, a tree or a tag (32 MiB).',
  'git.no-newline':
    'Byte {offset}: no newline after object {id}, so its size is wrong or the file was changed. Make it anew.',
  'git.nothing':
    'There is no object in it, so nothing was checked. Make the file by `git cat-file --batch --batch-all-objects`.',
  'git.cut': 'The file ends within object {id}, at byte {offset}: it was cut. Make it anew.',
  'git.cut-heading': 'The file ends within a heading, at byte {offset}: it was cut. Make it anew.',
};

export type VerbsKey = keyof typeof words;
