// Can any order break it? The search with its bounds, how far it is, and an honest answer: all of them, or only so many.

import { useEffect, useRef, useState } from 'react';
import type { Text } from '../../base/text.ts';
import type { ExploreOutcome, ExploreRequest } from '../../session/api.ts';
import { VerdictWord } from '../../widgets/verdict-strip.tsx';
import { ask, stopRunning, wordsFor } from '../run.ts';
import { wordOf } from '../scenario/verdict-word.ts';
import { sessionClient } from '../session-client.ts';
import { say, set, usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import { inWords, useT } from '../words.ts';
import { Sheet } from './sheet.tsx';
import './explore-dialog.css';

const STATES = 1_000_000;
const DEPTH = 1_000;
const MOST_WORKERS = 8;

interface Way {
  readonly count: number;
  readonly depth: number;
}

export function ExploreDialog() {
  const t = useT();
  const step = usePage((state) => state.frame?.cursor.step ?? 0);
  const cores = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1);
  const [request, setRequest] = useState<ExploreRequest>({
    from: 'start',
    maxStates: STATES,
    maxDepth: DEPTH,
    workers: 1,
  });
  const [way, setWay] = useState<Way | null>(null);
  const [outcome, setOutcome] = useState<ExploreOutcome | null>(null);
  const searching = useRef(false);
  const search = async (): Promise<void> => {
    searching.current = true;
    setOutcome(null);
    setWay({ count: 0, depth: 0 });
    try {
      const { api } = await sessionClient();
      const found = await api.explore(request, ({ count = 0, depth = 0 }) => setWay({ count, depth }));
      setOutcome(found);
    } catch (error) {
      say(wordsFor(error));
    }
    searching.current = false;
    setWay(null);
  };
  // Closing the dialog stops the search: nothing runs that cannot be seen.
  useEffect(
    () => () => {
      if (searching.current) void stopRunning();
    },
    [],
  );
  return (
    <Sheet title={t('explore.title')}>
      <p className="share-lead">{t('explore.lead')}</p>
      <fieldset className="explore-from" disabled={way !== null}>
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
            most={1_000_000}
            onSet={(maxDepth) => setRequest({ ...request, maxDepth })}
          />
          <Bound
            label={t('explore.workers')}
            value={request.workers}
            most={cores}
            onSet={(workers) => setRequest({ ...request, workers })}
          />
        </div>
      </details>
      {way ? (
        <div className="explore-way" role="status">
          <progress aria-label={t('explore.title')} />
          <div className="row">
            <button type="button" className="button" onClick={() => void stopRunning()}>
              {t('explore.stop')}
            </button>
            <span className="small">
              {t('explore.running', { states: way.count.toLocaleString(), depth: way.depth })}
            </span>
          </div>
        </div>
      ) : (
        <div className="row">
          <button
            type="button"
            className={outcome ? 'button' : 'button filled'}
            onClick={() => void search()}
          >
            {outcome ? t('explore.again') : t('explore.go')}
          </button>
        </div>
      )}
      <div role="status">{outcome ? <Answer outcome={outcome} request={request} /> : null}</div>
    </Sheet>
  );
}

/** "10¹⁷": the exponent alone says how small the odds are. */
const powerOfTen = (count: number): string =>
  `10${[...String(Math.floor(Math.log10(count)))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join('')}`;

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
        value={value}
        onChange={(event) => onSet(Math.max(1, Math.min(most, Math.round(Number(event.target.value)) || 1)))}
      />
    </label>
  );
}

function Answer({
  outcome,
  request,
}: {
  readonly outcome: ExploreOutcome;
  readonly request: ExploreRequest;
}) {
  const t = useT();
  const words = usePage((state) => state.words);
  const properties = usePage((state) => state.frame?.properties);
  const reasonOf = (name: string): Text | null =>
    properties?.find((view) => view.name === name)?.reason ?? null;
  const states = outcome.states.toLocaleString();
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
                void ask((api) => api.tryChoices(choices, request.from, called));
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
              : t('explore.noneBound', { states, depth: outcome.depth.toLocaleString() })}
        </p>
      )}
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
          edges: outcome.edges.toLocaleString(),
          depth: outcome.depth,
          seconds: outcome.seconds.toFixed(outcome.seconds < 1 ? 2 : 1),
          bits: outcome.fingerprintBits,
          odds:
            outcome.collisionOdds < 1e-18
              ? t('explore.odds.none')
              : t('explore.odds', { count: powerOfTen(1 / outcome.collisionOdds) }),
        })}
      </p>
    </section>
  );
}
