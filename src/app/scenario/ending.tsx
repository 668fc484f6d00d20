// How the run ended, in the place of what can happen next: the question and its answer, what was kept or broken, the
// section of the paper; then the comparison that matters, and the way on; last, since a search has to count them and what
// stands above is not to move, how many orders end so.

import { useEffect } from 'react';
import { grouped } from '../../base/numbers.ts';
import type { PropertyView } from '../../session/frame.ts';
import { Glossed } from '../../widgets/glossed.tsx';
import { Say } from '../../widgets/say.tsx';
import { useListed } from '../home/use-listed.ts';
import type { OrderCount } from '../panels/order-count.ts';
import { countOrders } from '../panels/order-count.ts';
import { settingsKey, useWork } from '../panels/use-work.ts';
import { scenarioHash } from '../route.ts';
import { order } from '../run.ts';
import { usePage } from '../store.ts';
import { propertyName, scenarioName, scenarioQuestion } from '../system-text.ts';
import { view } from '../view-settings.ts';
import { useT } from '../words.ts';
import { AsksCompare, useMainFix } from './asks-compare.tsx';
import { Source } from './source.tsx';
import { spanOf } from './verdict-word.ts';
import './ending.css';

/** Kept promises that are named; the rest go without saying. */
const MOST_KEPT = 2;

export function Ending() {
  const t = useT();
  const frame = usePage((state) => state.frame);
  const ended = usePage((state) => state.ended);
  const source = usePage((state) => state.scenario?.source);
  if (!frame || !ended) return null;
  const { story } = frame;
  const above = [
    scenarioQuestion(frame.scenario),
    ...(story ? [story.sentence] : []),
    ...(story?.why ? [story.why] : []),
  ];
  const always = frame.properties.filter(({ kind }) => kind === 'always');
  const broken = always.filter(({ soFar }) => soFar === 'violated');
  const kept = always.filter(({ soFar }) => soFar === 'holds' || soFar === 'open');
  const judged = broken[0] ?? kept[0];
  return (
    <section className="ending" aria-label={t('ending.label')}>
      <p className="ending-question">
        <Say text={scenarioQuestion(frame.scenario)} />
      </p>
      {ended.said ? (
        <p className="ending-answer">
          <Glossed text={ended.said} after={above} />
        </p>
      ) : null}
      <ul className="ending-verdicts">
        {(broken.length > 0 ? broken : kept.slice(0, MOST_KEPT)).map((one) => (
          <Verdict key={one.name} view={one} />
        ))}
      </ul>
      {ended.beside && ended.beside.length > 0 ? (
        <ul className="ending-beside">
          {ended.beside.map((one) => (
            <li key={one.key}>
              <Glossed text={one} after={above} />
            </li>
          ))}
        </ul>
      ) : null}
      {source === undefined ? null : <Source section={source} />}
      {view.lock ? null : <WayOn />}
      {judged ? <Orders property={judged.name} /> : null}
    </section>
  );
}

function Verdict({ view: one }: { readonly view: PropertyView }) {
  const t = useT();
  const isBroken = one.soFar === 'violated';
  return (
    <li data-broken={isBroken || undefined}>
      <span aria-hidden="true">{isBroken ? '✕' : '✓'}</span>
      <span>
        {t('verdict.inWords', {
          property: propertyName(one.name),
          verdict: isBroken ? spanOf(one, t) : t('verdict.holds'),
        })}
      </span>
    </li>
  );
}

/** As many states as a search gives its map of: it is over before anybody has read the answer. */
const MOST_STATES = 500;
const counted = new Map<string, Promise<OrderCount | null>>();

function Orders({ property }: { readonly property: string }) {
  const t = useT();
  const frame = usePage((state) => state.frame);
  const linear = usePage((state) => state.head?.linear ?? true);
  const work = useWork<OrderCount | null>();
  const key = frame ? `${settingsKey(frame)} ${property}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: other settings are other orders
  useEffect(() => {
    if (!frame || linear) return;
    const { system, scenario, params, seed } = frame;
    work.ask((way) => {
      const known = counted.get(key);
      if (known) return known;
      const found = (async () => {
        const { api } = await order.rim.session();
        const bounds = { maxStates: MOST_STATES, maxDepth: MOST_STATES, map: true };
        const outcome = await api.explore({ system, scenario, params, seed }, bounds, way);
        return outcome.complete && outcome.map ? countOrders(outcome.map, property) : null;
      })();
      counted.set(key, found);
      found.catch(() => counted.delete(key));
      return found;
    });
  }, [key, linear]);
  const count = work.value;
  if (!count) return null;
  const { orders, broken } = count;
  const said = { orders: grouped(orders), broken: grouped(broken), property: propertyName(property) };
  return <p className="small ending-orders">{t(broken === 0 ? 'ending.noOrder' : 'ending.orders', said)}</p>;
}

function WayOn() {
  const t = useT();
  const fix = useMainFix();
  const system = usePage((state) => state.frame?.system ?? '');
  const next = usePage((state) => state.scenario?.next ?? '');
  const core = useListed().find(({ id }) => id === system)?.card.core ?? [];
  const place = core.indexOf(next) + 1;
  return (
    <div className="ending-on">
      <AsksCompare filled />
      {next === '' || view.embed ? null : (
        <a className={fix ? 'button' : 'button filled'} href={scenarioHash(system, next)}>
          {t('ending.next', { scenario: scenarioName(next) })}
          {place > 0 ? <span className="small">{t('ending.place', { place, of: core.length })}</span> : null}
        </a>
      )}
    </div>
  );
}
