// What the signed log says.

export const words = {
  'log.title': 'What each signature covers: a row a signature, a dot an entry',
  'log.entry': '**{signer}** signs {id}, {op} `{file}`. Its signature `{signature}` covers {covers}.',
  'log.covers': 'covers {covers}',
  'log.out': '✕ left out',
  'log.outFor': '✕ left out for {users}',
  'log.outOf': '✕ left out: {ids}',
  'log.entry.left':
    '**{signer}** signs {id}, {op} `{file}`. Its signature `{signature}` covers {covers}. The server had left out {out}.',
  'log.left': 'What **{user}** was shown in step {slot} leaves out {ids}.',
  'log.unsigned':
    '**{user}** asks in step {slot}, {op} `{file}`, and leaves no entry. Left out for it: {ids}.',
} as const;
