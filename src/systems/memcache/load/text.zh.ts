// 负载各场景的全部中文，并入系统的文字表。

import { findingsZh } from './text/findings.zh.ts';
import { moreZh } from './text/races.zh.ts';
import { stepsZh } from './text/steps.zh.ts';

export const loadZh = { ...moreZh, ...stepsZh, ...findingsZh };
