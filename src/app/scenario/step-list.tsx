// The lanes as a list that a screen reader walks: every step on the page in its sentence.

import type { TrackStep } from '../../session/frame.ts';
import { Say } from '../../widgets/say.tsx';
import { goTo } from '../run.ts';
import { useT } from '../words.ts';

export function StepList({ steps, now }: { readonly steps: readonly TrackStep[]; readonly now: number }) {
  const t = useT();
  return (
    <ol className="visually-hidden" aria-label={t('lanes.label')}>
      {steps.map((step) => (
        <li key={step.step} value={step.step} aria-current={step.step === now ? 'step' : undefined}>
          <Say text={step.sentence} />
          <button type="button" tabIndex={-1} onClick={() => void goTo(step.step)}>
            {t('step.goTo', { step: step.step })}
          </button>
        </li>
      ))}
    </ol>
  );
}
