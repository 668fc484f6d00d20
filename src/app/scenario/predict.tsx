// A question before the decisive step. Answers go by letter. Until it is answered or skipped, what is to come is not
// shown. The run marks the guess; a wrong one can be run from where it was made, to see where it leads. It is marked below
// the choices, so that they keep their places.

import type { Prediction, PredictionOption } from '../../contract/system.ts';
import type { Frame } from '../../session/frame.ts';
import { Say } from '../../widgets/say.tsx';
import { isOver } from '../choices.ts';
import { QUESTION } from '../phone.ts';
import { answer, skipQuestion, tryChoices } from '../run.ts';
import { openQuestion, usePage } from '../store.ts';
import { option as optionText, question } from '../system-text.ts';
import { view as settings } from '../view-settings.ts';
import { inWords, useT } from '../words.ts';
import './predict.css';

const letter = (index: number): string => String.fromCharCode(65 + index);

/** The question that stands open here. */
export function Predict() {
  const open = usePage(openQuestion);
  const scenario = usePage((state) => state.scenario);
  const prediction = scenario?.predictions.find(({ id }) => id === open);
  return scenario && prediction ? <Question scenario={scenario.id} prediction={prediction} /> : null;
}

/** How the guess did that was made on the way here. */
export function Guessed() {
  const scenario = usePage((state) => state.scenario);
  const guesses = usePage((state) => state.guesses);
  const frame = usePage((state) => state.frame);
  const asking = usePage((state) => openQuestion(state) !== null);
  if (!scenario || !frame || asking) return null;
  const { predictions } = scenario;
  const past = predictions.findLast(({ id }) => frame.answered.includes(id) && guesses[id]);
  const chosen = past?.options.find(({ id }) => id === guesses[past.id]);
  if (!past || !chosen) return null;
  return <Guess scenario={scenario.id} prediction={past} chosen={chosen} shown={decided(frame, past)} />;
}

/** Whether the run has come far enough to say how the guess did. */
const decided = (frame: Frame, { shown }: Prediction): boolean => frame.cursor.step >= shown || isOver(frame);

function Question({ scenario, prediction }: { readonly scenario: string; readonly prediction: Prediction }) {
  const t = useT();
  return (
    <section id={QUESTION} className="predict" aria-labelledby="predict-question" tabIndex={-1}>
      <p id="predict-question" className="predict-question">
        <Say text={question(scenario, prediction.id)} />
      </p>
      {prediction.options.map(({ id }, index) => (
        <button key={id} type="button" className="button answer" onClick={() => answer(id)}>
          <kbd>{letter(index)}</kbd>
          <span>
            <Say text={optionText(scenario, prediction.id, id)} />
          </span>
        </button>
      ))}
      <button type="button" className="button bare skip" onClick={skipQuestion}>
        {t('predict.skip')} <kbd>S</kbd>
      </button>
    </section>
  );
}

interface GuessProps {
  readonly scenario: string;
  readonly prediction: Prediction;
  readonly chosen: PredictionOption;
  /** The run has shown how it went. */
  readonly shown: boolean;
}

function Guess({ scenario, prediction, chosen, shown }: GuessProps) {
  const t = useT();
  const words = optionText(scenario, prediction.id, chosen.id);
  const right = prediction.options.find((option) => option.right);
  return (
    <section className="predict" aria-label={t('predict.label')}>
      <p>{t('predict.yours', { option: words })}</p>
      {shown && right ? (
        <p className="predict-result" data-right={chosen.right || undefined}>
          {chosen.right
            ? t('predict.right')
            : t('predict.wrong', { option: optionText(scenario, prediction.id, right.id) })}
        </p>
      ) : (
        <p className="small">{t('predict.see')}</p>
      )}
      {shown && !settings.lock && !chosen.right && chosen.keys.length > 0 ? (
        <button
          type="button"
          className="button run-guess"
          onClick={() =>
            void tryChoices(chosen.keys, prediction.at, t('tries.guess', { option: inWords(words) }))
          }
        >
          {t('predict.run')}
        </button>
      ) : null}
    </section>
  );
}
