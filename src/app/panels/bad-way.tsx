// The shortest way to break a promise, step by step in words, with the step after which nothing keeps it any more.

import type { OpenRequest } from '../../session/api.ts';
import { Say } from '../../widgets/say.tsx';
import { propertyName } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import { useTold } from './use-told.ts';

interface Props {
  readonly about: OpenRequest;
  readonly property: string;
  readonly keys: readonly string[];
  /** The number of steps after which it cannot be kept; null where that is not known. */
  readonly lostAt: number | null;
  onPlay(): void;
}

export function BadWay({ about, property, keys, lostAt, onPlay }: Props) {
  const t = useT();
  const told = useTold(about, keys);
  const isBetween = lostAt !== null && lostAt > 0 && lostAt < keys.length;
  return (
    <section className="bad-way">
      <h2 className="why-title">
        {t('panel.map.badPath', { property: propertyName(property), length: keys.length })}
      </h2>
      <ol>
        {told?.steps.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are told by their place
          <li key={index} data-lost={(isBetween && index + 1 === lostAt) || undefined}>
            <Say text={sentence} />
            {isBetween && index + 1 === lostAt ? (
              <strong className="bad-way-point">
                <span aria-hidden="true">! </span>
                {t('panel.map.point')}
              </strong>
            ) : null}
          </li>
        ))}
      </ol>
      {isBetween || !told ? null : <p className="small">{t(pointWords(lostAt))}</p>}
      <button type="button" className="button" onClick={onPlay}>
        {t('panel.map.watch')}
      </button>
    </section>
  );
}

const pointWords = (lostAt: number | null): PageKey =>
  lostAt === null ? 'panel.map.pointUnknown' : lostAt === 0 ? 'panel.map.pointStart' : 'panel.map.pointLast';
