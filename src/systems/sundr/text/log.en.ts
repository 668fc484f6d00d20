// What the signed log says.

export const words = {
  'log.title': 'What each signature covers: a row a signature, a dot an entry',
  'log.entry': '**{signer}** signs {id}, {op} `{file}`. Its signature `{signature}` covers {covers}.',
  'log.covers': 'covers {covers}',
} as const;
