// What a session has to say for itself, in Chinese. What a system says is in the system's own tables.

import type { SessionTextKey } from './text.en.ts';

export const zh: Readonly<Record<SessionTextKey, string>> = {
  'session.unknown-switch': '{system} 没有名为 `{name}` 的开关。现有：{known}。',
  'session.bad-value': '`{name}` 不能是 `{value}`。可以是：{allowed}。',
  'session.text.long': '**{name}**有 {length} 个字符；最多 {most} 个。',
  'session.text.half': '**{name}**第 {at} 个位置只有半个字符。请重新输入。',
  'session.text.form': '**{name}**：应写成“{form}”。',
  'session.bad-seed': '种子应为 0 到 4294967295 之间的整数，而不是 `{seed}`。',
  'session.not-open': '还没有打开任何运行。',
  'session.left': '那次运行已不再打开。',
  'session.nothing-before': '没有可以返回的运行。',
  'session.no-place': '尝试 {try} 没有第 {step} 步。',
  'session.not-possible': '第 {step} 步不可能发生 `{key}`。',
  'session.kept-up-to': '在新的设置下，第 {step} 步的选择（`{key}`）已不可能发生。运行保留到这一步之前。',
  'session.too-much.state':
    '第 {step} 步没有执行：执行之后状态将超过 {most} MB，而最多只保留这么多。运行停在这里。',
  'session.too-much.run':
    '第 {step} 步没有执行：加上它，这次运行的步骤将超过 {most} MB，而最多只保留这么多。运行停在这里。',
  'session.too-much.settings': '没有按这些设置打开：初始状态就会超过 {most} MB，而最多只保留这么多。',
  'session.cancelled': '已停止，运行保持原样。',
  'session.search-failed': '查找中断了：{reason}。请再查找一次。',
  'session.unknown-property': '没有名为 `{name}` 的性质。现有：{known}。',
  'session.never-violated': '`{name}` 在这次运行里从未被违反，没有什么需要解释。',
  'session.why.swap':
    '在第 {at} 步被违反，因为第 {step} 步（{earlier}）先于第 {other} 步（{later}）。两者对调就不会被违反。',
  'session.why.two':
    '在第 {at} 步被违反，因为第 {step} 步（{earlier}）先于第 {other} 步（{later}），而第 {step2} 步（{earlier2}）先于第 {other2} 步（{later2}）。任一对调换就不会被违反。',
  'session.why.leave-out': '在第 {at} 步被违反，起因是第 {step} 步。没有这一步就不会被违反。',
  'session.why.open': '在第 {at} 步被违反。改动第 {step} 步可以避免，但结束时仍有未了之事。',
  'session.why.witness': '在第 {at} 步被违反。{witness}',
  'session.why.none': '在第 {at} 步被违反。去掉任何一步或对调任何两步，都不能避免。',
  'session.why.change.swap': '第 {other} 步（{later}）先于第 {step} 步（{earlier}）',
  'session.why.change.leave-out': '去掉第 {step} 步（{what}）',
  'session.seen.nothing': '对**{name}**来说什么也没有发生。',
  'session.seen.cannot-tell': '无从知道',
  'session.file.wanted':
    '这次运行读取文件 **{name}**（{size} 字节，SHA-256 `{sha256}`）。链接里不含文件：给出这个文件，运行就会打开。',
  'session.file.other':
    '这是另一个文件。需要：**{name}**（{size} 字节，SHA-256 `{sha256}`）。给出的是：**{given}**（{givenSize} 字节，SHA-256 `{givenSha256}`）。',
  'session.file.big': '**{name}** 有 {size} 字节，最多 {most} 字节。',
  'session.import.unknown': '{system} 不读取 `{format}` 文件。可以读取：{known}。',
  'session.import.stopped': '读到 {of} 字节中的第 {read} 字节时已停止，没有保留任何内容。',
  'session.compared.setting': '{name}：{value}',
  'session.compared.text': '`{start}`',
  'session.compared.side': '**{setting}。**{said}',
  'session.compared': '{a}{b}',
  'session.compared.same': '两边结局相同：{said}',
  'session.end.and': '{all}；{part}',
  'session.end.sentence': '{all}。',
  'session.end.nothing': '看不出差别。',
  'session.end.promise': '“{property}”{verdict}',
  'session.verdict.open': '未定',
  'session.verdict.holds': '成立',
  'session.verdict.violated': '被违反',
  'session.verdict.reached': '已出现',
  'session.verdict.not reached': '尚未出现',
  'session.verdict.does not apply': '不适用',
  'session.verdict.unknown': '未知',
};
