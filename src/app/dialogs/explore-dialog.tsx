// Can any order break it? The search begins when it is asked; with its bounds, how far it is, and an honest answer: all of them, or only so many.

import { useEffect, useState } from 'react';
import { grouped } from '../../base/numbers.ts';
import type { Text } from '../../base/text.ts';
import { boundsIn } from '../../contract/bounds.ts';
import type { ExploreOutcome, ExploreRequest } from '../../session/api.ts';
import { Say } from '../../widgets/say.tsx';
import { VerdictWord } from '../../widgets/verdict-strip.tsx';
import { useWork } from '../panels/use-work.ts';
import { playTry } from '../play.ts';
import { order, placeNow } from '../run.ts';
import { wordOf } from '../scenario/verdict-word.ts';
import { set, usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import { inWords, settingWords, useT } from '../words.ts';
import { Sheet } from './sheet.tsx';
import './explore-dialog.css';

const STATES = 1_000_000;
/** No bound: where actors are alike, only a search without one may take some states for others. */
const ANY_DEPTH = Number.MAX_SAFE_INTEGER;

interface Asked extends ExploreRequest {
  readonly from: 'start' | 'here';
}

export function ExploreDialog() {
  const t = useT();
  const step = usePage((state) => state.frame?.cursor.step ?? 0);
  const [request, setRequest] = useState<Asked>({
    from: 'start',
    maxStates: usePage((state) => state.head?.searchStates ?? STATES),
    maxDepth: ANY_DEPTH,
  });
  // Closing the dialog stops the search: nothing runs that cannot be seen.
  const work = useWork<ExploreOutcome>();
  const outcome = work.running ? null : work.value;
  const search = (): void => {
    const here = placeNow();
    if (!here) return;
    const { from, ...bounds } = request;
    const place = from === 'here' ? here : { ...here, at: { try: 0, step: 0 } };
    work.ask(async (way) => (await order.rim.session()).api.explore(place, bounds, way));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is asked
  useEffect(search, []);
  return (
    <Sheet title={t('explore.title')}>
      <p className="share-lead">{t('explore.lead')}</p>
      <fieldset className="explore-from" disabled={work.running}>
        <legend className="visually-hidden">{t('explore.from')}</legend>
        <div className="segments">
          {(['start', 'here'] as const).map((from) => (
            <label key={from} data-on={request.from === from || undefined}>
              <input
                type="radio"
                name="from"
                className="visually-hidden"
                checked={request.from === from}
                onChange={() => setRequest({ ...request, from })}
              />
              {from === 'start' ? t('explore.fromStart') : t('explore.fromHere', { step })}
            </label>
          ))}
        </div>
      </fieldset>
      <details className="explore-bounds">
        <summary>{t('explore.bounds')}</summary>
        <div className="explore-fields">
          <Bound
            label={t('explore.states')}
            value={request.maxStates}
            most={50_000_000}
            onSet={(maxStates) => setRequest({ ...request, maxStates })}
          />
          <Bound
            label={t('explore.depth')}
            value={request.maxDepth}
            most={ANY_DEPTH}
            onSet={(maxDepth) => setRequest({ ...request, maxDepth })}
          />
        </div>
      </details>
      {work.running ? (
        <div className="explore-way" role="status">
          <progress aria-label={t('explore.title')} />
          <div className="row">
            <button type="button" className="button" onClick={work.stop}>
              {t('explore.stop')}
            </button>
            <span className="small">
              {t('explore.running', {
                states: grouped(work.done.count ?? 0),
                depth: work.done.depth ?? 0,
              })}
            </span>
          </div>
        </div>
      ) : (
        <div className="row">
          <button type="button" className={outcome ? 'button' : 'button filled'} onClick={search}>
            {outcome ? t('explore.again') : t('explore.go')}
          </button>
        </div>
      )}
      {work.failure ? (
        <p role="alert">
          <Say text={work.failure} />
        </p>
      ) : null}
      <div role="status">{outcome ? <Answer outcome={outcome} request={request} /> : null}</div>
    </Sheet>
  );
}

interface BoundProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  onSet(value: number): void;
}

function Bound({ label, value, most, onSet }: BoundProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type="number"
        min={1}
        max={most}
        // An empty field is no bound.
        value={value === Number.MAX_SAFE_INTEGER ? '' : value}
        onChange={({ target }) =>
          onSet(target.value === '' ? most : Math.max(1, Math.min(most, Math.round(Number(target.value)))))
        }
      />
    </label>
  );
}

function Answer({ outcome, request }: { readonly outcome: ExploreOutcome; readonly request: Asked }) {
  const t = useT();
  const words = usePage((state) => state.words);
  const properties = usePage((state) => state.frame?.properties);
  const reasonOf = (name: string): Text | null =>
    properties?.find((view) => view.name === name)?.reason ?? null;
  const system = usePage((state) => state.system);
  const params = usePage((state) => state.frame?.params) ?? {};
  const within = boundsIn(system?.switches ?? [], params).map(({ name }) =>
    settingWords(t, name, params[name] ?? ''),
  );
  const states = grouped(outcome.states);
  const all = Object.entries(outcome.properties);
  const broken = all.filter(([, result]) => result.verdict === 'violated');
  const others = all.filter(([, result]) => result.verdict !== 'violated');
  return (
    <section className="explore-answer">
      {broken.map(([name, result]) => (
        <div className="explore-broken" key={name}>
          <p>
            <span aria-hidden="true">✕ </span>
            {t('explore.broken', { property: propertyName(name), length: result.length ?? 0 })}
          </p>
          {result.choices ? (
            <button
              type="button"
              className="button filled"
              onClick={() => {
                const called = t('tries.counterexample', { property: inWords(propertyName(name)) });
                const choices = result.choices ?? [];
                set({ dialog: null });
                void playTry(choices, request.from, called);
              }}
            >
              {t('explore.watch')}
            </button>
          ) : null}
        </div>
      ))}
      {broken.length > 0 ? null : (
        <p className="explore-none" data-complete={outcome.complete || undefined}>
          {outcome.complete
            ? t('explore.none', { states })
            : outcome.stopped
              ? t('explore.noneStopped', { states })
              : t('explore.noneBound', { states, depth: grouped(outcome.depth) })}
        </p>
      )}
      {outcome.complete && within.length > 0 ? (
        <p>{t('explore.within', { bounds: within.join(t('explore.and')) })}</p>
      ) : null}
      <ul className="explore-rest">
        {others.map(([name, result]) => (
          <li key={name}>
            <span>{inWords(propertyName(name))}</span>
            {result.verdict === 'unknown' ? (
              <VerdictWord verdict="open" word={t('verdict.unknown')} />
            ) : (
              <VerdictWord
                verdict={result.verdict}
                word={
                  result.verdict === 'reached'
                    ? t('explore.inSteps', { verdict: t('verdict.reached'), length: result.length ?? 0 })
                    : result.verdict === 'not reached'
                      ? t(outcome.complete ? 'explore.never' : 'explore.notSoFar')
                      : wordOf({ reason: reasonOf(name) }, words, t)(result.verdict)
                }
              />
            )}
          </li>
        ))}
      </ul>
      <p className="small">
        {t('explore.fine', {
          states,
          edges: grouped(outcome.edges),
          depth: outcome.depth,
          seconds: outcome.seconds.toFixed(outcome.seconds < 1 ? 2 : 1),
          megabytes: (outcome.bytes / 1e6).toFixed(1),
        })}
        {outcome.stored < outcome.states
          ? ` ${t('explore.alike', { stored: grouped(outcome.stored) })}`
          : null}
      </p>
    </section>
  );
}
