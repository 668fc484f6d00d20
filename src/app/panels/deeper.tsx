// Under a run, what else can be asked of it: goals, the map of all orders, why, a measurement. Buttons until they are
// wanted; one is open at a time, and nothing is loaded before.

import { lazy, Suspense, useState } from 'react';
import type { PageState } from '../store.ts';
import { openQuestion, usePage } from '../store.ts';
import { useT } from '../words.ts';
import './deeper.css';

const ExperimentPanel = lazy(() =>
  import('./experiment-panel.tsx').then((m) => ({ default: m.ExperimentPanel })),
);
const GoalsPanel = lazy(() => import('./goals-panel.tsx').then((m) => ({ default: m.GoalsPanel })));
const MapPanel = lazy(() => import('./map-panel.tsx').then((m) => ({ default: m.MapPanel })));
const WhyPanel = lazy(() => import('./why-panel.tsx').then((m) => ({ default: m.WhyPanel })));

const PANELS = { measure: ExperimentPanel, goals: GoalsPanel, map: MapPanel, why: WhyPanel } as const;
type Panel = keyof typeof PANELS;

/** What can be asked of this run now; a run that has just begun is left in peace. */
function useful(state: PageState, panel: Panel): boolean {
  const { frame, scenario } = state;
  if (!frame || !scenario) return false;
  switch (panel) {
    case 'measure':
      return scenario.measured === true;
    case 'goals':
      return state.shown.choices && (scenario.goals?.length ?? 0) > 0;
    case 'map':
      return state.shown.choices && openQuestion(state) === null;
    case 'why':
      return frame.properties.some(({ soFar }) => soFar === 'violated');
  }
}

export function Deeper() {
  const t = useT();
  const [open, setOpen] = useState<Panel | null>(null);
  const listed = usePage((state) =>
    (Object.keys(PANELS) as Panel[]).filter((panel) => panel === open || useful(state, panel)).join(' '),
  );
  if (listed === '') return null;
  const Shown = open === null ? null : PANELS[open];
  return (
    <section className="deeper" aria-label={t('panel.label')}>
      <div className="row">
        {listed.split(' ').map((panel) => (
          <button
            key={panel}
            type="button"
            className="button"
            aria-expanded={panel === open}
            aria-controls={`panel-${panel}`}
            onClick={() => setOpen(panel === open ? null : (panel as Panel))}
          >
            {t(`panel.${panel as Panel}`)}
          </button>
        ))}
      </div>
      {Shown && open ? (
        <div className="panel deeper-panel" id={`panel-${open}`}>
          <Suspense fallback={null}>
            <Shown />
          </Suspense>
        </div>
      ) : null}
    </section>
  );
}
