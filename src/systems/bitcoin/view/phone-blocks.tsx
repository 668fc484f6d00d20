// The block tree on a phone; a wide page does not ask for it.

import { partOfView } from '../../../widgets/part.ts';

/** To be drawn within a Suspense. */
export const PhoneBlocks = partOfView(() =>
  import('../../../widgets/branch-tree/branch-tracks.tsx').then((m) => m.BranchTracks),
);
