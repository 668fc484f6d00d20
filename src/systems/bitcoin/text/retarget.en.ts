// The target and the hash power, in English.

export const words = {
  'switch.retarget.note': 'Every 2,016 blocks the target is set anew from how long they took.',
  'switch.retarget.on': 'on',
  'switch.retarget.off': 'off',
  'retarget.predict.leave':
    'The price falls and nine of ten miners leave. How long until blocks come every ten minutes again?',
  'retarget.predict.leave.two': 'two retargets: the first may only go a part of the way',
  'retarget.predict.leave.one': 'one retarget: it sets the target right',
  'retarget.predict.leave.none': 'at once: the network sees that they have left',
  'retarget.goal.clamp': 'Make the hash power change so much that the target follows only a part of the way.',
  'retarget.goal.slow': 'Without retargets: let blocks stay away from ten minutes.',
  'retarget.goal.never': 'With retargets: let blocks stay away from ten minutes.',
  'property.ten-minutes.note':
    'Once the target has followed the hash power, a block takes ten minutes on average.',
  'property.ten-minutes.kept': 'ten minutes',
  'property.ten-minutes.broken': 'not ten minutes',
  'property.clamped.note': 'A retarget changed the target by four times, the most that it may.',
  'property.clamped.kept': 'held back',
  'property.clamped.broken': 'never held back',
  'property.power-changed.note': 'Shows that there was something to follow.',
  'property.power-changed.kept': 'changed',
  'property.power-changed.broken': 'never changed',
  'property.as-the-chain.note': 'Our rule, from the stamps alone, gives the bits that the chain has.',
  'property.as-the-chain.kept': 'bit for bit',
  'property.as-the-chain.broken': 'differs',
  'witness.ten-minutes': 'A block takes {seconds} s, and nothing will change that.',
  'witness.as-the-chain': '{n target differs|targets differ} from the chain’s.',
  'actor.miners': 'miners',
  'actor.network': 'network',
  'role.miners': 'all of them together',
  'role.network': 'every node, by the same rule',
  'change.same': 'stays as it is',
  'change.double': 'doubles',
  'change.halve': 'halves',
  'change.tenth': 'falls to a tenth',
  'act.same': 'same power',
  'act.double': 'power × 2',
  'act.halve': 'power ÷ 2',
  'act.tenth': 'power ÷ 10',
  'act.real': 'block {height}',
  'rep.set': 'target × {times}',
  'rep.clamped': 'target × {times}, clamped',
  'rep.still': '{seconds} s a block',
  'rep.real': '{days} days: {bits}',
  'do.period': 'The hash power {change}, for 2,016 blocks',
  'do.real': 'The period that ends at block {height}',
  'say.period.set':
    'The hash power {change}. 2,016 blocks come in {days} days, one every {seconds} s: target × {times}.',
  'say.period.clamped':
    'The hash power {change}. 2,016 blocks come in {days} days, one every {seconds} s: target × {times}, and no further.',
  'say.period.still': 'The hash power {change}. 2,016 blocks come in {days} days, one every {seconds} s.',
  'say.real.set':
    'Block {height}, {year}: the period took {days} days. Our target and the chain’s are `{bits}`.',
  'say.real.clamped':
    'Block {height}, {year}: the period took only {days} days, less than a quarter. The target moves by four times: `{bits}`.',
  'say.real.differs': 'Block {height}, {year}: the chain has `{bits}`, our rule another target.',
  'why.set':
    'New target = old target × time taken ÷ two weeks. Bits are `{bits}` now, difficulty {difficulty}.',
  'why.clamped':
    'The time taken counts as half a week at least and eight weeks at most, so one retarget cannot be made to leap.',
  'why.still': 'Nobody sets the target anew, so only the hash power says how long a block takes.',
  'why.real.set': 'Two stamps and the old bits are all that it takes: every node computes the same.',
  'why.real.clamped':
    'The only clamp from 2009 to 2024: in July 2010 the hash power more than quadrupled in days.',
  'why.real.differs': 'That would be a fault of ours.',
  'chip.power': 'power {power}',
  'chip.difficulty': 'difficulty {difficulty}',
  'row.power': 'hash power, of the start',
  'row.blockS': 'seconds a block',
  'row.height': 'height',
  'row.bits': 'bits',
  'row.difficulty': 'difficulty',
  'fact.bits': 'bits are {bits}',
  'fact.block': 'a block takes {seconds} s',
  'retarget.end.follows':
    'Nobody: every node computes the same target from the stamps. A block takes {seconds} s.',
  'retarget.end.clamped':
    'Nobody: every node computes it from the stamps, at most four times either way at once. A block takes {seconds} s.',
  'retarget.end.off': 'Nobody, and so nothing holds it to ten minutes: a block takes {seconds} s.',
  'retarget.end.real':
    'Nobody: {n retarget|retargets} of the real chain come out of the stamps alone, {clamps} held back by the clamp.',
} as const;
