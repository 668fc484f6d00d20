// The tree on a phone; a wide page does not ask for it.

import { partOfView } from '../../../widgets/part.ts';

/** To be drawn within a Suspense. */
export const PhoneTree = partOfView(() => import('./phone-tracks.tsx').then((m) => m.PhoneTracks));
