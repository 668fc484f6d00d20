// A plot over a run: axes that do not move, a sign for each step so far, the real history as a line where there is one.

import { line as lineOf, scaleLinear, scaleLog } from 'd3';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { useMedia } from '../../../widgets/use-size.ts';
import type { Told, View } from '../../../widgets/view.ts';
import type { CurveAxis, CurveMark, CurveScene } from '../scene-curve.ts';
import './curve.css';

export const curve: View<ViewProps<CurveScene>, CurveScene> & { readonly stand: 'moment' } = {
  kind: 'curve',
  stand: 'moment',
  Draw,
  outline: ({ marks, line, level }): readonly Told[] => [
    ...(level ? [{ key: 'level', text: level.text }] : []),
    ...(line ? [{ key: 'line', text: line.text }] : []),
    ...marks.map((mark) => ({ key: keyOf(mark), text: mark.text, step: mark.step })),
  ],
};

const keyOf = ({ series, x }: CurveMark): string => `mark ${series} ${x}`;

const scaleFor = ({ from, to, log }: CurveAxis, range: readonly [number, number]) =>
  (log ? scaleLog() : scaleLinear()).domain([from, to]).range(range);

const MARGIN = { top: 12, right: 16, bottom: 30, left: 66 };
/** What the frame and its air take of the width, and of a phone’s. */
const FRAME = 64;
const PHONE_FRAME = 32;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const short = (n: number): string => {
  const size = Math.abs(n);
  // Only an axis of powers of ten goes so low.
  if (size > 0 && size < 1e-3) return `10⁻${SUPERSCRIPTS[Math.round(-Math.log10(size))]}`;
  if (size >= 1e12) return `${n / 1e12} T`;
  if (size >= 1e9) return `${n / 1e9} G`;
  if (size >= 1e6) return `${n / 1e6} M`;
  return size >= 1e4 ? `${n / 1e3} k` : String(n);
};

function Draw({ scene, size, goTo }: ViewProps<CurveScene>) {
  const { x, y, marks, line, here, level, series } = scene;
  const plain = usePlain();
  const low = useMedia('(max-height: 960px)');
  const width = Math.max(280, size.width - (size.phone ? PHONE_FRAME : FRAME));
  const height = size.phone ? 260 : low ? 220 : 300;
  const sx = scaleFor(x, [MARGIN.left, width - MARGIN.right]);
  const sy = scaleFor(y, [height - MARGIN.bottom, MARGIN.top]);
  const inside = (value: number, { from, to }: CurveAxis): number => Math.min(to, Math.max(from, value));
  const at = (px: number, py: number): readonly [number, number] => [sx(inside(px, x)), sy(inside(py, y))];
  const last = Math.max(...marks.map(({ step }) => step));
  const orderOf = (id: string): number => series.findIndex((one) => one.id === id);
  const ticks = (axis: CurveAxis, scale: typeof sx): readonly number[] =>
    axis.log ? powersIn(axis) : scale.ticks(size.phone ? 4 : 6);
  return (
    <div className="curve-view">
      <p className="curve-series" data-part="series">
        <span className="curve-axis">
          <Say text={y.label} />
        </span>
        {series.map(({ id, label }) => (
          <span key={id} className="curve-name">
            <svg width="14" height="14" aria-hidden="true">
              <Sign order={orderOf(id)} cx={7} cy={7} />
            </svg>
            <Say text={label} />
          </span>
        ))}
      </p>
      <svg width={width} height={height} aria-hidden="true">
        <g data-part="axes" className="curve-axes">
          {ticks(y, sy).map((tick) => (
            <g key={tick}>
              <line x1={MARGIN.left} x2={width - MARGIN.right} y1={sy(tick)} y2={sy(tick)} />
              <text x={MARGIN.left - 8} y={sy(tick)} dy="0.32em" textAnchor="end">
                {short(tick)}
              </text>
            </g>
          ))}
          {ticks(x, sx).map((tick) => (
            <text key={tick} x={sx(tick)} y={height - 10} textAnchor="middle">
              {short(tick)}
            </text>
          ))}
        </g>
        {level ? (
          <g className="curve-level" data-told="level">
            <line
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={sy(inside(level.y, y))}
              y2={sy(inside(level.y, y))}
            />
            <text x={width - MARGIN.right} y={sy(inside(level.y, y)) - 6} textAnchor="end">
              {plain(level.text)}
            </text>
          </g>
        ) : null}
        {line ? (
          <path
            className="curve-line"
            data-told="line"
            d={lineOf()([...line.xs].map((px, i) => [...at(px, line.ys[i] ?? 0)])) ?? ''}
          />
        ) : null}
        {here === null ? null : (
          <line
            className="curve-here"
            data-part="here lamp"
            x1={sx(inside(here, x))}
            x2={sx(inside(here, x))}
            y1={MARGIN.top}
            y2={height - MARGIN.bottom}
          />
        )}
        {marks.map((mark) => {
          const [cx, cy] = at(mark.x, mark.y);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the steps themselves are reached by the keys; this is a short way for a pointer
            <g
              key={keyOf(mark)}
              data-told={keyOf(mark)}
              data-now={mark.step === last || undefined}
              className="curve-mark"
              onClick={() => goTo(mark.step)}
            >
              <Sign order={orderOf(mark.series)} cx={cx} cy={cy} />
            </g>
          );
        })}
      </svg>
      <p className="curve-axis" data-part="x">
        <Say text={x.label} />
      </p>
    </div>
  );
}

/** A filled circle, a hollow square, a hollow circle: shape before colour. */
function Sign({ order, cx, cy }: { readonly order: number; readonly cx: number; readonly cy: number }) {
  if (order === 1)
    return <rect className="curve-sign" data-order={order} x={cx - 4} y={cy - 4} width={8} height={8} />;
  return <circle className="curve-sign" data-order={order} cx={cx} cy={cy} r={4} />;
}

/** Powers of ten on a logarithmic axis, at most six. */
function powersIn({ from, to }: CurveAxis): readonly number[] {
  const all: number[] = [];
  for (let power = -8; power <= 18; power++) {
    const value = Number(`1e${power}`);
    if (value >= from && value <= to) all.push(value);
  }
  const every = Math.ceil(all.length / 6);
  return all.filter((_, i) => i % every === 0);
}
