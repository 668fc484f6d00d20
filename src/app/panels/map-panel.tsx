// The map of all orders of this scenario, under its settings and under the one that mends it: press a state and the run
// goes there, as a try.

import { useEffect, useMemo, useState } from 'react';
import { grouped } from '../../base/numbers.ts';
import type { ExploreOutcome, OpenRequest } from '../../session/api.ts';
import { Say } from '../../widgets/say.tsx';
import { DensityBars } from '../../widgets/state-map/density-bars.tsx';
import { densityOf } from '../../widgets/state-map/map-density.ts';
import { badPath } from '../../widgets/state-map/no-return.ts';
import { StateMap } from '../../widgets/state-map/state-map.tsx';
import { playTry } from '../play.ts';
import { order, tryChoices } from '../run.ts';
import { useMainFix } from '../scenario/asks-compare.tsx';
import { setSwitch } from '../settings.ts';
import { usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import { inWords, settingWords, useT } from '../words.ts';
import { BadWay } from './bad-way.tsx';
import { MapCaption } from './map-caption.tsx';
import { Counts } from './map-counts.tsx';
import { MapTable } from './map-table.tsx';
import { useMapWords } from './map-words.ts';
import { useWanted } from './use-wanted.ts';
import { settingsKey, useWork } from './use-work.ts';
import { Working } from './working.tsx';
import './map-panel.css';

/** Past this a density says as much, and the page stays quick. */
const STATES = 200_000;

const NONE: readonly string[] = [];

interface Mapped {
  readonly key: string;
  readonly here: ExploreOutcome;
  readonly there: ExploreOutcome | null;
}

export function MapPanel() {
  const t = useT();
  const words = useMapWords();
  const frame = usePage((state) => state.frame);
  const scenario = usePage((state) => state.scenario);
  const [other, setOther] = useState(false);
  useWanted('path');
  const choices = usePage((state) => state.path) ?? NONE;
  const work = useWork<Mapped>();
  const key = frame ? settingsKey(frame) : '';
  const fix = useMainFix();

  const explore = (): void => {
    if (!frame) return;
    const { system, scenario: id, seed } = frame;
    const request = { maxStates: STATES, maxDepth: 1000, map: true } as const;
    setOther(false);
    work.ask(async (way) => {
      const { api } = await order.rim.session();
      const under = (settings: typeof frame.params): Promise<ExploreOutcome> =>
        api.explore({ system, scenario: id, seed, params: settings }, request, way);
      const here = await under(frame.params);
      const there = fix && !here.stopped ? await under({ ...frame.params, [fix.name]: fix.value }) : null;
      return { key, here, there };
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other settings are another map
  useEffect(explore, [key]);

  const { value } = work;
  // A map of other settings than the run's is not shown as its own.
  const mapped = value?.key === key ? value : null;
  const shown = other ? (mapped?.there ?? null) : (mapped?.here ?? null);
  const beside = other ? mapped?.here : mapped?.there;
  const bad = useMemo(() => {
    const { map } = shown ?? {};
    return map && shown?.complete
      ? violationsOf(shown).map(({ name, choices: keys }) => badPath(map, name, keys))
      : [];
  }, [shown]);
  if (!frame || !scenario) return null;
  const { system, seed } = frame;
  const params = other && fix ? { ...frame.params, [fix.name]: fix.value } : frame.params;
  const about: OpenRequest = { system, scenario: frame.scenario, seed, params };
  const inSetting = async (act: () => Promise<void>): Promise<void> => {
    if (other && fix) await setSwitch(fix.name, fix.value);
    await act();
  };
  const open = (keys: readonly string[], state: number): void =>
    void inSetting(() => tryChoices(keys, 'start', t('panel.map.tryName', { id: state })));
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
            states: grouped(work.done.count ?? 0),
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
      {violationsOf(shown).map(({ name, choices: keys }) => (
        <BadWay
          key={name}
          about={about}
          property={name}
          keys={keys}
          lostAt={bad.find(({ property }) => property === name)?.lostAt ?? null}
          onPlay={() =>
            void inSetting(() =>
              playTry(keys, 'start', t('tries.counterexample', { property: inWords(propertyName(name)) })),
            )
          }
        />
      ))}
      {shown?.map ? (
        <StateMap
          graph={shown.map}
          other={beside?.map ?? null}
          choices={choices}
          bad={bad}
          words={words}
          caption={(look, go) => <MapCaption look={look} about={about} onGo={go} onOpen={open} />}
          onOpen={open}
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
      {shown?.map ? <MapTable graph={shown.map} bad={bad} /> : null}
    </div>
  );
}

interface Violation {
  readonly name: string;
  readonly depth: number;
  readonly choices: readonly string[];
}

const violationsOf = (outcome: ExploreOutcome | null): readonly Violation[] =>
  Object.entries(outcome?.properties ?? {}).flatMap(([name, { verdict, choices }]) =>
    verdict === 'violated' && choices ? [{ name, depth: choices.length, choices }] : [],
  );
