// Story, next, state, tries, and what the view brings besides: one at a time on a phone, as tabs that arrow keys walk.

import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { text } from '../../base/text.ts';
import { Say } from '../../widgets/say.tsx';
import { TabRow, tabId } from '../../widgets/tab-row.tsx';
import type { Tab } from '../phone.ts';
import { TABS } from '../phone.ts';
import { openQuestion, set, usePage } from '../store.ts';
import type { SceneView } from '../views.ts';
import { shownView, systemView } from '../views.ts';
import { useT } from '../words.ts';
import './phone-tabs.css';

export type PhoneParts = Readonly<Record<Tab, ReactNode>>;
type Each = Tab | `own ${string}`;
const isOwn = (tab: Each): tab is `own ${string}` => tab.startsWith('own ');

/** A part that is null has no tab. */
export function PhoneTabs({ parts }: { readonly parts: PhoneParts }) {
  const t = useT();
  const beneath = useBeneath();
  const tabs: readonly Each[] = [
    ...TABS.filter((one) => parts[one] !== null),
    ...beneath.map(({ id }): Each => `own ${id}`),
  ];
  const wanted = usePage((state) => state.tab);
  const tab = tabs.includes(wanted) ? wanted : 'story';
  const ownIn = (each: Each) => beneath.find(({ id }) => each === `own ${id}`);
  const choices = usePage((state) =>
    state.shown.choices && openQuestion(state) === null ? (state.frame?.choices.length ?? 0) : 0,
  );
  const tries = usePage((state) => state.frame?.tries.length ?? 0);
  const counts: Partial<Record<Tab, number>> = { next: choices, tries: tries > 1 ? tries : 0 };
  return (
    <div className="phone-tabs">
      <TabRow
        name="tab"
        tabs={tabs}
        open={tab}
        shows={(each) => `tabpanel-${each}`}
        say={(each) => (
          <>
            {isOwn(each) ? <Say text={text(ownIn(each)?.name ?? '')} /> : t(`tab.${each}`)}
            {!isOwn(each) && counts[each] ? <b className="tab-count"> {counts[each]}</b> : null}
          </>
        )}
        onOpen={(to) => set({ tab: to })}
      />
      {tabs.map((each) => (
        <div
          key={each}
          role="tabpanel"
          id={`tabpanel-${each}`}
          aria-labelledby={tabId('tab', each)}
          className="tab-panel"
          hidden={tab !== each}
        >
          {isOwn(each) ? tab === each && <Own Draw={ownIn(each)?.Draw} /> : parts[each]}
        </div>
      ))}
    </div>
  );
}

type Beneath = NonNullable<SceneView['beneath']>;
const NONE: Beneath = [];

/** What the view that is shown has for below it, as soon as it is there. */
function useBeneath(): Beneath {
  const system = usePage((state) => state.frame?.system ?? '');
  const kind = usePage((state) =>
    state.frame?.scenes.some((one) => one.kind === shownView(state)) ? shownView(state) : '',
  );
  const [found, setFound] = useState({ kind, beneath: NONE });
  useEffect(() => {
    if (kind === '') return;
    systemView(system, kind).then(
      (view) => setFound({ kind, beneath: view.stand === 'experiment' ? NONE : (view.beneath ?? NONE) }),
      () => undefined,
    );
  }, [system, kind]);
  return found.kind === kind ? found.beneath : NONE;
}

function Own({ Draw }: { readonly Draw: Beneath[number]['Draw'] | undefined }) {
  const frame = usePage((state) => state.frame);
  const kind = usePage(shownView);
  const head = usePage((state) => state.head);
  const track = usePage((state) => state.track);
  const scene = frame?.scenes.find((one) => one.kind === kind);
  if (!Draw || !frame || !scene || !head || !track) return null;
  return <Draw {...{ scene, head, track, cursor: frame.cursor }} />;
}
