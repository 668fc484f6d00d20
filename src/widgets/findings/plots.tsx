// The plots as tabs, the first with the lamp on its axis; the table in place of the plot that is shown.

import type { KeyboardEvent } from 'react';
import { text } from '../../base/text.ts';
import type { Findings, Params, Plot as PlotOf } from '../../contract/system.ts';
import { Plot } from '../plot/plot.tsx';
import { PlotTable } from '../plot/plot-table.tsx';
import type { Rail } from '../plot/plot-types.ts';
import { usePlotWords } from '../plot/plot-words.ts';
import { Say, usePlain } from '../say.tsx';
import type { Held } from './use-held.ts';

export interface Shown {
  readonly plot: number;
  readonly table: boolean;
}

interface Props {
  readonly found: Findings;
  readonly shown: Shown;
  readonly held: Held;
  readonly spoken: string;
  readonly alone?: boolean;
  readonly height: number;
  show(shown: Shown): void;
}

export function PlotTabs({ found, shown, show }: Pick<Props, 'found' | 'shown' | 'show'>) {
  const plain = usePlain();
  const walk = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const count = found.plots.length;
    const next = (shown.plot + by + count) % count;
    show({ ...shown, plot: next });
    document.getElementById(`plot-tab-${next}`)?.focus();
  };
  return (
    <div className="plot-tabs" data-part="tabs">
      <div role="tablist" aria-label={plain(text('measure.plots'))} onKeyDown={walk}>
        {found.plots.map((plot, index) => (
          <button
            key={plot.id}
            type="button"
            role="tab"
            id={`plot-tab-${index}`}
            aria-selected={index === shown.plot}
            aria-controls="plot-shown"
            tabIndex={index === shown.plot ? 0 : -1}
            onClick={() => show({ ...shown, plot: index })}
          >
            <Say text={plot.tab} />
          </button>
        ))}
      </div>
      <button
        type="button"
        className="button bare"
        aria-expanded={shown.table}
        onClick={() => show({ ...shown, table: !shown.table })}
      >
        <Say text={text(shown.table ? 'plot.hideTable' : 'plot.showTable')} />
      </button>
    </div>
  );
}

/** A plot with its title; `alone`: without tabs. */
export function ShownPlot({ found, shown, held, spoken, alone = false, height }: Omit<Props, 'show'>) {
  const words = usePlotWords();
  const plot = found.plots[shown.plot] ?? found.plots[0];
  const rail = useRail(plot, held, spoken);
  if (!plot) return null;
  return (
    <div
      className="plot-shown"
      {...(alone ? {} : { id: 'plot-shown', role: 'tabpanel', 'aria-labelledby': `plot-tab-${shown.plot}` })}
      {...(plot === found.plots[0] ? { 'data-told': 'plot' } : { 'data-part': 'plot' })}
    >
      <h2 className="plot-title">
        <Say text={plot.title} />
      </h2>
      {shown.table ? (
        <PlotTable plot={plot} words={words} />
      ) : (
        <Plot key={plot.id} plot={plot} words={words} rail={rail} height={height} />
      )}
    </div>
  );
}

/** The plot's axis as the slider that it is. */
export function useRail(plot: PlotOf | undefined, held: Held, spoken: string): Rail | undefined {
  const plain = usePlain();
  const { axis, here } = plot ?? {};
  if (!axis || here === undefined) return undefined;
  const { name, times, min, max, still = false } = axis;
  const x = still ? here : clamp(setting(held.shown, name) * times, min * times, max * times);
  return {
    x,
    min: min * times,
    max: max * times,
    still,
    name: plain(text(`switch.${name}`)),
    text: spoken,
    onHold: (to) => held.hold(name, step(to / times, setting(held.shown, name), min, max)),
    onSet: held.settle,
  };
}

const setting = (params: Params, name: string): number => Number(params[name] ?? 0);
const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

/** A whole value; a key always moves it. */
function step(to: number, from: number, min: number, max: number): number {
  const whole = Math.round(to);
  const moved = whole === from && Math.abs(to - from) > 1e-9 ? from + Math.sign(to - from) : whole;
  return clamp(moved, min, max);
}
