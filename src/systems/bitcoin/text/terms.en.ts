// The terms of Bitcoin, each explained once: `term.ID` is its name, `term.ID.note` what it means. `docs/terms.md` holds
// both with their Chinese. Loaded when a note is opened.

export const words = {
  'term.coinbase': 'coinbase',
  'term.coinbase.note': 'The first transaction of a block: it spends nothing and pays the finder.',
  'term.satoshi': 'satoshi',
  'term.satoshi.note': 'The smallest amount: a hundred million are one coin.',
  'term.merkle-root': 'Merkle root',
  'term.merkle-root.note':
    'One hash over all transactions of a block, pair by pair; it stands in the header.',
  'term.txid': 'txid',
  'term.txid.note': 'The hash of a transaction without its witnesses, by which it is spent.',
  'term.wtxid': 'wtxid',
  'term.wtxid.note': 'The hash of a transaction with its witnesses.',
  'term.nonce': 'nonce',
  'term.nonce.note': 'The four bytes of a header that are there to be tried.',
  'term.hash-power': 'hash power',
  'term.hash-power.note': 'Hashes a second of all miners together.',
  'term.subsidy': 'subsidy',
  'term.subsidy.note': 'New coins that a block makes: 50 at first, halved every 210,000 blocks.',
  'term.difficulty': 'difficulty',
  'term.difficulty.note': 'How many times harder the target is than the easiest one.',
  'term.median': 'median',
  'term.median.note': 'The middle one of the last eleven stamps, in order of size.',
  'term.soft-fork': 'soft fork',
  'term.soft-fork.note': 'New rules that refuse some of what the old ones take.',
  'term.hard-fork': 'hard fork',
  'term.hard-fork.note': 'New rules that take some of what the old ones refuse.',
  'term.stake': 'stake',
  'term.stake.note': 'Coins that count as votes, and may be burned for signing twice.',
} as const;
