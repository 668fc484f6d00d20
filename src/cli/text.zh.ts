// 命令行关于文件的文字。

import type { en } from './text.en.ts';

export const zh: Readonly<Record<keyof typeof en, string>> = {
  'file.missing': '没有文件 `{path}`。请检查目录与拼写。',
  'file.not-a-file': '`{path}` 不是文件。请给出一个文件。',
  'file.unreadable': '`{path}` 无法读取。请检查它的权限。',
  'file.too-big': '`{path}` 有 {size}；这里一次最多读 {most}。',
  'file.not-text': '`{path}` 不是 UTF-8 文本。',
};
