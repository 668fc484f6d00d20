// The view `lineage`, by itself.

import { lineage } from './lineage.tsx';

export const views = [lineage];
