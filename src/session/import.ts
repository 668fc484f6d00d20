// A file read by a system's reader, piece by piece, with progress and a stop.

import { piecesOf } from '../base/pieces.ts';
import { Refusal } from '../base/result.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import { entryIn } from '../contract/loading.ts';
import type { Imported } from '../contract/reader.ts';
import type { FormatName, Way } from './api.ts';
import { part } from './late-part.ts';
import { sessionText } from './session-text.ts';

type Catalog = readonly Pick<CatalogEntry, 'id' | 'readers'>[];

export async function importFile(
  catalog: Catalog,
  file: Blob,
  { system, format, options = {} }: FormatName,
  breathe: () => Promise<void>,
  { progress, signal }: Way,
): Promise<Imported> {
  const formats = await entryIn(catalog, system).readers();
  const found = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!found) {
    const known = Object.keys(formats).join(', ');
    throw new Refusal(sessionText('session.import.unknown', { system, format, known }));
  }
  const reader = (await part(() => found.load()))(options);
  let read = 0;
  for await (const piece of piecesOf(file)) {
    if (signal?.aborted) throw new Refusal(sessionText('session.import.stopped', { read, of: file.size }));
    reader.push(piece);
    read += piece.length;
    progress?.({ share: file.size === 0 ? 1 : read / file.size });
    await breathe();
  }
  return reader.end();
}
