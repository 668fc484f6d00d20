// What the scenarios on the network ask and want, and how they end, in English.

export const words = {
  'fork.predict.alike': 'M stands on A1. Now H1 reaches it, of the same height. What does M do?',
  'fork.predict.alike.keeps': 'it stays on A1, which it saw first',
  'fork.predict.alike.newer': 'it moves to H1, which is newer',
  'fork.predict.alike.both': 'it counts both',
  'fork.goal.reorg': 'Have a miner leave the block that it found itself.',
  'fork.goal.alike': 'The same with one find each.',
  'fork.end.one':
    'The one that the next block stands on. All believe {tip} now; the other ({stale}) counts for nobody, and its reward is gone.',
  'fork.end.split': 'Neither yet: {count} tips ({tips}), until a next block has more work.',
  'fork.end.none': 'There was no second one: no fork.',
  'double-spend.predict.longer':
    'M handed over the goods with one block on the payment. Now A’s two blocks reach it, with Q in them. What does M do?',
  'double-spend.predict.longer.leaves': 'it leaves its own block for A’s two',
  'double-spend.predict.longer.keeps': 'it stays: it saw its own first',
  'double-spend.predict.longer.refuses': 'it refuses Q: the coin is spent',
  'double-spend.goal.zero': 'M waits for no block: take the payment back with one of yours.',
  'double-spend.goal.back': 'M waits for one block: take the payment back.',
  'double-spend.goal.equal': 'The same with no more finds than M.',
  'double-spend.end.lost':
    'It is not: with more work, A’s chain takes the payment back. At {share} % of all hashes, {z confirmation falls|confirmations fall} in {odds} of all cases.',
  'double-spend.end.kept':
    'It was this time. At {share} % of all hashes, {z confirmation falls|confirmations fall} in {odds} of all cases.',
  'double-spend.beside.unconfirmed':
    'With no confirmation asked for, Q need only be the first in a block: in a race, or in a block that A found and kept back before it paid (Finney’s attack: make Q, find, pay, and only then tell).',
  'double-spend.beside.six':
    'Six confirmations fall in {six} of all cases to {share} % of the hash power, and in {tenth} to 10 %. Exact, a tie counted for A; the paper’s own figures are lower, since it takes the time of z blocks for its mean.',
  'double-spend.end.open': 'M still waits.',
  'majority.predict.deep':
    'The payment lies under three blocks. A’s four reach M. What becomes of the three?',
  'majority.predict.deep.gone': 'all three are left',
  'majority.predict.deep.safe': 'nothing: three are deep enough',
  'majority.predict.deep.half': 'the last one is left',
  'majority.goal.deep': 'Take back what lies under three blocks.',
  'majority.end.lost':
    'None are enough: with {share} % of the hash power an attacker catches up in {odds} of all cases, however deep.',
  'majority.end.kept':
    'Three were, so far. With {share} % of the hash power an attacker catches up in {odds} of all cases: it has only to go on.',
  'majority.end.open': 'M still waits.',
  'partition.predict.heal':
    'The halves hear of each other again: one block here, two there. What becomes of Z, which is in the one?',
  'partition.predict.heal.shorter': 'its block is left: Z waits again',
  'partition.predict.heal.merge': 'both halves’ blocks are merged',
  'partition.predict.heal.first': 'nothing: each half keeps its own',
  'partition.goal.undone': 'Have a block left that was confirmed by half of the network.',
  'partition.end.undone':
    'The half with more work: all believe {tip}. {stale} of the other half is undone, and what was paid in it waits again.',
  'partition.end.split': 'Neither: {count} tips ({tips}), until one half has more work.',
  'partition.end.eclipsed':
    'M’s own, as long as it hears A alone: whatever A shows it is all there is. On one honest link it sees most work, and stands on {tip}.',
  'partition.end.none': 'There was nothing to decide.',
  'chain-growth.predict.when': 'A block was found just now. When is the next one due?',
  'chain-growth.predict.when.chance': 'it may come at any moment: nothing is ever due',
  'chain-growth.predict.when.clock': 'ten minutes after this one',
  'chain-growth.predict.when.turns': 'when the next miner has its turn',
  'chain-growth.goal.fork': 'Have two blocks of one height.',
  'chain-growth.goal.left': 'Have a node leave a block of its chain.',
  'chain-growth.end.grown':
    'Work: each block stands on the last. {height} blocks, one history, and nobody was asked.',
  'chain-growth.end.stale':
    'Work: of {blocks} blocks, {height} are in the history of all. {stale} came too late and counts for nobody.',
  'chain-growth.beside.moment':
    'Whenever one looks, the next block is ten minutes away on average, and the last one ten minutes ago: a moment falls into a long interval more often than into a short one. Of {waits} real intervals, {mean} minutes on average, the one around a moment has {around}.',
  'chain-growth.end.split': 'Nothing yet: {count} tips ({tips}). The next block decides.',
} as const;
