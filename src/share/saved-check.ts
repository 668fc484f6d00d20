// The check of a saved file: over everything in it but the check itself, whatever the order of its fields.

import { fingerprint, fingerprintHex } from '../base/fingerprint.ts';

export const checkOf = (saved: object): string =>
  fingerprintHex(fingerprint(Object.fromEntries(Object.entries(saved).filter(([name]) => name !== 'check'))));
