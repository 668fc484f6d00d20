// Where the mining stands, in a sentence; what the workers share; the target in its figures. Said aloud every five seconds
// and at the find.

import { useEffect, useState } from 'react';
import { grouped, short } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { Glossed } from '../../../widgets/glossed.tsx';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { bitsHex, difficultyOf } from '../consensus/target.ts';
import type { MiningSettings } from '../mining/settings.ts';
import { megahashes } from './mining-lanes.tsx';
import type { Live } from './use-mining.ts';
import { nearestOf, rateOf, triedBy } from './use-mining.ts';

const ALOUD_SECONDS = 5;

/** "4.4 s", "2.1 min", "3 h". */
export function time(seconds: number): Text {
  if (seconds < 120)
    return text('mining.time.s', { n: seconds < 10 ? seconds.toFixed(1) : Math.round(seconds) });
  if (seconds < 7200) return text('mining.time.min', { n: (seconds / 60).toFixed(seconds < 600 ? 1 : 0) });
  return text('mining.time.h', { n: (seconds / 3600).toFixed(1) });
}

function sentenceOf({ running, end, nonce, looks, workers, failure }: Live): Text {
  if (failure) return failure;
  const tried = grouped(triedBy(looks.at(-1)?.seats ?? []));
  if (nonce !== null) return text('mining.say.found', { nonce: grouped(nonce), workers });
  if (end === 'none') return text('mining.say.none', { workers, tried });
  if (end === 'stopped') return text('mining.say.stopped', { tried });
  return running ? text('mining.say.running', { workers, tried }) : text('mining.say.idle', { workers });
}

const difficultyWords = (n: number): string =>
  n >= 1 ? short(n) : n === 0 ? '< 0.000001' : n.toPrecision(2);

interface Props {
  readonly live: Live;
  readonly settings: MiningSettings;
}

/** Hashes a second now, or over the whole of what is over. */
export function paceOf({ looks, running }: Live): number {
  const { seconds = 0, seats = [] } = looks.at(-1) ?? {};
  return running ? rateOf(looks, null) : seconds > 0 ? triedBy(seats) / seconds : 0;
}

export function MiningStory({ live, settings }: Props) {
  const plain = usePlain();
  const last = live.looks.at(-1);
  const seconds = last?.seconds ?? 0;
  const rate = paceOf(live);
  const { expected } = settings;
  const status = live.running ? 'running' : (live.end ?? 'idle');
  const best = nearestOf(last?.seats ?? []);
  return (
    <section className="mining-story" data-part="story">
      <p className="mining-status">
        <Say text={text(`mining.status.${status}`, { time: time(seconds) })} />
      </p>
      <p className="mining-sentence">
        <Glossed text={sentenceOf(live)} />
      </p>
      <p className="mining-why">
        <Glossed
          text={
            rate > 0
              ? text('mining.why.rate', {
                  expected: grouped(expected),
                  rate: megahashes(rate),
                  time: time(expected / rate),
                })
              : text('mining.why', { expected: grouped(expected) })
          }
        />
      </p>
      <Aloud
        key={live.running ? 'running' : 'still'}
        every={live.running}
        words={plain(
          live.running
            ? text('mining.aloud', {
                sentence: sentenceOf(live),
                best: best ? grouped(best.at) : '–',
                rate: megahashes(rate),
              })
            : live.end
              ? sentenceOf(live)
              : text('none'),
        )}
      />
    </section>
  );
}

/** What the workers share, and the target, in figures. */
export function MiningFigures({ live, settings }: Props) {
  const plain = usePlain();
  const last = live.looks.at(-1);
  const tried = triedBy(last?.seats ?? []);
  const rate = paceOf(live);
  const { expected, bits } = settings;
  const row = (label: Text, value: string, key?: number) => (
    <tr key={key}>
      <th scope="row">
        <Say text={label} />
      </th>
      <td>{value}</td>
    </tr>
  );
  return (
    <section className="mining-story" data-part="figures">
      <h2>
        <Say text={text('mining.shared')} />
      </h2>
      <table className="mining-rows">
        <tbody>
          {row(text('row.tried'), grouped(tried))}
          {(last?.seats ?? []).map(({ tried: own, ranges }, seat) =>
            row(text('mining.seat', { n: seat + 1, ranges: grouped(ranges) }), grouped(own), seat),
          )}
          {row(text('row.won'), live.nonce === null ? plain(text('none')) : grouped(live.nonce))}
        </tbody>
      </table>
      <h2>
        <Say text={text('mining.theTarget')} />
      </h2>
      <table className="mining-rows">
        <tbody>
          {row(text('mining.bits'), bitsHex(bits))}
          {row(text('mining.difficulty'), difficultyWords(difficultyOf(bits)))}
          {row(text('row.expected'), grouped(expected))}
          {row(text('mining.measured'), tried === 0 ? '–' : (tried / expected).toFixed(3))}
          {row(text('mining.expectedHere'), rate > 0 ? plain(time(expected / rate)) : '–')}
        </tbody>
      </table>
    </section>
  );
}

/** Words that change ten times a second are said every five. */
function Aloud({ words, every }: { readonly words: string; readonly every: boolean }) {
  const [said, setSaid] = useState(every ? '' : words);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!every) return undefined;
    const timer = setInterval(() => setNow((tick) => tick + 1), 1000 * ALOUD_SECONDS);
    return () => clearInterval(timer);
  }, [every]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said then, not whenever it changes
  useEffect(() => {
    if (now > 0) setSaid(words);
  }, [now]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {every ? said : words}
    </p>
  );
}
