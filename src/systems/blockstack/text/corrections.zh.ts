// 笔记比论文与协议宽松之处；键与英文表相同，缺一不能编译。

import type { words as en } from './corrections.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'corrections.two-at-once.title': '同块两个：谁也得不到',
  'corrections.two-at-once.notes': '名字的第一条记录胜出；后面的块里同样的名字被忽略。',
  'corrections.two-at-once.paper':
    '同一块里同一个名字的两个注册都不算，不论先后：两个都被拒绝，下一块里的注册才得到名字。',
  'corrections.two-at-once.run': 'V 和 T 的注册在同一块：都挖出了，名字却无主。',
  'corrections.data.title': '区域文件不是数据',
  'corrections.data.notes': '区域文件分可变与不可变；写可变的不需要交易。',
  'corrections.data.paper':
    '每个区域文件都由链上的哈希指名：换一个就要一笔交易。可变的是数据：区域文件说它在哪里，签名说是谁的。不可变数据以哈希写在区域文件里。',
  'corrections.data.run': '更新之后 V 的区域文件换了：旧的被拒绝，因为链已不再指名它。',
  'corrections.salt.title': '盐是没有人见过的地址',
  'corrections.salt.notes': '预订里是名字的哈希；实际还混入 nonce 之类。',
  'corrections.salt.paper':
    '是名字、付款者脚本和将拥有名字的地址三者的哈希。这个地址就是盐：必须是新的；脚本把哈希绑定在付款者身上。',
  'corrections.salt.run': '只有名字的哈希：T 在字典里查到它，抄下并先注册。',
  'corrections.secured.title': '预订什么也不保留',
  'corrections.secured.notes': '先声明名字的哈希，确保名字已在链上。',
  'corrections.secured.paper': '第一个有效的注册胜出。更早的预订没有优先权：它只在注册发出之前藏住名字。',
  'corrections.secured.run': 'V 的预订在第 1 块，T 的在第 2 块。V 的注册被扣留，名字归 T。',
};
