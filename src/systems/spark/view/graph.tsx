// The lineage as a layered grid: a row a stage, a column a partition, a shuffle between rows drawn once, and single lines
// only for what is made again.

import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { usePlain } from '../../../widgets/say.tsx';
import type { ConeEdge, DrawnRow, LineageScene } from '../lineage/scene.ts';
import type { Over, Picking } from './cells.tsx';
import { Line } from './cells.tsx';
import type { Room } from './room.ts';
import { CELL_HEIGHT, LEAST_LETTERS, middle } from './room.ts';
import { stagesIn, stagesShort, toldRow } from './told.ts';

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
  /** What a pointer or the focus rests on. */
  readonly over: Over | null;
  readonly picking: Picking;
  /** Rows that are unfolded, and those that could be. */
  readonly unfolded: ReadonlySet<number>;
  readonly unfolds: ReadonlySet<number>;
  onUnfold(row: number): void;
}

/** Its cells are chosen: no table can be drawn so. */
const CHOSEN_IN = { role: 'grid' } as const;
/** Said by the cells, and by the list beside the picture. */
const UNREAD = { 'aria-hidden': true } as const;

export function Graph({ scene, room, now, phone, over, picking, unfolded, unfolds, onUnfold }: Props) {
  const plain = usePlain();
  const t = (key: string, args?: Readonly<Record<string, TextArg>>): string => plain(text(key, args));
  const { rows, columns } = scene;
  return (
    <svg
      className="lineage-graph"
      width={room.width}
      height={room.height}
      {...CHOSEN_IN}
      aria-label={t('view.lineage')}
    >
      <g className="lineage-head" data-part="columns" {...UNREAD}>
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
        <RowBox
          key={stagesIn(row)}
          row={row}
          r={r}
          room={room}
          lit={now?.row === r}
          onOver={picking.onOver}
        />
      ))}
      {rows.map((row, r) =>
        row.reads.map((from) => (
          <Shuffle key={`${from} ${stagesIn(row)}`} {...{ rows, from, r, room, phone, t }} />
        )),
      )}
      <g className="lineage-cone" data-part="cone lamp">
        {scene.cone.map((edge) => (
          <Edge
            key={`${edge.from} ${edge.to}`}
            edge={edge}
            rows={rows}
            room={room}
            phone={phone}
            hot={[edge.from, edge.to].some(([r, p]) => over?.row === r && over.partition === p)}
          />
        ))}
      </g>
      {rows.map((row, r) => (
        <g
          key={stagesIn(row)}
          role={room.rows[r]?.folded ? undefined : 'row'}
          className="lineage-row"
          data-lit={now?.row === r || undefined}
        >
          <Labels row={row} r={r} room={room} phone={phone} />
          {unfolds.has(r) && !phone ? (
            <Unfold r={r} room={room} isOpen={unfolded.has(r)} onUnfold={onUnfold} />
          ) : null}
          <Attempts row={row} r={r} room={room} say={plain} />
          {row.lines.map((line, l) => (
            <Line
              key={`${line.rdd} ${line.kind}`}
              {...{ line, row, r, l, room, phone, picking, t }}
              say={plain}
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
  onOver,
}: RowProps & { readonly lit: boolean; onOver(over: Over | null): void }) {
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
      onPointerEnter={() => onOver({ row: r, partition: null })}
      onPointerLeave={() => onOver(null)}
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
    <g data-told={toldRow(r)} {...UNREAD}>
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
  hot,
}: {
  readonly edge: ConeEdge;
  readonly rows: readonly DrawnRow[];
  readonly room: Room;
  readonly phone: boolean;
  readonly hot: boolean;
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
      data-hot={hot || undefined}
    />
  );
}

function Labels({ row, r, room, phone }: RowProps & { readonly phone: boolean }) {
  const place = room.rows[r];
  if (!place || place.folded) return null;
  const center = place.top + place.height / 2;
  return (
    <g data-told={toldRow(r)} {...UNREAD}>
      <text className="lineage-stage" x={phone ? 6 : 10} y={center + 4}>
        {phone ? row.stage : stagesShort(row)}
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

/** A row's tab: every RDD of its pipeline, also those that the program does not name. By key: U. */
function Unfold({
  r,
  room,
  isOpen,
  onUnfold,
}: {
  readonly r: number;
  readonly room: Room;
  readonly isOpen: boolean;
  onUnfold(row: number): void;
}) {
  const place = room.rows[r];
  if (!place || place.folded) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: U does the same
    <g className="lineage-tab" data-part="unfold" {...UNREAD} onClick={() => onUnfold(r)}>
      <rect x={1} y={place.top} width={room.name - 6} height={place.height} rx={7} />
      <text x={room.name - 13} y={place.top + place.height / 2 + 4} textAnchor="middle">
        {isOpen ? '−' : '+'}
      </text>
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
      {...UNREAD}
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
