// What a learner has been through, in this browser only: scenarios whose question was answered or whose end was reached
// step by step, and predictions answered.

import type { CardScenario } from '../../contract/loading.ts';
import { isOver } from '../choices.ts';
import { recall, remember } from '../remember.ts';
import type { KeptRun } from '../storage/kept-run.ts';
import type { PageState } from '../store.ts';
import { usePage } from '../store.ts';

const nameOf = (system: string, scenario: string): string => `done.${system}.${scenario}`;

export const isDone = (system: string, scenario: string): boolean =>
  recall(nameOf(system, scenario)) !== null;

/** Its questions are answered, or this move is a step to its end: a leap to the end is neither. */
export function finishes(before: Progressed, { frame, scenario, guesses, runId }: Progressed): boolean {
  if (!frame || !scenario) return false;
  const predictions = scenario.predictions.filter(({ under }) => !under);
  if (predictions.length > 0 && predictions.every(({ id }) => guesses[id])) return true;
  if (before.runId !== runId || !before.frame || before.frame === frame || !isOver(frame)) return false;
  return before.frame.cursor.step === frame.cursor.step - 1;
}
export type Progressed = Pick<PageState, 'frame' | 'scenario' | 'guesses' | 'runId'>;

/** Marks each scenario that was finished. */
export function keepProgress(): void {
  let last = '';
  usePage.subscribe((state, before) => {
    const { frame } = state;
    if (!frame || !finishes(before, state)) return;
    const name = nameOf(frame.system, frame.scenario);
    if (name === last) return;
    last = name;
    remember(name, '1');
  });
}

export interface Guessed {
  readonly right: number;
  readonly answered: number;
}

/** The predictions answered in a scenario over all kept runs: each once, by the first answer given. */
export function guessesIn(
  system: string,
  scenario: Pick<CardScenario, 'id' | 'right'>,
  runs: readonly Pick<KeptRun, 'system' | 'scenario' | 'guesses' | 'updated'>[],
): Guessed {
  const own = runs
    .filter((run) => run.system === system && run.scenario === scenario.id)
    .sort((a, b) => a.updated - b.updated);
  let right = 0;
  let answered = 0;
  for (const known of scenario.right) {
    const id = known.slice(0, known.lastIndexOf('.'));
    const answer = own.map(({ guesses }) => guesses[id]).find((each) => each);
    if (answer === undefined) continue;
    answered++;
    if (`${id}.${answer}` === known) right++;
  }
  return { right, answered };
}
