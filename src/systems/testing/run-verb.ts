// Runs a verb as the command line does, on files that are given.

import { expect } from 'vitest';
import { utf8 } from '../../base/bytes.ts';
import type { Text } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import { plain } from '../../base/words.ts';
import { parseArgs } from '../../cli/args.ts';
import type { VerbHost, Verbs } from '../../contract/verb.ts';

export interface Ran {
  readonly exit: number;
  readonly json: Record<string, unknown>;
  /** In English; the Chinese is said too, so that a missing word is found. */
  readonly lines: readonly string[];
}

/** Files by name; what is neither text nor bytes is written as JSON. */
type Files = Readonly<Record<string, unknown>>;

/** Pieces of this many bytes, so that a reader meets cuts anywhere. */
const PIECE = 7;

/** Of a folder's verbs, with the words they speak. */
export const verbRunner =
  (verbs: Verbs, { en, zh }: { readonly en: Words; readonly zh: Words }) =>
  async (name: string, argv: readonly string[], files: Files = {}): Promise<Ran> => {
    const verb = await verbs[name]?.load();
    if (!verb) throw new Error(`no verb ${name}`);
    const textOf = (path: string): string => {
      const file = files[path];
      return typeof file === 'string' ? file : JSON.stringify(file);
    };
    const bytesOf = (path: string): Uint8Array => {
      const file = files[path];
      if (file === undefined) throw new Error(`no file ${path}`);
      return file instanceof Uint8Array ? file : utf8(textOf(path));
    };
    const host = {
      text: async (path: string) => textOf(path),
      bytes: async (path: string) => bytesOf(path),
      async *chunks(path: string) {
        const bytes = bytesOf(path);
        for (let at = 0; at < bytes.length; at += PIECE) yield bytes.slice(at, at + PIECE);
      },
      progress() {},
      breathe: async () => {},
      clock: () => 0,
      signal: { aborted: false },
    } as unknown as VerbHost;
    const { exit, json, lines } = await verb.run(parseArgs(argv, { ...verb.options, json: 'flag' }), host);
    const say = (words: Words) => (line: string | Text) => {
      if (typeof line === 'string') return line;
      const said = plain(words, line);
      expect(said).not.toContain('{');
      expect(said).not.toBe(line.key);
      return said;
    };
    lines.forEach(say(zh));
    return { exit, json: json as Record<string, unknown>, lines: lines.map(say(en)) };
  };
