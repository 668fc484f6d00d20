// What the texts are called that a learner edits: the bytes of a file.

export const words = {
  'switch.fileBytes': 'auth.py by A',
  'switch.fileBytes.note': 'What A writes into `auth.py`, signs, and C is to run.',
  'switch.forgedBytes': 'auth.py by the server',
  'switch.forgedBytes.note': 'What the server puts in its place where it alters it or makes it up.',
  'bytes.same':
    'Who wrote `{file}` is read off its bytes: what A writes, what the server puts in its place and what stood there first must differ.',
} as const;
