// What only the simulations of load say: their steps and findings. Loaded when one is opened.

import { findingsEn } from './text/findings.en.ts';
import { stepsEn } from './text/steps.en.ts';

export const loadEn = { ...stepsEn, ...findingsEn } as const;
