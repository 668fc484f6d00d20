// What the version vectors say.

export const words = {
  'vectors.title': 'The newest of each, row beside column',
  'vectors.entry': '**{signer}** signs {id}, {op} `{file}`, with {vector}.',
  'vectors.order.before': 'at or before',
  'vectors.order.after': 'after',
  'vectors.order.same': 'the same',
  'vectors.order.apart': 'neither is at or before the other: two worlds',
  'vectors.tell.before': 'The newest of **{one}**, {x}, is at or before that of **{other}**, {y}.',
  'vectors.tell.after': 'The newest of **{one}**, {x}, is after that of **{other}**, {y}.',
  'vectors.tell.same': 'The newest of **{one}** and of **{other}** are the same, {x} and {y}.',
  'vectors.tell.apart':
    'The newest of **{one}**, {x}, and of **{other}**, {y}: neither is at or before the other. They are two worlds.',
} as const;
