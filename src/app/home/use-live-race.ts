// The race that runs on the first page: a run like any other, in the session, only that it is not kept. Its first moment
// was played when the page was built; the session and the system come when somebody turns to it, and a press before they
// are there is not lost. Which race it is, a system's card says.

import { useEffect, useRef, useState } from 'react';
import type { Words } from '../../base/words.ts';
import type { ActorInfo } from '../../contract/system.ts';
import type { Intent } from '../../session/api.ts';
import type { Frame, Track } from '../../session/frame.ts';
import { columnsOf } from '../../session/played.ts';
import type { Listed } from '../cards.ts';
import { isOver } from '../choices.ts';
import { systemWords } from '../need-words.ts';
import { playedFirst } from '../played.ts';
import { scenarioHash } from '../route.ts';
import { order } from '../run.ts';
import { sessionClient } from '../session-client.ts';
import { page, usePage } from '../store.ts';

/** The race of a card. */
export interface Billed {
  readonly system: string;
  readonly scenario: string;
  /** So many steps are in view, which is all of it. */
  readonly steps: number;
}

/** The first that a card offers. */
export function billedIn(listed: readonly Listed[]): Billed | null {
  const one = listed.find(({ card }) => card.live);
  return one?.card.live ? { system: one.id, ...one.card.live } : null;
}

export interface LiveRace {
  readonly frame: Frame;
  readonly track: Track;
  readonly actors: readonly ActorInfo[];
  /** Link to this moment. */
  readonly hash: string;
  readonly glide: boolean;
}

export interface Live {
  readonly race: LiveRace | null;
  readonly steps: number;
  readonly words: Words;
  readonly over: boolean;
  /** Somebody turns to it: what a step needs is fetched. */
  readonly wake: () => void;
  readonly next: () => void;
  readonly choose: (key: string) => void;
  readonly goTo: (step: number) => void;
}

const NO_WORDS: Words = {};
/** The first page's own run, in the session of the page. */
const RUN = 'first page';

export function useLiveRace({ system, scenario, steps }: Billed): Live {
  const language = usePage((state) => state.language);
  const [race, setRace] = useState<LiveRace | null>(null);
  const [words, setWords] = useState(NO_WORDS);
  /** The tables it speaks from, once it is in the session. */
  const [tables, setTables] = useState<readonly string[] | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const last = useRef<LiveRace | null>(null);
  const awake = useRef(false);
  const here = useRef(true);

  const BEGIN: Intent = { kind: 'open', from: { system, scenario } };
  const show = (shown: LiveRace): void => {
    last.current = shown;
    setRace(shown);
  };
  const act = (intentAt: (at: Frame) => Intent | null): void => {
    wake();
    const visit = order.visit();
    queue.current = queue.current.then(() => {
      const intent = last.current && intentAt(last.current.frame);
      return intent ? ask(intent, visit) : undefined;
    });
    // Whoever leaves the page needs no answer.
    queue.current = queue.current.catch(() => undefined);
  };
  const ask = async (intent: Intent, visit: AbortSignal): Promise<void> => {
    const { api } = await sessionClient();
    if (visit.aborted || !here.current) return;
    const before = last.current;
    const update = await api.act(RUN, intent, { columns: columnsOf(steps) }, { signal: visit });
    const { frame, link, head } = update;
    if (head) {
      const its = await systemWords(system, page().language, head.words);
      if (!here.current) return;
      setWords(its);
      setTables(head.words);
    }
    const actors = head?.actors ?? before?.actors;
    const track = update.track ?? before?.track;
    if (!here.current || !actors || !track) return;
    const glide = Math.abs(frame.cursor.step - (before?.frame.cursor.step ?? 0)) === 1;
    const hash = frame.cursor.step === 0 ? scenarioHash(system, scenario) : link.slice(link.indexOf('#'));
    show({ frame, track, actors, hash, glide });
  };
  function wake(): void {
    if (awake.current) return;
    awake.current = true;
    const visit = order.visit();
    queue.current = ask(BEGIN, visit).catch(() => {
      awake.current = false;
    });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a race begins once in each language
  useEffect(() => {
    here.current = true;
    let current = true;
    if (tables) {
      void systemWords(system, language, tables).then((found) => {
        if (current) setWords(found);
      });
    } else {
      void playedFirst(language).then(
        (moments) => {
          const moment = moments.find((one) => one.system === system && one.scenario === scenario);
          if (!current || awake.current) return;
          if (!moment) return wake();
          setWords(moment.words);
          show({ ...moment, hash: scenarioHash(system, scenario), glide: false });
        },
        () => current && wake(),
      );
    }
    return () => {
      current = false;
    };
  }, [language, system, scenario]);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const over = race !== null && isOver(race.frame);
  return {
    race,
    steps,
    words,
    over,
    wake,
    next: () => act((at) => (isOver(at) ? BEGIN : { kind: 'advance', count: 1 })),
    choose: (key) => act((at) => ({ kind: 'choose', at: at.cursor, key })),
    goTo: (step) => act((at) => ({ kind: 'seek', to: { try: at.cursor.try, step } })),
  };
}
