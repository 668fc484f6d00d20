// The map of all orders of this scenario, under its settings and under the one that mends it: press a state and the run
// goes there, as a try.

import { useEffect, useState } from 'react';
import type { ExploreOutcome } from '../../session/api.ts';
import { Say } from '../../widgets/say.tsx';
import { DensityBars } from '../../widgets/state-map/density-bars.tsx';
import { densityOf } from '../../widgets/state-map/map-density.ts';
import { StateMap } from '../../widgets/state-map/state-map.tsx';
import { ask } from '../run.ts';
import { setSwitch } from '../settings.ts';
import { usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import { inWords, settingWords, useT } from '../words.ts';
import { aside, stopAside } from './aside.ts';
import { mainFix } from './main-fix.ts';
import { Counts } from './map-counts.tsx';
import { useMapWords } from './map-words.ts';
import { useOwnChoices } from './own-choices.ts';
import { useWork } from './use-work.ts';
import { Working } from './working.tsx';

/** Past this a density says as much, and the page stays quick. */
const STATES = 200_000;

interface Mapped {
  readonly params: unknown;
  readonly here: ExploreOutcome;
  readonly there: ExploreOutcome | null;
}

export function MapPanel() {
  const t = useT();
  const words = useMapWords();
  const frame = usePage((state) => state.frame);
  const scenario = usePage((state) => state.scenario);
  const [other, setOther] = useState(false);
  const choices = useOwnChoices();
  const work = useWork<Mapped>(() => void stopAside());
  const params = frame?.params;
  const fix = frame && scenario ? mainFix(scenario, frame.params) : null;

  const explore = (): void => {
    if (!frame) return;
    const { system, scenario: id, seed } = frame;
    const request = { from: 'start', maxStates: STATES, maxDepth: 1000, workers: 1, map: true } as const;
    setOther(false);
    work.ask(async (report) => {
      const under = (settings: typeof frame.params): Promise<ExploreOutcome> =>
        aside({ system, scenario: id, seed, params: settings }, (api) => api.explore(request, report));
      const here = await under(frame.params);
      const there = fix && !here.stopped ? await under({ ...frame.params, [fix.name]: fix.value }) : null;
      return { params: frame.params, here, there };
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other settings are another map
  useEffect(explore, [params]);

  if (!frame || !scenario) return null;
  const { value } = work;
  // A map of other settings than the run's is not shown as its own.
  const mapped = value?.params === params ? value : null;
  const shown = other ? (mapped?.there ?? null) : (mapped?.here ?? null);
  const beside = other ? mapped?.here : mapped?.there;
  const open = async (keys: readonly string[], state: number): Promise<void> => {
    if (other && fix) await setSwitch(fix.name, fix.value);
    await ask((api) => api.tryChoices(keys, 'start', t('panel.map.tryName', { id: state })));
  };
  return (
    <div className="map-panel">
      <p className="panel-lead">{t('panel.map.lead')}</p>
      {fix ? (
        <div className="segments" role="radiogroup" aria-label={t('panel.map.setting')}>
          {[false, true].map((which) => (
            <label key={String(which)} data-on={other === which || undefined}>
              <input
                type="radio"
                className="visually-hidden"
                name="map-setting"
                checked={other === which}
                disabled={which && !mapped?.there}
                onChange={() => setOther(which)}
              />
              {which
                ? settingWords(t, fix.name, fix.value)
                : t('panel.map.thisRun', { setting: settingWords(t, fix.name, fix.now) })}
            </label>
          ))}
        </div>
      ) : null}
      {work.running ? (
        <Working
          words={t('panel.map.counting', {
            states: (work.done.count ?? 0).toLocaleString('en'),
            depth: work.done.depth ?? 0,
          })}
          onStop={work.stop}
        />
      ) : null}
      {work.failure ? (
        <p role="alert">
          <Say text={work.failure} />
        </p>
      ) : null}
      {shown ? <Counts outcome={shown} /> : null}
      {shown?.map ? (
        <StateMap
          graph={shown.map}
          other={beside?.map ?? null}
          choices={choices}
          words={words}
          onOpen={(keys, state) => void open(keys, state)}
        />
      ) : shown ? (
        <>
          <p className="small">{t('panel.map.big')}</p>
          <DensityBars
            bars={densityOf(shown.statesByDepth, violationsOf(shown))}
            label={t('panel.map.big')}
            depth={t('panel.map.depth')}
            states={t('panel.map.states')}
            bad={(name) => t('panel.map.firstBad', { property: inWords(propertyName(name)) })}
          />
        </>
      ) : null}
    </div>
  );
}

const violationsOf = (outcome: ExploreOutcome): readonly { name: string; depth: number }[] =>
  Object.entries(outcome.properties).flatMap(([name, { verdict, length }]) =>
    verdict === 'violated' && length !== undefined ? [{ name, depth: length }] : [],
  );
