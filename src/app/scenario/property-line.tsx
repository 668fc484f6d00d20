// The properties in one line, for the phone: sign, name and verdict; what was violated can be jumped to.

import { Say } from '../../widgets/say.tsx';
import { goTo } from '../run.ts';
import { usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import './property-line.css';

const SIGN: Readonly<Record<string, string>> = { holds: '✓', reached: '✓', violated: '✕' };

export function PropertyLine() {
  const t = useT();
  const properties = usePage((state) => state.frame?.properties);
  const shown = usePage((state) => state.shown.rows);
  if (!properties || !shown) return null;
  return (
    <ul className="property-line" aria-label={t('verdict.label')}>
      {properties
        .filter((view) => view.soFar !== 'does not apply' && view.soFar !== 'not reached')
        .map((view) => (
          <li key={view.name}>
            <button
              type="button"
              className="property"
              data-verdict={view.soFar}
              disabled={view.firstFlip === null}
              onClick={() => {
                if (view.firstFlip !== null) void goTo(view.firstFlip);
              }}
            >
              {SIGN[view.soFar] ? <span aria-hidden="true">{SIGN[view.soFar]} </span> : null}
              <Say text={propertyName(view.name)} />
              <span className={SIGN[view.soFar] === '✓' ? 'visually-hidden' : undefined}>
                : {t(`verdict.${view.soFar}` as PageKey)}
              </span>
            </button>
          </li>
        ))}
    </ul>
  );
}
