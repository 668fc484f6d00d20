// All words of the load scenarios in English, for the system's table.

import { findingsEn } from './text/findings.en.ts';
import { moreEn } from './text/races.en.ts';
import { stepsEn } from './text/steps.en.ts';

export const loadEn = { ...moreEn, ...stepsEn, ...findingsEn } as const;
