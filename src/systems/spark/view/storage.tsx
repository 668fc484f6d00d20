// What each worker holds, and what went with one that is dead; below them what lies in reliable storage.

import { text } from '../../../base/text.ts';
import { Say } from '../../../widgets/say.tsx';
import type { DrawnWorker, LineageScene } from '../lineage/scene.ts';
import { workerName } from '../worker-name.ts';
import { STORED, toldWorker } from './told.ts';

export function Storage({ scene: { workers, stored } }: { readonly scene: LineageScene }) {
  return (
    <table className="lineage-storage">
      <thead data-part="storage">
        <tr>
          {['worker', 'kept', 'files'].map((column) => (
            <th key={column} scope="col" data-column={column}>
              <Say text={text(`lineage.${column}`)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {workers.map((worker, w) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is a worker's
          <tr key={w} data-told={toldWorker(w)} data-dead={!worker.alive || undefined}>
            <th scope="row">
              <Say text={workerName(w)} />
            </th>
            <td>
              <Kept worker={worker} />
            </td>
            <td>
              <Count n={worker.alive ? worker.files : worker.lostFiles} lost={!worker.alive} />
            </td>
          </tr>
        ))}
        {stored === null ? null : (
          <tr data-told={STORED}>
            <th scope="row">
              <Say text={text('lineage.storage')} />
            </th>
            <td colSpan={2}>
              <Say text={text('lineage.stored', { n: stored })} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Kept({ worker: { alive, kept, bytes, onDisk, lostKept } }: { readonly worker: DrawnWorker }) {
  if (!alive || kept === 0) return <Count n={alive ? kept : lostKept} lost={!alive} />;
  const key = onDisk > 0 ? 'lineage.keptDisk' : 'lineage.keptCell';
  return <Say text={text(key, { n: kept, bytes, disk: onDisk })} />;
}

function Count({ n, lost }: { readonly n: number; readonly lost: boolean }) {
  if (n === 0) return <Say text={text('lineage.none')} />;
  return lost ? <Say text={text('lineage.lost', { n })} /> : n;
}
