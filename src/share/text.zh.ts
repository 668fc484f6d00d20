// What can be wrong with a link or a saved file, in Chinese.

import type { ShareTextKey } from './text.en.ts';

export const zh: Readonly<Record<ShareTextKey, string>> = {
  'link.none': '这不是 Lamplight 链接：链接里应有 `#/SYSTEM/SCENARIO` 或 `#/v1/SYSTEM/SCENARIO?...`。',
  'link.cut': '链接不完整：末尾少了几个字符。请重新完整复制。',
  'link.mangled': '链接已损坏：传递途中有字符被改动。请重新复制，或请对方改发文件。',
  'link.newer':
    '这条链接出自更新版本的 Lamplight（链接格式 {version}，这里最高支持 {newest}）。请更新后再打开。',
  'link.too-long': '这条链接要运行 {steps} 步，而链接最多允许 {most} 步。请改用保存的文件。',
  'link.unknown-system': '这里没有名为 `{system}` 的系统。现有：{known}。',
  'link.unknown-scenario': '`{system}` 没有名为 `{scenario}` 的场景。现有：{known}。',
  'link.other-model':
    '这条链接用的是 {system} 的第 {made} 版，这里是第 {here} 版。能走到哪一步，就显示到哪一步。',
  'link.stopped': '运行到第 {step} 步时停下了，共 {of} 步。',
  'link.stops': '这条链接生成之后模型改过：第 {step} 步的选择现在已不可能发生。只显示到这一步之前。',
  'link.drifted': '这条链接生成之后模型改过：同样的选择如今看到的，与当初分享的不同。',
  'saved.not-json': '这不是保存的运行记录：内容不是 JSON。',
  'saved.too-big': '文件太大，不可能是保存的运行记录：大小 {size}，上限 {most}。',
  'saved.newer': '这个文件由更新版本的 Lamplight 保存（格式 {version}，这里最高支持 {newest}）。',
  'saved.not-saved': '这不是保存的运行记录：里面没有 `lamplight` 版本号。',
  'saved.wrong': '保存的运行记录在 `{where}` 处损坏：应为 {expected}，实为 {received}。',
  'saved.unreadable': '这个文件读不出来。',
  'saved.changed': '这个保存的运行已损坏：保存之后里面有地方被改动了。请重新要一份文件。',
  'saved.bad-key': '保存的运行记录已损坏：其中不允许出现 `{where}`。',
  'saved.too-deep': '保存的运行记录已损坏：`{where}` 处嵌套过深。',
  'saved.no-parent': '保存的运行记录在 `{where}` 处损坏：一次尝试只能从更早的尝试里确实存在的一步分出。',
  'saved.too-long': '保存的运行记录有 {steps} 步，上限是 {most} 步。',
  'saved.no-cursor': '保存的运行记录在 `cursor` 处损坏：没有这一步。',
  'saved.other-model':
    '这份记录用的是 {system} 的第 {made} 版，这里是第 {here} 版。能走到哪一步，就显示到哪一步。',
  'saved.stops': '保存之后模型改过：尝试 {try} 第 {step} 步的选择现在已不可能发生。只显示到这一步之前。',
  'saved.drifted': '保存之后模型改过：同样的选择如今到达的状态与当时不同。',
};
