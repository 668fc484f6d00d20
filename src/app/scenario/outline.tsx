// A view's account of itself, as a list that a screen reader walks; lines about a step can be gone to.

import { Say } from '../../widgets/say.tsx';
import type { Told } from '../../widgets/view.ts';
import { useT } from '../words.ts';

interface Props {
  readonly lines: readonly Told[];
  readonly now: number;
  goTo(step: number): void;
}

export function Outline({ lines, now, goTo }: Props) {
  const t = useT();
  return (
    <ul className="visually-hidden" aria-label={t('lanes.label')}>
      {lines.map(({ key, text, step }) => (
        <li key={key} aria-current={step === now ? 'step' : undefined}>
          {step === undefined ? null : `${t('step.short', { step })}: `}
          <Say text={text} />
          {step === undefined ? null : (
            <button type="button" tabIndex={-1} onClick={() => goTo(step)}>
              {t('step.goTo', { step })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
