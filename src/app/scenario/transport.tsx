// First, back, play, next, last; what is filled is what a newcomer should press. While a long run is made, how far it
// is, and stop.

import { useEffect, useRef } from 'react';
import { grouped } from '../../base/numbers.ts';
import { useMedia } from '../../widgets/use-size.ts';
import { isLast } from '../choices.ts';
import { ASKS_COMPARE, startCompare } from '../compare.ts';
import { BackIcon, FirstIcon, InterestingIcon, LastIcon, PauseIcon, PlayIcon } from '../icons.tsx';
import { PHONE } from '../phone.ts';
import { SPEEDS, togglePlay } from '../play.ts';
import { remember } from '../remember.ts';
import { backStep, interesting, nextStep, stopRunning, toEnd, toStart } from '../run.ts';
import { set, usePage } from '../store.ts';
import { view } from '../view-settings.ts';
import { useT } from '../words.ts';
import { useCompareWords, useMainFix } from './asks-compare.tsx';
import './transport.css';

export function Transport() {
  const t = useT();
  const least = view.from ?? 0;
  const step = usePage((state) => state.frame?.cursor.step ?? 0);
  const over = usePage((state) => state.frame === null || isLast(state.frame));
  const playing = usePage((state) => state.playing);
  const speed = usePage((state) => state.speed);
  const running = usePage((state) => state.running);
  const long = usePage((state) => (state.frame?.length ?? 0) > state.columns);
  const playLabel = playing ? t('transport.pause') : t('transport.play');
  const icon = (label: string, act: () => void, disabled: boolean, sign: React.ReactNode, name: string) => (
    <button
      type="button"
      className={`button bare icon ${name}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={act}
    >
      {sign}
    </button>
  );
  return (
    <div className="transport" role="toolbar" aria-label={t('transport.label')}>
      {icon(t('transport.first'), toStart, step <= least, <FirstIcon />, 'first')}
      {icon(t('transport.back'), backStep, step <= least, <BackIcon />, 'back')}
      {icon(playLabel, togglePlay, false, playing ? <PauseIcon /> : <PlayIcon />, 'play')}
      {running === null ? (
        <NextStep over={over} />
      ) : (
        <button type="button" className="button next-step" onClick={stopRunning}>
          {t('transport.stop')}
          <span className="small">{grouped(running)}</span>
        </button>
      )}
      {icon(t('transport.last'), () => void toEnd(), over || running !== null, <LastIcon />, 'last')}
      {icon(
        t('transport.interesting'),
        () => void interesting(1),
        !long,
        <InterestingIcon />,
        long ? 'interesting' : 'interesting waits',
      )}
      {long || playing ? (
        <label className="speed">
          <span className="visually-hidden">{t('transport.speed')}</span>
          <select
            value={speed}
            onChange={(event) => {
              const next = Number(event.target.value);
              remember('speed', String(next));
              set({ speed: next });
            }}
          >
            {SPEEDS.map((each) => (
              <option key={each} value={each}>
                {each}/s
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}

/** A tap meant for a step is not taken for the button that comes in its place. */
const SETTLES_MS = 600;

/** One step on. At the end it stays where it is, and keeps the focus; on a phone it is then what comes next. */
function NextStep({ over }: { readonly over: boolean }) {
  const t = useT();
  const phone = useMedia(PHONE);
  const ended = usePage((state) => state.ended !== null);
  const fix = useMainFix();
  const words = useCompareWords();
  const since = useRef(0);
  useEffect(() => {
    if (ended) since.current = performance.now();
  }, [ended]);
  const compares = phone && ended && !view.lock ? fix : null;
  const press = (): void => {
    if (compares) {
      if (performance.now() - since.current < SETTLES_MS) return;
      void startCompare(compares.name, compares.value);
    } else if (!over) void nextStep();
  };
  return (
    <button
      type="button"
      className="button filled next-step"
      aria-disabled={(over && !compares) || undefined}
      {...(compares ? { [ASKS_COMPARE]: '' } : {})}
      onClick={press}
    >
      {compares ? words(compares) : t('transport.next')}
    </button>
  );
}
