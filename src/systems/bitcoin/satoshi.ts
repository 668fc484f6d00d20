// Satoshi as they are read: a sum may be below zero.

import { grouped } from '../../base/numbers.ts';

export const satoshi = (value: string): string =>
  value.startsWith('-') ? `−${grouped(Number(value.slice(1)))}` : grouped(Number(value));
