// The lineage in words: a row a stage, then its cells one by one, then the workers. Every mark of the picture names its line.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Told } from '../../../widgets/view.ts';
import type { LineKind } from '../lineage/layout.ts';
import type { DrawnCell, DrawnLine, DrawnRow, DrawnWorker, LineageScene } from '../lineage/scene.ts';
import { listed, workerName } from '../worker-name.ts';

export const toldRow = (row: number): string => `row ${row}`;
export const toldCell = (
  row: number,
  { kind, rdd }: Pick<DrawnLine, 'kind' | 'rdd'>,
  partition: number,
): string => `cell ${row} ${kind} ${rdd}.${partition}`;
export const toldWorker = (worker: number): string => `worker ${worker}`;
export const STORED = 'stored';

export const stagesIn = ({ stages }: Pick<DrawnRow, 'stages'>): string => stages.join(', ');

/** The first and the last, where they are many, or all of those between. */
export function stagesShort({ stages }: Pick<DrawnRow, 'stages'>): string {
  const [first = 0, last = 0] = [stages[0], stages.at(-1)];
  if (stages.length > 2 && last - first === stages.length - 1) return `${first}–${last}`;
  return stages.length > 3 ? `${first} … ${last}` : stagesIn({ stages });
}

export function outlineOf({ rows, workers, stored }: LineageScene): readonly Told[] {
  return [
    ...rows.flatMap((row, r) => [
      { key: toldRow(r), text: rowText(row, rows) },
      ...asked(row).flatMap((line) =>
        line.cells.map((cell, p) => ({ key: toldCell(r, line, p), text: cellText(row, line, cell, p) })),
      ),
    ]),
    ...workers.map((worker, w) => ({ key: toldWorker(w), text: workerText(worker, w) })),
    ...(stored === null ? [] : [{ key: STORED, text: text('tell.stored', { n: stored }) }]),
  ];
}

/** The lines that a row has unless it is unfolded. */
export const asked = ({ lines }: DrawnRow): readonly DrawnLine[] => lines.filter(({ inner }) => !inner);

export const cellText = (row: DrawnRow, { name, kind }: DrawnLine, cell: DrawnCell, p: number): Text =>
  text('tell.cell', { stages: stagesIn(row), name, p, is: isText(kind, cell) });

function rowText(row: DrawnRow, rows: readonly DrawnRow[]): Text {
  const lines = asked(row).map(({ name, kind, cells }) =>
    text('tell.line', {
      name,
      kind: text(`line.kind.${kind}`),
      has: cells.filter(({ is }) => is === 'here' || is === 'disk').length,
      of: cells.length,
    }),
  );
  const args = { stages: stagesIn(row), lines: listed(lines), attempt: listed(row.attempts) };
  if (row.reads.length === 0) return text('tell.row', args);
  const reads = row.reads.flatMap((one) => rows[one]?.stages ?? []).join(', ');
  return text('tell.reads', { ...args, reads });
}

/** What has become of a partition. */
export function isText(kind: LineKind, { is, worker, from, again }: DrawnCell): Text {
  const who = { worker: workerName(worker), from: workerName(from) };
  switch (is) {
    case 'later':
    case 'lost':
    case 'evicted':
    case 'gone':
      return text(`tell.is.${is}`, who);
    case 'runs':
      return text(from < 0 ? 'tell.is.runs' : 'tell.is.runsAgain', who);
    default: {
      const what = text(is === 'disk' ? 'tell.is.keptDisk' : `tell.is.${kind}`, who);
      return again ? text('tell.is.again', { what, from: who.from }) : what;
    }
  }
}

function workerText({ alive, task, kept, files, lostKept, lostFiles }: DrawnWorker, w: number): Text {
  const worker = workerName(w);
  if (!alive) return text('tell.worker.dead', { worker, kept: lostKept, files: lostFiles });
  const does = task === '' ? text('tell.worker.free') : text('tell.worker.runs', { task });
  return text('tell.worker', { worker, does, kept, files });
}

/** How much a worker holds, or how much went with it, in few words. */
export const holdingsOf = ({ alive, kept, files, lostKept, lostFiles }: DrawnWorker): Text =>
  alive
    ? text('chip.holds', { n: kept + files })
    : lostKept + lostFiles > 0
      ? text('lineage.lost', { n: lostKept + lostFiles })
      : text('chip.dead');
