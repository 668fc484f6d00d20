// What the scenarios on the network ask and want, and how they end, in English.

export const words = {
  'fork.predict.alike': 'M stands on A1. Now H1 reaches it, of the same height. What does M do?',
  'fork.predict.alike.keeps': 'it stays on A1, which it saw first',
  'fork.predict.alike.newer': 'it moves to H1, which is newer',
  'fork.predict.alike.both': 'it counts both',
  'fork.goal.reorg': 'Have a miner leave the block that it found itself.',
  'fork.goal.alike': 'The same with one find each.',
  'double-spend.predict.longer':
    'M handed over the goods with one block on the payment. Now A’s two blocks reach it, with Q in them. What does M do?',
  'double-spend.predict.longer.leaves': 'it leaves its own block for A’s two',
  'double-spend.predict.longer.keeps': 'it stays: it saw its own first',
  'double-spend.predict.longer.refuses': 'it refuses Q: the coin is spent',
  'double-spend.predict.race':
    'M has Z, waits for no block and has handed over the goods. H heard of Q first, and its block H1 reaches M. What does M do?',
  'double-spend.predict.race.leaves': 'it takes H1, and Z is gone: its coin is spent',
  'double-spend.predict.race.keeps': 'it refuses H1: it heard of Z first',
  'double-spend.predict.race.both': 'it takes H1, and Z waits for the next block',
  'double-spend.predict.finney':
    'A1, with Q in it, lies ready at A and nowhere else. Now Z reaches M. What tells M not to trust it?',
  'double-spend.predict.finney.nothing': 'nothing that it can see',
  'double-spend.predict.finney.coin': 'the coin is spent already',
  'double-spend.predict.finney.late': 'that no block has come for so long',
  'double-spend.goal.zero': 'M waits for no block: take the payment back with one of yours.',
  'double-spend.goal.back': 'M waits for one block: take the payment back.',
  'double-spend.goal.equal': 'The same with no more finds than M.',
  'double-spend.goal.race':
    'M waits for no block: take the payment back without a block of yours (the race).',
  'double-spend.goal.finney': 'With a block found before you pay (Finney’s attack).',
  'double-spend.goal.waits': 'The race, where M waits for one block.',
  'majority.predict.deep':
    'The payment lies under three blocks. A’s four reach M. What becomes of the three?',
  'majority.predict.deep.gone': 'all three are left',
  'majority.predict.deep.safe': 'nothing: three are deep enough',
  'majority.predict.deep.half': 'the last one is left',
  'majority.goal.deep': 'Take back what lies under three blocks.',
  'partition.predict.heal':
    'The halves hear of each other again: one block here, two there. What becomes of Z, which is in the one?',
  'partition.predict.heal.shorter': 'its block is left: Z waits again',
  'partition.predict.heal.merge': 'both halves’ blocks are merged',
  'partition.predict.heal.first': 'nothing: each half keeps its own',
  'partition.goal.undone': 'Have a block left that was confirmed by half of the network.',
  'chain-growth.predict.when': 'A block was found just now. When is the next one due?',
  'chain-growth.predict.when.chance': 'it may come at any moment: nothing is ever due',
  'chain-growth.predict.when.clock': 'ten minutes after this one',
  'chain-growth.predict.when.turns': 'when the next miner has its turn',
  'chain-growth.goal.fork': 'Have two blocks of one height.',
  'chain-growth.goal.left': 'Have a node leave a block of its chain.',
} as const;
