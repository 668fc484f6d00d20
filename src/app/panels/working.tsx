// Work under way: how far, in words, and a way to stop it.

import { useT } from '../words.ts';

interface Props {
  /** From 0 to 1, where the end is known. */
  readonly share?: number | undefined;
  readonly words: string;
  onStop(): void;
}

export function Working({ share, words, onStop }: Props) {
  const t = useT();
  return (
    <div className="working">
      <progress max={1} {...(share === undefined ? {} : { value: share })} aria-label={t('panel.working')} />
      <span className="small">{words}</span>
      <button type="button" className="button" onClick={onStop}>
        {t('panel.stop')}
      </button>
    </div>
  );
}
