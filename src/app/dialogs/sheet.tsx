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
    firstOf(dialog)?.focus();
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
      // At the key, not a moment later: the next one is for the page again. Without a cancel there is a close.
      onCancel={close}
      onClose={close}
      onClick={(event) => {
        if (event.target === root.current) close();
      }}
    >
      <div className="sheet-head">
        <h2 id={name} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="button bare icon" aria-label={t('page.close')} onClick={close}>
          <CloseIcon />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}

/** What the dialog is for, and not the way out of it: what it marks, its first control, or its title. */
const firstOf = (dialog: HTMLDialogElement | null): HTMLElement | null =>
  dialog?.querySelector<HTMLElement>('[data-first]') ??
  dialog?.querySelector<HTMLElement>(
    '.sheet-body :is(button, input, select, textarea, a[href]):not(:disabled)',
  ) ??
  dialog?.querySelector<HTMLElement>('h2') ??
  null;
