// What is said where A may pay M and spend the coin again, in English.

export const words = {
  'act.pay': 'pay Z',
  'act.double': 'make Q',
  'do.pay': '**{who}** pays M',
  'do.double': '**{who}** makes Q, which spends the same coin',
  'say.pay':
    '**{who}** signs {payment}, a payment of {coins} coins to {to} with a fee of {fee} satoshi, and sends it to {to} alone.',
  'why.pay': 'Who is paid takes the payment to the others.',
  'say.double': '**{who}** signs {payment}, which spends the same coin as {other}, and shows it to nobody.',
  'why.double': 'Both signatures are good. Which of the two is in the chain decides.',
  'say.double.race':
    '**{who}** signs {payment}, which spends the same coin as {other}, and tells it to all but {merchant}.',
  'why.spent':
    'It spends `{coin}`, which {other} has spent in {who}’s chain: `bad-txns-inputs-missingorspent`.',
  'why.waits':
    '{other} waits in {who}’s pool, and spends the same coin. The first stays: no rule of the chain, but the node’s choice.',
  'why.double.race':
    'Each miner takes the one that it hears of first. Whose block is next decides, whatever M saw.',
  'why.pay.finney': 'A block with Q in it lies ready. Nobody but {who} has it.',
  'why.replaced': 'There is more work in it. {payments} is gone: {other} spent its coin in this chain.',
  'why.accepted':
    '{payment} has {z confirmation|confirmations} at {who}: it hands over the goods. With {share} % of the hash power A takes it back in {odds} of all cases.',
  'why.accepted.0': '{who} waits for no confirmation: it hands over the goods.',
  'witness.payment-stays': 'Q stands where Z stood, in the chain that M believes.',
  'fact.replaced': '{who} has Q in place of {payment}',
  'fact.confirmed': '{who} has {payment}, confirmed by {depth block|blocks}',
  'fact.waits': '{who} has {payment} waiting',
  'fact.unpaid': '{who} has no payment',
} as const;
