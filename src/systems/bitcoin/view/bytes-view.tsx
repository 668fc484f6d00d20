// The view `bytes`, by itself.

import { bytes } from './bytes.tsx';

export const views = [bytes];
