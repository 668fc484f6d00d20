// Under a run, what else can be seen and asked of it: its tries, goals, the map of all orders, why. One row of tabs that
// is always the same; one that has nothing to show now is grey and says the reason. A panel is loaded when it is opened.

import { Suspense, useState } from 'react';
import { lazyPart } from '../../widgets/part.ts';
import { TabRow, tabId } from '../../widgets/tab-row.tsx';
import { Boundary } from '../boundary.tsx';
import { sayFault } from '../say-faults.ts';
import { Tries } from '../scenario/tries.tsx';
import type { PageState } from '../store.ts';
import { openQuestion, usePage } from '../store.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import './run-tabs.css';

const GoalsPanel = lazyPart(() => import('./goals-panel.tsx').then((m) => m.GoalsPanel));
const MapPanel = lazyPart(() => import('./map-panel.tsx').then((m) => m.MapPanel));
const WhyPanel = lazyPart(() => import('./why-panel.tsx').then((m) => m.WhyPanel));

const PANELS = { tries: Tries, goals: GoalsPanel, map: MapPanel, why: WhyPanel } as const;
type Panel = keyof typeof PANELS;
const ALL = Object.keys(PANELS) as readonly Panel[];

/** Why there is nothing in it now; null where there is. */
function lackOf(state: PageState, panel: Panel): PageKey | null {
  const { frame, scenario, head } = state;
  switch (panel) {
    case 'tries':
      return null;
    case 'goals':
      return (scenario?.goals?.length ?? 0) > 0 ? null : 'panel.goals.lacking';
    case 'map':
      if (head?.linear) return 'panel.map.lacking';
      return openQuestion(state) === null ? null : 'next.hidden';
    case 'why':
      return frame?.properties.some(({ soFar }) => soFar === 'violated') ? null : 'panel.why.lacking';
  }
}

export function RunTabs() {
  const t = useT();
  const [open, setOpen] = useState<Panel>('tries');
  const lacking = usePage((state) => ALL.map((panel) => lackOf(state, panel) ?? '').join(' ')).split(' ');
  const lack = (panel: Panel): PageKey | null => (lacking[ALL.indexOf(panel)] || null) as PageKey | null;
  const tries = usePage((state) => state.frame?.tries.length ?? 0);
  const goals = usePage((state) => state.scenario?.goals?.length ?? 0);
  const counts: Partial<Record<Panel, number>> = { tries, goals };
  const panelFailed = (error: unknown): void => {
    setOpen('tries');
    sayFault(error);
  };
  const reason = lack(open);
  const Shown = PANELS[open];
  return (
    <section className="run-tabs" aria-label={t('panel.label')}>
      <TabRow
        name="run-tab"
        className="tab-row"
        label={t('panel.label')}
        tabs={ALL}
        open={open}
        shows={() => 'run-panel'}
        lack={(panel) => {
          const why = lack(panel);
          return why && t(why);
        }}
        say={(panel) => (
          <>
            {t(`panel.${panel}`)}
            {counts[panel] ? <span className="count"> {counts[panel]}</span> : null}
          </>
        )}
        onOpen={setOpen}
      />
      <div role="tabpanel" id="run-panel" aria-labelledby={tabId('run-tab', open)} className="run-panel">
        {reason ? (
          <p className="small">{t(reason)}</p>
        ) : (
          <Boundary until={[open]} instead={() => null} onFailure={panelFailed}>
            <Suspense fallback={null}>
              <Shown />
            </Suspense>
          </Boundary>
        )}
      </div>
    </section>
  );
}
