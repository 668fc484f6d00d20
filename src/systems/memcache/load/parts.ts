// The load scenarios' steps, by layout.

import type { Action } from '../../../kernel/model.ts';
import type { Part } from '../part.ts';
import { billionSteps } from './steps/billion.ts';
import { coldStartSteps } from './steps/cold-start.ts';
import { growthSteps } from './steps/growth.ts';
import { gutterSteps } from './steps/gutter.ts';
import { hotKeysSteps } from './steps/hot-keys.ts';
import { incastSteps } from './steps/incast.ts';
import { regionalSteps } from './steps/regional.ts';

export const loadParts: Readonly<Record<string, Part<unknown, Action>>> = {
  growth: growthSteps,
  incast: incastSteps,
  'hot-keys': hotKeysSteps,
  'regional-pool': regionalSteps,
  'cold-start': coldStartSteps,
  gutter: gutterSteps,
  billion: billionSteps,
};
