// The view `curve`, by itself.

import { curve } from './curve.tsx';

export const views = [curve];
