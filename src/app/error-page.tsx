// What could not be opened, where, and what to do.

import { Say } from '../widgets/say.tsx';
import { chooseFile } from './choose-file.ts';
import { SayList } from './say-list.tsx';
import { usePage } from './store.ts';
import { useT } from './words.ts';
import './error-page.css';

export function ErrorPage() {
  const t = useT();
  const failure = usePage((state) => state.failure);
  if (!failure) return null;
  return (
    <section className="error-page" role="alert">
      <h1>
        <Say text={failure.what} />
      </h1>
      {failure.where ? <p className="error-where">{t('error.where', { where: failure.where })}</p> : null}
      <SayList list={failure.list} />
      <p>
        <Say text={failure.todo} />
      </p>
      <div className="row">
        {failure.wanted ? (
          <button type="button" className="button filled" onClick={chooseFile}>
            {t('error.give')}
          </button>
        ) : null}
        <a className={failure.wanted ? 'button' : 'button filled'} href="#/">
          {t('error.home')}
        </a>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('error.reload')}
        </button>
      </div>
    </section>
  );
}
