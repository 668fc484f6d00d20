// What the page can say when its tables of words did not arrive, or nothing else can be drawn. They come with the page
// itself, and are part of its tables too.

import type { Words } from '../base/words.ts';
import { plain } from '../base/words.ts';

export const lastEn = {
  'last.missing':
    'A part of Lamplight did not arrive, though it was asked for twice: the network is away, or a newer version is there. Reload the page.',
  'last.missingTitle': 'A part of this page did not arrive.',
  'last.newer': 'A newer version of Lamplight is there: reload to get it.',
  'last.away': 'Lamplight’s host does not answer just now: reload when the network is back.',
  'last.here': 'It was asked for twice. Reload the page to ask again.',
  'last.fault': 'Something on this page failed.',
  'last.faultDo': 'It said: {message}. Reload the page; if it fails again, report that text.',
  'last.kept': 'What you made is kept in this browser. To be safe, save it to a file too.',
  'last.reload': 'Reload',
  'last.home': 'To the first page',
  'last.save': 'Save this run to a file',
  'last.all': 'Export all kept runs',
  'last.notSaved': 'That did not work: {why}',
} as const;

/** As in language.ts, which needs these words. */
type Language = 'en' | 'zh';
type LastKey = keyof typeof lastEn;

export const lastZh: Readonly<Record<LastKey, string>> = {
  'last.missing': 'Lamplight 的一部分没有送到，已经请求了两次：网络断开了，或者有了更新的版本。请刷新页面。',
  'last.missingTitle': '这个页面有一部分没有送到。',
  'last.newer': 'Lamplight 有了更新的版本，刷新即可换上。',
  'last.away': 'Lamplight 的主机现在没有回应，网络恢复后请刷新。',
  'last.here': '已经请求了两次。请刷新页面再试。',
  'last.fault': '这个页面出了错。',
  'last.faultDo': '错误信息：{message}。请刷新页面；如果再次出错，请报告这段文字。',
  'last.kept': '你做过的都保存在这个浏览器里。为保险起见，也可以存成文件。',
  'last.reload': '刷新',
  'last.home': '回到首页',
  'last.save': '把这次运行存成文件',
  'last.all': '导出全部保存的运行',
  'last.notSaved': '没有成功：{why}',
};

const lastWords = (language: Language): Words => (language === 'zh' ? lastZh : lastEn);

/** In words of which nothing else has to be there. */
export const lastSay = (language: Language, key: LastKey, args?: Readonly<Record<string, string>>): string =>
  plain(lastWords(language), args === undefined ? { key } : { key, args });
