// 课程首页与勘误页的中文。并入页面的文字表。

import type { HomeKey } from './text.en.ts';

export const home: Readonly<Record<HomeKey, string>> = {
  'home.live': '一场正在运行的竞争',
  'home.live.loading': '正在准备',
  'home.live.step': '第 {step} 步',
  'home.live.begin': '按“下一步”：一次只发生一件事。',
  'home.live.again': '再来一遍',
  'home.live.open': '打开这场竞争',
  'home.continue': '接着上次：',
  'home.continueAt': '{system}，{scenario}，第 {step} 步',
  'home.continueTries': '{system}，{scenario}，{tries}，第 {step} 步',
  'home.search': '找一个场景',
  'home.searchNone': '没有场景提到它。换一个词试试：租约、区域、旧值。',
  'home.searchFound.one': '1 个场景',
  'home.searchFound': '{count} 个场景',
  'home.variants.one': '一个变体：',
  'home.variants': '{count} 个变体：',
  'home.done': '走完了',
  'home.current': '上次在这里',
  'home.guessed': '猜对 {right} / {answered}',
  'home.notBuilt': '还没有做。',
  'home.correctionsLead': '课程笔记比论文说得松的地方，附上能看到差别的那次运行。',
  'home.foot': '你走过的每一步只保存在这个浏览器里。',

  'home.memcache.title': 'Memcache',
  'home.memcache.paper': 'Nishtala 等，NSDI 2013 · 第\u00a017\u00a0讲',
  'home.memcache.question': '数据库前面有一层缓存，最后留下的是哪个值？',
  'home.spark.title': 'Spark',
  'home.spark.paper': 'Zaharia 等，NSDI 2012 · 第\u00a016\u00a0讲',
  'home.spark.question': '一台工作机带着内存里的数据消失了，哪些要重算？',
  'home.sundr.title': 'SUNDR',
  'home.sundr.paper': 'Li 等，OSDI 2004 · 第\u00a018\u00a0讲',
  'home.sundr.question': '服务器可能说谎，你什么时候才会发现？',
  'home.bitcoin.title': '比特币',
  'home.bitcoin.paper': 'Nakamoto，2008 · 第\u00a019\u00a0讲',
  'home.bitcoin.question': '没有人说了算，以谁的历史为准？',
  'home.blockstack.title': 'Blockstack',
  'home.blockstack.paper': 'Ali 等，USENIX ATC 2016 · 第\u00a020\u00a0讲',
  'home.blockstack.question': '没有人分配名字，名字归谁？',

  'corrections.title': '笔记里说得松的地方',
  'corrections.lead':
    '课程笔记是概括，而且写得好。下面是论文说法不同、或说得更多的地方，以及能看到差别的那次运行。每一条都从那一刻打开。',
  'corrections.notes': '笔记 {section} 节',
  'corrections.paper': '论文第 {section} 节',
  'corrections.run': '运行',
  'corrections.open': '到第 {step} 步去看',
  'corrections.others': '另外四个系统做好时，也会有各自的勘误。',

  'corrections.empty-read.title': '读到的不是空值，而是旧值',
  'corrections.empty-read.notes':
    '客户端在副本区域写入，删除缓存里的键，接着读，取到空值，因为改动还没有同步到副本区域。',
  'corrections.empty-read.paper': '未命中本身无害。问题是它接着去读落后的副本数据库，读到旧值。',
  'corrections.empty-read.run': '不用标记时只要四步：写入，删除，未命中，再从副本读到自己写入之前的值。',
  'corrections.marker-first.title': '标记先于写入，而不是在删除之后',
  'corrections.marker-first.notes': '客户端执行删除时，把键标记为“remote”。',
  'corrections.marker-first.paper':
    '按顺序三步：在本区域设置标记；写主数据库，语句里带上键和标记；删除本地集群里的键。',
  'corrections.marker-first.run':
    '设置标记是第一件发生的事。若放在写入之后，中间就有一刻，未命中的读者仍会相信副本。',
  'corrections.marker-primary.title': '看到标记后读的是数据库，不是缓存',
  'corrections.marker-primary.notes': '读到“remote”标记时，从远程主区域的缓存取值。',
  'corrections.marker-primary.paper':
    '未命中时先查标记；有标记，查询发往主区域，否则发往本地。回答的是数据库。',
  'corrections.marker-primary.run': 'C1 未命中，看到标记，从主数据库读到自己刚写的值。',
  'corrections.marker-gone.title': '移除标记的是复制流',
  'corrections.marker-gone.notes': '读完之后，移除键的“remote”标记。',
  'corrections.marker-gone.paper':
    '标记写在那条写入语句里，写入复制到位时随之删除：删除它的是复制流，不是读者。',
  'corrections.marker-gone.run':
    'C1 读完时标记还在。三步之后，副本有了这次写入，标记才消失：中间若有别的读者，也要靠它。',
  'corrections.hold-off-add.title': '暂缓期只拒绝 add，被拒的客户端去读数据库',
  'corrections.hold-off-add.notes': '从冷集群删除键之后两秒内，不能对它做任何 put。',
  'corrections.hold-off-add.paper':
    '被拒绝的是 `add`，也就是用热集群的值填冷集群的那种操作。add 被拒，说明数据库里有更新的值，客户端就去读数据库。',
  'corrections.hold-off-add.run': 'C1 带着热集群里的旧值来填，被拒绝，于是读数据库。',
  'corrections.two-seconds.title': '两秒可能不够，而且有两种情形',
  'corrections.two-seconds.notes': '认为两秒足够让其他写入传播到位。',
  'corrections.two-seconds.paper': '论文承认一个漏洞：热集群的删除可能比暂缓期还晚到。运行经验说这很少见。',
  'corrections.two-seconds.run':
    '还有第二种：读者太慢。它先拿到旧值，拖到暂缓期结束，add 就被接受了。七步，冷集群从此一直是错的。',
  'corrections.lease-backwards.title': '租约并不能保证读者不回到过去',
  'corrections.lease-backwards.notes': '问答：租约 (lease) 还能确保你不会回到过去。',
  'corrections.lease-backwards.paper':
    '论文说租约解决两件事：陈旧写入和惊群。对一个客户端前后两次读的顺序，它什么也没说。',
  'corrections.lease-backwards.run':
    '租约开着，没拿到租约的客户端若去读数据库，会先看到新值，再从缓存看到旧值，七步。若它等待，就不会。',
  'corrections.replication.title': 'mcsqueal 只发删除，不在区域之间搬数据',
  'corrections.replication.notes': '主数据中心的数据变化，由 squeal 进程监听并同步到备份数据中心。',
  'corrections.replication.paper':
    '搬数据的是 MySQL 自己的复制。mcsqueal 读提交日志，只向缓存发删除，而且跟在复制流后面，删除不会跑到数据前面。',
  'corrections.replication.run': '副本先应用这条日志；它旁边缓存的删除，是同一条流里的下一项。',
};
