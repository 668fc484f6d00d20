// A file that a system reads, chosen or dropped: found by its name or its first bytes, read in the session's worker, and
// what it turned out to be is said.

import { text } from '../base/text.ts';
import type { Format, Imported } from '../contract/reader.ts';
import type { FormatName } from '../session/api.ts';
import { needWords } from './need-words.ts';
import { catalog } from './parts-catalog.ts';
import { sessionClient } from './session-client.ts';
import { say, set } from './store.ts';
import { wordsFor } from './words-for.ts';

const LOOK_BYTES = 4096;

interface Known extends FormatName {
  readonly words: readonly string[];
}
type Listed = FormatName & Format;
type Systems = readonly Pick<(typeof catalog)[number], 'id' | 'readers'>[];

const listedIn = async (systems: Systems): Promise<readonly Listed[]> =>
  (
    await Promise.all(
      systems.map(async ({ id: system, readers }) =>
        Object.entries(await readers()).map(([format, of]) => ({ system, format, ...of })),
      ),
    )
  ).flat();

const knownAs = (found: Listed | undefined): Known | null =>
  found ? { system: found.system, format: found.format, words: found.words } : null;

const claims = ({ endings }: Listed, name: string): boolean =>
  endings.some((end) => name.toLowerCase().endsWith(end));

/** The format that a file is of: of those whose looks it has, the one that claims its ending before others. */
export async function formatOf(
  file: Blob & { readonly name: string },
  systems: Systems = catalog,
): Promise<Known | null> {
  const first = new Uint8Array(await file.slice(0, LOOK_BYTES).arrayBuffer());
  const alike = (await listedIn(systems)).filter(({ looks }) => looks(first));
  return knownAs(alike.find((one) => claims(one, file.name)) ?? alike[0]);
}

/** Of a file that looks like none: the format that claims its ending, whose reader says what it lacks. JSON is a saved run. */
export async function formatByName(
  file: Blob & { readonly name: string },
  systems: Systems = catalog,
): Promise<Known | null> {
  if (/^\s*\{/.test(await file.slice(0, LOOK_BYTES).text())) return null;
  return knownAs((await listedIn(systems)).find((one) => claims(one, file.name)));
}

export async function importFile(file: File, { words, ...format }: Known): Promise<void> {
  const { name } = file;
  const stop = new AbortController();
  const action = { label: text('import.stop'), run: () => stop.abort() };
  const told = (share: number): void =>
    say(text('import.reading', { name, percent: Math.floor(share * 100) }), action, true);
  told(0);
  try {
    const [{ api }] = await Promise.all([sessionClient(), needWords(format.system, words)]);
    const way = { signal: stop.signal, progress: ({ share = 0 }) => told(share) };
    show(name, await api.import(file, format, way));
  } catch (error) {
    say(wordsFor(error), null, true);
  }
}

const show = (name: string, { whole, lines }: Imported): void =>
  set({
    notice: {
      text: text(whole ? 'import.whole' : 'import.faulty', { name }),
      list: lines,
      action: null,
      stays: true,
    },
  });
