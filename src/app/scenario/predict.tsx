// A question before the decisive step. Answers go by letter. Until it is answered or skipped, what is to come is not
// shown; a guess is never marked here, the run marks it, and a wrong one can be run to see where it leads.

import type { PredictionOption } from '../../kernel/system.ts';
import { Say } from '../../widgets/say.tsx';
import { answer, runGuess, skipQuestion } from '../run.ts';
import { usePage } from '../store.ts';
import { option as optionText, question } from '../system-text.ts';
import { inWords, useT } from '../words.ts';
import './predict.css';

const letter = (index: number): string => String.fromCharCode(65 + index);

export function Predict() {
  const t = useT();
  const asked = usePage((state) => state.frame?.prediction ?? null);
  const scenario = usePage((state) => state.scenario);
  const guess = usePage((state) => (asked === null ? undefined : state.guesses[asked]));
  const prediction = scenario?.predictions.find(({ id }) => id === asked);
  if (!prediction || !scenario || guess === '') return null;
  const words = (id: string) => optionText(scenario.id, prediction.id, id);
  const chosen = prediction.options.find(({ id }) => id === guess);
  return (
    <section className="predict" aria-labelledby="predict-question">
      <p id="predict-question" className="predict-question">
        <Say text={question(scenario.id, prediction.id)} />
      </p>
      {chosen ? (
        <Guess chosen={chosen} words={words(chosen.id)} />
      ) : (
        <>
          {prediction.options.map(({ id }, index) => (
            <button key={id} type="button" className="button answer" onClick={() => answer(id)}>
              <kbd>{letter(index)}</kbd>
              <span>
                <Say text={words(id)} />
              </span>
            </button>
          ))}
          <button type="button" className="button bare skip" onClick={skipQuestion}>
            {t('predict.skip')}
          </button>
        </>
      )}
    </section>
  );
}

function Guess({
  chosen,
  words,
}: {
  readonly chosen: PredictionOption;
  readonly words: { readonly key: string };
}) {
  const t = useT();
  return (
    <>
      <p>{t('predict.yours', { option: words })}</p>
      <p className="small">{t('predict.see')}</p>
      {chosen.right || chosen.keys.length === 0 ? null : (
        <button
          type="button"
          className="button"
          onClick={() => void runGuess(chosen.keys, t('tries.guess', { option: inWords(words) }))}
        >
          {t('predict.run')}
        </button>
      )}
    </>
  );
}
