// The properties in one line, for the phone: the gravest with its sign, verdict and name, and how many others. Each opens
// its note, from which what was violated can be gone to. It is as high at every step.

import { useState } from 'react';
import { usePage } from '../store.ts';
import type { PageKey } from '../text.en.ts';
import { useT } from '../words.ts';
import { PropertyNote } from './property-note.tsx';
import { spanOf } from './verdict-word.ts';
import './property-line.css';

/** The gravest first. */
const ORDER = ['violated', 'open', 'holds', 'reached'];
const SIGN: Readonly<Record<string, string>> = { holds: '✓', reached: '✓', violated: '✕' };

export function PropertyLine() {
  const t = useT();
  const properties = usePage((state) => state.frame?.properties);
  const shown = usePage((state) => state.shown.rows);
  const [all, setAll] = useState(false);
  if (!properties || !shown) return <div className="property-line" />;
  const said = properties
    .filter((view) => ORDER.includes(view.soFar))
    .sort((a, b) => ORDER.indexOf(a.soFar) - ORDER.indexOf(b.soFar));
  const listed = all ? said : said.slice(0, 1);
  const rest = said.slice(1);
  return (
    <ul className="property-line" aria-label={t('verdict.label')}>
      {listed.map((view) => (
        <li key={view.name}>
          <span className="property" data-verdict={view.soFar}>
            {SIGN[view.soFar] ? <span aria-hidden="true">{SIGN[view.soFar]} </span> : null}
            {/* Before the name, which may go over two lines. */}
            <span className={SIGN[view.soFar] === '✓' ? 'visually-hidden' : 'property-verdict'}>
              {t(`verdict.${view.soFar}` as PageKey)}
            </span>
            <PropertyNote
              name={view.name}
              turned={view.firstFlip === null ? null : { span: spanOf(view, t), step: view.firstFlip }}
            />
          </span>
        </li>
      ))}
      {rest.length === 0 ? null : (
        <li className="property-more">
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
