// What a round of PageRank shuffles and takes, by how its links are handled, measured on the reader's machine; and the ranks.

import { timedView } from '../../../widgets/timed-work.tsx';

export const rounds = timedView('rounds', 'rounds');
