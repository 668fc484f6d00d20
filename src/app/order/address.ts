// The address always names the moment on screen: the plain scenario at its start, else a link. It is replaced, not
// pushed: stepping leaves no trail in the browser's history; another scenario does.

import { DEFAULT_SEED, differing, scenarioParams } from '../../contract/settings.ts';
import { scenarioHash } from '../route.ts';
import type { PageState } from '../store.ts';
import type { Rim } from './rim.ts';

/** Browsers refuse more than some 200 changes in 30 seconds. */
const DELAY_MS = 160;

export function createAddress({ store, place, after }: Pick<Rim, 'store' | 'place' | 'after'>) {
  let callOff: (() => void) | null = null;
  /** The address and entry of the history that the page last opened or wrote. */
  let known = '';
  const entry = (): string => `${place.hash()} ${place.run() ?? ''}`;

  function later(ms: number | null): void {
    callOff?.();
    callOff = ms === null ? null : after(ms, write);
  }

  function write(): void {
    later(null);
    const state = store.getState();
    // Somebody has gone elsewhere, and the page is about to follow.
    if (!state.frame || entry() !== known) return;
    place.replace(momentHash(state), state.runId);
    known = entry();
  }

  return {
    /** True once for each address that the page did not write itself. */
    isNew(): boolean {
      if (entry() === known) return false;
      known = entry();
      return true;
    },
    soon: (): void => later(store.getState().playing ? 4 * DELAY_MS : DELAY_MS),
    write,
    /** The run is being left: its moment is no longer to be written. */
    leave: (): void => later(null),
    /** A new entry of the history, which the page itself opens. */
    push(hash: string): void {
      place.push(hash, null);
      known = entry();
    },
  };
}

/** The address of the moment on screen. */
export function momentHash({ frame, scenario, system, link }: PageState): string {
  if (!frame || !scenario || !system) return '#/';
  const isUntouched =
    frame.length === 0 &&
    frame.seed === DEFAULT_SEED &&
    Object.keys(differing(scenarioParams(system, scenario), frame.params)).length === 0;
  return isUntouched ? scenarioHash(frame.system, frame.scenario) : link.slice(link.indexOf('#'));
}
