// What checkpoints cost against what they save, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'view.findings': 'Every interval',
  'checkpoint-interval.predict.from':
    'W1 has died in the fourth round; ranks were written after the second. From where must the work go on?',
  'checkpoint-interval.predict.from.checkpoint': 'from the ranks of the second round',
  'checkpoint-interval.predict.from.input': 'from the input',
  'checkpoint-interval.predict.from.round': 'from the third round’s files, which are all there',
  'checkpoint-interval.paper':
    'Checkpoints are useful for long lineage with wide dependencies, such as the ranks of PageRank; data reached by narrow ones, such as the links, may never need one. The choice is left to the user; choosing by itself was to come. The square-root rule is Young’s (1974): the time between two checkpoints is √(2 × cost of one × time between failures).',
  'checkpoint-interval.here.good':
    'Checkpoints and deaths together cost **{total} %** more work: no other interval measured is much better.',
  'checkpoint-interval.here.often':
    'Every {every round|rounds} is **too often**: {written} % more work goes into checkpoints, and they save little.',
  'checkpoint-interval.here.rare':
    'Every {every round|rounds} is **too rare**: a death makes {perDeath} tasks again, as its loss reaches far back.',
  'checkpoint-interval.answer':
    'Least work is lost at a checkpoint every {best round|rounds}: {bestTotal} % more than without checkpoints and deaths. A checkpoint costs {checkpoint} tasks, a round {round}; a worker dies once in {deathEvery} tasks. If a death lost everything since the last checkpoint, the rule would say every {all} rounds; lineage loses one part in {workers}, and with that the rule says {share}.',
  'checkpoint-interval.followed': '{every round|rounds}',
  'checkpoint-interval.unit.none': '',
  'checkpoint-interval.unit.percent': '%',
  'checkpoint-interval.figure.value': '**{n}** %',
  'checkpoint-interval.figure.overhead': 'more work in all',
  'checkpoint-interval.figure.written': 'for checkpoints',
  'checkpoint-interval.figure.again': 'made again after deaths',
  'checkpoint-interval.plot.cost':
    'The least work is lost at every {best round|rounds}; the rule says {all} where all is lost, {share} where one part in {workers} is',
  'checkpoint-interval.plot.cost.tab': 'Work lost',
  'checkpoint-interval.plot.parts':
    'Checkpoints cost less the rarer they are, deaths more: {first} tasks each at every round, {last} without any',
  'checkpoint-interval.plot.parts.tab': 'Its two parts',
  'checkpoint-interval.plot.reach':
    'A death costs more the longer ago the last checkpoint was: {perDeath} tasks on average at every {every round|rounds}',
  'checkpoint-interval.plot.reach.tab': 'By the moment of death',
  'checkpoint-interval.plot.x': 'a checkpoint every so many rounds',
  'checkpoint-interval.plot.y': 'more work',
  'checkpoint-interval.plot.reach.x': 'tasks started before the death',
  'checkpoint-interval.plot.reach.y': 'tasks made again',
  'checkpoint-interval.line.measured': 'measured',
  'checkpoint-interval.line.lineage': 'rule, its own part lost',
  'checkpoint-interval.line.all': 'rule, all lost',
  'checkpoint-interval.line.written': 'for checkpoints',
  'checkpoint-interval.line.again': 'made again',
  'checkpoint-interval.line.here': 'at this interval',
  'checkpoint-interval.line.none': 'without any',
  'small.good': 'The result is that of a run in which nobody dies.',
  'checkpoint-interval.small.every':
    'Four rounds over six pages, a checkpoint every {every round|rounds}, and W1 dies on the way: {again thing is|things are} made again.',
  'checkpoint-interval.small.never':
    'Four rounds over six pages without a checkpoint, and W1 dies on the way: {again thing is|things are} made again.',
} as const;
