// 关于区块头文件的文字；键与英文表相同，缺一不能编译。

import type { words as en } from './import.en.ts';

export const words: Readonly<Record<keyof typeof en, string>> = {
  'import.empty': '文件是空的，里面没有区块头。请给出 80 字节区块头的文件，原始字节或十六进制。',
  'import.cut':
    '读完 {whole} 个完整的区块头，还剩 {left} 字节，而一个头是 80 字节：文件被截断，或是别的类型。',
  'import.odd': '十六进制在半个字节处结束：文件被截断，或少了一个数字。',
  'import.not-hex': '第 {at} 个字符不是十六进制数字。请只给十六进制，或给原始字节。',
  'import.text':
    '这是文本，不是十六进制：第 {at} 个字符不是十六进制数字。请给出 80 字节的区块头，原始字节或十六进制。',
  'import.kind': '这是 {kind} 文件，不是区块头文件。请给出一个接一个的 80 字节区块头。',
  'import.other':
    '这些字节不是区块头：头两个的目标不可能，彼此也不相连。请给出 80 字节的区块头，原始字节或十六进制。',
  'import.why.first': '文件里没有前一块',
  'import.why.eleven': '前十一块不全在文件里',
  'import.why.period': '文件里没有本周期的第一块：请给出它的时间（--previous-retarget-time）',
  'import.why.height': '不知道文件的高度，目标的变化可能是难度调整',
  'import.why.now': '没有时钟可以对照任何一个头的时间',
  'import.valid': '{count} 个区块头：能检查的规则都成立。',
  'import.invalid': '{count} 个区块头。第一个违规的在高度 {height}：{rule}，实际 {got}，应为 {want}。',
  'import.broken': '  {height}：{rules}',
  'import.more': '  另有 {n} 个',
  'import.not-checked': '高度 {height} 未检查：{rule}（{why}）',
  'import.retargets': '文件里目标重设了 {n} 次。',
  'import.chainwork': '这些头的工作量：{chainwork}',
};
