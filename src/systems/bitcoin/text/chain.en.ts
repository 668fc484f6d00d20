// The walk along real headers, in English.

export const words = {
  'view.chain': 'Chain',
  'chain.tab.first': 'Headers 0 to 99',
  'chain.tab.edges': 'Edges of periods',
  'chain.tab.before-parent': '822,776 to 822,788',
  'chain.tab.stale': 'A branch that was left',
  'chain.about.first':
    'The first hundred headers, of January 2009. Walk with the arrow keys, or press a block; change a byte below, and see what no longer stands.',
  'chain.about.edges':
    'Ten of the 413 places where a period of 2,016 blocks ends, from 2009 to 2024: the last header of one, and the first of the next with its new target. It follows from two stamps, of the first and the last block of the period: one interval short of 2,016.',
  'chain.about.before-parent':
    'Thirteen headers of December 2023. 822,787 is stamped before its parent, and valid: only the median of eleven counts.',
  'chain.about.stale':
    'Eight headers of August 2026, each with its work, that the chain went on without: in twenty days, where ten minutes a block give 2,880. The branch with the most work decides.',
  'chain.block': 'Block {height}, stamped {time}, {seconds} s after its parent.',
  'chain.block.early': 'Block {height}, stamped {time}, {seconds} s before its parent.',
  'chain.block.alone': 'Block {height}, stamped {time}.',
  'chain.gap': ' ',
  'chain.work': 'Its target asks for about 2^{log} hashes.',
  'chain.retarget':
    'The period took {days} days instead of 14: the target is {times} times the old one, at most the first of all.',
  'chain.retarget.held':
    'The period took {days} days instead of 14, and the target may change by four times at most: it is {times} times the old one.',
  'chain.checkpoint':
    'A program may name this block’s hash: a checkpoint. Q mined another block on the same parent, {other}, and it breaks no rule of a header.',
  'chain.held': 'Block {height} stands on it: it says this very hash.',
  'chain.cut': 'Block {height} no longer stands on it, and none after it does:',
  'chain.tab.own': 'Your own',
  'chain.about.own':
    'Paste headers as hex, or choose a file: each is held against every rule that the others give a context for. Of many, the first and last are here, each new target, and each that breaks a rule.',
  'chain.own.hex': 'Headers, 160 hex digits each',
  'chain.own.height': 'Height of the first, where it is known; else they count from 0',
  'chain.own.read': 'Read them',
  'chain.own.choose': 'Choose a file',
  'chain.own.stop': 'Stop · {percent} %',
  'chain.anew': '× {times}',
  'chain.anew.held': '× {times}, held',
  'chain.breaks': 'It breaks {rules}.',
  'chain.went-on': 'the chain went on',
} as const;
