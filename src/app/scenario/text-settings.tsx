// Settings that are texts: a program, a header in hex, the bytes of a file. Closed, each is a pill among the other
// switches; open, a panel below them. What is typed is applied by a button, not by typing, and is kept while the panel is
// closed; what is refused is said beside it, and the run stays as it was.

import { Suspense, useId, useRef, useState } from 'react';
import { excerpt } from '../../base/text.ts';
import { fileIn } from '../../contract/files.ts';
import type { TextSwitch } from '../../contract/system.ts';
import { partOfView } from '../../widgets/part.ts';
import { Say } from '../../widgets/say.tsx';
import { EditIcon } from '../icons.tsx';
import { usePage } from '../store.ts';
import { switchName } from '../system-text.ts';
import { useT } from '../words.ts';
import { isShownText } from './switch-control.tsx';
import type { Draft } from './text-draft.ts';
import { asTyped } from './text-draft.ts';
import './text-settings.css';

/** Characters of a text on its pill. */
const BEGINNING = 14;

const Panel = partOfView(() => import('./text-panel.tsx').then((m) => m.TextPanel));

/** Drawn in the row of the switches. */
export function TextSettings() {
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft | null>>>({});
  const pills = useRef(new Map<string, HTMLButtonElement | null>());
  const system = usePage((state) => state.system);
  const scenario = usePage((state) => state.scenario);
  const params = usePage((state) => state.frame?.params);
  if (!system || !scenario || !params) return null;
  const texts = system.switches.flatMap((one) => {
    if (!isShownText(one, scenario, params)) return [];
    const value = String(params[one.name] ?? one.default);
    const begun = drafts[one.name];
    const draft = begun?.of === value && begun.text !== asTyped(value) ? begun : null;
    return [{ one, value, draft }];
  });
  const shown = texts.find(({ one }) => one.name === open);
  const close = (): void => {
    setOpen(null);
    if (open !== null) pills.current.get(open)?.focus();
  };
  return (
    <>
      {texts.map(({ one, value, draft }) => (
        <Pill
          key={one.name}
          one={one}
          value={value}
          changed={draft !== null}
          panel={`${id}-panel`}
          open={one === shown?.one}
          toggle={() => setOpen(open === one.name ? null : one.name)}
          keep={(button) => void pills.current.set(one.name, button)}
        />
      ))}
      {shown ? (
        <Suspense fallback={null}>
          <Panel
            key={`${shown.one.name} ${shown.one.file && fileIn(shown.value) ? 'file' : 'text'}`}
            {...shown}
            id={`${id}-panel`}
            put={(draft) => setDrafts((before) => ({ ...before, [shown.one.name]: draft }))}
            close={close}
          />
        </Suspense>
      ) : null}
    </>
  );
}

interface PillProps {
  readonly one: TextSwitch;
  readonly value: string;
  readonly changed: boolean;
  readonly panel: string;
  readonly open: boolean;
  toggle(): void;
  keep(button: HTMLButtonElement | null): void;
}

function Pill({ one, value, changed, panel, open, toggle, keep }: PillProps) {
  const t = useT();
  const file = one.file ? fileIn(value) : null;
  return (
    <button
      ref={keep}
      type="button"
      className="pill text-pill"
      aria-expanded={open}
      {...(open ? { 'aria-controls': panel } : {})}
      title={
        file
          ? `${file.name}, ${file.sha256}`
          : t('texts.shape', { lines: value.split('\n').length, letters: value.length })
      }
      onClick={toggle}
    >
      <span className="pill-name">
        <Say text={switchName(one.name)} />
      </span>
      <code data-file={file !== null || undefined}>{file ? file.name : excerpt(value, BEGINNING)}</code>
      {changed ? <span className="text-unapplied">{t('texts.unapplied')}</span> : null}
      <EditIcon />
    </button>
  );
}
