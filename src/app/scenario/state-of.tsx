// The state of everyone who takes part; what this step changed is lit, old value struck, new beside it. What changed
// comes first: the rest folds.

import { useState } from 'react';
import { lazyPart } from '../../widgets/part.ts';
import { Say } from '../../widgets/say.tsx';
import { set, usePage } from '../store.ts';
import { useT } from '../words.ts';
import { Rows } from './state-rows.tsx';
import './state-of.css';

const Picked = lazyPart(() => import('./picked.tsx').then((m) => m.Picked));

export function StateOf() {
  const t = useT();
  const panels = usePage((state) => state.frame?.panels);
  const head = usePage((state) => state.head);
  const begun = usePage((state) => (state.frame?.length ?? 0) > 0);
  const hot = usePage((state) => state.hot);
  const picks = usePage((state) => state.picked !== null);
  const [open, setOpen] = useState<Readonly<Record<string, boolean>>>({});
  if (!panels || !head || !begun) return null;
  const filled = panels.filter((panel) => panel.rows.length > 0);
  if (filled.length === 0) return null;
  return (
    <section className="state" aria-label={t('state.label')}>
      {picks ? <Picked /> : null}
      {filled.map((panel) => {
        const actor = head.actors.find(({ id }) => id === panel.actor);
        const changed = panel.rows.some((row) => row.was !== null);
        const shown = open[panel.actor] ?? changed;
        return (
          <details
            key={panel.actor}
            open={shown}
            data-hot={hot === `actor ${panel.actor}` || undefined}
            onPointerEnter={() => set({ hot: `actor ${panel.actor}` })}
            onPointerLeave={() => set({ hot: null })}
            onToggle={(event) => {
              const now = event.currentTarget.open;
              if (now !== shown) setOpen((known) => ({ ...known, [panel.actor]: now }));
            }}
          >
            <summary>{actor ? <Say text={actor.name} /> : panel.actor}</summary>
            <Rows rows={panel.rows} />
          </details>
        );
      })}
    </section>
  );
}
