// The properties in one line, for the phone: the gravest with its sign, name and verdict, and how many others; what was
// violated can be jumped to.

import { useState } from 'react';
import { Say } from '../../widgets/say.tsx';
import { goTo } from '../run.ts';
import { usePage } from '../store.ts';
import { propertyName } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import './property-line.css';

/** The gravest first. */
const ORDER = ['violated', 'open', 'holds', 'reached'];
const SIGN: Readonly<Record<string, string>> = { holds: '✓', reached: '✓', violated: '✕' };

export function PropertyLine() {
  const t = useT();
  const properties = usePage((state) => state.frame?.properties);
  const shown = usePage((state) => state.shown.rows);
  const [all, setAll] = useState(false);
  if (!properties || !shown) return null;
  const said = properties
    .filter((view) => ORDER.includes(view.soFar))
    .sort((a, b) => ORDER.indexOf(a.soFar) - ORDER.indexOf(b.soFar));
  const listed = all || said.length < 3 ? said : said.slice(0, 1);
  const rest = said.slice(1);
  return (
    <ul className="property-line" aria-label={t('verdict.label')}>
      {listed.map((view) => (
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
      {said.length < 3 ? null : (
        <li>
          <button
            type="button"
            className="property"
            data-verdict={rest.every(({ soFar }) => SIGN[soFar] === '✓') ? 'holds' : undefined}
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? t('verdict.fewer') : t('verdict.more', { count: rest.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
