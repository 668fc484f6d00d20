// What a person gave us and we cannot use: said in words of a text table, never thrown across a border as a bare string.

import type { Text } from './text.ts';

/** Bad input from outside: what is wrong, where, and (in the text) what to do. */
export class Refusal extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(`${text.key} ${JSON.stringify(text.args ?? {})}`);
    this.name = 'Refusal';
    this.text = text;
  }
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Text };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (error: Text): Result<never> => ({ ok: false, error });
