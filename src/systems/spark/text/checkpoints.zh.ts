// 检查点的代价与所省；键与英文表相同，缺一不能编译。

import type { words as en } from './checkpoints.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'view.findings': '各种间隔',
  'checkpoint-interval.predict.from': 'W1 在第四轮崩溃；第二轮之后排名已写下。要从哪里接着做？',
  'checkpoint-interval.predict.from.checkpoint': '从第二轮的排名',
  'checkpoint-interval.predict.from.input': '从输入',
  'checkpoint-interval.predict.from.round': '从第三轮的文件，它们都还在',
  'checkpoint-interval.paper':
    '血统很长、又有宽依赖时，检查点才有用，例如 PageRank 的排名；经窄依赖得到的数据，例如链接，也许永远用不上。何时写由使用者决定，自动选择留待以后。平方根法则出自 Young（1974）：两次检查点之间的时间是 √(2 × 一次的代价 × 两次故障之间的时间)。',
  'checkpoint-interval.here.good':
    '检查点与崩溃合起来多做 **{total} %** 的工作：测过的其他间隔都不会好多少。',
  'checkpoint-interval.here.often': '每 {every} 轮一次 **太勤**：检查点多做 {written} % 的工作，省下的很少。',
  'checkpoint-interval.here.rare':
    '每 {every} 轮一次 **太少**：一次崩溃要重算 {perDeath} 个任务，损失追溯得很远。',
  'checkpoint-interval.answer':
    '每 {best} 轮写一次时损失最少：比没有检查点也没有崩溃时多 {bestTotal} %。一次检查点要 {checkpoint} 个任务，一轮 {round} 个；每 {deathEvery} 个任务崩溃一次。如果崩溃丢掉上次检查点以来的一切，法则给出每 {all} 轮；血统只丢 {workers} 份中的一份，法则便给出 {share} 轮。',
  'checkpoint-interval.followed': '{every} 轮',
  'checkpoint-interval.unit.none': '',
  'checkpoint-interval.unit.percent': '%',
  'checkpoint-interval.figure.value': '**{n}** %',
  'checkpoint-interval.figure.overhead': '一共多做的工作',
  'checkpoint-interval.figure.written': '用于检查点',
  'checkpoint-interval.figure.again': '崩溃后重算',
  'checkpoint-interval.plot.cost':
    '每 {best} 轮一次损失最少；法则在全部丢失时给出 {all}，只丢 {workers} 份之一时给出 {share}',
  'checkpoint-interval.plot.cost.tab': '损失的工作',
  'checkpoint-interval.plot.parts':
    '检查点越少越便宜，崩溃却越贵：每轮都写时每次 {first} 个任务，完全不写时 {last} 个',
  'checkpoint-interval.plot.parts.tab': '两部分',
  'checkpoint-interval.plot.reach': '离上次检查点越久，崩溃越贵：每 {every} 轮一次时平均 {perDeath} 个任务',
  'checkpoint-interval.plot.reach.tab': '按崩溃的时刻',
  'checkpoint-interval.plot.x': '每多少轮写一次检查点',
  'checkpoint-interval.plot.y': '多做的工作',
  'checkpoint-interval.plot.reach.x': '崩溃前已开始的任务',
  'checkpoint-interval.plot.reach.y': '重算的任务',
  'checkpoint-interval.line.measured': '实测',
  'checkpoint-interval.line.lineage': '法则，只丢自己的一份',
  'checkpoint-interval.line.all': '法则，全部丢失',
  'checkpoint-interval.line.written': '用于检查点',
  'checkpoint-interval.line.again': '重算',
  'checkpoint-interval.line.here': '在这个间隔',
  'checkpoint-interval.line.none': '完全不写',
  'small.good': '结果与没有崩溃时相同。',
  'checkpoint-interval.small.every':
    '六个页面的四轮，每 {every} 轮一次检查点，途中 W1 崩溃：重算 {again} 个。',
  'checkpoint-interval.small.never': '六个页面的四轮，没有检查点，途中 W1 崩溃：重算 {again} 个。',
};
