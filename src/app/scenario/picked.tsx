// What was chosen in the picture, as State shows it: it stays while the run goes on, and goes when it is folded.

import { Say } from '../../widgets/say.tsx';
import { set, usePage } from '../store.ts';
import { shownView, useSystemView } from '../views.ts';
import { Rows } from './state-of.tsx';

export function Picked() {
  const thing = usePage((state) => state.picked);
  const system = usePage((state) => state.frame?.system ?? '');
  const kind = usePage(shownView);
  const scene = usePage((state) => state.frame?.scenes.find((one) => one.kind === kind));
  const view = useSystemView(system, kind);
  const shown = scene && thing !== null && view.stand !== 'experiment' ? view.thing?.(scene, thing) : null;
  if (!shown) return null;
  return (
    <details key={thing} open className="state-picked" onToggle={fold}>
      <summary>
        <Say text={shown.name} />
      </summary>
      <Rows rows={shown.rows} />
    </details>
  );
}

const fold = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }): void => {
  if (!currentTarget.open) set({ picked: null });
};
