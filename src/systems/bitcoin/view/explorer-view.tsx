// The view `explorer`, by itself.

import { explorer } from './explorer.tsx';

export const views = [explorer];
