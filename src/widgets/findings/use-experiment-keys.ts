// Keys of an experiment: arrows move the lamp, Page keys by a zone, S turns the fix, T the table, digits the tabs.

import { useEffect, useRef } from 'react';
import type { ChoiceSwitch, Findings, Params } from '../../contract/system.ts';
import type { Rail } from '../plot/plot-types.ts';
import { railKey } from '../plot/rail-keys.ts';
import type { Shown } from './plots.tsx';

interface Options {
  readonly found: Findings | null;
  readonly rail: Rail | undefined;
  readonly shown: Shown;
  show(shown: Shown): void;
  readonly fix: ChoiceSwitch | undefined;
  readonly params: Params;
  set(changes: Params): void;
}

/** Where the keys belong to what has the focus. */
const OWN = 'input, textarea, select, dialog, [contenteditable], [role="tab"], [role="slider"], .plot-table';

export function useExperimentKeys(options: Options): void {
  const now = useRef(options);
  now.current = options;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (document.querySelector('dialog[open]')) return;
      const letter = /^[a-z0-9]$/i.test(event.key);
      if (target?.closest(letter ? 'input:not([type="range"]), textarea, select' : OWN)) return;
      if (act(event.key, now.current)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

function act(key: string, { found, rail, shown, show, fix, params, set }: Options): boolean {
  if (!found) return false;
  const digit = Number(key);
  if (digit >= 1 && digit <= found.plots.length) {
    show({ ...shown, plot: digit - 1 });
    return true;
  }
  switch (key) {
    case 't':
    case 'T':
      show({ ...shown, table: !shown.table });
      return true;
    case 's':
    case 'S': {
      if (!fix) return false;
      const at = fix.values.indexOf(String(params[fix.name] ?? fix.default));
      set({ [fix.name]: fix.values[(at + 1) % fix.values.length] ?? fix.default });
      return true;
    }
  }
  const plot = found.plots[0];
  if (!rail || rail.still || !plot || key === 'Home' || key === 'End') return false;
  if (key === 'ArrowUp' || key === 'ArrowDown') return false;
  const to = railKey(key, rail, plot);
  if (to === null) return false;
  rail.onHold(to);
  return true;
}
