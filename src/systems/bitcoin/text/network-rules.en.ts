// What the network says where miners choose what is in a block, and where nodes run two versions of the rules, in English.

export const words = {
  'role.payer': 'pays',
  'role.old': '{role}; old rules',
  'role.new': '{role}; new rules',
  'act.pay.many': 'pay {payment}',
  'act.renew': 'choose',
  'act.renew.taken': 'choose {payments}',
  'act.overflow': 'make V',
  'do.pay.many': '**{who}** pays M with {payment}; fee {fee} satoshi',
  'do.renew': '**{who}** chooses anew what its block has',
  'do.overflow': '**{who}** makes V, whose sum overflows',
  'say.pay.many':
    '**{who}** signs {payment}, a payment of 12.5 coins to {to} with a fee of {fee} satoshi, and tells its neighbours.',
  'why.pay.many': 'A miner that puts it in a block keeps the fee.',
  'say.renew': '**{who}** takes {payments} into the block it works on.',
  'say.renew.full': '**{who}** takes {payments} into the block it works on, and sets {rest} aside.',
  'why.renew':
    'It takes what pays most for its bytes. The Merkle root was `{was}` and is `{is}`: every hash is another now. No work is lost, since each try is as likely as the last.',
  'say.overflow':
    '**{who}** signs {payment}: two outputs of 92,233,720,368.54 coins each, from a coin of 50.',
  'why.overflow':
    'In 64 bits with a sign the two add up to −0.00997538 coins, which is less than 50. The old rules check that sum alone.',
  'why.amount': 'Each output of {payment} is above 21 million coins: `bad-txns-vout-toolarge`.',
  'why.refused.bad-blk-length':
    '{block} has {bytes} bytes, and {who} allows {most}: `bad-blk-length`. Work does not make up for it.',
  'why.refused.too-short':
    '{block} has {bytes} bytes. {who} takes a first block of more than {over} only, so that it never goes back to the old chain.',
  'why.refused.bad-txns-vout-toolarge':
    'An output of {payment}, in {block}, is above 21 million coins: `bad-txns-vout-toolarge`.',
  'why.refused.hurried': '{block} is stamped less than ten minutes after its parent.',
  'row.chosen': 'works on',
  'row.root': 'its Merkle root',
  'row.size': 'its size',
  'row.bytes': '{bytes} bytes',
  'row.version': 'rules',
  'version.old': 'old: at most {most} bytes',
  'version.new': 'new: at most {most} bytes',
  'version.over': 'new: at most {most} bytes, first above {over}',
  'version.wraps': 'old: sums wrap at 64 bits',
  'version.mended': 'mended: no amount above 21 million',
  'property.set-aside.note': 'A payment waits that its miner has not put in the block it works on.',
  'property.set-aside.kept': 'set aside',
  'property.set-aside.broken': 'none waits',
  'property.all-in.note': 'All four payments are in the chain that M believes.',
  'property.all-in.kept': 'all four',
  'property.all-in.broken': 'not all',
  'property.contested.note': 'There is a block that some nodes take and some refuse.',
  'property.contested.kept': 'refused by some',
  'property.contested.broken': 'no such block',
  'property.apart.note': 'Two nodes stand on chains that refuse each other: no work joins them again.',
  'property.apart.kept': 'for ever',
  'property.apart.broken': 'can rejoin',
  'property.replayed.note': 'One signed payment is in both of two chains that refuse each other.',
  'property.replayed.kept': 'on both',
  'property.replayed.broken': 'on one',
  'fact.paid': 'On the chain to {tip} {who} has {coins} coins (by {payments})',
  'block-and-mempool.predict.room':
    'H has heard of three payments, and a block has room for two. Which does it take?',
  'block-and-mempool.predict.room.fee': 'the two that pay most',
  'block-and-mempool.predict.room.first': 'the two that came first',
  'block-and-mempool.predict.room.wait': 'none, until there is room for all',
  'block-and-mempool.goal.all': 'Get all four payments into M’s chain.',
  'block-and-mempool.goal.aside': 'Have a payment set aside with room for four.',
  'block-and-mempool.end.all':
    'In the next block, or the one after: each miner takes what pays most and keeps the rest. All four ({confirmed}) are in {height block|blocks}.',
  'block-and-mempool.end.some':
    'In the first block with room left by those that pay more: {confirmed} are in, {waiting} still waits. What another’s block had, a miner drops from its pool.',
  'block-and-mempool.end.none': 'No block yet, so nobody is paid.',
  'block-and-mempool.beside.size':
    'A block here has at most {most} bytes; on the real chain it was 1,000,000, and is 4,000,000 units of weight today.',
  'soft-fork.predict.longer':
    'A and M took A1, the new nodes refused it. Now B1 reaches A, one block higher than A1. What does A do?',
  'soft-fork.predict.longer.leaves': 'it leaves A1, and its reward with it',
  'soft-fork.predict.longer.keeps': 'it stays: A1 is good by its rules',
  'soft-fork.predict.longer.refuses': 'it refuses blocks of the new rules',
  'soft-fork.goal.refused': 'Make a block that old nodes take and new ones refuse.',
  'soft-fork.goal.apart': 'Part the two for ever.',
  'soft-fork.end.one':
    'The blocks of those who refuse more, once they have more work: all believe {tip}. {stale} counts for nobody, though by the old rules nothing was wrong with it.',
  'soft-fork.end.split':
    'Neither’s yet: {count} tips ({tips}). The new nodes never take the large block; the old ones follow if the new chain gets more work.',
  'soft-fork.end.none': 'All blocks were small enough for both: nobody noticed a thing.',
  'soft-fork.beside.definitions':
    'The notes quote two definitions. By one, each side takes the other’s blocks: then nothing would fork. The other holds: what is valid by the new rules is valid by the old, and not the other way round.',
  'soft-fork.beside.size':
    'The limit of 1,000,000 bytes itself came so, in 2010. Here the old limit is {most}, and the new one two thirds of it.',
  'hard-fork.predict.longer':
    'A and M are two blocks high, H and B one. A2 reaches H, with more work than H has. What does H do?',
  'hard-fork.predict.longer.refuses': 'it refuses it, whatever the work',
  'hard-fork.predict.longer.follows': 'it leaves H1 for the chain with more work',
  'hard-fork.predict.longer.both': 'it keeps both, and mines on both',
  'hard-fork.goal.apart': 'Part the two for ever.',
  'hard-fork.goal.replay': 'Have one signed payment count on both chains.',
  'hard-fork.goal.looser': 'Part them for ever where the new rules only allow more.',
  'hard-fork.end.apart':
    'Both, each for its own: the chains to {tips} refuse each other, however much work there is. Coins from before are on both, and so is what is signed once: {both}.',
  'hard-fork.end.split':
    'Neither yet: {count} tips ({tips}). The old nodes never take the large block; the new ones go back if the old chain gets more work.',
  'hard-fork.end.one':
    'The old: the new nodes allow more but refuse nothing, so the chain with more work took them back. {stale} counts for nobody.',
  'hard-fork.end.none': 'No block was larger than the old limit: nothing has forked.',
  'hard-fork.beside.cash':
    'From memory, not from the data here: Bitcoin Cash parted so in August 2017: its first block had to be above 1,000,000 bytes, and its signatures were made to count on its own chain alone, against the replay.',
  'hard-fork.beside.branch':
    'The data show a branch of a few miners with other rules: {blocks} blocks from {height} on in {days} days, while others find about {others}. At that pace its next retarget is more than {years} years away.',
  'bugs-and-versions.predict.healed':
    'A and M believe in 184 billion coins. H and B, mended, are one block ahead. B1 reaches M. What does M do?',
  'bugs-and-versions.predict.healed.leaves': 'it follows: the coins are gone',
  'bugs-and-versions.predict.healed.keeps': 'it stays: by its rules V is good',
  'bugs-and-versions.predict.healed.asks': 'it asks the others to vote',
  'bugs-and-versions.goal.coins': 'Have a node believe in more coins than there are.',
  'bugs-and-versions.goal.mended': 'The same with all nodes mended.',
  'bugs-and-versions.end.one':
    'It is over if those without the error have more work: all believe {tip} now. {stale} and its coins count for nobody, and nobody was asked.',
  'bugs-and-versions.end.split':
    'It is not: {count} tips ({tips}), since those with the error have as much work or more. Most work decides, not most nodes.',
  'bugs-and-versions.end.none': 'The coins were in no block: nothing has happened.',
  'bugs-and-versions.beside.overflow':
    'From memory, not from the data here: so it was on 15 August 2010. Block 74,638 had two such outputs. A mended version was there within hours, and its chain had more work from block 74,691 on.',
  'bugs-and-versions.beside.locks':
    'From memory too: in March 2013 it was the other way round. Version 0.8 took block 225,430, which 0.7 could not: its database ran out of locks. Miners went back to 0.7, and its chain won.',
} as const;
