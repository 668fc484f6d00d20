// The cells of a line: what has become of each partition, by shape and word. Each can be chosen, by pointer and by keys.

import type { Text, TextArg } from '../../../base/text.ts';
import type { DrawnCell, DrawnLine, DrawnRow } from '../lineage/scene.ts';
import { workerName } from '../worker-name.ts';
import type { Bin } from './folds.ts';
import { binned } from './folds.ts';
import type { Room } from './room.ts';
import { CELL_HEIGHT, LEAST_LETTERS, middle } from './room.ts';
import { cellText, toldCell } from './told.ts';

/** A row, and a partition of it where one is meant. */
export interface Over {
  readonly row: number;
  readonly partition: number | null;
}

/** How cells are chosen, and which one is. */
export interface Picking {
  /** The cell that Tab comes to, and the one that State shows; by key. */
  readonly entrance: string | null;
  readonly picked: string | null;
  onOver(over: Over | null): void;
  onAt(key: string): void;
  onPick(key: string): void;
}

type Say = (key: string, args?: Readonly<Record<string, TextArg>>) => string;

interface Props {
  readonly row: DrawnRow;
  readonly line: DrawnLine;
  readonly r: number;
  readonly l: number;
  readonly room: Room;
  readonly phone: boolean;
  /** The partition that this step's task works at. */
  readonly now: number | null;
  readonly picking: Picking;
  readonly t: Say;
  readonly say: (text: Text) => string;
}

export function Line({ row, line, r, l, room, phone, now, picking, t, say }: Props) {
  const y = room.rows[r]?.lines[l] ?? 0;
  const next = room.rows[r]?.lines[l + 1];
  if (room.rows[r]?.folded) return null;
  return (
    <>
      {binned(line.cells, room.bin).map(({ first: p, cell, ...bin }) => {
        const key = toldCell(r, line, p);
        const isNow = now !== null && middle(room, now) === middle(room, p) && cell.is !== 'later';
        const over = (): void => picking.onOver({ row: r, partition: p });
        return (
          // biome-ignore lint/a11y/useSemanticElements: a drawing has no cells of a table
          <g
            key={p}
            role="gridcell"
            className="lineage-cell"
            {...(line.inner ? { 'data-part': 'inner' } : { 'data-told': key })}
            data-cell={key}
            data-is={cell.is}
            data-kind={line.kind}
            data-again={cell.again || undefined}
            data-now={isNow || undefined}
            tabIndex={key === picking.entrance ? 0 : -1}
            aria-label={say(cellText(row, line, cell, p))}
            aria-selected={key === picking.picked}
            onPointerEnter={over}
            onPointerLeave={() => picking.onOver(null)}
            // A pointer chooses and leaves the page's keys as they are.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => picking.onPick(key)}
            onFocus={() => {
              picking.onAt(key);
              over();
            }}
            onBlur={() => picking.onOver(null)}
          >
            <g className="lineage-hit">
              <rect
                x={middle(room, p) - room.cell / 2}
                y={y - room.lineHeight / 2}
                width={room.cell}
                height={room.lineHeight}
              />
            </g>
            {next === undefined ? null : (
              <line x1={middle(room, p)} x2={middle(room, p)} y1={y + 4} y2={next - 4} />
            )}
            <CellShape x={middle(room, p)} y={y} width={room.cell - 4} line={line} />
            <text x={middle(room, p)} y={y + 4} textAnchor="middle">
              {line.kind === 'passing' || line.kind === 'result' ? null : room.bin > 1 ? (
                <BinWord cell={cell} {...bin} t={t} />
              ) : (
                <CellWord cell={cell} kind={line.kind} room={room} phone={phone} t={t} />
              )}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** A ring: made and not kept. A pill: cached. A cut corner: a file. A double border: in reliable storage. */
function CellShape({
  x,
  y,
  width,
  line: { kind },
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly line: DrawnLine;
}) {
  const [left, top, h] = [x - width / 2, y - CELL_HEIGHT / 2, CELL_HEIGHT];
  if (kind === 'passing' || kind === 'result') return <circle cx={x} cy={y} r={4} />;
  if (kind === 'kept') return <rect x={left} y={top} width={width} height={h} rx={h / 2} />;
  if (kind === 'saved')
    return (
      <>
        <rect x={left} y={top} width={width} height={h} rx={3} />
        <rect
          className="inner"
          x={left + 3}
          y={top + 3}
          width={Math.max(0, width - 6)}
          height={h - 6}
          rx={1}
        />
      </>
    );
  const cut = Math.min(6, width / 2);
  return (
    <path d={`M${left} ${top} H${left + width - cut} L${left + width} ${top + cut} V${top + h} H${left} Z`} />
  );
}

/** So many of a bin are as it says. */
function BinWord({ cell: { is }, count, of, t }: Omit<Bin, 'first'> & { readonly t: Say }) {
  if (is === 'later') return null;
  const said = is === 'here' || is === 'disk' ? 'here' : is;
  return <tspan className="is">{t(`bin.${said}`, { count, of })}</tspan>;
}

function CellWord({
  cell: { is, worker, from },
  kind,
  room,
  phone,
  t,
}: {
  readonly cell: DrawnCell;
  readonly kind: DrawnLine['kind'];
  readonly room: Room;
  readonly phone: boolean;
  readonly t: Say;
}) {
  if (room.cell < LEAST_LETTERS || is === 'later') return null;
  const narrow = phone || room.cell < 62;
  if (is === 'here' && kind === 'saved') return narrow ? '✓' : t('cell.short.stored');
  const name = (one: number): string => t(workerName(one).key, workerName(one).args);
  const word = t(is === 'runs' && narrow ? 'cell.short.runsNarrow' : `cell.short.${is}`, {
    worker: workerName(worker),
  });
  const was = is === 'lost' || is === 'evicted' || is === 'gone' ? worker : is === 'runs' ? -1 : from;
  return (
    <>
      {was >= 0 && !narrow ? <tspan className="was">{name(was)}</tspan> : null}
      <tspan className="is">{was >= 0 && !narrow ? ` ${word}` : word}</tspan>
    </>
  );
}
