// Story, next, state, tries: one at a time on a phone, as tabs that arrow keys walk.

import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import { openQuestion, usePage } from '../store.ts';
import { useT } from '../words.ts';
import './phone-tabs.css';

const TABS = ['story', 'next', 'state', 'tries'] as const;
type Tab = (typeof TABS)[number];

/** A part that is null has no tab. */
export function PhoneTabs(parts: Readonly<Record<Tab, ReactNode>>) {
  const t = useT();
  const tabs = TABS.filter((tab) => parts[tab] !== null);
  const [tab, setTab] = useState<Tab>('story');
  const choices = usePage((state) =>
    state.shown.choices && openQuestion(state) === null ? (state.frame?.choices.length ?? 0) : 0,
  );
  const tries = usePage((state) => state.frame?.tries.length ?? 0);
  const counts: Partial<Record<Tab, number>> = { next: choices, tries: tries > 1 ? tries : 0 };
  const walk = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? 'story';
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div className="phone-tabs">
      <div role="tablist" onKeyDown={walk}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={tab === each}
            aria-controls={`tabpanel-${each}`}
            tabIndex={tab === each ? 0 : -1}
            onClick={() => setTab(each)}
          >
            {t(`tab.${each}`)}
            {counts[each] ? <b className="tab-count"> {counts[each]}</b> : null}
          </button>
        ))}
      </div>
      {tabs.map((each) => (
        <div
          key={each}
          role="tabpanel"
          id={`tabpanel-${each}`}
          aria-labelledby={`tab-${each}`}
          className="tab-panel"
          hidden={tab !== each}
        >
          {parts[each]}
        </div>
      ))}
    </div>
  );
}
