// A plot: lines with bands, published figures beside them, the finding as its title. Values are read by pointer, tap or
// arrow keys from the readout below, which never changes its size; the table behind the button has them all.

import { useId, useMemo, useRef, useState } from 'react';
import type { Text } from '../../base/text.ts';
import { Say, usePlain } from '../say.tsx';
import { useWidth } from '../use-size.ts';
import { AxisWords } from './axis-words.tsx';
import { figure } from './figure-words.ts';
import { PlotDrawing } from './plot-drawing.tsx';
import { PlotReadout } from './plot-readout.tsx';
import { labelled, plotRoom, plotScene } from './plot-scene.ts';
import { PlotTable } from './plot-table.tsx';
import type { PlotAxis, PlotData, PlotWords } from './plot-types.ts';
import { useStops } from './use-stops.ts';
import './plot.css';

interface Props {
  readonly plot: PlotData;
  readonly words: PlotWords;
}

export function Plot({ plot, words }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const [table, setTable] = useState(false);
  const title = useId();
  return (
    <figure className="plot" aria-labelledby={title}>
      <figcaption id={title} className="plot-title">
        <Say text={plot.title} />
      </figcaption>
      <div ref={root} className="plot-room">
        {width > 0 ? <Drawn plot={plot} words={words} width={width} /> : null}
      </div>
      <button type="button" className="button bare" aria-expanded={table} onClick={() => setTable(!table)}>
        {table ? words.hideTable : words.showTable}
      </button>
      {table ? <PlotTable plot={plot} words={words} /> : null}
    </figure>
  );
}

function Drawn({ plot, words, width }: Props & { readonly width: number }) {
  const plain = usePlain();
  const room = plotRoom(width);
  const names = useEdgeNames(plot);
  const scene = useMemo(
    () => plotScene(plot, plotRoom(width), (label) => linesOf(names(label), plotRoom(width).right - 40)),
    [plot, width, names],
  );
  const stops = useStops(scene.stops);
  const here = stops.stop?.x ?? null;
  const withUnit = (axis: PlotAxis, value: number): string => `${figure(value)} ${plain(axis.unit)}`.trim();
  return (
    <>
      <AxisName axis={plot.y} />
      <div
        className="plot-face"
        role="slider"
        tabIndex={0}
        aria-label={words.chart}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, scene.stops.length - 1)}
        aria-valuenow={stops.index}
        aria-valuetext={here === null ? words.none : words.at(withUnit(plot.x, here))}
        {...stops.handlers}
      >
        <PlotDrawing plot={plot} scene={scene} room={room} cursor={stops.asked ? stops.stop : null} />
      </div>
      <p className="plot-axis-name" data-axis="x" style={{ paddingRight: room.right }}>
        <AxisWords axis={plot.x} />
      </p>
      <PlotReadout plot={plot} words={words} x={here} names={!labelled(room)} />
    </>
  );
}

const AxisName = ({ axis }: { readonly axis: PlotAxis }) => (
  <p className="plot-axis-name" data-axis="y">
    <AxisWords axis={axis} />
  </p>
);

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
