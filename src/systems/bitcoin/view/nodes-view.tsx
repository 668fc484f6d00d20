// The view `nodes`, by itself.

import { nodes } from './nodes.tsx';

export const views = [nodes];
