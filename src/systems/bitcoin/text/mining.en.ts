// What the command line says of mining, in English.

export const words = {
  'mine.found': 'nonce {nonce}: {hash}',
  'mine.none': 'No nonce from {from} to {to} gives a hash at or below the target.',
  'mine.stopped': 'Stopped before a nonce was found.',
  'mine.rate': '{hashes hash|hashes} in {seconds} s: {rate} a second',
} as const;
