// Measuring a scenario under load: run it, read the answer, then the plots. A slider let go, or another seed, measures
// again; the learner's run is not touched.

import { useEffect, useRef, useState } from 'react';
import type { Findings } from '../../kernel/system.ts';
import { Plot } from '../../widgets/plot/plot.tsx';
import { Say } from '../../widgets/say.tsx';
import { needAllWords } from '../all-words.ts';
import { setSwitch } from '../settings.ts';
import { usePage } from '../store.ts';
import { useT } from '../words.ts';
import { aside, stopAside } from './aside.ts';
import { LoadSliders } from './load-sliders.tsx';
import { usePlotWords } from './plot-words.ts';
import { useWork } from './use-work.ts';
import { Working } from './working.tsx';

interface Measured {
  readonly seed: number;
  readonly findings: Findings | null;
}

const MOST_SEED = 2 ** 32;

export function ExperimentPanel() {
  const t = useT();
  const plotWords = usePlotWords();
  const frame = usePage((state) => state.frame);
  const system = usePage((state) => state.system);
  const scenario = usePage((state) => state.scenario);
  const params = frame?.params;
  const [seed, setSeed] = useState(frame?.seed ?? 1);
  const asked = useRef<{ readonly params: unknown; readonly seed: number } | null>(null);
  const work = useWork<Measured>(() => void stopAside());

  const measure = (with_: number): void => {
    if (!frame) return;
    asked.current = { params: frame.params, seed: with_ };
    const request = { system: frame.system, scenario: frame.scenario, params: frame.params, seed: with_ };
    work.ask((report) =>
      aside(request, async (api) => ({ seed: with_, findings: await api.experiment(report) })),
    );
  };
  // Once measured, other settings are measured too: what is shown is always about the settings above.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of settings measures again
  useEffect(() => {
    if (asked.current && params && asked.current.params !== params) measure(seed);
  }, [params]);
  const language = usePage((state) => state.language);
  const systemId = frame?.system;
  // Findings speak of more than the steps do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language needs its words too
  useEffect(() => {
    if (systemId) void needAllWords(systemId);
  }, [systemId, language]);
  if (!frame || !system || !scenario) return null;
  const switches = scenario.switches.flatMap((name) => system.switches.filter((one) => one.name === name));
  const { value } = work;
  const findings = value?.findings ?? null;
  return (
    <div className="measure">
      <p className="panel-lead">{t('panel.measure.lead')}</p>
      <LoadSliders
        switches={switches}
        params={frame.params}
        onSet={(name, next) => void setSwitch(name, next)}
      />
      <div className="row measure-do">
        {work.running ? (
          <Working
            share={work.done.share}
            words={t('panel.measure.running', { percent: Math.round((work.done.share ?? 0) * 100) })}
            onStop={work.stop}
          />
        ) : (
          <>
            {value ? null : (
              <button type="button" className="button" onClick={() => measure(seed)}>
                {t('panel.measure.run')}
              </button>
            )}
            {value ? (
              <button
                type="button"
                className="button"
                onClick={() => {
                  const next = (seed + 1) % MOST_SEED;
                  setSeed(next);
                  measure(next);
                }}
              >
                {t('panel.measure.seed')}
              </button>
            ) : null}
            {value ? <span className="small">{t('panel.measure.done', { seed: value.seed })}</span> : null}
          </>
        )}
      </div>
      {work.failure ? (
        <p role="alert">
          <Say text={work.failure} />
        </p>
      ) : null}
      <div
        className="measured"
        aria-live="polite"
        aria-busy={work.running}
        data-old={work.running || undefined}
      >
        {value && !findings ? <p>{t('panel.measure.none')}</p> : null}
        {findings ? (
          <p className="measure-answer">
            <Say text={findings.answer} />
          </p>
        ) : null}
      </div>
      {findings ? (
        <div className="measure-plots" data-old={work.running || undefined}>
          {findings.plots.map((plot) => (
            <Plot key={plot.id} plot={plot} words={plotWords} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
