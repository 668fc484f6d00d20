// The systems' own verbs: found by their names, one or two words, and run as commands. Nothing of a system is loaded
// to find one or to say what there is.

import type { CatalogEntry } from '../contract/loading.ts';
import type { VerbEntry } from '../contract/verb.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { printJson } from './report.ts';
import { openHost } from './verb-host.ts';
import { languageFrom, sayIn } from './words.ts';

interface ListedVerb extends VerbEntry {
  readonly name: string;
  readonly entry: CatalogEntry;
}

/** All there are, in the order of the catalog. */
export async function listedVerbs(catalog: readonly CatalogEntry[]): Promise<readonly ListedVerb[]> {
  const listed = catalog.map(async (entry) =>
    Object.entries(await entry.verbs()).map(([name, verb]) => ({ ...verb, name, entry })),
  );
  return (await Promise.all(listed)).flat();
}

/** The verb that these words begin with, and how many of them are its name; the longer name goes first. */
export function verbIn(
  argv: readonly string[],
  listed: readonly ListedVerb[],
): { readonly verb: ListedVerb; readonly words: number } | null {
  for (const words of [2, 1]) {
    const verb = listed.find(({ name }) => name === argv.slice(0, words).join(' '));
    if (verb) return { verb, words };
  }
  return null;
}

export async function commandOf(listed: ListedVerb, catalog: readonly CatalogEntry[]): Promise<Command> {
  const { usage, about, entry } = listed;
  const verb = await listed.load();
  return {
    usage,
    about,
    options: { ...verb.options, json: 'flag', lang: 'text' },
    async run(args, io: Io): Promise<ExitCode> {
      const language = languageFrom(args);
      const { host, signal, close } = openHost(io, entry.id, catalog);
      try {
        const { exit, json, lines } = await verb.run(args, host);
        if (args.has('json')) printJson(json, io);
        else {
          const say = await sayIn(language, entry);
          for (const line of lines) io.out(typeof line === 'string' ? line : say(line));
        }
        return signal.aborted && exit === 0 ? 1 : exit;
      } catch (error) {
        if (!signal.aborted || error !== signal.reason) throw error;
        io.err('stopped');
        return 1;
      } finally {
        close();
      }
    },
  };
}
