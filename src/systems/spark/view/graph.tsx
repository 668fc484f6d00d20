// The lineage as a layered grid: a row a stage, a column a partition, a shuffle between rows drawn once, and single lines
// only for what is made again.

import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { usePlain } from '../../../widgets/say.tsx';
import type { ConeEdge, DrawnCell, DrawnLine, DrawnRow, LineageScene } from '../lineage/scene.ts';
import { workerName } from '../worker-name.ts';
import type { Bin } from './folds.ts';
import { binned } from './folds.ts';
import type { Room } from './room.ts';
import { CELL_HEIGHT, LEAST_LETTERS, middle } from './room.ts';
import { stagesIn, stagesShort, toldCell, toldRow } from './told.ts';

/** The task of the step: its row and partition. */
export interface Now {
  readonly row: number;
  readonly partition: number;
}

interface Props {
  readonly scene: LineageScene;
  readonly room: Room;
  readonly now: Now | null;
  readonly phone: boolean;
  onRow(row: number | null): void;
}

export function Graph({ scene, room, now, phone, onRow }: Props) {
  const plain = usePlain();
  const t = (key: string, args?: Readonly<Record<string, TextArg>>): string => plain(text(key, args));
  const { rows, columns } = scene;
  return (
    <svg className="lineage-graph" width={room.width} height={room.height} aria-hidden="true">
      <g className="lineage-head" data-part="columns">
        <text x={phone ? 2 : 10} y={14}>
          {phone ? '' : t('lineage.stage')}
        </text>
        {room.code > 0 ? (
          <text x={room.code + 26} y={14} textAnchor="end">
            {t('lineage.line')}
          </text>
        ) : null}
        {Array.from({ length: Math.ceil(columns / room.bin) }, (_, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is a column's
          <text key={column} x={middle(room, column * room.bin)} y={14} textAnchor="middle">
            {room.cell < LEAST_LETTERS && column % 4 > 0
              ? ''
              : t('lineage.partition', { p: column * room.bin })}
          </text>
        ))}
        {room.attempts > 0 ? (
          <text x={room.attempts} y={14}>
            {t('lineage.attempts')}
          </text>
        ) : null}
      </g>
      {rows.map((row, r) => (
        <RowBox key={stagesIn(row)} row={row} r={r} room={room} lit={now?.row === r} onRow={onRow} />
      ))}
      {rows.map((row, r) =>
        row.reads.map((from) => (
          <Shuffle key={`${from} ${stagesIn(row)}`} {...{ rows, from, r, room, phone, t }} />
        )),
      )}
      <g className="lineage-cone" data-part="cone lamp">
        {scene.cone.map((edge) => (
          <Edge key={`${edge.from} ${edge.to}`} edge={edge} rows={rows} room={room} phone={phone} />
        ))}
      </g>
      {rows.map((row, r) => (
        <g key={stagesIn(row)} className="lineage-row" data-lit={now?.row === r || undefined}>
          <Labels row={row} r={r} room={room} phone={phone} />
          <Attempts row={row} r={r} room={room} say={plain} />
          {row.lines.map((line, l) => (
            <Line
              key={`${line.rdd} ${line.kind}`}
              {...{ line, row, r, l, room, phone, t }}
              now={now?.row === r ? now.partition : null}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

interface RowProps {
  readonly row: DrawnRow;
  readonly r: number;
  readonly room: Room;
}

function RowBox({
  r,
  room,
  lit,
  onRow,
}: RowProps & { readonly lit: boolean; onRow(row: number | null): void }) {
  const place = room.rows[r];
  if (!place || place.folded) return null;
  return (
    <rect
      className="lineage-box"
      data-lit={lit || undefined}
      data-told={toldRow(r)}
      x={1}
      y={place.top}
      width={room.width - 2}
      height={place.height}
      rx={7}
      onPointerEnter={() => onRow(r)}
      onPointerLeave={() => onRow(null)}
    />
  );
}

interface ShuffleProps {
  readonly rows: readonly DrawnRow[];
  readonly from: number;
  readonly r: number;
  readonly room: Room;
  readonly phone: boolean;
  readonly t: (key: string, args?: Readonly<Record<string, TextArg>>) => string;
}

/** Each of many feeds each of many: two triangles that meet, drawn once, between neighbouring rows. */
function Shuffle({ rows, from, r, room, phone, t }: ShuffleProps) {
  const [above, below] = [room.rows[from], room.rows[r]];
  const [source, target] = [rows[from], rows[r]];
  if (!above || !below || !source || !target || above.top === below.top) return null;
  const [maps, reducers] = [partitionsOf(source), partitionsOf(target)];
  const [top, bottom] = [above.top + above.height, below.top];
  const half = room.cell / 2 - 4;
  const [a, b] = [middle(room, 0) - half, middle(room, maps - 1) + half];
  const [c, d] = [middle(room, 0) - half, middle(room, reducers - 1) + half];
  const isNext = r === from + 1;
  return (
    <g data-told={toldRow(r)}>
      {isNext ? (
        <path className="lineage-shuffle" d={`M${a} ${top} L${b} ${top} L${c} ${bottom} L${d} ${bottom} Z`} />
      ) : null}
      {phone || bottom - top < 20 || !isNext ? null : (
        <text className="lineage-note" x={room.name} y={(top + bottom) / 2 + 4}>
          {source.records > 0 ? t('lineage.shuffled', { n: source.records }) : ''}
        </text>
      )}
    </g>
  );
}

const partitionsOf = ({ lines }: DrawnRow): number => lines.at(-1)?.cells.length ?? 1;

function Edge({
  edge: { from, to, heavy, waits },
  rows,
  room,
  phone,
}: {
  readonly edge: ConeEdge;
  readonly rows: readonly DrawnRow[];
  readonly room: Room;
  readonly phone: boolean;
}) {
  const [above, below] = [room.rows[from[0]], room.rows[to[0]]];
  if (!above || !below || !rows[from[0]] || (phone && !heavy) || above.top === below.top) return null;
  const y1 = (above.lines.at(-1) ?? 0) + CELL_HEIGHT / 2;
  const y2 = (below.lines[0] ?? 0) - CELL_HEIGHT / 2;
  return (
    <line
      x1={middle(room, from[1])}
      y1={y1}
      x2={middle(room, to[1])}
      y2={y2}
      data-heavy={heavy || undefined}
      data-waits={waits || undefined}
    />
  );
}

function Labels({ row, r, room, phone }: RowProps & { readonly phone: boolean }) {
  const place = room.rows[r];
  if (!place || place.folded) return null;
  const center = place.top + place.height / 2;
  return (
    <g data-told={toldRow(r)}>
      <text className="lineage-stage" x={phone ? 6 : 10} y={center + 4}>
        {phone ? row.stages.at(-1) : stagesShort(row)}
      </text>
      {row.lines.map(({ name, line, kind, rdd }, l) => (
        <g key={`${rdd} ${kind}`} className="lineage-name" data-kind={kind}>
          <text x={room.name} y={(place.lines[l] ?? 0) + 4}>
            {name}
          </text>
          {room.code > 0 ? (
            <text className="lineage-code" x={room.code + 26} y={(place.lines[l] ?? 0) + 4} textAnchor="end">
              {line}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}

/** The attempts of a row: what is said of them is longer and shorter from step to step. */
function Attempts({ row, r, room, say }: RowProps & { readonly say: (text: Text) => string }) {
  const place = room.rows[r];
  if (!place || place.folded || room.attempts === 0) return null;
  const said = row.attempts.slice(place.height < 40 ? -1 : -2);
  return (
    <text
      className="lineage-note"
      data-part="attempts lamp"
      x={room.attempts}
      y={place.top + place.height / 2 + (said.length > 1 ? -4 : 4)}
    >
      {said.map((attempt, i) => (
        <tspan key={say(attempt)} x={room.attempts} dy={i * 16}>
          {say(attempt)}
        </tspan>
      ))}
    </text>
  );
}

interface LineProps extends RowProps {
  readonly line: DrawnLine;
  readonly l: number;
  readonly phone: boolean;
  readonly now: number | null;
  readonly t: (key: string, args?: Readonly<Record<string, TextArg>>) => string;
}

function Line({ line, r, l, room, phone, now, t }: LineProps) {
  const y = room.rows[r]?.lines[l] ?? 0;
  const next = room.rows[r]?.lines[l + 1];
  if (room.rows[r]?.folded) return null;
  return (
    <>
      {binned(line.cells, room.bin).map(({ first: p, cell, ...bin }) => (
        <g
          key={p}
          className="lineage-cell"
          data-told={toldCell(r, l, p)}
          data-is={cell.is}
          data-kind={line.kind}
          data-again={cell.again || undefined}
          data-now={
            (now !== null && middle(room, now) === middle(room, p) && cell.is !== 'later') || undefined
          }
        >
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
      ))}
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
function BinWord({ cell: { is }, count, of, t }: Omit<Bin, 'first'> & { readonly t: LineProps['t'] }) {
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
  readonly t: LineProps['t'];
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
