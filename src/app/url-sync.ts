// The address always names the moment on screen: the plain scenario at its start, else a link. It is replaced, not
// pushed: stepping leaves no trail in the browser's history; another scenario does.

import { scenarioHash } from './route.ts';
import { sessionClient } from './session-client.ts';
import { page } from './store.ts';

/** Browsers refuse more than some 200 changes in 30 seconds. */
const DELAY_MS = 160;
let timer: ReturnType<typeof setTimeout> | undefined;

export interface PageHistory {
  readonly run: string;
}

/** The address and entry of the history that the page last opened or wrote. */
let known = '';

const entry = (): string => `${location.hash} ${(history.state as PageHistory | null)?.run ?? ''}`;

/** True once for each address that the page did not write itself. */
export function isNewAddress(): boolean {
  if (entry() === known) return false;
  known = entry();
  return true;
}

export function addressSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void writeAddress(), page().playing ? 4 * DELAY_MS : DELAY_MS);
}

export async function writeAddress(): Promise<void> {
  clearTimeout(timer);
  const { frame, runId } = page();
  // Somebody has gone elsewhere, and the page is about to follow.
  if (!frame || entry() !== known) return;
  const hash = await momentHash();
  const after = page();
  if (after.runId !== runId || after.frame !== frame || entry() !== known) return;
  const state: PageHistory = { run: runId };
  history.replaceState(state, '', `${location.pathname}${location.search}${hash}`);
  known = entry();
}

/** The address of the moment on screen. */
export async function momentHash(): Promise<string> {
  const { frame, scenario } = page();
  if (!frame || !scenario) return '#/';
  const untouched =
    frame.cursor.step === 0 &&
    Object.entries(scenario.params).every(([name, value]) => frame.params[name] === value);
  const plain = scenarioHash(frame.system, frame.scenario);
  if (untouched && frame.length === 0) return plain;
  const { api } = await sessionClient();
  const link = await api.link();
  return link.slice(link.indexOf('#'));
}
