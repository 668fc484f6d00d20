// The view `chain`, by itself.

import { chain } from './chain.tsx';

export const views = [chain];
