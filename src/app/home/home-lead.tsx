// The top of the first page: one line that says what this is, and a race that runs there, one press a step.

import { useMemo } from 'react';
import { plain } from '../../base/words.ts';
import { Say, WordsContext } from '../../widgets/say.tsx';
import { useMedia } from '../../widgets/use-size.ts';
import { VerdictWord } from '../../widgets/verdict-strip.tsx';
import type { Listed } from '../cards.ts';
import { scenarioHash } from '../route.ts';
import { usePage } from '../store.ts';
import { propertyName, scenarioQuestion } from '../system-text.ts';
import { useT } from '../words.ts';
import { LiveLanes } from './live-lanes.tsx';
import type { Billed } from './use-live-race.ts';
import { billedIn, useLiveRace } from './use-live-race.ts';
import './home-lead.css';

export function HomeLead({ listed }: { readonly listed: readonly Listed[] }) {
  const t = useT();
  const billed = billedIn(listed);
  return (
    <section className="home-lead">
      <h1>{t('page.home')}</h1>
      <p className="home-says">{t('page.lead')}</p>
      {billed ? <Race key={`${billed.system}/${billed.scenario}`} listed={listed} billed={billed} /> : null}
    </section>
  );
}

function Race({ listed, billed }: { readonly listed: readonly Listed[]; readonly billed: Billed }) {
  const t = useT();
  const own = usePage((state) => state.words);
  const phone = useMedia('(max-width: 639px)');
  const live = useLiveRace(billed);
  const words = useMemo(() => ({ ...own, ...live.words }), [own, live.words]);
  const { race, over } = live;
  const its = listed.find(({ id }) => id === billed.system)?.words ?? {};
  const asks = plain(its, scenarioQuestion(billed.scenario));
  const frame = race?.frame;
  const broken = frame?.properties.find(({ here }) => here === 'violated');
  const wakes = {
    onPointerEnter: live.wake,
    onPointerDown: live.wake,
    onTouchStart: live.wake,
    onFocus: live.wake,
  };
  return (
    <>
      <section className="live" aria-label={t('home.live')} {...wakes}>
        <h2 className="live-asks">{asks}</h2>
        <WordsContext.Provider value={words}>
          {race ? <LiveLanes live={live} race={race} phone={phone} /> : <div className="live-lanes" />}
          <div className="live-foot" aria-live="polite">
            <p>
              {frame?.story ? <Say text={frame.story.sentence} /> : t('home.live.begin')}{' '}
              {broken ? (
                <VerdictWord
                  verdict="violated"
                  word={t('tries.violated', {
                    property: words[propertyName(broken.name).key] ?? broken.name,
                  })}
                />
              ) : null}
            </p>
            <p className="small">
              {frame && frame.cursor.step > 0 ? t('home.live.step', { step: frame.cursor.step }) : ''}
            </p>
          </div>
        </WordsContext.Provider>
      </section>
      <div className="row home-do" {...wakes}>
        <button type="button" className="button filled live-next" onClick={live.next}>
          {over ? t('home.live.again') : t('transport.next')}
        </button>
        <a className="button" href={race?.hash ?? scenarioHash(billed.system, billed.scenario)}>
          {t('home.live.open')}
        </a>
      </div>
    </>
  );
}
