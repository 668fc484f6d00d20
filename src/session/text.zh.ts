// What a session has to say for itself, in Chinese. What a system says is in the system's own tables.

import type { SessionTextKey } from './text.en.ts';

export const zh: Readonly<Record<SessionTextKey, string>> = {
  'session.unknown-switch': '{system} 没有名为 `{name}` 的开关。现有：{known}。',
  'session.bad-value': '`{name}` 不能是 `{value}`。可以是：{allowed}。',
  'session.bad-seed': '种子应为 0 到 4294967295 之间的整数，而不是 `{seed}`。',
  'session.not-open': '还没有打开任何运行。',
  'session.no-place': '尝试 {try} 没有第 {step} 步。',
  'session.no-try': '没有编号为 {try} 的尝试。',
  'session.not-possible': '第 {step} 步不可能发生 `{key}`。',
  'session.kept-up-to': '在新的设置下，第 {step} 步的选择（`{key}`）已不可能发生。运行保留到这一步之前。',
  'session.cancelled': '已停止，运行保持原样。',
  'session.unknown-property': '没有名为 `{name}` 的性质。现有：{known}。',
  'session.never-violated': '`{name}` 在这次运行里从未被违反，没有什么需要解释。',
  'session.why.swap':
    '在第 {at} 步被违反，因为第 {step} 步（{earlier}）先于第 {other} 步（{later}）。两者对调就不会被违反。',
  'session.why.two':
    '在第 {at} 步被违反，因为第 {step} 步（{earlier}）先于第 {other} 步（{later}），而第 {step2} 步（{earlier2}）先于第 {other2} 步（{later2}）。任一对调换就不会被违反。',
  'session.why.leave-out': '在第 {at} 步被违反，起因是第 {step} 步。没有这一步就不会被违反。',
  'session.why.open': '在第 {at} 步被违反。改动第 {step} 步可以避免，但结束时仍有未了之事。',
  'session.why.none': '在第 {at} 步被违反。去掉任何一步或对调任何两步，都不能避免。',
  'session.why.change.swap': '第 {other} 步（{later}）先于第 {step} 步（{earlier}）',
  'session.why.change.leave-out': '去掉第 {step} 步（{what}）',
};
