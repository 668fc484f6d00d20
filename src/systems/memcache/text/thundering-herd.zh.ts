// thundering-herd 的步骤与结论；键与英文表相同，缺一不能编译。

import type { words as en } from './thundering-herd.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'thundering-herd.answer':
    '{clients} 台 Web 服务器读同一个热键，它每秒被删除 {deletes} 次。没有租约时数据库的峰值是每秒 **{without} 次读**；有租约时 **{with} 次**：少到 1/{ratio}。峰值取最忙的十分之一秒。',
  'thundering-herd.plot.clients': '{clients} 台 Web 服务器时，租约把峰值从每秒 {without} 次读降到 {with} 次',
  'thundering-herd.plot.clients.x': '读这个键的 Web 服务器',
  'thundering-herd.plot.clients.y': '数据库读的速率（按十分之一秒计）',
  'thundering-herd.plot.time':
    '每次删除带来一次惊群：没有租约时峰值为每秒 {without} 次读，有租约时 {with} 次',
  'thundering-herd.plot.time.x': '时间',
  'thundering-herd.plot.time.y': '数据库读的速率（按十分之一秒计）',
  'thundering-herd.line.without': '无租约',
  'thundering-herd.line.with': '有租约',
  'thundering-herd.line.timeWithout': '无租约',
  'thundering-herd.line.timeWith': '有租约',
  'thundering-herd.paper.without': '论文：无租约峰值 17,000/s（3.2.1）',
  'thundering-herd.paper.with': '论文：有租约峰值 1,300/s（3.2.1）',
  'thundering-herd.here.off':
    '**未命中的都去读库。**删除之后 {clients} 台 Web 服务器要同一个键：读的峰值为每秒 {without} 次。',
  'thundering-herd.here.on':
    '**一台去读，其余的等。**有了租约，{clients} 台 Web 服务器的读峰值为每秒 {with} 次。',
  'thundering-herd.fix': '租约',
  'thundering-herd.plot.clients.tab': '按服务器',
  'thundering-herd.plot.time.tab': '随时间',
  'thundering-herd.followed': '200 毫秒，每秒 {deletes} 次删除',
  'thundering-herd.box.web': '{clients} 台 Web 服务器',
  'thundering-herd.box.web.note': '在等这个值',
  'thundering-herd.box.web.says': '同时至多 {most} 台',
  'thundering-herd.box.database': '数据库',
  'thundering-herd.box.database.note': '同一个读',
  'thundering-herd.box.database.says': '同时至多 {most} 次',
  'thundering-herd.back': '值',
  'thundering-herd.paper':
    '对容易惊群的一组键，没有租约时数据库读的峰值是每秒 17,000 次，有租约时 1,300 次（3.2.1）。',
};
