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
  'home.searchNone': '没有场景提到它。换一个词试试：租约、区域、陈旧。',
  'home.searchFound': '{count} 个场景',
  'home.done': '走完了',
  'home.current': '上次在这里',
  'home.guessed': '猜对 {right} / {answered}',
  'home.correctionsLead': '课程笔记比论文说得松的地方，附上能看到差别的那次运行。',
  'home.foot': '你走过的每一步只保存在这个浏览器里。',
  'home.licences': '许可声明',

  'corrections.title': '笔记里说得松的地方',
  'corrections.lead':
    '课程笔记是概括，而且写得好。下面是论文说法不同、或说得更多的地方，以及能看到差别的那次运行。每一条都从那一刻打开。',
  'corrections.notes': '笔记 {section} 节',
  'corrections.paper': '论文第 {section} 节',
  'corrections.papers': '论文与协议',
  'corrections.run': '运行',
  'corrections.open': '到第 {step} 步去看',
};
