// What a run of the network comes to, in English: asked for where one ends.

export const words = {
  'block-and-mempool.end.all':
    'In the next block, or the one after: each miner takes what pays most and keeps the rest. All four ({confirmed}) are in {height block|blocks}.',
  'block-and-mempool.end.some':
    'In the first block whose miner has heard of it and has room left: {confirmed} are in, {waiting} still waits. What another’s block had, a miner drops from its pool.',
  'block-and-mempool.end.paid':
    'In the first block whose miner has heard of it and has room left: {confirmed} are in, and nothing more waits at H.',
  'block-and-mempool.end.none': 'No block yet, so nobody is paid.',
  'block-and-mempool.beside.size':
    'A block here has at most {most} bytes; on the real chain it was 1,000,000, and is 4,000,000 units of weight today.',
  'soft-fork.end.one':
    'The blocks of those who refuse more, once they have more work: all believe {tip}. {stale} counts for nobody, though by the old rules nothing was wrong with it.',
  'soft-fork.end.split':
    'Neither’s yet: {count} tips ({tips}). The new nodes never take the large block; the old ones follow if the new chain gets more work.',
  'soft-fork.end.alike': 'Everybody’s: all nodes have the same rules, so none refuses what another takes.',
  'soft-fork.end.none': 'All blocks were small enough for both: nobody noticed a thing.',
  'soft-fork.beside.definitions':
    'The notes quote two definitions. By one, each side takes the other’s blocks: then nothing would fork. The other holds: what is valid by the new rules is valid by the old, and not the other way round.',
  'soft-fork.beside.size':
    'The limit of 1,000,000 bytes itself came so, in 2010. Here the old limit is {most}, and the new one two thirds of it.',
  'hard-fork.end.apart':
    'Both, each for its own: the chains to {tips} refuse each other, however much work there is. Coins from before are on both, and so is what is signed once: {both}.',
  'hard-fork.end.split':
    'Neither yet: {count} tips ({tips}). The old nodes never take the large block; the new ones go back if the old chain gets more work.',
  'hard-fork.end.one':
    'The old: the new nodes allow more but refuse nothing, so the chain with more work took them back. {stale} counts for nobody.',
  'hard-fork.end.alike': 'There is one: all nodes have the same rules, so none refuses what another takes.',
  'hard-fork.end.none': 'No block was larger than the old limit: nothing has forked.',
  'hard-fork.beside.cash':
    'From memory, not from the data here: Bitcoin Cash parted so in August 2017: its first block had to be above 1,000,000 bytes, and its signatures were made to count on its own chain alone, against the replay.',
  'hard-fork.beside.branch':
    'The data show a branch of a few miners with other rules: {blocks} blocks from {height} on in {days} days, while others find about {others}. At that pace its next retarget is more than {years} years away.',
  'bugs-and-versions.end.one':
    'It is over if those without the error have more work: all believe {tip} now. {stale} and its coins count for nobody, and nobody was asked.',
  'bugs-and-versions.end.split':
    'It is not: {count} tips ({tips}), until those without the error have more work. Work decides, not how many nodes there are.',
  'bugs-and-versions.end.alike.old':
    'Not before somebody mends it: all nodes add wrongly, and take a block with such coins.',
  'bugs-and-versions.end.alike.new':
    'It never began: all nodes are mended, and none takes a block with such coins.',
  'bugs-and-versions.end.none': 'The coins were in no block: nothing has happened.',
  'bugs-and-versions.beside.overflow':
    'From memory, not from the data here: so it was on 15 August 2010. Block 74,638 had two such outputs. A mended version was there within hours, and its chain had more work from block 74,691 on.',
  'bugs-and-versions.beside.locks':
    'From memory too: in March 2013 it was the other way round. Version 0.8 took block 225,430, which 0.7 could not: its database ran out of locks. Miners went back to 0.7, and its chain won.',
  'fork.end.one':
    'The one that the next block stands on. All believe {tip} now; the other ({stale}) counts for nobody, and its reward is gone.',
  'fork.end.split': 'Neither yet: {count} tips ({tips}), until a next block has more work.',
  'fork.end.none': 'There was no second one: no fork.',
  'double-spend.end.lost':
    'It is not: with more work, A’s chain takes the payment back. At {share} % of all hashes, {z confirmation falls|confirmations fall} in {odds} of all cases.',
  'double-spend.end.kept':
    'It was this time. At {share} % of all hashes, {z confirmation falls|confirmations fall} in {odds} of all cases.',
  'double-spend.end.lost.race':
    'M waited for none and lost the race: {finder} heard of Q before Z, and its block {double} has it. It took A no block at all.',
  'double-spend.end.kept.race':
    'M waited for none, and has won the race so far: no block that it believes has Q. The next one may.',
  'double-spend.end.lost.finney':
    'M waited for none, and it was Finney’s attack: {double}, with Q in it, was found before A paid, and told after. One block, at leisure.',
  'double-spend.end.kept.finney':
    'M waited for none, and has Z still: no block that it believes has Q. The one that lies ready may come at any moment.',
  'double-spend.beside.unconfirmed':
    'With no confirmation asked for, Q need only be the first in a block: in a race, or in a block that A found and kept back before it paid (Finney’s attack: make Q, find, pay, and only then tell). Both can be run: the switch is called attack.',
  'double-spend.beside.six':
    'Six confirmations fall in {six} of all cases to {share} % of the hash power, and in {tenth} to 10 %. Exact, a tie counted for A; the paper’s own figures are lower, since it takes the time of z blocks for its mean.',
  'double-spend.end.open': 'M still waits.',
  'majority.end.lost':
    'None are enough: with {share} % of the hash power an attacker catches up in {odds} of all cases, however deep.',
  'majority.end.kept':
    '{z confirmation was|confirmations were}, so far. With {share} % of the hash power an attacker catches up in {odds} of all cases: it has only to go on.',
  'majority.end.lost.fewer':
    'More than {z}: with {share} % of the hash power an attacker takes back {z confirmation|confirmations} in {odds} of all cases, and more of them less often.',
  'majority.end.kept.fewer':
    '{z confirmation was|confirmations were}, so far: with {share} % of the hash power an attacker takes them back in {odds} of all cases, and more of them less often.',
  'majority.end.open': 'M still waits.',
  'partition.end.undone':
    'The half with more work: all believe {tip}. {stale} of the other half is undone, and what was paid in it waits again.',
  'partition.end.split': 'Neither: {count} tips ({tips}), until one half has more work.',
  'partition.end.eclipsed':
    'M’s own, as long as it hears A alone: whatever A shows it is all there is. On one honest link it sees most work, and stands on {tip}.',
  'partition.end.none': 'There was nothing to decide.',
  'chain-growth.end.grown':
    'Work: each block stands on the last. {height} blocks, one history, and nobody was asked.',
  'chain-growth.end.stale':
    'Work: of {blocks} blocks, {height} are in the history of all. Too late, and counted by nobody: {stale}.',
  'end.more': '{names} and {count} more',
  'chain-growth.beside.moment':
    'Whenever one looks, the next block is ten minutes away on average, and the last one ten minutes ago: a moment falls into a long interval more often than into a short one. Of {waits} real intervals, {mean} minutes on average, the one around a moment has {around}.',
  'chain-growth.end.split': 'Nothing yet: {count} tips ({tips}). The next block decides.',
};
