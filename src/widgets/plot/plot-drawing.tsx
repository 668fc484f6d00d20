// The drawing itself: grid, zones, limits, published figures, lines with their signs, the lamp, and names at the edge.

import { Say, usePlain } from '../say.tsx';
import { figure, tickFigure } from './figure-words.ts';
import type { Box } from './free-place.ts';
import { freePlace } from './free-place.ts';
import { Glyph, GlyphSign, HUES, PublishedSign } from './glyph.tsx';
import type { LampPlaces } from './lamp-places.ts';
import { LAMP } from './lamp-places.ts';
import type { PlotRoom, PlotScene } from './plot-scene.ts';
import { labelled } from './plot-scene.ts';
import type { PlotData } from './plot-types.ts';
import type { Stop } from './use-stops.ts';

interface Props {
  readonly plot: PlotData;
  readonly scene: PlotScene;
  readonly room: PlotRoom;
  readonly cursor: Stop | null;
  readonly lamp: LampPlaces | null;
  readonly lampX: number | null;
}

/** Labels of 12.5 px: a letter is a little less than this wide. */
const LETTER = 6.6;
const widthOf = (words: string): number => {
  let width = 0;
  for (const char of words) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 14 : LETTER;
  return width;
};

export function PlotDrawing({ plot, scene, room, cursor, lamp, lampX }: Props) {
  const right = room.width - room.right;
  const floor = room.height - room.bottom;
  const inOrder = [...scene.series].sort((a, b) => b.order - a.order);
  return (
    <>
      <svg width={room.width} height={room.height} aria-hidden="true">
        {lamp ? (
          <rect
            className="plot-lamp"
            x={lamp.x - LAMP}
            y={room.top - 12}
            width={2 * LAMP}
            height={floor - room.top + 12 + 31}
            rx={9}
          />
        ) : null}
        {scene.yTicks.map((tick) => (
          <g key={tick.label}>
            <line className="plot-grid" x1={room.left} x2={right} y1={tick.at} y2={tick.at} />
            <text className="plot-tick" x={room.left - 8} y={tick.at} dy="0.35em" textAnchor="end">
              {tick.label}
            </text>
          </g>
        ))}
        <line className="plot-floor" x1={room.left} x2={right} y1={floor} y2={floor} />
        {scene.xTicks
          .filter((tick) => !lamp || Math.abs(tick.at - lamp.x) > LAMP + 12)
          .map((tick) => (
            <g key={tick.label}>
              <line className="plot-floor" x1={tick.at} x2={tick.at} y1={floor} y2={floor + 5} />
              <text className="plot-tick" x={tick.at} y={floor + 20} textAnchor="middle">
                {tick.label}
              </text>
            </g>
          ))}
        {scene.series.map((one) =>
          one.band === null ? null : (
            <path
              key={one.id}
              className="plot-band"
              data-role={one.role}
              data-series={one.order % HUES}
              d={one.band}
            />
          ),
        )}
        {scene.limits.map((one) => (
          <path key={one.index} className="plot-limit" d={`M${room.left},${one.y}H${right}`} />
        ))}
        {scene.published.map((one) =>
          one.x === null ? (
            <path key={one.order} className="plot-level" d={`M${room.left},${one.y}H${right}`} />
          ) : null,
        )}
        {cursor ? (
          <line className="plot-cursor" x1={cursor.at} x2={cursor.at} y1={room.top} y2={floor} />
        ) : null}
        {scene.labels.map((label) =>
          labelled(room) && Math.abs(label.from - label.y) > 6 ? (
            <path
              key={`${label.kind}${label.index}`}
              className="plot-leader"
              d={`M${right + 2},${label.from}L${right + 12},${label.y}`}
            />
          ) : null,
        )}
        {inOrder.map((one) => (
          <g key={one.id} data-series={one.order % HUES} data-role={one.role}>
            <path className="plot-line" d={one.path} />
            {one.glyphs.map((point) => (
              <Glyph key={point.x} order={one.order} x={point.x} y={point.y} />
            ))}
          </g>
        ))}
        {scene.published.map((one) =>
          one.x === null ? null : (
            <circle key={one.order} className="plot-ring" cx={one.x} cy={one.y} r={5.5} />
          ),
        )}
        {lamp ? <LampMarks lamp={lamp} floor={floor} at={lampX ?? 0} /> : null}
      </svg>
      <Zones plot={plot} scene={scene} room={room} />
      {labelled(room) ? <Limits plot={plot} scene={scene} room={room} lamp={lamp} /> : null}
      {lamp?.now ? (
        <b className="plot-value" style={placed(lamp.now.box)}>
          {lamp.now.words}
        </b>
      ) : null}
      {lamp?.fixed?.box ? (
        <span className="plot-value" data-fix="" style={placed(lamp.fixed.box)}>
          {lamp.fixed.words}
        </span>
      ) : null}
      {labelled(room)
        ? scene.labels.map(({ kind, index, y }) => {
            const shape = kind === 'series' ? scene.series[index] : null;
            const named = kind === 'series' ? plot.series[index] : plot.published?.[index];
            return named ? (
              <span
                key={`${kind}${index}`}
                className="plot-name"
                data-kind={kind}
                data-role={shape?.role}
                style={{ left: right + 14, top: y, width: room.right - 14 }}
              >
                {shape ? <GlyphSign order={shape.order} /> : <PublishedSign />}
                <span>
                  <Say text={named.label} />
                </span>
              </span>
            ) : null;
          })
        : null}
    </>
  );
}

const placed = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height });

function LampMarks({
  lamp,
  floor,
  at,
}: {
  readonly lamp: LampPlaces;
  readonly floor: number;
  readonly at: number;
}) {
  const { x, now, fixed } = lamp;
  const up = now && fixed ? Math.sign(fixed.y - now.y) : 0;
  return (
    <>
      {now && fixed && Math.abs(now.y - fixed.y) > 24 ? (
        <>
          <path className="plot-would" d={`M${x},${now.y + 7 * up}V${fixed.y - 13 * up}`} />
          <path
            className="plot-would-head"
            d={`M${x},${fixed.y - 7 * up}l-5,${-8 * up}h10z`}
            data-tip={up < 0 ? 'up' : 'down'}
          />
        </>
      ) : null}
      {fixed ? <rect className="plot-fixed" x={x - 4.5} y={fixed.y - 4.5} width={9} height={9} /> : null}
      {now ? <circle className="plot-now" cx={x} cy={now.y} r={5.5} /> : null}
      <circle className="plot-knob" cx={x} cy={floor} r={8} />
      <text className="plot-lamp-tick" x={x} y={floor + 25} textAnchor="middle">
        {at < 1000 ? figure(Number(at.toPrecision(3))) : tickFigure(at)}
      </text>
    </>
  );
}

/** A bracket narrower than this is not one. */
const NARROW = 14;

function Zones({ plot, scene, room }: Pick<Props, 'plot' | 'scene' | 'room'>) {
  const plain = usePlain();
  const top = room.top - 24;
  return scene.zones.map(({ index, from, to }) => {
    const zone = plot.zones?.[index];
    if (!zone || to - from < NARROW) return null;
    const words = plain(zone.label);
    return (
      <span
        key={index}
        className="plot-zone"
        data-good={zone.good || undefined}
        style={{ left: from + 1, width: Math.max(0, to - from - 3), top: top - 18 }}
      >
        {widthOf(words) <= to - from - 4 ? words : (shortly(words, to - from - 4) ?? '')}
      </span>
    );
  });
}

/** "good: 16 to 100" where there is room, "good" where there is less, nothing where there is none. */
function shortly(words: string, room: number): string | null {
  const short = words.split(/[:：]/)[0] ?? '';
  return widthOf(short) <= room ? short : null;
}

function Limits({ plot, scene, room, lamp }: Pick<Props, 'plot' | 'scene' | 'room' | 'lamp'>) {
  const plain = usePlain();
  const right = room.width - room.right;
  const lines = scene.series.map(({ line }) => line);
  const taken: Box[] = lamp
    ? [
        { x: lamp.x - LAMP - 2, y: 0, width: 2 * LAMP + 4, height: room.height },
        ...(lamp.now ? [lamp.now.box] : []),
        ...(lamp.fixed?.box ? [lamp.fixed.box] : []),
      ]
    : [];
  return scene.limits.map(({ index, y }) => {
    const limit = plot.limits?.[index];
    if (!limit) return null;
    const words = plain(limit.label);
    const width = widthOf(words) + 4;
    const starts = [0, 1, 0.5, 0.25, 0.75].map(
      (share) => room.left + 4 + share * (right - room.left - width - 8),
    );
    const wishes = [y - 20, y + 3, y + 9].flatMap((top) =>
      starts.map((x) => ({ x, y: top, width, height: 18 })),
    );
    const all: Box = { x: room.left, y: room.top - 22, width: right - room.left, height: room.height };
    const box = freePlace(wishes, lines, taken, all);
    return box ? (
      <span key={index} className="plot-limit-name" style={placed(box)}>
        {words}
      </span>
    ) : null;
  });
}
