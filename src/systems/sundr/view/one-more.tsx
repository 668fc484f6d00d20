// What one more operation costs, by protocol and by how long the log is already, timed on the reader's machine.

import { timedView } from '../../../widgets/timed-work.tsx';

export const oneMore = timedView('one-more', 'oneMore');
