// Where the notes are looser than the rules, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'corrections.target.title': 'Not leading zeros: a number that the hash may not pass',
  'corrections.target.notes': 'The hash must begin with N zeros, and N is what is set anew.',
  'corrections.target.paper':
    'The hash, as a number of 256 bits, must be at most the target. The target moves far more finely than by zeros, each of which is four bits.',
  'corrections.target.run':
    'The hash power doubles, and the target is set to 0.5 times: half as many hashes will do, which no whole number of zeros says.',
  'corrections.lying-clock.title': 'Who checks the clock',
  'corrections.lying-clock.notes': 'The notes leave open what keeps a miner from lying about the time.',
  'corrections.lying-clock.paper':
    'A block must be later than the median of the eleven before it, and at most two hours ahead of the clock of who checks.',
  'corrections.lying-clock.run':
    'A stamp at the median is refused, and one that is two hours and a second ahead.',
  'corrections.most-work.title': 'Not the longest chain: the one with the most work',
  'corrections.most-work.notes': 'The longest chain counts.',
  'corrections.most-work.paper':
    'The chain with the most work behind it counts; the paper’s "longest" means the same only while the target stays.',
  'corrections.most-work.run':
    'A chain of 900,000 cheap headers is longer than the real one, and is not followed.',
  'corrections.six-blocks.title': 'How deep is deep enough depends on the attacker',
  'corrections.six-blocks.notes':
    'Under five or six blocks it is practically impossible to take a payment back.',
  'corrections.six-blocks.paper':
    'Against 10 % of the hash power six blocks fall in 0.059 % of all cases, against 30 % in 15.6 % (exact; the paper’s own approximation is lower). From half on no depth is enough.',
  'corrections.six-blocks.run': 'Six blocks lie on the payment, and A, with 30 %, has found seven.',
  'corrections.subsidy.title': 'A block pays 3.125 new coins today',
  'corrections.subsidy.notes': 'A few years ago it was 12.5 coins, now it is 6.25.',
  'corrections.subsidy.paper': 'It halves every 210,000 blocks: 3.125 since block 840,000.',
  'corrections.subsidy.run': 'Five eras: 50, 25, 12.5, 6.25, 3.125.',
  'corrections.changed-set.title': 'A miner may change its set at any moment',
  'corrections.changed-set.notes':
    'What comes while a miner works is put aside for the next block, since taking it in would change the hash.',
  'corrections.changed-set.paper':
    'It changes the hash, and costs nothing: each try is as likely as the last, so no work is lost by beginning another header.',
  'corrections.changed-set.run':
    'H works on t1. t2 comes and pays more; H takes it in, and its Merkle root is another.',
  'corrections.soft-fork.title': 'A soft fork: old nodes take the new blocks, and not the other way round',
  'corrections.soft-fork.notes':
    'One of the definitions quoted there has each side take the other’s blocks; then nothing would fork.',
  'corrections.soft-fork.paper':
    'Each node takes what its own rules allow. Tighter rules refuse some of the old blocks; the old rules refuse none of the new.',
  'corrections.soft-fork.run':
    'A1 is too large for the new rules: M, which is old, takes it, and H refuses it.',
} as const;
