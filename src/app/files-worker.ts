// The worker's side of reading and writing saved files.

import type { Port } from '../compute/endpoint.ts';
import { part } from '../session/late-part.ts';
import type { BadRun, Taken, Written } from './saved-files.ts';

export type Asked =
  | { readonly kind: 'read'; readonly files: readonly File[] }
  | { readonly kind: 'write'; readonly runs: readonly Written[]; readonly many: boolean };

export type Said =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'run'; readonly run: Taken }
  | { readonly kind: 'bad'; readonly run: BadRun }
  | { readonly kind: 'done'; readonly file: Blob | null }
  | { readonly kind: 'failed'; readonly message: string };

export async function serveFiles(port: Port): Promise<void> {
  const say = (message: Said): void => port.post(message);
  port.onMessage(async (message) => {
    say({ kind: 'progress', share: 0 });
    try {
      const { readFiles, writeFile } = await part(() => import('./saved-files.ts'));
      const asked = message as Asked;
      if (asked.kind === 'write') say({ kind: 'done', file: await writeFile(asked.runs, asked.many) });
      else {
        await readFiles(asked.files, {
          progress: (share) => say({ kind: 'progress', share }),
          run: (run) => say({ kind: 'run', run }),
          bad: (run) => say({ kind: 'bad', run }),
        });
        say({ kind: 'done', file: null });
      }
    } catch (error) {
      say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  });
}
