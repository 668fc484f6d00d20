// The grid with what stands for more than is drawn: strips of like rows, which open at a press, and bins of partitions.

import type { CSSProperties } from 'react';
import { useState } from 'react';
import { text } from '../../../base/text.ts';
import { Say } from '../../../widgets/say.tsx';
import type { LineageScene } from '../lineage/scene.ts';
import { binOf, countIn, foldsOf, mostStrips } from './folds.ts';
import type { Now } from './graph.tsx';
import { Graph } from './graph.tsx';
import type { Room } from './room.ts';
import { roomOf } from './room.ts';

/** What of it the reader has opened: rows by number, and all partitions. */
interface Opened {
  readonly rows: ReadonlySet<number>;
  readonly columns: boolean;
}

/** The room of a scene, folded, and how it is opened and closed. `near`: the row that stays open. */
export function useGrid(
  scene: LineageScene,
  near: number | null,
  width: number,
  of: {
    readonly stage: number;
    readonly name: number;
    readonly attempts: number;
    readonly low?: boolean;
    readonly tight?: boolean;
  },
) {
  const [opened, open] = useState<Opened>({ rows: new Set(), columns: false });
  const folds = foldsOf(scene.rows, near, opened.rows);
  const bin = binOf(scene.columns, opened.columns);
  // A page that turns takes the same room.
  const spare = opened.rows.size > 0 ? 0 : mostStrips(scene.rows) - folds.length;
  return { room: roomOf(scene, width, { ...of, folds, spare, bin }), opened, open };
}

interface Props {
  readonly scene: LineageScene;
  readonly room: Room;
  readonly now: Now | null;
  readonly phone: boolean;
  readonly opened: Opened;
  open(opened: Opened): void;
  onRow(row: number | null): void;
}

export function Grid({ scene, room, now, phone, opened, open, onRow }: Props) {
  const isMany = binOf(scene.columns, false) > 1;
  return (
    <div className="lineage-grid" data-page={room.folds.map(({ from }) => from).join()}>
      <Graph scene={scene} room={room} now={now} phone={phone} onRow={onRow} />
      {room.folds.map(({ from, to, top, height }) => {
        const counts = countIn(scene.rows, { from, to });
        const rows = Array.from({ length: to - from + 1 }, (_, i) => from + i);
        return (
          <button
            key={from}
            type="button"
            className="lineage-fold"
            data-part="fold lamp"
            aria-expanded={false}
            data-lost={counts.lost > 0 || undefined}
            style={{ '--top': `${top}px`, '--height': `${height}px` } as CSSProperties}
            onClick={() => open({ ...opened, rows: new Set([...opened.rows, ...rows]) })}
          >
            <Say text={text(counts.lost > 0 ? 'lineage.foldLost' : 'lineage.fold', counts)} />
          </button>
        );
      })}
      {isMany || opened.rows.size > 0 ? (
        <p className="lineage-tools" data-part="tools">
          {isMany ? (
            <button
              type="button"
              className="button bare"
              aria-pressed={opened.columns}
              onClick={() => open({ ...opened, columns: !opened.columns })}
            >
              <Say text={text(opened.columns ? 'lineage.bins' : 'lineage.columns', { n: scene.columns })} />
            </button>
          ) : null}
          {opened.rows.size > 0 ? (
            <button
              type="button"
              className="button bare"
              onClick={() => open({ ...opened, rows: new Set() })}
            >
              <Say text={text('lineage.refold')} />
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
