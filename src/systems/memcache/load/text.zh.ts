// 只有负载模拟才用到的中文：它们的步骤与结论。打开时才加载。

import { findingsZh } from './text/findings.zh.ts';
import { stepsZh } from './text/steps.zh.ts';

export const loadZh = { ...stepsZh, ...findingsZh };
