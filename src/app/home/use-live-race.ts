// A session of the first page's own, in the page itself: the race that runs there, apart from any open run. It is loaded
// after the first drawing; a press before that is not lost.

import { useEffect, useRef, useState } from 'react';
import type { Words } from '../../base/words.ts';
import type { Opened, SessionApi } from '../../session/api.ts';
import type { Frame, RunHead, Track } from '../../session/frame.ts';
import { isOver } from '../choices.ts';
import { systemWords } from '../language.ts';
import { scenarioHash } from '../route.ts';
import { usePage } from '../store.ts';

const SYSTEM = 'memcache';
const SCENARIO = 'stale-set';

/** Steps of the race, so that all of it is always in view. */
export const LIVE_COLUMNS = 5;

export interface LiveRace {
  readonly frame: Frame;
  readonly track: Track;
  readonly head: RunHead;
  /** Link to this moment. */
  readonly hash: string;
  readonly glide: boolean;
}

export interface Live {
  readonly race: LiveRace | null;
  readonly words: Words;
  readonly over: boolean;
  readonly next: () => void;
  readonly choose: (key: string) => void;
  readonly goTo: (step: number) => void;
}

/** When the page has been drawn and has nothing better to do. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 800 });
    else setTimeout(resolve, 100);
  });

const begin = (api: SessionApi): Promise<Opened> => api.open({ system: SYSTEM, scenario: SCENARIO });

export function useLiveRace(): Live {
  const language = usePage((state) => state.language);
  const [race, setRace] = useState<LiveRace | null>(null);
  const [words, setWords] = useState<Words>({});
  const session = useRef<Promise<SessionApi> | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const here = useRef(true);

  const move = (to: (api: SessionApi, at: Frame) => Promise<Frame>): void => {
    queue.current = queue.current.then(async () => {
      const api = await session.current;
      if (!api || !here.current) return;
      const before = await api.frame();
      const frame = await to(api, before);
      const track = await api.track(0, LIVE_COLUMNS);
      const link = await api.link();
      const hash = frame.cursor.step === 0 ? scenarioHash(SYSTEM, SCENARIO) : link.slice(link.indexOf('#'));
      const glide = Math.abs(frame.cursor.step - before.cursor.step) === 1;
      if (here.current) setRace((known) => (known ? { ...known, frame, track, hash, glide } : known));
    });
  };

  useEffect(() => {
    here.current = true;
    session.current = idle()
      .then(() => import('../new-session.ts'))
      .then(({ newSession }) => newSession());
    queue.current = session.current.then(async (api) => {
      const { frame, head } = await begin(api);
      const track = await api.track(0, LIVE_COLUMNS);
      const hash = scenarioHash(SYSTEM, SCENARIO);
      if (here.current) setRace({ frame, head, track, hash, glide: false });
    });
    return () => {
      here.current = false;
    };
  }, []);
  useEffect(() => {
    let current = true;
    void systemWords(SYSTEM, language, true).then((found) => {
      if (current) setWords(found);
    });
    return () => {
      current = false;
    };
  }, [language]);

  const over = race !== null && isOver(race.frame);
  return {
    race,
    words,
    over,
    next: () => move((api, at) => (isOver(at) ? begin(api).then(({ frame }) => frame) : api.advance(1))),
    choose: (key) => move((api) => api.choose(key)),
    goTo: (step) => move((api, at) => api.seek({ try: at.cursor.try, step })),
  };
}
