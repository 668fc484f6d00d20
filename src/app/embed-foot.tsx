// Under a run that is embedded in somebody's page: the way to all of it, at this moment.

import { useT } from './words.ts';
import './embed-foot.css';

export function EmbedFoot() {
  const t = useT();
  return (
    <footer className="embed-foot">
      <a
        href={location.pathname}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          // The address moves with every step: this link is made when it is followed.
          event.currentTarget.href = `${location.pathname}${location.hash}`;
        }}
      >
        {t('page.openFull')}
      </a>
    </footer>
  );
}
