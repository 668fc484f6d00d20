// 实测的 PageRank 各轮；键与英文表相同，缺一不能编译。

import type { words as en } from './rounds.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'view.rounds': '各轮实测',
  'rounds.title': '实测一轮 PageRank',
  'rounds.question': '链接与排名同样分区并缓存时，一轮要 shuffle 多少，要多久？',
  'rounds.here':
    '{pages} 个页面，{edges} 条链接，{parts} 个分区，{rounds} 轮；取 {repeats} 次中最快的。三种做法给出的排名逐位相同。',
  'rounds.differ': '三种做法给出了 {same} 种结果：这是我们的错误。',
  'rounds.bytes':
    '链接已分区并缓存：每轮 shuffle {bothBytes} 字节；都没有：{neitherBytes}，是 {timesBytes} 倍',
  'rounds.bytes.y': '每轮 shuffle',
  'rounds.ms': '链接已分区并缓存时一轮 {bothMs} ms，都没有时 {neitherMs} ms：{timesMs} 倍',
  'rounds.ms.y': '一轮的时间',
  'rounds.ranks': '排名稳定下来：小图的最后一轮里，变动都不超过 {moves}',
  'rounds.ranks.y': '排名',
  'rounds.round': '轮',
  'rounds.page': '页面 {page}',
  'rounds.way.both': '分区并缓存',
  'rounds.way.kept': '只缓存',
  'rounds.way.neither': '都没有',
  'rounds.unit.none': '',
  'rounds.unit.bytes': 'kB',
  'rounds.unit.ms': 'ms',
  'rounds.unit.ranks': '',
};
