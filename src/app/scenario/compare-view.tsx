// The same choices under two settings, side by side on wide screens, stacked on narrow ones: one ruler steps both, and
// the first difference is marked.

import { useRef } from 'react';
import type { Words } from '../../base/words.ts';
import type { CompareOutcome, CompareSide } from '../../session/api.ts';
import { NarrowLanes } from '../../widgets/narrow-lanes.tsx';
import { Say } from '../../widgets/say.tsx';
import { windowAt } from '../../widgets/step-window.ts';
import { axisOf, TimePanel } from '../../widgets/time-panel.tsx';
import { useMedia, useWidth } from '../../widgets/use-size.ts';
import type { StripRow } from '../../widgets/verdict-strip.tsx';
import { compareAt, endCompare } from '../compare.ts';
import { BackIcon, FirstIcon, LastIcon } from '../icons.tsx';
import type { Comparing } from '../store.ts';
import { usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import type { T } from '../words.ts';
import { settingWords, useT } from '../words.ts';
import { mergeActors } from './merge-actors.ts';
import { useTimeWords } from './time-words.tsx';
import { trackWindow } from './track-window.ts';
import { wordOf } from './verdict-word.ts';
import './compare-view.css';

export function CompareView() {
  const t = useT();
  const comparing = usePage((state) => state.comparing);
  const params = usePage((state) => state.frame?.params);
  if (!comparing || !params) return null;
  const { outcome, name, value, step } = comparing;
  return (
    <section className="compare">
      <div className="compare-head">
        <h1>{t('compare.title')}</h1>
        <button type="button" className="button" onClick={endCompare}>
          {t('compare.back')}
        </button>
      </div>
      {outcome === null ? (
        <p role="status">{t('compare.working')}</p>
      ) : (
        <>
          <Divergence comparing={comparing} />
          <div className="compare-sides">
            <Side
              side={outcome.a}
              title={settingWords(t, name, params[name] ?? '')}
              outcome={outcome}
              step={step}
            />
            <Side side={outcome.b} title={settingWords(t, name, value)} outcome={outcome} step={step} />
          </div>
          <Steps step={step} most={Math.max(outcome.a.steps, outcome.b.steps)} />
        </>
      )}
    </section>
  );
}

function Divergence({ comparing }: { readonly comparing: Comparing }) {
  const t = useT();
  const outcome = comparing.outcome;
  if (!outcome) return null;
  const { firstDivergence, why } = outcome;
  if (firstDivergence === null) return <p className="compare-why">{t('compare.same')}</p>;
  return (
    <div className="row compare-why">
      <p>
        {t(why === 'not possible' ? 'compare.notPossible' : 'compare.differs', { step: firstDivergence })}
      </p>
      <button type="button" className="button" onClick={() => compareAt(firstDivergence)}>
        {t('compare.goDiverge')}
      </button>
    </div>
  );
}

interface SideProps {
  readonly side: CompareSide;
  readonly title: string;
  readonly outcome: CompareOutcome;
  readonly step: number;
}

function Side({ side, title, outcome, step }: SideProps) {
  const t = useT();
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const phone = useMedia('(max-width: 639px)');
  const table = usePage((state) => state.words);
  const words = useTimeWords();
  const at = Math.min(step, side.steps);
  const columns = phone ? 5 : axisOf(width || 600).columns;
  const { first } = windowAt(at, columns);
  const track = trackWindow(side.track, first, columns);
  const current = side.track.steps.find((one) => one.step === at);
  const diverge = outcome.firstDivergence;
  const rows = rowsOf(side, outcome, table, t);
  const shared = {
    actors: mergeActors(side.actors, outcome.a.actors, outcome.b.actors),
    track,
    first,
    columns,
    width,
    now: at,
    length: side.steps,
    choices: [],
    glide: true,
    words,
    mark: diverge === null ? null : { step: diverge, word: t('compare.mark') },
    hot: null,
    onHot: () => undefined,
    onGo: compareAt,
    onChoose: () => undefined,
  };
  return (
    <div className="panel compare-side">
      <h2>{title}</h2>
      <p className="compare-sentence">
        {current ? <Say text={current.sentence} /> : t('step.atStart')}
        {step > side.steps ? (
          <span className="small"> {t('compare.ended', { step: side.steps })}</span>
        ) : null}
      </p>
      <div ref={root}>
        {width === 0 ? null : phone ? (
          <NarrowLanes {...shared} />
        ) : (
          <TimePanel {...shared} rows={rows} rowsQuiet={false} />
        )}
      </div>
    </div>
  );
}

/** Rows in the order of this side's verdicts, those that apply first; folded are those that apply on neither side. */
function rowsOf(side: CompareSide, { a, b }: CompareOutcome, words: Words, t: T): readonly StripRow[] {
  const applies = (one: CompareSide, name: string): boolean =>
    one.promises.some((promise) => promise.name === name && promise.reason === null);
  const rows = side.promises.map(({ name, reason }, index) => ({
    name,
    label: <Say text={propertyName(name)} />,
    index,
    word: wordOf({ reason }, words, t),
    applies: applies(a, name) || applies(b, name),
    flip: null,
  }));
  return rows.sort((x, y) => Number(y.applies) - Number(x.applies));
}

function Steps({ step, most }: { readonly step: number; readonly most: number }) {
  const t = useT();
  const icon = (label: string, to: number, sign: React.ReactNode) => (
    <button
      type="button"
      className="button bare icon"
      aria-label={label}
      title={label}
      disabled={to < 0 || to > most || to === step}
      onClick={() => compareAt(to)}
    >
      {sign}
    </button>
  );
  return (
    <div className="row compare-steps" role="toolbar" aria-label={t('transport.label')}>
      {icon(t('transport.first'), 0, <FirstIcon />)}
      {icon(t('transport.back'), step - 1, <BackIcon />)}
      <button
        type="button"
        className="button filled"
        disabled={step >= most}
        onClick={() => compareAt(step + 1)}
      >
        {t('transport.next')}
      </button>
      {icon(t('transport.last'), most, <LastIcon />)}
    </div>
  );
}
