// What can happen next: the default first, numbered; many that are made of facets composed (facets.tsx); what can go wrong
// apart; what cannot happen last, with its reason.
// Hidden while a question stands open.

import { useState } from 'react';
import type { BlockedChoice, Choice } from '../../session/frame.ts';
import { lazyPart } from '../../widgets/part.ts';
import { Say } from '../../widgets/say.tsx';
import { orderedChoices } from '../choices.ts';
import { useWanted } from '../panels/use-wanted.ts';
import { choose } from '../run.ts';
import { openQuestion, usePage } from '../store.ts';
import { mayChoose, view } from '../view-settings.ts';
import { useT } from '../words.ts';
import { facetGroups, LISTED } from './facet-groups.ts';
import { Cannot, Offered } from './offered.tsx';
import './next-list.css';

const Facets = lazyPart(() => import('./facets.tsx').then((m) => m.Facets));

/** More that cannot happen than these are behind a line of their own. */
const BLOCKED_AT_ONCE = 3;

export function NextList() {
  const t = useT();
  const frame = usePage((state) => state.frame);
  const shown = usePage((state) => state.shown.choices);
  const asked = usePage((state) => openQuestion(state) !== null);
  const ended = usePage((state) => state.ended !== null);
  const [all, setAll] = useState(false);
  useWanted('blocked', shown);
  if (!frame || !shown || !mayChoose(view, frame.cursor.step)) return null;
  if (frame.seenBy !== undefined) return <p className="small next-hidden">{t('seen.noChoices')}</p>;
  if (asked) return <p className="small next-hidden">{t('next.hidden')}</p>;
  const numbered = orderedChoices(frame).map((choice, index) => ({ choice, number: index + 1 }));
  const steps = numbered.filter(({ choice }) => choice.group === 'step');
  const blocked = ended ? [] : (frame.blocked ?? []);
  const groups = facetGroups(frame.choices, blocked);
  const composed = new Set(groups.flatMap(({ entries }) => entries.map(({ key }) => key)));
  const single = steps.filter(({ choice }) => !composed.has(choice.key));
  const faults = numbered.filter(({ choice }) => choice.group === 'fault');
  // The ending has taken its place; what can go wrong may still be done.
  if (ended && faults.length === 0 && !frame.halt) return null;
  const listed = all ? single : single.slice(0, LISTED);
  return (
    <section className="next" aria-labelledby="next-label" data-walk="choices">
      <h2 id="next-label">{t('next.label')}</h2>
      {steps.length === 0 && !ended ? <p className="small">{t('step.rest')}</p> : null}
      {frame.unlisted > 0 ? <p className="small">{t('next.unlisted', { count: frame.unlisted })}</p> : null}
      {frame.halt ? (
        <p className="small" role="status">
          <Say text={frame.halt} />
        </p>
      ) : null}
      {groups.length > 0 ? <Facets /> : null}
      <Listed choices={listed} />
      {listed.length < single.length ? (
        <button type="button" className="button bare" onClick={() => setAll(true)}>
          {t('next.more', { count: steps.length })}
        </button>
      ) : null}
      {faults.length > 0 ? (
        <details className="next-group">
          <summary>
            {t('next.faults')} <span className="count">{faults.length}</span>
          </summary>
          <Listed choices={faults} />
        </details>
      ) : null}
      {blocked.length > BLOCKED_AT_ONCE ? (
        <details className="next-group">
          <summary>
            {t('next.blocked')} <span className="count">{blocked.length}</span>
          </summary>
          <Blocked blocked={blocked} />
        </details>
      ) : blocked.length > 0 ? (
        <Blocked blocked={blocked} />
      ) : null}
    </section>
  );
}

function Blocked({ blocked }: { readonly blocked: readonly BlockedChoice[] }) {
  const t = useT();
  return (
    <ul aria-label={t('next.blocked')}>
      {blocked.map((one) => (
        <li key={one.key} className="blocked">
          <Cannot blocked={one} />
        </li>
      ))}
    </ul>
  );
}

function Listed({ choices }: { readonly choices: readonly { choice: Choice; number: number }[] }) {
  return (
    <ul>
      {choices.map(({ choice, number }) => (
        <li key={choice.key}>
          <Offered choice={choice} number={number} onChoose={() => void choose(choice.key)} />
        </li>
      ))}
    </ul>
  );
}
