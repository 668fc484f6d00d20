// Mining for real, on this machine: workers, target, the bytes that are hashed, the lowest hash so far; what each try
// took; and how long 200 blocks took, beside the law of such waits.

import { memo, useMemo, useRef, useState } from 'react';
import { grouped } from '../../../base/numbers.ts';
import { text } from '../../../base/text.ts';
import type { Findings } from '../../../contract/system.ts';
import type { ExperimentProps } from '../../../session/view-props.ts';
import { Glossed } from '../../../widgets/glossed.tsx';
import { Plot } from '../../../widgets/plot/plot.tsx';
import { PlotTable } from '../../../widgets/plot/plot-table.tsx';
import { usePlotWords } from '../../../widgets/plot/plot-words.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { View } from '../../../widgets/view.ts';
import type { MiningSettings } from '../mining/settings.ts';
import { miningSettings } from '../mining/settings.ts';
import { TARGETS } from '../mining/switches.ts';
import { AnotherHeader } from './another-header.tsx';
import { HeaderBytes } from './header-bytes.tsx';
import { MiningLanes, megahashes } from './mining-lanes.tsx';
import { MiningFigures, MiningStory, paceOf } from './mining-story.tsx';
import { MiningTries } from './mining-tries.tsx';
import { OwnBlock } from './own-block.tsx';
import { TargetScale } from './target-scale.tsx';
import { nearestOf, triedBy, useMining } from './use-mining.ts';
import './mining.css';

export const mining: View<ExperimentProps, Findings> = {
  kind: 'mining',
  stand: 'experiment',
  Draw,
  outline: ({ here, figures, plots }) => [
    ...plots.map(({ title }) => ({ key: 'plot', text: title })),
    { key: 'here', text: here },
    ...figures.map(({ id, value }) => ({ key: `figure ${id}`, text: value })),
  ],
};

interface Chosen {
  /** Place in TARGETS. */
  readonly target: number;
  readonly workers: number;
}

/** As the link has it; what was just chosen stands until the settings follow, which takes a moment. */
function useChosen({ params, cores, set }: Pick<ExperimentProps, 'params' | 'cores' | 'set'>) {
  const [own, setOwn] = useState<Chosen | null>(null);
  const turn = useRef(0);
  const asked = Number(params.mineWorkers);
  const chosen = own ?? {
    target: TARGETS.indexOf(params.mineTarget as (typeof TARGETS)[number]),
    workers: Math.min(cores, asked === 0 ? Math.max(1, cores - 1) : asked),
  };
  const choose = (changes: Partial<Chosen>): void => {
    const now = { ...chosen, ...changes };
    const mine = ++turn.current;
    setOwn(now);
    const workers = now.workers === Math.max(1, cores - 1) ? 0 : now.workers;
    void Promise.resolve(set({ mineTarget: TARGETS[now.target] as string, mineWorkers: workers })).finally(
      () => {
        if (turn.current === mine) setOwn(null);
      },
    );
  };
  return { ...chosen, choose };
}

function Draw(props: ExperimentProps) {
  const { head, params, size, cores, lowest, steps, next, findings } = props;
  const { target, workers, choose } = useChosen(props);
  const settings = useMemo(
    () => miningSettings({ ...params, target: TARGETS[target] as string }),
    [params, target],
  );
  const live = useMining(lowest, settings, workers);
  const last = live.looks.at(-1);
  const tried = triedBy(last?.seats ?? []);
  const best = live.nonce ?? nearestOf(last?.seats ?? [])?.at ?? null;
  const { scenario } = head;
  const heading = (
    <div className="scenario-heading" data-part="heading">
      <h1>
        <Say text={text(`${scenario.id}.title`)} />
      </h1>
      <p className="scenario-question">
        <Glossed text={text(`${scenario.id}.question`)} />
      </p>
    </div>
  );
  const buttons = (
    <div className="mining-buttons" data-part="buttons">
      {live.running ? (
        <button type="button" className="button filled" onClick={live.stop}>
          <Say text={text('mining.stop', { n: grouped(tried) })} />
        </button>
      ) : (
        <>
          {live.end === 'stopped' ? (
            <button type="button" className="button filled" onClick={live.goOn}>
              <Say text={text('mining.goOn')} />
            </button>
          ) : null}
          <button
            type="button"
            className={live.end === 'stopped' ? 'button' : 'button filled'}
            onClick={live.start}
          >
            <Say text={text(live.end ? 'mining.again' : 'mining.start')} />
          </button>
        </>
      )}
      <button type="button" className="button opens-steps" onClick={steps}>
        <Say text={text('measure.steps')} />
      </button>
    </div>
  );
  const controls = (
    <Controls target={target} workers={workers} choose={choose} cores={cores} running={live.running} />
  );
  return (
    <div className={`mining-page ${size.phone ? 'phone' : 'wide'}`}>
      <div className="stage-column">
        {heading}
        {controls}
        {size.phone ? <MiningStory live={live} settings={settings} /> : null}
        <div className="panel mining-panel">
          <AllNonces settings={settings} tried={tried} nonce={live.nonce} />
          <p className="mining-together" data-part="together">
            <Say text={text('mining.together')} />{' '}
            <b className="mining-number">
              <Say
                text={text('mining.rate', {
                  n: megahashes(paceOf(live)),
                })}
              />
            </b>
            <span className="mining-legend">
              <i className="mining-diamond" aria-hidden="true" /> <Say text={text('mining.diamond')} />
            </span>
          </p>
          <MiningLanes {...live} />
          <div className="mining-frame" data-running={live.running || undefined} data-part="frame lamp">
            <HeaderBytes header={settings.header} nonce={live.nonce ?? settings.from + tried} />
            <TargetScale settings={settings} best={best} found={live.nonce !== null} />
          </div>
          {size.phone ? null : buttons}
          <MiningTries tries={live.tries} />
        </div>
        <Law findings={findings} measure={props.measure} progress={props.progress} />
      </div>
      <aside className="story-column">
        {size.phone ? null : <MiningStory live={live} settings={settings} />}
        <MiningFigures live={live} settings={settings} />
        <OwnBlock settings={settings} live={live} set={props.set} />
        <AnotherHeader key={String(params.header)} params={params} set={props.set} running={live.running} />
        {next ? (
          <a className="button" href={next.href} data-part="next">
            <span>
              <Say text={text('measure.next')} /> <Say text={text(`${next.scenario}.title`)} />
            </span>
          </a>
        ) : null}
      </aside>
      {size.phone ? <div className="mining-bar">{buttons}</div> : null}
    </div>
  );
}

interface ControlsProps {
  readonly target: number;
  readonly workers: number;
  readonly cores: number;
  readonly running: boolean;
  choose(changes: Partial<Chosen>): void;
}

function Controls({ target, workers, choose, cores, running }: ControlsProps) {
  const plain = usePlain();
  const by = (more: number) => (
    <button
      type="button"
      className="button bare"
      aria-label={plain(text(more > 0 ? 'mining.more' : 'mining.fewer'))}
      disabled={running || workers + more < 1 || workers + more > cores}
      onClick={() => choose({ workers: workers + more })}
    >
      {more > 0 ? '+' : '−'}
    </button>
  );
  const said = plain(text(`switch.target.${TARGETS[target]}`));
  return (
    <div className="mining-controls" data-part="controls">
      {/* biome-ignore lint/a11y/useSemanticElements: a legend is no flex item */}
      <div role="group" aria-label={plain(text('switch.workers'))}>
        <span aria-hidden="true">{plain(text('switch.workers'))}</span>
        {by(-1)}
        <output aria-live="polite">{plain(text('mining.ofCores', { n: workers, cores }))}</output>
        {by(1)}
      </div>
      <label className="mining-slider">
        <span>{plain(text('switch.target'))}</span>
        <input
          type="range"
          min={0}
          max={TARGETS.length - 1}
          value={target}
          disabled={running}
          aria-valuetext={said}
          onChange={(event) => choose({ target: Number(event.target.value) })}
        />
        <output>{said}</output>
      </label>
    </div>
  );
}

/** All nonces there are, from the first that is tried. */
function AllNonces({
  settings,
  tried,
  nonce,
}: {
  readonly settings: MiningSettings;
  readonly tried: number;
  readonly nonce: number | null;
}) {
  const share = (n: number): string => `${(100 * n) / 2 ** 32}%`;
  const to = nonce ?? Math.min(2 ** 32, settings.from + tried);
  const percent = ((100 * tried) / 2 ** 32).toFixed(tried < 2 ** 30 ? 2 : 1);
  return (
    <div className="mining-all" data-part="all">
      <p>
        <Say text={text('mining.all', { percent })} />
      </p>
      <div className="mining-all-rail" aria-hidden="true">
        <span
          className="mining-all-done"
          style={{ left: share(settings.from), width: share(Math.max(0, to - settings.from)) }}
        />
        <span className="mining-all-lamp" style={{ left: share(to) }} />
        <span className="mining-all-end">
          2<sup>32</sup>
        </span>
      </div>
    </div>
  );
}

/** How long 200 blocks took. Ten times a second, while it mines, it need not be drawn again. */
const Law = memo(function Law({
  findings,
  measure,
  progress,
}: Pick<ExperimentProps, 'findings' | 'measure' | 'progress'>) {
  const words = usePlotWords();
  const [table, setTable] = useState(false);
  const plot = findings?.plots[0];
  if (!findings || !plot) return <div className="panel mining-law" aria-busy="true" />;
  return (
    <section className="panel mining-law">
      <div data-told="plot">
        <h2>
          <Say text={plot.title} />
        </h2>
        {table ? <PlotTable plot={plot} words={words} /> : <Plot plot={plot} words={words} height={220} />}
      </div>
      <div className="mining-law-side">
        <p data-told="here">
          <Say text={findings.here} />
        </p>
        <ul>
          {findings.figures.map(({ id, label, value }) => (
            <li key={id} data-told={`figure ${id}`}>
              <span>
                <Say text={label} />
              </span>{' '}
              <span className="mining-number">
                <Say text={value} />
              </span>
            </li>
          ))}
        </ul>
        <p className="small" data-part="note">
          <Say text={text('law.shaded')} />
        </p>
        <div className="mining-buttons" data-part="more">
          <button
            type="button"
            className="button"
            disabled={progress !== null}
            onClick={() => measure('another')}
          >
            <Say text={text('law.more')} />
          </button>
          <button
            type="button"
            className="button bare"
            aria-expanded={table}
            onClick={() => setTable(!table)}
          >
            <Say text={text(table ? 'plot.hideTable' : 'plot.showTable')} />
          </button>
        </div>
      </div>
    </section>
  );
});
