// The view `blocks`, by itself.

import { blocks } from './blocks.tsx';

export const views = [blocks];
