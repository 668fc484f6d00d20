// What can happen next: the default first, numbered; what can go wrong apart; what cannot happen last, with its reason.
// Hidden while a question stands open.

import { useState } from 'react';
import type { BlockedChoice, Choice } from '../../session/frame.ts';
import { Say } from '../../widgets/say.tsx';
import { orderedChoices } from '../choices.ts';
import { choose } from '../run.ts';
import { openQuestion, set, usePage } from '../store.ts';
import { mayChoose, view } from '../view-settings.ts';
import { useT } from '../words.ts';
import './next-list.css';

/** Listed at once; the rest wait behind a button. */
const AT_ONCE = 8;
/** More that cannot happen than these are behind a line of their own. */
const BLOCKED_AT_ONCE = 3;

export function NextList() {
  const t = useT();
  const frame = usePage((state) => state.frame);
  const shown = usePage((state) => state.shown.choices);
  const asked = usePage((state) => openQuestion(state) !== null);
  const hot = usePage((state) => state.hot);
  const [all, setAll] = useState(false);
  if (!frame || !shown || !mayChoose(view, frame.cursor.step)) return null;
  if (asked) return <p className="small next-hidden">{t('next.hidden')}</p>;
  const numbered = orderedChoices(frame).map((choice, index) => ({ choice, number: index + 1 }));
  const steps = numbered.filter(({ choice }) => choice.group === 'step');
  const faults = numbered.filter(({ choice }) => choice.group === 'fault');
  const listed = all ? steps : steps.slice(0, AT_ONCE);
  return (
    <section className="next" aria-labelledby="next-label" data-walk="choices">
      <h3 id="next-label">{t('next.label')}</h3>
      {steps.length === 0 ? <p className="small">{t('step.rest')}</p> : null}
      <ul>
        {listed.map(({ choice, number }) => (
          <Offered key={choice.key} choice={choice} number={number} hot={hot === choice.key} />
        ))}
      </ul>
      {listed.length < steps.length ? (
        <button type="button" className="button bare" onClick={() => setAll(true)}>
          {t('next.more', { count: steps.length })}
        </button>
      ) : null}
      {faults.length > 0 ? (
        <details className="next-group">
          <summary>
            {t('next.faults')} <span className="count">{faults.length}</span>
          </summary>
          <ul>
            {faults.map(({ choice, number }) => (
              <Offered key={choice.key} choice={choice} number={number} hot={hot === choice.key} />
            ))}
          </ul>
        </details>
      ) : null}
      {frame.blocked.length > BLOCKED_AT_ONCE ? (
        <details className="next-group">
          <summary>
            {t('next.blocked')} <span className="count">{frame.blocked.length}</span>
          </summary>
          <Blocked blocked={frame.blocked} />
        </details>
      ) : frame.blocked.length > 0 ? (
        <Blocked blocked={frame.blocked} />
      ) : null}
    </section>
  );
}

function Blocked({ blocked }: { readonly blocked: readonly BlockedChoice[] }) {
  const t = useT();
  return (
    <ul aria-label={t('next.blocked')}>
      {blocked.map(({ key, label, reason }) => (
        <li key={key} className="blocked">
          <span>
            <Say text={label} />
          </span>
          <span className="small">{t('next.cannot', { reason })}</span>
        </li>
      ))}
    </ul>
  );
}

function Offered({ choice, number, hot }: { choice: Choice; number: number; hot: boolean }) {
  return (
    <li>
      <button
        type="button"
        className="offered"
        data-walk-item
        data-default={choice.isDefault || undefined}
        data-hot={hot || undefined}
        onClick={() => void choose(choice.key)}
        onPointerEnter={() => set({ hot: choice.key })}
        onPointerLeave={() => set({ hot: null })}
        onFocus={() => set({ hot: choice.key })}
        onBlur={() => set({ hot: null })}
      >
        <span className="offered-words">
          <span>
            <Say text={choice.label} />
          </span>
          {choice.note ? (
            <span className="small">
              <Say text={choice.note} />
            </span>
          ) : null}
        </span>
        {number <= 9 ? <kbd>{number}</kbd> : null}
      </button>
    </li>
  );
}
