// Whose eyes the run is seen with: everyone's, or those of one who takes part. What that one cannot see is not drawn, and
// nothing moves.

import { Say } from '../../widgets/say.tsx';
import { seeBy } from '../run.ts';
import { usePage } from '../store.ts';
import { inWords, useT } from '../words.ts';
import { lettersOf } from './switch-control.tsx';
import './seen-by.css';

/** More letters than these together, or more names, are a list to choose from. */
const SEGMENTS = 60;
const MOST_NAMES = 12;
const EVERYONE = '';

export function SeenBy() {
  const t = useT();
  const head = usePage((state) => state.head);
  const seenBy = usePage((state) => state.seenBy);
  const eyes = head?.actors.filter(({ id }) => head.eyes?.includes(id)) ?? [];
  const shown = eyes.find(({ id }) => id === seenBy);
  const at = shown?.id ?? EVERYONE;
  const pick = (id: string): void => seeBy(id === EVERYONE ? null : id);
  const letters = eyes.reduce((sum, { name }) => sum + lettersOf(inWords(name)), 0);
  return (
    <div className="seen-by">
      {letters > SEGMENTS || eyes.length > MOST_NAMES ? (
        <label>
          {t('seen.label')}{' '}
          <select className="picker" value={at} onChange={(event) => pick(event.target.value)}>
            <option value={EVERYONE}>{t('seen.everyone')}</option>
            {eyes.map(({ id, name }) => (
              <option key={id} value={id}>
                {t('page.words', { words: name })}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <fieldset>
          <legend>{t('seen.label')}</legend>
          <div className="segments">
            <label data-on={at === EVERYONE || undefined}>
              <input
                type="radio"
                className="visually-hidden"
                name="seen-by"
                checked={at === EVERYONE}
                onChange={() => pick(EVERYONE)}
              />
              <span>{t('seen.everyone')}</span>
            </label>
            {eyes.map(({ id, name }) => (
              <label key={id} data-on={at === id || undefined}>
                <input
                  type="radio"
                  className="visually-hidden"
                  name="seen-by"
                  checked={at === id}
                  onChange={() => pick(id)}
                />
                <span>
                  <Say text={name} />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <span className="small" role="status">
        {shown ? t('seen.hidden', { name: shown.name }) : ''}
      </span>
    </div>
  );
}
