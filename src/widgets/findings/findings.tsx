// A scenario under load: the experiment first. Question, answer for the present setting, its figures, why (the plot, with
// the lamp on its axis), where it fills, and a small run to step through. On a phone the answer and the plot, the rest as
// tabs over a bar under the thumb.

import { useEffect, useState } from 'react';
import { text } from '../../base/text.ts';
import type { Findings } from '../../contract/system.ts';
import type { ExperimentProps } from '../../session/view-props.ts';
import { Glossed } from '../glossed.tsx';
import { Say } from '../say.tsx';
import type { View } from '../view.ts';
import { Answer, useNow, useSpoken } from './answer.tsx';
import { Paper } from './paper.tsx';
import { Doing, Next, Where } from './parts.tsx';
import { PhoneParts } from './phone-parts.tsx';
import type { Shown } from './plots.tsx';
import { PlotTabs, ShownPlot, useRail } from './plots.tsx';
import { FixControl, fixSwitch, Sliders } from './settings.tsx';
import { SmallRunPart } from './small-run.tsx';
import { useExperimentKeys } from './use-experiment-keys.ts';
import { useHeld } from './use-held.ts';
import './findings.css';

export const findings: View<ExperimentProps, Findings> = {
  kind: 'findings',
  stand: 'experiment',
  Draw,
  outline: ({ here, figures, plots, fill, answer }) => [
    { key: 'here', text: here },
    ...figures.map(({ id, value }) => ({ key: `figure ${id}`, text: value })),
    ...plots.slice(0, 1).map(({ title }) => ({ key: 'plot', text: title })),
    ...fill.boxes.map(({ id, says }) => ({ key: `box ${id}`, text: says })),
    { key: 'answer', text: answer },
  ],
};

/** How high the plot is where there is little room, and where there is more. */
const heightOf = (phone: boolean): number => (phone ? 216 : Math.max(216, Math.min(400, innerHeight - 560)));

function Draw(props: ExperimentProps) {
  const { head, params, findings: found, progress, size, set, steps } = props;
  const [shown, show] = useState<Shown>({ plot: 0, table: false });
  const held = useHeld(params, set);
  const now = useNow(head, found, held.shown);
  const spoken = useSpoken(found, now);
  const rail = useRail(found?.plots[0], held, spoken);
  const fix = fixSwitch(head);
  // What is seen is not the answer from the moment that another setting is held.
  const slow = useSlow(progress !== null || held.shown !== params);
  useExperimentKeys({ found, rail, shown, show, fix, params, set });
  const { scenario } = head;
  const asks = text(`${scenario.id}.question`);
  const heading = (
    <div className="scenario-heading" data-part="heading">
      <h1>
        <Say text={text(`${scenario.id}.title`)} />
      </h1>
      <p className="scenario-question">
        <Glossed text={asks} />
      </p>
    </div>
  );
  const live = (
    <p className="visually-hidden" aria-live="polite" data-part="live">
      {progress === null ? spoken : ''}
    </p>
  );
  const plot = found ? (
    <ShownPlot
      found={found}
      shown={size.phone ? { plot: 0, table: false } : shown}
      held={held}
      spoken={spoken}
      alone={size.phone}
      height={heightOf(size.phone)}
    />
  ) : (
    <div className="plot-awaited" />
  );
  if (size.phone) {
    return (
      <div className="experiment-page phone" data-old={slow || undefined}>
        {heading}
        <Answer asks={asks} found={found} now={now} running={slow ? (progress ?? 0) : null} />
        <div className="panel">{plot}</div>
        <PhoneParts {...props} held={held} now={now} shown={shown} show={show} spoken={spoken} />
        <Doing {...props} />
        <div className="experiment-bar" data-part="bar">
          {fix ? <FixControl one={fix} params={params} bar set={set} /> : null}
          <button type="button" className="button filled" onClick={steps}>
            <Say text={text('measure.steps')} />
          </button>
        </div>
        {live}
      </div>
    );
  }
  return (
    <div className="experiment-page wide" data-old={slow || undefined}>
      <div className="stage-column">
        {heading}
        <Answer asks={asks} found={found} now={now} running={slow ? (progress ?? 0) : null} />
        <div className="panel">
          {found ? <PlotTabs found={found} shown={shown} show={show} /> : null}
          {plot}
          {found ? <Where found={found} now={now} phone={false} /> : null}
          <SmallRunPart small={found?.small} steps={steps} />
        </div>
      </div>
      <aside className="story-column">
        {fix ? <FixControl one={fix} params={params} set={set} /> : null}
        <Sliders head={head} held={held} found={found} />
        <Paper scenario={scenario} found={found} />
        <Doing {...props} />
        <Next {...props} />
      </aside>
      {live}
    </div>
  );
}

/** Shorter than this is not worth a change of what is seen; by 200 ms it must be said. */
const SLOW_MS = 120;

function useSlow(running: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!running) {
      setSlow(false);
      return undefined;
    }
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [running]);
  return slow;
}
