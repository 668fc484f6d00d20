// The drawing itself: grid, bands, published levels, lines with their signs, the cursor, and names at the right edge.

import { Say } from '../say.tsx';
import { Glyph, GlyphSign, HUES, PublishedSign } from './glyph.tsx';
import type { PlotRoom, PlotScene } from './plot-scene.ts';
import { labelled } from './plot-scene.ts';
import type { PlotData } from './plot-types.ts';
import type { Stop } from './use-stops.ts';

interface Props {
  readonly plot: PlotData;
  readonly scene: PlotScene;
  readonly room: PlotRoom;
  readonly cursor: Stop | null;
}

export function PlotDrawing({ plot, scene, room, cursor }: Props) {
  const right = room.width - room.right;
  const floor = room.height - room.bottom;
  return (
    <>
      <svg width={room.width} height={room.height} aria-hidden="true">
        {scene.yTicks.map((tick) => (
          <g key={tick.label}>
            <line className="plot-grid" x1={room.left} x2={right} y1={tick.at} y2={tick.at} />
            <text className="plot-tick" x={room.left - 8} y={tick.at} dy="0.35em" textAnchor="end">
              {tick.label}
            </text>
          </g>
        ))}
        <line className="plot-floor" x1={room.left} x2={right} y1={floor} y2={floor} />
        {scene.xTicks.map((tick) => (
          <g key={tick.label}>
            <line className="plot-floor" x1={tick.at} x2={tick.at} y1={floor} y2={floor + 5} />
            <text className="plot-tick" x={tick.at} y={floor + 20} textAnchor="middle">
              {tick.label}
            </text>
          </g>
        ))}
        {scene.series.map((one) =>
          one.band === null ? null : (
            <path key={one.id} className="plot-band" data-series={one.order % HUES} d={one.band} />
          ),
        )}
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
              key={`${label.kind}${label.order}`}
              className="plot-leader"
              d={`M${right + 2},${label.from}L${right + 12},${label.y}`}
            />
          ) : null,
        )}
        {scene.series.map((one) => (
          <g key={one.id} data-series={one.order % HUES}>
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
      </svg>
      {labelled(room)
        ? scene.labels.map(({ kind, order, y }) => {
            const named = kind === 'series' ? plot.series[order] : plot.published?.[order];
            return named ? (
              <span
                key={`${kind}${order}`}
                className="plot-name"
                data-kind={kind}
                style={{ left: right + 14, top: y, width: room.right - 14 }}
              >
                {kind === 'series' ? <GlyphSign order={order} /> : <PublishedSign />}
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
