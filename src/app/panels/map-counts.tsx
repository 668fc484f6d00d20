// What the search counted, in words: how many states, and how many of them break which promise.

import { grouped } from '../../base/numbers.ts';
import type { ExploreOutcome } from '../../session/api.ts';
import { VerdictWord } from '../../widgets/verdict-strip.tsx';
import { propertyName } from '../system-text.ts';
import { useT } from '../words.ts';

export function Counts({ outcome }: { readonly outcome: ExploreOutcome }) {
  const t = useT();
  const counts = {
    states: grouped(outcome.states),
    edges: grouped(outcome.edges),
    depth: outcome.depth,
  };
  const broken = Object.entries(outcome.properties).filter(([, { verdict }]) => verdict === 'violated');
  return (
    <div className="map-counts" aria-live="polite">
      <p>{t(outcome.complete ? 'panel.map.counts' : 'panel.map.partly', counts)}</p>
      {broken.length === 0 ? (
        <VerdictWord
          verdict={outcome.complete ? 'holds' : 'open'}
          word={t(outcome.complete ? 'panel.map.good' : 'panel.map.goodPartly')}
        />
      ) : null}
      {broken.map(([name]) => {
        const property = propertyName(name);
        const count = outcome.map?.states.filter((state) => state.bad.includes(name)).length;
        return (
          <VerdictWord
            key={name}
            verdict="violated"
            word={
              count === undefined
                ? t('panel.map.badHere', { property })
                : t('panel.map.bad', { count, property })
            }
          />
        );
      })}
    </div>
  );
}
