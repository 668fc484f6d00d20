// A dialog over the page: the browser's own, so that focus stays in it, Escape closes it and focus goes back.

import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { CloseIcon } from '../icons.tsx';
import { set } from '../store.ts';
import { useT } from '../words.ts';

interface Props {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Sheet({ title, wide, children }: Props) {
  const t = useT();
  const name = useId();
  const root = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = root.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const close = (): void => set({ dialog: null });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press on the veil closes it; keys have Escape
    <dialog
      ref={root}
      className={wide ? 'sheet wide-sheet' : 'sheet'}
      aria-labelledby={name}
      onClose={close}
      onClick={(event) => {
        if (event.target === root.current) close();
      }}
    >
      <div className="sheet-head">
        <h2 id={name}>{title}</h2>
        <button type="button" className="button bare icon" aria-label={t('page.close')} onClick={close}>
          <CloseIcon />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}
