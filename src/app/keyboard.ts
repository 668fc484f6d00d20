// The keys of the page (list: dialogs/keys-dialog.tsx). Ignored while typing and in dialogs; a focused button keeps
// Space and Enter for itself.

import { orderedChoices } from './choices.ts';
import { togglePlay } from './play.ts';
import {
  answer,
  backStep,
  choose,
  goToTry,
  interesting,
  nextStep,
  skipQuestion,
  toEnd,
  toStart,
} from './run.ts';
import { openQuestion, page, set } from './store.ts';
import { nextView, shownExperiment } from './views.ts';

export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      set({ dialog: page().dialog === 'find' ? null : 'find' });
      return;
    }
    // A dialog closes itself; one that was asked for and has not arrived yet is called off.
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) set({ dialog: null });
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || page().dialog !== null)
      return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest('input, textarea, select, dialog, [contenteditable]')) return;
    if (event.key === ' ' && target?.closest('button, a, summary, [role="tab"]')) return;
    if (target?.closest('[role="tab"]') && event.key.startsWith('Arrow')) return;
    const act = actionOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf(key: string): (() => void) | null {
  if (key === '?') return () => set({ dialog: 'keys' });
  const state = page();
  const { frame, scenario } = state;
  if (!frame || !scenario || state.comparing) return null;
  // An experiment has keys of its own.
  if (shownExperiment(state) !== null) return key === 'v' || key === 'V' ? nextView : null;
  switch (key) {
    case ' ':
      return togglePlay;
    case 'ArrowRight':
      return () => void nextStep();
    case 'ArrowLeft':
      return backStep;
    case 'Home':
      return toStart;
    case 'End':
      return () => void toEnd();
    case 'n':
      return () => void interesting(1);
    case 'v':
    case 'V':
      return nextView;
    case 'N':
      return () => void interesting(-1);
    case 'j':
    case 'J':
      return () => walk(1);
    case 'k':
    case 'K':
      return () => walk(-1);
  }
  const asked = openQuestion(state);
  if (asked !== null && /^[a-h]$/i.test(key)) {
    const options = scenario.predictions.find((prediction) => prediction.id === asked)?.options ?? [];
    const option = options[key.toLowerCase().charCodeAt(0) - 97];
    return option ? () => answer(option.id) : null;
  }
  if (asked !== null && key.toLowerCase() === 's') return skipQuestion;
  if (asked === null && /^[1-9]$/.test(key)) {
    const choice = orderedChoices(frame)[Number(key) - 1];
    return choice ? () => void choose(choice.key) : null;
  }
  return null;
}

/** J and K move the focus among the choices, or among the tries where the focus is there. */
function walk(by: 1 | -1): void {
  const list =
    document.activeElement?.closest('[data-walk]') ?? document.querySelector('[data-walk="choices"]');
  const items = [...(list?.querySelectorAll<HTMLElement>('[data-walk-item]') ?? [])];
  if (items.length === 0) {
    const { frame } = page();
    const other = frame?.tries.find((info) => info.id !== frame.cursor.try);
    if (other) void goToTry(other.id, other.length);
    return;
  }
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}
