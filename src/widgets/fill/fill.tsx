// Where it fills: the boxes a request goes through, from left to right (on a phone from top to bottom), each with how
// full it was over the same time. What is full has a heavy edge, a cross and its word; below run the ways back.

import { useRef } from 'react';
import { figure } from '../plot/figure-words.ts';
import { Say, usePlain } from '../say.tsx';
import { useWidth } from '../use-size.ts';
import { fillPath, fillTicks, fillTops } from './fill-scene.ts';
import type { FillBack, FillBoxData, FillData } from './fill-types.ts';
import './fill.css';

interface Props {
  readonly fill: FillData;
  readonly phone: boolean;
}

export function Fill({ fill, phone }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const tops = fillTops(fill.boxes);
  // Where they would be too narrow to be read they stand below one another, as on a phone.
  const column = phone || (width > 0 && width / fill.boxes.length < 160);
  const count = fill.boxes.length;
  const px = column ? width / 2 - 24 : (width - WAY * (count - 1)) / count - 26;
  return (
    <div ref={root} className="fill" data-column={column || undefined}>
      <div className="fill-boxes">
        {fill.boxes.map((box, index) => (
          <Box key={box.id} box={box} top={tops[index] ?? 1} fill={fill} first={index === 0} px={px} />
        ))}
      </div>
      {column ? null : <Back fill={fill} width={width} />}
    </div>
  );
}

const WIDTH = 160;
const HEIGHT = 44;

interface BoxProps {
  readonly box: FillBoxData;
  readonly top: number;
  readonly fill: FillData;
  readonly first: boolean;
  /** How wide its picture is, about. */
  readonly px: number;
}

function Box({ box, top, fill, first, px }: BoxProps) {
  const plain = usePlain();
  const { span, unit } = fill.x;
  const ticks = fillTicks(span, Math.max(1, Math.min(3, Math.floor((px - 8 * plain(unit).length) / 60))));
  const limitY = box.limit === null ? null : HEIGHT - (HEIGHT * box.limit) / top;
  return (
    <>
      {first ? null : <Way lost={box.lost === true} />}
      <div className="fill-box" data-full={box.full || undefined} data-told={`box ${box.id}`}>
        <p className="fill-name">
          <b>
            <Say text={box.name} />
          </b>
          <span>
            <Say text={box.note} />
          </span>
        </p>
        <div className="fill-picture">
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            height={HEIGHT}
          >
            <path className="fill-level" d={fillPath(box.levels, top, WIDTH, HEIGHT)} />
            <path className="fill-floor" d={`M0,${HEIGHT}H${WIDTH}`} />
            {limitY === null ? null : <path className="fill-limit" d={`M0,${limitY}H${WIDTH}`} />}
          </svg>
          <p className="fill-ticks" aria-hidden="true">
            {ticks.map((time, index) => (
              <span key={time} style={{ left: `${(100 * time) / Math.max(span, 1e-9)}%` }}>
                {figure(time)}
                {index === ticks.length - 1 ? ` ${plain(unit)}` : ''}
              </span>
            ))}
          </p>
        </div>
        <p className="fill-says">
          {box.full ? <span aria-hidden="true">✕ </span> : null}
          <Say text={box.says} />
        </p>
      </div>
    </>
  );
}

function Way({ lost }: { readonly lost: boolean }) {
  return (
    <svg className="fill-way" data-lost={lost || undefined} viewBox="0 0 36 16" aria-hidden="true">
      <path d="M1,8H27" />
      <path className="fill-head" d="M35,8l-9,-4.5v9z" />
      {lost ? <path className="fill-cross" d="M11,4l8,8m0,-8l-8,8" /> : null}
    </svg>
  );
}

const WAY = 44;
const ROW = 22;

/** The ways back, each on a row of its own, its words in the middle of it. */
function Back({ fill, width }: { readonly fill: FillData; readonly width: number }) {
  const count = fill.boxes.length;
  if (width === 0 || fill.back.length === 0) return null;
  const each = (width - WAY * (count - 1)) / count;
  const left = (id: string): number =>
    Math.max(
      0,
      fill.boxes.findIndex((box) => box.id === id),
    ) *
    (each + WAY);
  const ways = fill.back.map((way, row) => ({
    way,
    from: left(way.from) + each * 0.5,
    to: left(way.to) + each * (0.62 - 0.36 * row),
    y: 14 + row * ROW,
  }));
  return (
    <div className="fill-back" style={{ height: 14 + ways.length * ROW }}>
      <svg width={width} height={14 + ways.length * ROW} aria-hidden="true">
        {ways.map(({ way, from, to, y }) => (
          <g key={`${way.from}${way.to}`} data-lost={way.lost || undefined}>
            <path d={`M${from},0V${y - 6}q0,6,-6,6H${to + 6}q-6,0,-6,-6V9`} />
            <path className="fill-head" d={`M${to},0l-4.5,9h9z`} />
          </g>
        ))}
      </svg>
      {ways.map(({ way, from, to, y }) => (
        <BackWords key={`${way.from}${way.to}`} way={way} at={(from + to) / 2} y={y} />
      ))}
    </div>
  );
}

const BackWords = ({ way, at, y }: { readonly way: FillBack; readonly at: number; readonly y: number }) => (
  <span className="fill-back-words" data-lost={way.lost || undefined} style={{ left: at, top: y }}>
    <Say text={way.text} />
  </span>
);
