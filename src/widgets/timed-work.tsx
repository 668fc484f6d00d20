// Work that is timed on the reader's machine: begun by a button, with how far it is and a way to stop it; then its plots,
// each under its finding, with the table behind, and a line that says whose times these are.

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Text } from '../base/text.ts';
import { text } from '../base/text.ts';
import type { Findings } from '../contract/system.ts';
import type { ExperimentProps } from '../session/view-props.ts';
import { Glossed } from './glossed.tsx';
import { Plot } from './plot/plot.tsx';
import { PlotTable } from './plot/plot-table.tsx';
import type { PlotData } from './plot/plot-types.ts';
import { usePlotWords } from './plot/plot-words.ts';
import { Say, usePlain } from './say.tsx';
import type { Told, View } from './view.ts';
import './timed-work.css';

interface Found {
  readonly here: Text;
  readonly plots: readonly PlotData[];
}

/** A view of such work, whose words begin with a name: `NAME.title`, `NAME.question`. */
export function timedView(
  kind: string,
  name: string,
): View<ExperimentProps, Findings> & { readonly stand: 'experiment' } {
  function Draw(props: ExperimentProps) {
    return (
      <TimedWork
        {...props}
        heading={
          <>
            <h1>
              <Say text={text(`${name}.title`)} />
            </h1>
            <p className="scenario-question">
              <Glossed text={text(`${name}.question`)} />
            </p>
          </>
        }
        phone={props.size.phone}
        start={() => props.measure('same')}
      />
    );
  }
  return { kind, stand: 'experiment', Draw, outline: toldOfTimed };
}

/** What is told of it: the findings first. */
const toldOfTimed = ({ here, plots }: Found): readonly Told[] => [
  ...plots.map(({ id, title }) => ({ key: `plot ${id}`, text: title })),
  { key: 'here', text: here },
];

interface Props {
  readonly heading: ReactNode;
  readonly findings: Found | null;
  /** From 0 to 1, while it runs. */
  readonly progress: number | null;
  readonly failure: Text | null;
  readonly phone: boolean;
  start(): void;
  stop(): void;
  steps(): void;
}

function TimedWork({ heading, findings, progress, failure, phone, start, stop, steps }: Props) {
  const plain = usePlain();
  const words = usePlotWords();
  const [table, setTable] = useState(false);
  const percent = Math.floor((progress ?? 0) * 100);
  return (
    <div className={`timed-work ${phone ? 'phone' : 'wide'}`} data-old={progress !== null || undefined}>
      <div className="scenario-heading" data-part="heading">
        {heading}
      </div>
      <div className="row" data-part="timing">
        {progress === null ? (
          <button type="button" className="button filled" onClick={start}>
            <Say text={text(findings ? 'timed.again' : 'timed.start')} />
          </button>
        ) : (
          <>
            <button type="button" className="button filled" onClick={stop}>
              <Say text={text('timed.stop')} />
            </button>
            <progress max={1} value={progress} aria-label={plain(text('timed.running', { percent }))} />
            <span>
              <Say text={text('timed.running', { percent })} />
            </span>
          </>
        )}
        <button type="button" className="button opens-steps" onClick={steps}>
          <Say text={text('measure.steps')} />
        </button>
        {findings ? (
          <button
            type="button"
            className="button bare"
            aria-expanded={table}
            onClick={() => setTable(!table)}
          >
            <Say text={text(table ? 'plot.hideTable' : 'plot.showTable')} />
          </button>
        ) : null}
      </div>
      <p className="timed-machine" role="status" data-part="machine">
        {failure ? (
          <Say text={failure} />
        ) : progress !== null ? null : (
          <Say text={text(findings ? 'timed.machine' : 'timed.before')} />
        )}
      </p>
      {findings ? (
        <>
          <p data-told="here">
            <Say text={findings.here} />
          </p>
          <div className="timed-plots">
            {findings.plots.map((plot) => (
              <section key={plot.id} className="panel" data-told={`plot ${plot.id}`}>
                <h2>
                  <Say text={plot.title} />
                </h2>
                {table ? (
                  <PlotTable plot={plot} words={words} />
                ) : (
                  <Plot plot={plot} words={words} height={phone ? 220 : 300} />
                )}
              </section>
            ))}
          </div>
        </>
      ) : null}
    </div>
  );
}
