// Bitcoin's experiment; its other views come by themselves (bytes-view.tsx, curve-view.tsx).

import { mining } from './mining.tsx';

export const views = [mining];
