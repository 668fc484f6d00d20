// Find: scenarios, switches, terms and actions by a few letters, all by keyboard.

import type { KeyboardEvent } from 'react';
import { useEffect, useId, useMemo, useState } from 'react';
import { switchMatters } from '../../contract/system.ts';
import { loadCards } from '../cards.ts';
import { chooseFile } from '../choose-file.ts';
import type { Findable } from '../found.ts';
import { find, findableIn } from '../found.ts';
import { openScenario } from '../open.ts';
import { togglePlay } from '../play.ts';
import { interesting, nextStep, toEnd, toStart } from '../run.ts';
import { nextTheme, otherLanguage, reset, setLanguage, setSwitch } from '../settings.ts';
import type { PageState } from '../store.ts';
import { page, set, usePage } from '../store.ts';
import { switchName, switchValue } from '../system-text.ts';
import { termsOf } from '../terms.ts';
import type { PageKey } from '../text.en.ts';
import { inWords, useT } from '../words.ts';
import { Sheet } from './sheet.tsx';
import './find-dialog.css';

type Found = Findable & { readonly run: () => void };

/** So many are listed before anything is typed. */
const MOST = 12;
const KINDS = ['scenario', 'switch', 'term'] as const;

export function FindDialog() {
  const t = useT();
  const list = useId();
  const language = usePage((state) => state.language);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [everywhere, setEverywhere] = useState<readonly Findable[]>([]);
  useEffect(() => {
    let here = true;
    void allOf(language).then((found) => {
      if (here) setEverywhere(found);
    });
    return () => {
      here = false;
    };
  }, [language]);
  const here = useMemo(() => actionsOf(page()), []);
  const all: readonly Found[] = [...everywhere.map((one) => ({ ...one, run: () => goTo(one) })), ...here];
  const found = typed.trim() === '' ? all.slice(0, MOST) : find(all, typed);
  const current = Math.min(at, found.length - 1);
  const run = (each: Found | undefined): void => {
    if (!each) return;
    if (each.kind === 'term') {
      // It is explained where it stands; pressed, it finds what says it.
      setTyped(each.words.replace(/ \(.*/, ''));
      setAt(0);
      return;
    }
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
            data-kind={each.kind}
            onPointerMove={() => setAt(index)}
            onClick={() => run(each)}
            onKeyDown={keys}
          >
            <span>{each.words}</span>
            <span className="small">
              {each.kind === 'scenario' ? each.aside : t(`palette.${each.kind}`)}
              {each.kind !== 'scenario' && each.aside ? `: ${each.aside}` : ''}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="small">{t('palette.none')}</p> : null}
    </Sheet>
  );
}

const goTo = ({ to }: Findable): void => {
  if (to) openScenario(to.system, to.scenario);
};

async function allOf(language: PageState['language']): Promise<readonly Findable[]> {
  const listed = await loadCards(language);
  const all = await Promise.all(
    listed.map(async (one) => findableIn(one, await termsOf(one.id, language).catch(() => []))),
  );
  const found = all.flat();
  return KINDS.flatMap((kind) => found.filter((one) => one.kind === kind));
}

function actionsOf(state: PageState): readonly Found[] {
  const { frame, scenario, system, language } = state;
  const action = (key: PageKey, run: () => void): Found => ({
    id: key,
    kind: 'action',
    words: inWords({ key }),
    aside: '',
    about: '',
    to: null,
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
    one.kind !== 'choice' || !switchMatters(one, frame.params)
      ? []
      : one.values
          .filter((value) => frame.params[one.name] !== value)
          .map((value) => ({
            id: `${one.name}=${value}`,
            kind: 'switch',
            words: inWords({
              key: 'palette.set',
              args: { name: switchName(one.name), value: switchValue(one.name, value) },
            }),
            aside: '',
            about: '',
            to: null,
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
