// What is known of a value while a row is printed: its kind, and the code that has it. Nothing here exists while the row
// runs: a pair is two numbers, a word is two places in the bytes of its line.

import type { Fn } from '../../language/tree.ts';
import { UNFIT } from './column.ts';

export type Val =
  /** `whole`: an integer of 32 bits, and not -0. */
  | { readonly t: 'number'; readonly code: string; readonly whole: boolean }
  | { readonly t: 'bool'; readonly code: string }
  /** Units below 256, from and to; `hash` where it was worked out on the way. */
  | {
      readonly t: 'text';
      readonly bytes: string;
      readonly from: string;
      readonly to: string;
      readonly hash?: string;
    }
  | { readonly t: 'constant'; readonly text: string }
  /** A text split at one unit. */
  | { readonly t: 'words'; readonly of: Val & { t: 'text' }; readonly by: number }
  | { readonly t: 'tuple'; readonly items: readonly Val[] }
  /** Places of a column, from and to. */
  | { readonly t: 'list'; readonly from: string; readonly to: string; item(at: string): Val }
  /** `list.map(fn)`, not worked out yet. */
  | { readonly t: 'mapped'; readonly of: Val; readonly fn: Fn; readonly around: Env };

/** Where a function's variables are. */
export interface Env {
  readonly fn: Fn;
  readonly slots: (Val | undefined)[];
  captured(i: number): Val;
  /** Of a function within a list's method: it may not go over texts, so that what a call costs stays small. */
  readonly inner: boolean;
}

/** What is being printed. */
export interface Page {
  readonly lines: string[];
  readonly closes: string[];
  names: number;
  /** Values that functions captured, read when the row begins. */
  readonly captured: unknown[];
}

export const newPage = (): Page => ({ lines: [], closes: [], names: 0, captured: [] });
export const nameIn = (page: Page, kind: string): string => `${kind}${page.names++}`;

/** Never back: the row is not printed. */
export function unfit(): never {
  throw UNFIT;
}

export const numberVal = (code: string, whole = false): Val & { t: 'number' } => ({
  t: 'number',
  code,
  whole,
});

/** The value in a variable of its own, where its code is more than a name. */
export function kept(page: Page, code: string): string {
  if (/^[\w$.]+$/.test(code)) return code;
  const name = nameIn(page, 'x');
  page.lines.push(`const ${name}=${code};`);
  return name;
}
