// The terms of names, each explained once (docs/terms.md). The Chinese table has the same keys or does not compile.

export const words = {
  'term.consensus-hash': 'consensus hash',
  'term.consensus-hash.note': 'One hash over all name operations that a node has accepted so far.',
  'term.zone-file': 'zone file',
  'term.zone-file.note': 'A text that says where a name’s data is; the chain holds its hash.',
  'term.mempool': 'mempool',
  'term.mempool.note': 'Transactions that were sent and are in no block yet: all can see them.',
  'term.preorder': 'preorder',
  'term.preorder.note': 'A hash on the chain that hides which name somebody will register.',
} as const;
