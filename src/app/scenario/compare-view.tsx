// The same choices under two settings. What came of it leads, a sentence a setting; then both runs on one axis, one over
// the other, each column that differs outlined and said between them. On a phone one run at a time.

import { useEffect, useMemo, useRef, useState } from 'react';
import { windowAt } from '../../base/step-window.ts';
import type { Text } from '../../base/text.ts';
import type { CompareOutcome } from '../../session/api.ts';
import { axisOf } from '../../widgets/axis.ts';
import type { Side } from '../../widgets/difference.ts';
import { foldEqual, pairsOf, trackOn } from '../../widgets/difference.ts';
import { Say, usePlain } from '../../widgets/say.tsx';
import { useMedia, useWidth } from '../../widgets/use-size.ts';
import { endCompare } from '../compare.ts';
import { PHONE, PHONE_ROWS } from '../phone.ts';
import type { Comparing } from '../store.ts';
import { set, usePage } from '../store.ts';
import { longHeadings } from '../views.ts';
import { settingWords, useT } from '../words.ts';
import type { Drawn } from './compare-drawn.ts';
import { CompareEnd } from './compare-end.tsx';
import { CompareSteps } from './compare-steps.tsx';
import { CompareTrack } from './compare-track.tsx';
import { DifferenceRow } from './difference-row.tsx';
import { Soon } from './soon.tsx';
import { useHow } from './use-how.ts';
import './compare-view.css';

export function CompareView() {
  const t = useT();
  const comparing = usePage((state) => state.comparing);
  const params = usePage((state) => state.frame?.params);
  if (!comparing || !params) return null;
  const { outcome, name, value } = comparing;
  const titles = {
    a: settingWords(t, name, params[name] ?? ''),
    b: settingWords(t, name, value),
  };
  return (
    <section className="compare">
      {outcome ? (
        <Both comparing={comparing} outcome={outcome} titles={titles} />
      ) : (
        <Head titles={titles} said={null} />
      )}
    </section>
  );
}

function Head({ titles, said }: { readonly titles: Drawn['titles']; readonly said: Text | null }) {
  const t = useT();
  return (
    <div className="compare-head">
      <p className="compare-lead">{t('compare.lead', titles)}</p>
      <button type="button" className="button" onClick={endCompare}>
        {t('compare.back')} <kbd>Esc</kbd>
      </button>
      <Said said={said} />
    </div>
  );
}

/** What came of it. Focus is here when Compare opens: it is read first. */
function Said({ said }: { readonly said: Text | null }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when it opens, and when the answer is there
  useEffect(() => heading.current?.focus({ preventScroll: true }), [said === null]);
  const lines = [said?.args?.a, said?.args?.b].filter((arg) => typeof arg === 'object') as readonly Text[];
  return (
    <h1 ref={heading} tabIndex={-1} className="compare-said">
      {said === null
        ? t('compare.working')
        : (lines.length === 2 ? lines : [said]).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines that never change places
            <span key={index}>
              <Say text={line} />{' '}
            </span>
          ))}
    </h1>
  );
}

interface BothProps {
  readonly comparing: Comparing;
  readonly outcome: CompareOutcome;
  readonly titles: Drawn['titles'];
}

function Both({ comparing, outcome, titles }: BothProps) {
  const t = useT();
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const phone = useMedia(PHONE);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [which, setWhich] = useState<Side>('a');
  const long = usePage(longHeadings);
  const most = phone ? PHONE_ROWS : axisOf(width || 600, false, long).columns;
  const pairs = useMemo(() => pairsOf(outcome.a.track.steps, outcome.b.track.steps), [outcome]);
  const columns = useMemo(() => foldEqual(pairs, most, opened), [pairs, most, opened]);
  // The first of each column's pairs, from 1.
  const starts = useMemo(() => {
    let next = 1;
    return columns.map((column) => {
      const start = next;
      next += column.length;
      return start;
    });
  }, [columns]);
  const at = starts.filter((start) => start <= comparing.step).length;
  const goTo = (column: number): void => {
    const to = Math.max(0, Math.min(columns.length, column));
    set({ comparing: { ...comparing, step: to === 0 ? 0 : (starts[to - 1] ?? 0) } });
  };
  const differs = columns.flatMap(([pair], index) => (pair?.difference ? [index + 1] : []));
  const drawn: Drawn = {
    outcome,
    columns,
    at,
    // Both runs are over: no room is kept for what may come.
    first: columns.length <= most ? 1 : windowAt(at, most).first,
    most,
    width,
    phone,
    titles,
    differs,
    goTo,
  };
  const unfold = (column: number): void => setOpened(new Set([...opened, (starts[column - 1] ?? 1) - 1]));
  const sides = phone ? [which] : (['a', 'b'] as const);
  const end = <CompareEnd outcome={outcome} titles={titles} comparing={comparing} />;
  return (
    <div className="compare-body">
      <Head titles={titles} said={outcome.said} />
      <div className="compare-runs">
        {phone ? end : null}
        {phone ? <Which titles={titles} which={which} onSet={setWhich} /> : null}
        <div className="panel">
          <div ref={root}>
            {width === 0
              ? null
              : sides.map((side, index) => (
                  <div key={side} className="compare-run">
                    {phone ? null : <h2>{titles[side]}</h2>}
                    <Soon frames={index === 0 ? 1 : 2}>
                      <CompareTrack drawn={drawn} side={side} bare={side === 'a'} />
                    </Soon>
                    {side === 'a' && !phone ? <DifferenceRow drawn={drawn} onUnfold={unfold} /> : null}
                  </div>
                ))}
          </div>
          {phone ? <Differs drawn={drawn} /> : null}
        </div>
        <Soon>
          <CompareSteps drawn={drawn} />
        </Soon>
      </div>
      <aside className="story-column" aria-label={t('tab.story')}>
        <p className="story-step">{at === 0 ? t('step.atStart') : t('step.short', { step: at })}</p>
        {sides.map((side) => (
          <Happened key={side} title={titles[side]} drawn={drawn} which={side} />
        ))}
        {phone ? null : <Soon>{end}</Soon>}
      </aside>
    </div>
  );
}

interface WhichProps {
  readonly titles: Drawn['titles'];
  readonly which: Side;
  onSet(which: Side): void;
}

function Which({ titles, which, onSet }: WhichProps) {
  const t = useT();
  return (
    <div className="segments" role="radiogroup" aria-label={t('compare.which')}>
      {(['a', 'b'] as const).map((side) => (
        <label key={side} data-on={which === side || undefined}>
          <input
            type="radio"
            name="compare-which"
            className="visually-hidden"
            checked={which === side}
            onChange={() => onSet(side)}
          />
          {titles[side]}
        </label>
      ))}
    </div>
  );
}

/** How the present step differs, where the other run is not beside it. */
function Differs({ drawn }: { readonly drawn: Drawn }) {
  const how = useHow(drawn);
  const difference = drawn.columns[drawn.at - 1]?.[0]?.difference ?? null;
  return <p className="compare-differs">{difference ? how(difference) : ''}</p>;
}

interface HappenedProps {
  readonly title: string;
  readonly which: Side;
  readonly drawn: Drawn;
}

/** What this run did in the reader's column. */
function Happened({ title, which, drawn }: HappenedProps) {
  const t = useT();
  const plain = usePlain();
  const { columns, at, outcome } = drawn;
  const column = columns[at - 1];
  const step = column?.at(-1)?.[which];
  const track = trackOn(columns, which, { a: outcome.a.track, b: outcome.b.track });
  const ended = track.steps.every((one) => one.step < at);
  return (
    <section className="compare-happened" aria-label={title}>
      <h2>{title}</h2>
      <p className="sentence">
        {at === 0 ? (
          t('step.begin')
        ) : column && column.length > 1 ? (
          t('compare.folded', { count: column.length })
        ) : step ? (
          <Say text={step.sentence} />
        ) : (
          t(ended ? 'step.endOfRun' : 'compare.notWith', {
            setting: plain({ key: 'page.words', args: { words: title } }),
          })
        )}
      </p>
    </section>
  );
}
