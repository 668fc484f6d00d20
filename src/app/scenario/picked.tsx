// What was chosen in the picture, as State shows it: it stays while the run goes on, and goes when it is folded.

import { useEffect, useState } from 'react';
import type { Scene } from '../../contract/system.ts';
import { pagePart } from '../../widgets/part.ts';
import { Say } from '../../widgets/say.tsx';
import type { ThingOf } from '../../widgets/view.ts';
import { needWords } from '../need-words.ts';
import { set, usePage } from '../store.ts';
import { shownView, useSystemView } from '../views.ts';
import { Rows } from './state-rows.tsx';

export function Picked() {
  const thing = usePage((state) => state.picked);
  const kind = usePage(shownView);
  const scene = usePage((state) => state.frame?.scenes.find((one) => one.kind === kind));
  const thingOf = useThings(kind);
  const shown = scene && thing !== null ? thingOf?.(scene, thing) : null;
  if (!shown) return null;
  return (
    <details key={thing} open className="state-picked" onToggle={fold}>
      <summary>
        <span>
          <Say text={shown.name} />
        </span>
      </summary>
      <Rows rows={shown.rows} />
    </details>
  );
}

const fold = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }): void => {
  if (!currentTarget.open) set({ picked: null });
};

/** How the view that is shown tells of its things, once it and its words are there. */
function useThings(kind: string): ThingOf<Scene> | null {
  const system = usePage((state) => state.frame?.system ?? '');
  const language = usePage((state) => state.language);
  const view = useSystemView(system, kind);
  const things = view.stand === 'experiment' ? undefined : view.things;
  const [found, setFound] = useState<{ readonly thingOf: ThingOf<Scene>; readonly of: string } | null>(null);
  const of = `${kind} ${language}`;
  useEffect(() => {
    if (!things) return;
    Promise.all([pagePart(things.load), needWords(system, things.words)]).then(
      ([thingOf]) => setFound({ thingOf, of }),
      () => undefined,
    );
  }, [things, system, of]);
  return found?.of === of ? found.thingOf : null;
}
