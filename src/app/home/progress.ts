// What a learner has been through, in this browser only: scenarios run to their end, and predictions answered.

import { isOver } from '../choices.ts';
import type { KeptRun } from '../kept-runs.ts';
import { recall, remember } from '../remember.ts';
import { usePage } from '../store.ts';

const nameOf = (system: string, scenario: string): string => `done.${system}.${scenario}`;

export const isDone = (system: string, scenario: string): boolean =>
  recall(nameOf(system, scenario)) !== null;

/** Marks each scenario whose run comes to its end. */
export function keepProgress(): void {
  let last = '';
  usePage.subscribe(({ frame }) => {
    if (!frame || frame.cursor.step === 0 || !isOver(frame)) return;
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

interface Asked {
  readonly id: string;
  readonly predictions: readonly {
    readonly id: string;
    readonly options: readonly { readonly id: string; readonly right: boolean }[];
  }[];
}

/** The predictions answered in a scenario over all kept runs: each once, by the first answer given. */
export function guessesIn(
  system: string,
  scenario: Asked,
  runs: readonly Pick<KeptRun, 'system' | 'scenario' | 'guesses' | 'updated'>[],
): Guessed {
  const own = runs
    .filter((run) => run.system === system && run.scenario === scenario.id)
    .sort((a, b) => a.updated - b.updated);
  let right = 0;
  let answered = 0;
  for (const { id, options } of scenario.predictions) {
    const answer = own.map(({ guesses }) => guesses[id]).find((each) => each);
    if (answer === undefined) continue;
    answered++;
    if (options.find((each) => each.id === answer)?.right) right++;
  }
  return { right, answered };
}
