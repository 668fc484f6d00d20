// The state that is looked at, in words: how it stands, the steps that lead to it, and what can be done in it, numbered
// as on the map. Each way leads on to the next state, so that the map can be walked by words alone.

import { useRef } from 'react';
import type { OpenRequest } from '../../session/api.ts';
import { Say } from '../../widgets/say.tsx';
import type { MapLook } from '../../widgets/state-map/map-types.ts';
import { useT } from '../words.ts';
import { useTold } from './use-told.ts';

interface Props {
  readonly look: MapLook | null;
  /** The run of the map. */
  readonly about: OpenRequest;
  onGo(state: number): void;
  onOpen(choices: readonly string[], state: number): void;
}

export function MapCaption({ look, about, onGo, onOpen }: Props) {
  const t = useT();
  const told = useTold(about, look?.keys ?? null);
  const label = useRef<HTMLParagraphElement>(null);
  if (!look) return <p className="map-caption small">{t('panel.map.hint')}</p>;
  const saidOf = new Map(told?.ways.map((way) => [way.key, way.label]));
  const walk = (to: number): void => {
    onGo(to);
    // The list that was pressed is another one now: what is read next is where it led.
    label.current?.focus({ preventScroll: true });
  };
  return (
    <div className="map-caption">
      <div className="map-caption-head">
        <p ref={label} tabIndex={-1} className="map-caption-state">
          {look.label}
        </p>
        <button type="button" className="button" onClick={() => onOpen(look.keys, look.id)}>
          {t('panel.map.open')}
        </button>
      </div>
      {look.keys.length > 0 ? (
        <section aria-labelledby="map-come">
          <h2 id="map-come" className="why-title">
            {t('panel.map.come')}
          </h2>
          <ol className="map-come">
            {told?.steps.map((sentence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are told by their place
              <li key={index}>
                <Say text={sentence} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {look.ways.length > 0 ? (
        <section aria-labelledby="map-ways">
          <h2 id="map-ways" className="why-title">
            {t('panel.map.ways')}
          </h2>
          <ol className="map-ways">
            {look.ways.map(({ key, to }) => {
              const said = saidOf.get(key);
              return (
                <li key={key}>
                  {said ? (
                    <button type="button" className="map-way" onClick={() => walk(to)}>
                      <span>
                        <Say text={said} />
                      </span>
                      <span className="small">{to === look.id ? t('panel.map.same') : look.labelOf(to)}</span>
                    </button>
                  ) : null}
                </li>
              );
            })}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
