// One quiet line for what the page has to say: something was changed and can be undone, or could not be done.

import { Say } from '../widgets/say.tsx';
import { CloseIcon } from './icons.tsx';
import { SayList } from './say-list.tsx';
import { set, usePage } from './store.ts';
import { useT } from './words.ts';
import './notice-bar.css';

export function NoticeBar() {
  const t = useT();
  const notice = usePage((state) => state.notice);
  return (
    <div className="notice-place" role="status">
      {notice ? (
        <div className="notice">
          <div>
            <p>
              <Say text={notice.text} />
            </p>
            <SayList list={notice.list} />
          </div>
          {notice.action ? (
            <button type="button" className="button" onClick={notice.action.run}>
              <Say text={notice.action.label} />
            </button>
          ) : null}
          <button
            type="button"
            className="button bare icon"
            aria-label={t('page.dismiss')}
            onClick={() => set({ notice: null })}
          >
            <CloseIcon />
          </button>
        </div>
      ) : null}
    </div>
  );
}
