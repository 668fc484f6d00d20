// 每个由参与者组成的网络都有的文字：故障的标题，以及一步为何现在不能发生。

import type { words as en } from './text.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'act.drop': '丢失',
  'act.duplicate': '重复',
  'act.resend': '重发',
  'act.crash': '崩溃',
  'act.recover': '重新启动',
  'act.cut': '网络断开',
  'act.heal': '网络恢复',
  'blocked.cut': '两者之间的网络断了',
  'blocked.down': '{actor} 已停机',
  'blocked.queue': '这里的消息按顺序走：前面还有一条',
  'blocked.full': '路上已有 {most} 条消息，这个网络最多容纳这么多',
};
