// A plot: lines with bands, capacities, published figures, the finding as its title. Where its x axis is a setting, the
// lamp stands on it and is dragged along it (lamp rail); otherwise the values are read by pointer, tap or arrow keys.
// Either way the pointer reads a point, and the table has them all.

import type { KeyboardEvent, PointerEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import type { Text } from '../../base/text.ts';
import { Say, usePlain } from '../say.tsx';
import { useWidth } from '../use-size.ts';
import { AxisWords } from './axis-words.tsx';
import { figure } from './figure-words.ts';
import { GlyphSign, LimitSign, PublishedSign } from './glyph.tsx';
import { lampPlaces } from './lamp-places.ts';
import { PlotDrawing } from './plot-drawing.tsx';
import type { PlotRoom, PlotScene } from './plot-scene.ts';
import { labelled, plotRoom, plotScene, rolesOf } from './plot-scene.ts';
import type { PlotAxis, PlotData, PlotWords, Rail } from './plot-types.ts';
import { railKey } from './rail-keys.ts';
import type { Stop } from './use-stops.ts';
import { nearest, useStops } from './use-stops.ts';
import './plot.css';

interface Props {
  readonly plot: PlotData;
  readonly words: PlotWords;
  readonly rail?: Rail | undefined;
  readonly height?: number | undefined;
}

export function Plot(props: Props) {
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  return (
    <figure className="plot">
      <div ref={root} className="plot-room" style={{ minHeight: (props.height ?? 240) + 40 }}>
        {width > 0 ? <Drawn {...props} width={width} /> : null}
      </div>
    </figure>
  );
}

function Drawn({ plot, words, rail, height, width }: Props & { readonly width: number }) {
  const plain = usePlain();
  const names = useEdgeNames(plot);
  const room = useMemo(() => plotRoom(width, plot, height), [width, plot, height]);
  // The value axis stays while values fit.
  const kept = useRef({ of: '', highest: 0 });
  const scene = useMemo(() => {
    const keep = kept.current.of === plot.id ? kept.current.highest : 0;
    return plotScene(plot, room, (label) => linesOf(names(label), room.right - 40), keep);
  }, [plot, room, names]);
  kept.current = { of: plot.id, highest: scene.highest };
  const stops = useStops(scene.stops);
  const [read, setRead] = useState<Stop | null>(null);
  const lamp = useMemo(
    () => (rail ? lampPlaces(plot, scene, room, rail.x) : null),
    [plot, scene, room, rail?.x, rail],
  );
  const withUnit = (axis: PlotAxis, value: number): string => `${figure(value)} ${plain(axis.unit)}`.trim();
  const here = stops.stop?.x ?? null;
  const over = (event: PointerEvent<HTMLElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setRead(scene.stops[nearest(scene.stops, x)] ?? null);
  };
  const face = rail
    ? railProps(rail, scene, plot, over)
    : {
        'aria-label': words.chart,
        'aria-valuemin': 0,
        'aria-valuemax': Math.max(0, scene.stops.length - 1),
        'aria-valuetext': here === null ? words.none : spoken(plot, here, plain, words, withUnit),
        ...stops.handlers,
        onPointerMove: over,
      };
  const shown = read ?? (stops.asked && !rail ? stops.stop : null);
  return (
    <>
      <p className="plot-axis-name" data-axis="y">
        <AxisWords axis={plot.y} log={words.log} />
      </p>
      <div
        className="plot-face"
        role="slider"
        tabIndex={0}
        aria-valuenow={rail ? rail.x : stops.index}
        data-rail={rail ? '' : undefined}
        {...face}
        onPointerLeave={() => setRead(null)}
        onBlur={() => setRead(null)}
      >
        <PlotDrawing
          plot={plot}
          scene={scene}
          room={room}
          cursor={shown}
          lamp={lamp}
          lampX={rail?.x ?? null}
        />
        {shown ? <Readout plot={plot} stop={shown} room={room} scene={scene} withUnit={withUnit} /> : null}
      </div>
      <p className="plot-axis-name" data-axis="x" style={{ paddingLeft: room.left }}>
        <AxisWords axis={plot.x} log={words.log} />
      </p>
      <Legend plot={plot} all={!labelled(room)} />
    </>
  );
}

function railProps(
  rail: Rail,
  scene: PlotScene,
  plot: PlotData,
  over: (event: PointerEvent<HTMLElement>) => void,
) {
  const hold = (event: PointerEvent<HTMLElement>): void => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    rail.onHold(Math.max(rail.min, Math.min(rail.max, scene.xOf(at))));
  };
  return {
    'aria-label': rail.name,
    'aria-valuemin': rail.min,
    'aria-valuemax': rail.max,
    'aria-valuetext': rail.text,
    'aria-disabled': rail.still || undefined,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || rail.still) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      hold(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) hold(event);
      else if (event.pointerType === 'mouse') over(event);
    },
    onPointerUp: rail.onSet,
    onPointerCancel: rail.onSet,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const to = rail.still ? null : railKey(event.key, rail, plot);
      if (to === null) return;
      event.preventDefault();
      event.stopPropagation();
      rail.onHold(to);
    },
    onKeyUp: rail.onSet,
  };
}

/** What a point says, beside the cursor. */
function Readout({
  plot,
  stop,
  room,
  scene,
  withUnit,
}: {
  readonly plot: PlotData;
  readonly stop: Stop;
  readonly room: PlotRoom;
  readonly scene: PlotScene;
  readonly withUnit: (axis: PlotAxis, value: number) => string;
}) {
  const left = stop.at > room.width / 2;
  const style = left ? { right: room.width - stop.at + 12 } : { left: stop.at + 12 };
  return (
    <div className="plot-readout" style={{ ...style, top: room.top }} aria-hidden="true">
      <p>{withUnit(plot.x, stop.x)}</p>
      {scene.series.map(({ id, index, order }) => {
        const one = plot.series[index];
        const value = one?.points.find(([x]) => x === stop.x)?.[1];
        return one && value !== undefined ? (
          <p key={id}>
            <GlyphSign order={order} />
            <b>{withUnit(plot.y, value)}</b> <Say text={one.label} />
          </p>
        ) : null;
      })}
    </div>
  );
}

/** The point at an x, in words. */
function spoken(
  plot: PlotData,
  x: number,
  plain: (text: Text) => string,
  words: PlotWords,
  withUnit: (axis: PlotAxis, value: number) => string,
): string {
  const values = plot.series.flatMap(({ label, points }) => {
    const y = points.find(([px]) => px === x)?.[1];
    return y === undefined ? [] : [`${plain(label)} ${withUnit(plot.y, y)}`];
  });
  return [words.at(withUnit(plot.x, x)), ...values].join(', ');
}

/** Names that do not stand at a line: of rings, and on a phone of all. */
function Legend({ plot, all }: { readonly plot: PlotData; readonly all: boolean }) {
  const roles = rolesOf(plot);
  const rings = (plot.published ?? []).filter(({ x }) => all || x !== undefined);
  if (!all && rings.length === 0) return null;
  return (
    <ul className="plot-legend">
      {all
        ? plot.series.map((one, index) => (
            <li key={one.id}>
              <GlyphSign order={roles[index]?.order ?? index} />
              <Say text={one.label} />
            </li>
          ))
        : null}
      {all
        ? plot.limits?.map((one) => (
            <li key={one.label.key}>
              <LimitSign />
              <Say text={one.label} />
            </li>
          ))
        : null}
      {rings.map((one) => (
        <li key={`${one.label.key}${one.x ?? ''}${one.y ?? ''}`}>
          <PublishedSign />
          <Say text={one.label} />
        </li>
      ))}
    </ul>
  );
}

/** The words of a label, the same function as long as the plot and the language are the same. */
function useEdgeNames(plot: PlotData): (label: Text) => string {
  const plain = usePlain();
  const words = [...plot.series, ...(plot.published ?? [])].map(({ label }) => plain(label)).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `words` stands for the language
  return useMemo(() => plain, [words]);
}

/** Over how many lines a name of 12.5 px runs: 6.7 px a letter is a little more than the faces measure. */
const linesOf = (words: string, width: number): number => {
  let line = 0;
  let lines = 1;
  for (const word of words.split(/(?<=\s|[\u2e80-\uffff])/)) {
    let long = 0;
    for (const char of word) long += (char.codePointAt(0) ?? 0) > 0x2e7f ? 14 : 6.7;
    if (line > 0 && line + long > width) {
      lines++;
      line = 0;
    }
    line += long;
  }
  return lines;
};
