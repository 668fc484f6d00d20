// Sharing this moment: the link with its length against what chat programs cut at, a file with every try, a snippet.

import { useRef, useState } from 'react';
import { grouped } from '../../base/numbers.ts';
import { saveFile } from '../files.ts';
import { momentHash } from '../order/address.ts';
import { usePage } from '../store.ts';
import { useT } from '../words.ts';
import { Sheet } from './sheet.tsx';
import './share-dialog.css';

const MOST = 2000;

/** The address to give away: this page without view settings of this visit, at this moment. */
const whole = (hash: string): string => `${location.origin}${location.pathname}${hash}`;

export function ShareDialog() {
  const t = useT();
  const link = whole(usePage(momentHash));
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const field = useRef<HTMLTextAreaElement>(null);
  const long = link.length > MOST;
  const embedded = link.replace('#', '?embed=1#');
  const snippet = `<iframe src="${embedded}" width="100%" height="640" style="border:0" title="Lamplight"></iframe>`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      field.current?.select();
      setCopied('failed');
    }
  };
  return (
    <Sheet title={t('share.title')}>
      <p className="share-lead">{t('share.lead')}</p>
      <label className="field">
        <span>{t('share.link')}</span>
        <textarea
          ref={field}
          className="input share-link"
          readOnly
          rows={3}
          value={link}
          spellCheck={false}
        />
      </label>
      <div className="share-meter" data-long={long || undefined}>
        <span className="meter" aria-hidden="true">
          <span style={{ width: `${Math.min(100, (link.length / MOST) * 100)}%` }} />
        </span>
        <span>{long ? t('share.tooLong') : t('share.length', { length: grouped(link.length) })}</span>
      </div>
      <div className="row">
        <button type="button" className="button filled" onClick={() => void copy()}>
          {copied === 'yes' ? t('share.copied') : t('share.copy')}
        </button>
        <button type="button" className="button" onClick={() => void saveFile()}>
          {t('share.save')}
        </button>
        <span className="small">{t('share.saveNote')}</span>
      </div>
      <p role="status" className={copied === 'failed' ? 'small' : 'visually-hidden'}>
        {copied === 'yes' ? t('share.copied') : copied === 'failed' ? t('share.copyFailed') : ''}
      </p>
      <details className="share-embed">
        <summary>{t('share.embed')}</summary>
        <textarea
          className="input share-link"
          readOnly
          rows={3}
          aria-label={t('share.embed')}
          value={snippet}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
      </details>
    </Sheet>
  );
}
