// The values at the cursor in words, one row a series: read aloud when the cursor moves, and as large before as after.

import { Say, usePlain } from '../say.tsx';
import { figure } from './figure-words.ts';
import { GlyphSign, PublishedSign } from './glyph.tsx';
import type { PlotData, PlotWords } from './plot-types.ts';

interface Props {
  readonly plot: PlotData;
  readonly words: PlotWords;
  readonly x: number | null;
  /** The published figures too: they have no name in the drawing itself. */
  readonly names: boolean;
}

export function PlotReadout({ plot, words, x, names }: Props) {
  const plain = usePlain();
  const unit = plain(plot.y.unit);
  const published = (plot.published ?? []).filter((one) => names || one.x !== undefined);
  const inUnit = (value: number): string => `${figure(value)} ${unit}`.trim();
  return (
    <div className="plot-readout">
      <div aria-live="polite" aria-atomic="true">
        <p className="plot-readout-at">
          {x === null ? words.none : words.at(`${figure(x)} ${plain(plot.x.unit)}`.trim())}
        </p>
        <dl>
          {plot.series.map((one, order) => {
            const value = one.points.find(([px]) => px === x)?.[1];
            const range = one.band?.find(([px]) => px === x);
            return (
              <div key={one.id} className="plot-row">
                <dt>
                  <GlyphSign order={order} />
                  <span>
                    <Say text={one.label} />
                  </span>
                </dt>
                <dd>
                  <b>{value === undefined ? '–' : inUnit(value)}</b>
                  {one.band ? (
                    <span className="plot-range">
                      {range ? words.range(figure(range[1]), figure(range[2])) : '\u00a0'}
                    </span>
                  ) : null}
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
      {published.length > 0 ? (
        <dl aria-label={words.published}>
          {published.map((one) => (
            <div key={`${one.label.key}${one.x ?? ''}${one.y}`} className="plot-row">
              <dt>
                <PublishedSign />
                <span>
                  <Say text={one.label} />
                </span>
              </dt>
              <dd>
                <b>{inUnit(one.y)}</b>
                {one.x === undefined ? null : (
                  <span className="plot-range">
                    {words.at(`${figure(one.x)} ${plain(plot.x.unit)}`.trim())}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
