// While a run is being opened: how far it is. A short one is there before this is seen.

import { usePage } from './store.ts';
import { useT } from './words.ts';
import './opening-page.css';

export function OpeningPage() {
  const t = useT();
  const share = usePage((state) => state.openedShare);
  return (
    <section className="opening" role="status">
      <p>{t('page.opening')}</p>
      <progress aria-label={t('page.opening')} {...(share === null ? {} : { value: share })} />
    </section>
  );
}
