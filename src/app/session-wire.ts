// How a call to the session crosses to its worker and back: one function, so that what a person did wrong (a Refusal, in
// words) and what we did wrong (a fault) arrive as themselves, and a progress callback is the only thing proxied.

import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import type { SessionApi } from '../session/api.ts';

export type Report = (done: {
  readonly share?: number;
  readonly count?: number;
  readonly depth?: number;
}) => void;

export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly text: Text }
  | { readonly kind: 'fault'; readonly message: string };

export interface SessionWire {
  call(method: keyof SessionApi, progress: Report | null, args: readonly unknown[]): Promise<Answer>;
}

/** A long run's saved value as text in a Blob: it crosses threads and goes to storage without being taken apart. */
export interface Packed {
  readonly fingerprint: string;
  readonly text: Blob;
}

/** Letters from which a saved value is packed: some 5 ms of copying. */
const PACK_LETTERS = 100_000;

const isPacked = (value: unknown): value is Packed =>
  typeof value === 'object' && value !== null && 'text' in value && value.text instanceof Blob;

function packed(saved: unknown): unknown {
  const text = JSON.stringify(saved);
  if (text.length < PACK_LETTERS) return saved;
  const { fingerprint } = saved as { readonly fingerprint: string };
  return { fingerprint, text: new Blob([text], { type: 'application/json' }) };
}

/** A saved value as the text of a file. */
export const savedText = (saved: unknown): Promise<string> | string =>
  isPacked(saved) ? saved.text.text() : JSON.stringify(saved);

/** The session's side. */
export function wireOf(session: SessionApi): SessionWire {
  return {
    async call(method, progress, args) {
      try {
        const run = session[method] as (...all: unknown[]) => Promise<unknown>;
        const given = method === 'restore' && isPacked(args[0]) ? [await args[0].text.text()] : [...args];
        const value = await run.apply(session, progress ? [...given, progress] : given);
        if (method === 'save') return { kind: 'value', value: packed(value) };
        return { kind: 'value', value };
      } catch (error) {
        if (error instanceof Refusal) return { kind: 'refused', text: error.text };
        return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** The page's side: the same interface as the session itself. `wrap` makes a progress callback cross. */
export function apiOf(wire: SessionWire, wrap: (report: Report) => Report): SessionApi {
  return new Proxy({} as SessionApi, {
    get: (_, method) => {
      // A promise of this object must not be taken for one itself.
      if (typeof method !== 'string' || method === 'then') return undefined;
      return async (...args: unknown[]): Promise<unknown> => {
        const last = args.at(-1);
        const progress = typeof last === 'function' ? wrap(last as Report) : null;
        const rest = typeof last === 'function' ? args.slice(0, -1) : args;
        const answer = await wire.call(method as keyof SessionApi, progress, rest);
        if (answer.kind === 'value') return answer.value;
        if (answer.kind === 'refused') throw new Refusal(answer.text);
        throw new Error(answer.message);
      };
    },
  });
}
