// The bar at the top of every page: the lamp, where you are, find, keys, language, theme, share. On a phone the words are not
// drawn, so each has a name of its own.

import { Say } from '../widgets/say.tsx';
import { FindIcon, ShareIcon, ThemeIcon } from './icons.tsx';
import { nextTheme, otherLanguage, setLanguage } from './settings.ts';
import { set, usePage } from './store.ts';
import { scenarioName, systemName } from './system-text.ts';
import type { PageKey } from './text.en.ts';
import { useT } from './words.ts';
import './header.css';

export function Header() {
  const t = useT();
  const language = usePage((state) => state.language);
  const theme = usePage((state) => state.theme);
  const scenario = usePage((state) => state.frame?.scenario ?? null);
  const themeWords = t('page.theme', { theme: t(`page.theme.${theme}` as PageKey) });
  return (
    <header className="header">
      <nav className="where" aria-label={t('page.breadcrumb')}>
        <a className="brand" href="#/" aria-label={t('page.name')}>
          <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
            <circle cx="13" cy="13" r="12" className="lamp-halo" />
            <circle cx="13" cy="13" r="7.5" className="lamp-light" />
          </svg>
          <span>{t('page.name')}</span>
        </a>
        {scenario ? (
          <>
            <a className="crumb" href="#/">
              <Say text={systemName()} />
            </a>
            <span className="slash" aria-hidden="true">
              /
            </span>
            <span className="here" aria-current="page">
              <Say text={scenarioName(scenario)} />
            </span>
          </>
        ) : null}
      </nav>
      <div className="tools">
        <button
          type="button"
          className="button bare find"
          aria-label={t('page.find')}
          onClick={() => set({ dialog: 'find' })}
        >
          <FindIcon />
          <span>{t('page.find')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <button
          type="button"
          className="button bare keys-button"
          aria-label={t('keys.title')}
          onClick={() => set({ dialog: 'keys' })}
        >
          <span>{t('keys.title')}</span>
          <kbd>?</kbd>
        </button>
        <button
          type="button"
          className="button icon"
          lang={otherLanguage(language)}
          aria-label={t('page.language')}
          title={t('page.language')}
          onClick={() => void setLanguage(otherLanguage(language))}
        >
          {language === 'en' ? '中' : 'En'}
        </button>
        <button
          type="button"
          className="button icon"
          aria-label={themeWords}
          title={themeWords}
          onClick={nextTheme}
        >
          <ThemeIcon />
        </button>
        {scenario ? (
          <button
            type="button"
            className="button share"
            aria-label={t('page.shareMoment')}
            onClick={() => set({ dialog: 'share' })}
          >
            <ShareIcon />
            <span className="long">{t('page.shareMoment')}</span>
            <span className="short">{t('page.share')}</span>
          </button>
        ) : null}
      </div>
    </header>
  );
}
