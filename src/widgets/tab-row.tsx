// A row of tabs, one stop in the order of tabs: left and right go from one to the next and round. What they show, and how
// they look, is for whoever places them.

import type { KeyboardEvent, ReactNode } from 'react';

interface Props<T extends string> {
  /** Begins the ids of the tabs: `NAME-TAB`. */
  readonly name: string;
  readonly tabs: readonly T[];
  readonly open: T;
  /** The id of what a tab shows. */
  readonly shows: (tab: T) => string;
  readonly label?: string;
  readonly className?: string;
  /** Which part of a view's frame it is. */
  readonly part?: string;
  readonly say: (tab: T) => ReactNode;
  /** Why there is nothing in it now; null where there is. */
  readonly lack?: (tab: T) => string | null;
  onOpen(tab: NoInfer<T>): void;
}

export const tabId = (name: string, tab: string): string => `${name}-${tab}`;

export function TabRow<T extends string>(props: Props<T>) {
  const { name, tabs, open, shows, label, className, part, say, lack, onOpen } = props;
  const walk = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(open) + by + tabs.length) % tabs.length] ?? open;
    onOpen(next);
    document.getElementById(tabId(name, next))?.focus();
  };
  return (
    <div role="tablist" className={className} aria-label={label} data-part={part} onKeyDown={walk}>
      {tabs.map((tab) => {
        const reason = lack?.(tab) ?? null;
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            id={tabId(name, tab)}
            aria-selected={tab === open}
            aria-controls={shows(tab)}
            aria-disabled={reason !== null || undefined}
            title={reason ?? undefined}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => onOpen(tab)}
          >
            {say(tab)}
          </button>
        );
      })}
    </div>
  );
}
