// Reading and writing saved files in a worker of their own; where none can be had, here.

import { part } from '../session/late-part.ts';
import type { Asked, Said } from './files-worker.ts';
import type { BadRun, Reading, Taken, Written } from './saved-files.ts';
import { startWorker } from './start-worker.ts';

/** A worker that has not said anything by then is taken for one that cannot. */
const SILENT_MS = 10_000;

const filesModule = () => part(() => import('./saved-files.ts'));

/** Asks a worker, which ends with its work or with the signal. Null: none could be had. */
function inWorker(asked: Asked, told: Reading | null, signal?: AbortSignal): Promise<Blob | null> | null {
  let worker: Worker;
  try {
    worker = startWorker('files');
  } catch {
    return null;
  }
  return new Promise<Blob | null>((resolve, reject) => {
    const silent = setTimeout(() => reject(new NoWorker()), SILENT_MS);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onerror = () => reject(new NoWorker());
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      clearTimeout(silent);
      switch (data.kind) {
        case 'progress':
          return told?.progress(data.share);
        case 'run':
          return told?.run(data.run);
        case 'bad':
          return told?.bad(data.run);
        case 'done':
          return resolve(data.file);
        case 'failed':
          return reject(new Error(data.message));
      }
    };
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}

class NoWorker extends Error {}

/** Everything that files hold. */
export async function filesRead(
  files: readonly File[],
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<{ readonly runs: readonly Taken[]; readonly bad: readonly BadRun[] }> {
  const runs: Taken[] = [];
  const bad: BadRun[] = [];
  const told: Reading = { progress, run: (run) => runs.push(run), bad: (run) => bad.push(run) };
  try {
    const done = inWorker({ kind: 'read', files }, told, signal);
    if (done === null) throw new NoWorker();
    await done;
  } catch (error) {
    if (!(error instanceof NoWorker)) throw error;
    runs.length = 0;
    bad.length = 0;
    const { readFiles } = await filesModule();
    await readFiles(files, told);
  }
  return { runs, bad };
}

export async function fileWritten(runs: readonly Written[], many: boolean): Promise<Blob> {
  try {
    const file = await inWorker({ kind: 'write', runs, many }, null);
    if (file) return file;
  } catch (error) {
    if (!(error instanceof NoWorker)) throw error;
  }
  const { writeFile } = await filesModule();
  return writeFile(runs, many);
}
