// partition-vs-replicate 的步骤与结论；键与英文表相同，缺一不能编译。

import type { words as en } from './partition-vs-replicate.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'partition-vs-replicate.predict.queue':
    '每台服务器有两个请求在等，各回答一个。接着两台 Web 服务器各再发一个请求。缓存 1 那里有几个在等？',
  'partition-vs-replicate.predict.queue.three': '三个：每个请求都要到两台服务器',
  'partition-vs-replicate.predict.queue.two': '两个：每台服务器各得一个请求',
  'partition-vs-replicate.predict.queue.one': '一个：它跟得上',
  'partition-vs-replicate.do.ask-part': 'get {keys}',
  'partition-vs-replicate.do.ask-all': 'get {keys}',
  'partition-vs-replicate.do.answer': '回答',
  'partition-vs-replicate.say.ask-part': '**{who}** 向 **{to}** 取它那一半的键：`{keys}`。',
  'partition-vs-replicate.say.ask-all': '**{who}** 向 **{to}** 取全部的键：`{keys}`。',
  'partition-vs-replicate.say.answer': '**{who}** 回答一个请求，还有 {left} 个在等。',
  'partition-vs-replicate.why.ask-part': '请求还需要另一半的键，所以另一台服务器也要处理一次。',
  'partition-vs-replicate.why.ask-all': '一个请求只占一台服务器，另一台可以服务别人。',
  'partition-vs-replicate.answer':
    '每个请求要 {keys} 个键。分在 {servers} 台服务器上时，每秒一百万个请求要每台处理 **{splitLoad}** 次，合起来每秒只答得出 {split} 个请求：每台都满了。复制时每台处理 **{copiesLoad}** 次，合起来答得出 {copies} 个。第 3.2.3 节的算术与实测相差不到 {off} %。',
  'partition-vs-replicate.plot.servers': '{keys} 个键的请求，拆开毫无增益；每多一份副本就多一台的能力',
  'partition-vs-replicate.plot.servers.x': '缓存服务器',
  'partition-vs-replicate.plot.servers.y': '答复的请求',
  'partition-vs-replicate.plot.keys': '请求只要一个键时拆开有用；复制总是有用',
  'partition-vs-replicate.plot.keys.x': '每个请求的键数',
  'partition-vs-replicate.plot.keys.y': '答复的请求',
  'partition-vs-replicate.line.split': '拆开',
  'partition-vs-replicate.line.replicate': '复制',
  'partition-vs-replicate.line.splitPaper': '拆开，按算术',
  'partition-vs-replicate.line.replicatePaper': '复制，按算术',
  'partition-vs-replicate.line.splitKeys': '拆开',
  'partition-vs-replicate.line.replicateKeys': '复制',
  'partition-vs-replicate.line.splitKeysPaper': '拆开，按算术',
  'partition-vs-replicate.paper.split': '论文：两台，键拆开（3.2.3）',
  'partition-vs-replicate.paper.copies': '论文：两台，复制（3.2.3）',
  'witness.partition-vs-replicate.servers-keep-up':
    '{who}有 {n} 个请求在等，只受得了 {limit} 个。每一轮来 {come} 个，它回答一个。',
  'partition-vs-replicate.here.split':
    '**多加服务器几乎没用。**一个请求要 {keys} 个键；拆在 {servers} 台服务器上，几乎每台都要为它干活。',
  'partition-vs-replicate.here.replicate':
    '**每份副本都有用。**{servers} 台服务器都有全部的键，一个请求只用其中一台。',
  'partition-vs-replicate.fix': '复制',
  'partition-vs-replicate.here.part':
    '**拆分有用，复制更有用。**一个请求要 {keys} 个键，要问 {servers} 台里的好几台；有了副本，问一台就够。',
  'partition-vs-replicate.here.even':
    '**拆分与复制一样好。**一个请求要 {keys} 个键，多半只问 {servers} 台里的一台。',
  'partition-vs-replicate.limit': '一台能答复 500,000',
  'partition-vs-replicate.plot.servers.tab': '按服务器',
  'partition-vs-replicate.plot.keys.tab': '按键数',
  'partition-vs-replicate.followed': '200 个请求在途，600 微秒',
  'partition-vs-replicate.box.web': 'Web 服务器',
  'partition-vs-replicate.box.web.note': '未答复',
  'partition-vs-replicate.box.web.says': '总有 200 个在途',
  'partition-vs-replicate.box.cache': '{count} 台缓存服务器',
  'partition-vs-replicate.box.cache.note': '每台的请求',
  'partition-vs-replicate.box.cache.full': '满了：一百万个里每台 {load} 个',
  'partition-vs-replicate.back': '每秒答复 {n} 个',
  'partition-vs-replicate.small':
    '六个请求要同样的 {keys} 个键，到达 {servers} 台服务器，每台至多 {holds} 个在等。',
  'partition-vs-replicate.paper':
    '一台服务器每秒能答复 500,000 个请求，不管要一个键还是一百个。把热点服务器的键拆到两台，每台仍要处理全部；两份副本则各担一半（3.2.3）。',
};
