// The files that the toy reads.

import type { Formats } from '../../../contract/reader.ts';

const firstLine = (first: Uint8Array): string => String.fromCharCode(...first.slice(0, 16));

export const readers: Formats = {
  'toy-visits': {
    endings: ['.visits'],
    looks: (first) => /^(ann|ben)\.(look|take|leave)\s/.test(firstLine(first)),
    words: ['clerks'],
    load: () => import('./visits-reader.ts').then((m) => m.visitsReader),
  },
};
