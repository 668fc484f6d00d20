// Story, next, state, tries: one at a time on a phone, as tabs that arrow keys walk.

import type { ReactNode } from 'react';
import { TabRow, tabId } from '../../widgets/tab-row.tsx';
import type { Tab } from '../phone.ts';
import { TABS } from '../phone.ts';
import { openQuestion, set, usePage } from '../store.ts';
import { useT } from '../words.ts';
import './phone-tabs.css';

/** A part that is null has no tab. */
export function PhoneTabs(parts: Readonly<Record<Tab, ReactNode>>) {
  const t = useT();
  const tabs = TABS.filter((tab) => parts[tab] !== null);
  const tab = usePage((state) => state.tab);
  const setTab = (to: Tab): void => set({ tab: to });
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
            {t(`tab.${each}`)}
            {counts[each] ? <b className="tab-count"> {counts[each]}</b> : null}
          </>
        )}
        onOpen={setTab}
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
          {parts[each]}
        </div>
      ))}
    </div>
  );
}
