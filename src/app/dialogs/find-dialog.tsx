// Find: scenarios, switches and actions by a few letters, all by keyboard.

import type { KeyboardEvent } from 'react';
import { useEffect, useId, useMemo, useState } from 'react';
import { plain } from '../../base/words.ts';
import { catalog } from '../../systems/catalog.ts';
import { chooseFile } from '../choose-file.ts';
import { systemWords } from '../language.ts';
import { openScenario } from '../open.ts';
import { togglePlay } from '../play.ts';
import { interesting, nextStep, toEnd, toStart } from '../run.ts';
import { nextTheme, otherLanguage, reset, setLanguage, setSwitch } from '../settings.ts';
import type { PageState } from '../store.ts';
import { page, set, usePage } from '../store.ts';
import { switchName, switchValue } from '../system-text.ts';
import type { PageKey } from '../text.en.ts';
import { inWords, useT } from '../words.ts';
import { Sheet } from './sheet.tsx';
import './find-dialog.css';

interface Found {
  readonly id: string;
  readonly kind: PageKey;
  readonly words: string;
  readonly aside: string;
  readonly run: () => void;
}

const MOST = 12;

export function FindDialog() {
  const t = useT();
  const list = useId();
  const language = usePage((state) => state.language);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [scenarios, setScenarios] = useState<readonly Found[]>([]);
  useEffect(() => {
    let here = true;
    void allScenarios(language).then((found) => {
      if (here) setScenarios(found);
    });
    return () => {
      here = false;
    };
  }, [language]);
  const here = useMemo(() => actionsOf(page()), []);
  const needle = typed.trim().toLowerCase().split(/\s+/);
  const found = [...scenarios, ...here]
    .filter((each) =>
      needle.every((part) => `${each.words} ${each.aside} ${t(each.kind)}`.toLowerCase().includes(part)),
    )
    .slice(0, MOST);
  const current = Math.min(at, found.length - 1);
  const run = (each: Found | undefined): void => {
    if (!each) return;
    set({ dialog: null });
    each.run();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt((current + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setAt((current - 1 + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') run(found[current]);
    else return;
    event.preventDefault();
  };
  return (
    <Sheet title={t('page.find')}>
      <input
        className="input"
        data-first
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[current] ? `${list}-${current}` : undefined}
        aria-label={t('page.find')}
        placeholder={t('palette.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <div id={list} role="listbox" aria-label={t('page.find')} className="found">
        {found.map((each, index) => (
          <div
            key={each.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="found-one"
            onPointerMove={() => setAt(index)}
            onClick={() => run(each)}
            onKeyDown={keys}
          >
            <span>{each.words}</span>
            <span className="small">{each.aside || t(each.kind)}</span>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="small">{t('palette.none')}</p> : null}
    </Sheet>
  );
}

async function allScenarios(language: PageState['language']): Promise<readonly Found[]> {
  const groups = await Promise.all(
    catalog.map(async (entry) => {
      const [system, words] = await Promise.all([entry.load(), systemWords(entry.id, language, true)]);
      const title = plain(words, { key: 'system.title' });
      return system.scenarios.map(({ id }) => ({
        id: `${entry.id}/${id}`,
        kind: 'palette.scenario' as const,
        words: plain(words, { key: `${id}.title` }),
        aside: `${title} / ${plain(words, { key: `${id}.short` })}`,
        run: () => openScenario(entry.id, id),
      }));
    }),
  );
  return groups.flat();
}

function actionsOf(state: PageState): readonly Found[] {
  const { frame, scenario, system, language } = state;
  const action = (key: PageKey, run: () => void): Found => ({
    id: key,
    kind: 'palette.action',
    words: inWords({ key }),
    aside: '',
    run,
  });
  const everywhere = [
    action('page.openFile', chooseFile),
    { ...action('page.language', () => void setLanguage(otherLanguage(language))) },
    { ...action('page.theme', nextTheme), words: inWords({ key: 'page.theme', args: { theme: '…' } }) },
    action('keys.title', () => set({ dialog: 'keys' })),
    action('error.home', () => {
      location.hash = '#/';
    }),
    action('home.corrections', () => {
      location.hash = '#/corrections';
    }),
  ];
  if (!frame || !scenario || !system) return everywhere;
  const values = system.switches.flatMap((one): Found[] =>
    one.kind === 'number'
      ? []
      : one.values
          .filter((value) => frame.params[one.name] !== value)
          .map((value) => ({
            id: `${one.name}=${value}`,
            kind: 'palette.switch',
            words: inWords({
              key: 'palette.set',
              args: { name: switchName(one.name), value: switchValue(one.name, value) },
            }),
            aside: '',
            run: () => void setSwitch(one.name, value),
          })),
  );
  return [
    action('transport.next', () => void nextStep()),
    action('transport.play', togglePlay),
    action('transport.last', () => void toEnd()),
    action('transport.first', toStart),
    action('transport.interesting', () => void interesting(1)),
    action('ask.explore', () => set({ dialog: 'explore' })),
    action('page.shareMoment', () => set({ dialog: 'share' })),
    action('reset.do', () => void reset()),
    ...everywhere,
    ...values,
  ];
}
