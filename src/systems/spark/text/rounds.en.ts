// Rounds of PageRank, measured, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'view.rounds': 'Measured',
  'rounds.title': 'A round of PageRank, measured',
  'rounds.question':
    'What does a round shuffle, and how long does it take, with links that are partitioned as the ranks are and kept?',
  'rounds.here':
    '{pages} pages, {edges} links, {parts} partitions, {rounds round|rounds}; the fastest of {repeats}. All three ways give the same ranks, bit for bit.',
  'rounds.differ': 'The ways gave {same} different results: this is a fault of ours.',
  'rounds.bytes':
    'Links partitioned and kept: {bothBytes} bytes shuffled a round; neither: {neitherBytes}, {timesBytes} times as many',
  'rounds.bytes.y': 'shuffled in a round',
  'rounds.ms':
    'A round takes {bothMs} ms with links partitioned and kept, {neitherMs} ms with neither: {timesMs} times as long',
  'rounds.ms.y': 'time of a round',
  'rounds.ranks': 'Ranks settle: in the last round none of the small graph’s moved by more than {moves}',
  'rounds.ranks.y': 'rank',
  'rounds.round': 'round',
  'rounds.page': 'page {page}',
  'rounds.way.both': 'partitioned, kept',
  'rounds.way.kept': 'kept alone',
  'rounds.way.neither': 'neither',
  'rounds.unit.none': '',
  'rounds.unit.bytes': 'kB',
  'rounds.unit.ms': 'ms',
  'rounds.unit.ranks': '',
} as const;
