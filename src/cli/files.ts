// Files as the command line reads them: what cannot be read is refused in words.

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../base/result.ts';
import { text } from '../base/text.ts';
import { megabytes } from '../share/saved-file.ts';

const CHUNK_BYTES = 2 ** 20;

/** A whole file of at most so many bytes. */
export async function fileBytes(path: string, most: number): Promise<Uint8Array> {
  const size = await sizeOf(path);
  if (size > most)
    throw new Refusal(text('file.too-big', { path, size: megabytes(size), most: megabytes(most) }));
  const { buffer, byteOffset, byteLength } = await readFile(path).catch(unreadable(path));
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Piece by piece, whatever its size. */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  await sizeOf(path);
  try {
    for await (const { buffer, byteOffset, byteLength } of createReadStream(path, {
      highWaterMark: CHUNK_BYTES,
    }) as AsyncIterable<Buffer>)
      yield new Uint8Array(buffer, byteOffset, byteLength);
  } catch (error) {
    if (isOfFiles(error)) unreadable(path)(error);
    throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(unreadable(path));
  if (!found.isFile()) throw new Refusal(text('file.not-a-file', { path }));
  return found.size;
}

/** The same as UTF-8, without a byte-order mark. */
export async function fileText(path: string, most: number): Promise<string> {
  const bytes = await fileBytes(path, most);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(text('file.not-text', { path }));
  }
}

const isOfFiles = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException)?.code === 'string';

function unreadable(path: string): (error: unknown) => never {
  return (error) => {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Refusal(text(missing ? 'file.missing' : 'file.unreadable', { path }));
  };
}
