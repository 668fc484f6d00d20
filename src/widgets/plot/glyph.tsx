// A series' sign: shape first, colour after. The same sign stands on the line, at its name and in the readout.

import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3';

const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar] as const;

const pathOf = (order: number): string => symbol(SHAPES[order % SHAPES.length] ?? symbolCircle, 46)() ?? '';

interface Props {
  readonly order: number;
  readonly x: number;
  readonly y: number;
}

/** Inside an svg. Past six series the signs come again, hollow. */
export function Glyph({ order, x, y }: Props) {
  return (
    <path
      className="plot-glyph"
      data-hollow={order >= SHAPES.length || undefined}
      d={pathOf(order)}
      transform={`translate(${x},${y})`}
    />
  );
}

/** Beside a name. */
export function GlyphSign({ order }: { readonly order: number }) {
  return (
    <svg className="plot-sign" data-series={order % HUES} width="14" height="14" aria-hidden="true">
      <Glyph order={order} x={7} y={7} />
    </svg>
  );
}

/** The sign of what somebody can answer at most: a dashed line. */
export function LimitSign() {
  return (
    <svg className="plot-sign" width="22" height="14" aria-hidden="true">
      <path className="plot-limit" d="M0,7H22" />
    </svg>
  );
}

/** The sign of a published figure: a ring on a dashed line. */
export function PublishedSign() {
  return (
    <svg className="plot-sign" data-published="" width="22" height="14" aria-hidden="true">
      <path className="plot-level" d="M0,7H22" />
      <circle className="plot-ring" cx="11" cy="7" r="4" />
    </svg>
  );
}

/** Hues of the stylesheet (plot.css); with more series they come again, under another shape. */
export const HUES = 6;
