// The hash of everything that has a name here; by itself, so that who only writes bytes down does without it.

import { sha256 } from '@noble/hashes/sha2.js';

export const doubleSha256 = (bytes: Uint8Array): Uint8Array => sha256(sha256(bytes));
