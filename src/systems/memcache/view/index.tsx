// Memcache's own views; its races need none beside the lanes.

import { findings } from '../../../widgets/findings/findings.tsx';

export const views = [findings];
