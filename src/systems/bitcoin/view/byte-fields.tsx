// Bytes, field by field. One is picked by a press or by the arrows; hex digits typed over it change it, and so do the
// buttons below, which also go from byte to byte.

import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { ByteField } from '../scene-bytes.ts';
import type { Edits } from './use-edits.ts';

export function nameOf({ id }: Pick<ByteField, 'id'>): Text {
  const words = id.split(' ');
  const kind = words.at(-1) ?? '';
  const number = words.find((word) => /^\d+$/.test(word));
  const name = text(`bytes.field.${kind}`, { n: Number(number ?? 0) + 1 });
  return words[0] === 'coinbase' ? text('bytes.of-coinbase', { name }) : name;
}

const hex2 = (byte: number): string => byte.toString(16).padStart(2, '0');

interface Props {
  readonly fields: readonly ByteField[];
  readonly edits: Edits;
}

export function ByteFields({ fields, edits }: Props) {
  const plain = usePlain();
  const root = useRef<HTMLDivElement>(null);
  const [picked, pick] = useState<number | null>(null);
  const { bytes, changed, put, undo } = edits;
  const at = picked !== null && picked < bytes.length ? picked : null;
  const go = (to: number): void => {
    const place = Math.max(0, Math.min(bytes.length - 1, to));
    pick(place);
    root.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  };
  const set = (value: number): void => {
    if (at !== null) put(at, value & 255);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (at === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -16, ArrowDown: 16 }[event.key];
    const digit = /^[0-9a-f]$/i.test(event.key) ? Number.parseInt(event.key, 16) : null;
    if (by !== undefined) go(at + by);
    else if (digit !== null) set(((bytes[at] ?? 0) << 4) | digit);
    else if (event.key === 'Backspace' || event.key === 'Delete') undo();
    else return;
    event.preventDefault();
  };
  let from = 0;
  const placed = fields.map((field) => {
    const start = from;
    from += field.hex.length / 2;
    return { field, start, end: from };
  });
  const here = placed.find(({ start, end }) => at !== null && at >= start && at < end);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons in it
    <div className="bytes-left" ref={root} onKeyDown={onKey}>
      <dl className="bytes-fields">
        {placed.map(({ field, start, end }) => {
          const places = Array.from({ length: end - start }, (_, i) => start + i);
          const edited = places.some((place) => changed.has(place));
          return (
            <div
              key={field.id}
              data-told={`field ${field.id}`}
              data-changed={field.changed || edited || undefined}
            >
              <dt>
                <Say text={nameOf(field)} />
                {field.changed || edited ? (
                  <span className="bytes-changed">
                    {' '}
                    <Say text={text('bytes.changed')} />
                  </span>
                ) : null}
              </dt>
              <dd>
                {places.map((place) => (
                  <button
                    key={place}
                    type="button"
                    className="byte"
                    data-place={place}
                    data-edited={changed.has(place) || undefined}
                    tabIndex={place === (at ?? 0) ? 0 : -1}
                    aria-pressed={place === at}
                    aria-label={plain(text('bytes.byte', { n: place, hex: hex2(bytes[place] ?? 0) }))}
                    onClick={() => go(place)}
                  >
                    {hex2(bytes[place] ?? 0)}
                  </button>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      {fields.length > 0 ? (
        <div className="bytes-edit" data-part="edit" data-on={at !== null || undefined}>
          <p>
            {at === null || !here ? (
              <Say text={text('bytes.pick')} />
            ) : (
              <Say text={text('bytes.picked', { n: at, name: nameOf(here.field) })} />
            )}
          </p>
          <div className="bytes-buttons">
            <Press label="bytes.before" say="←" off={at === null} onPress={() => go((at ?? 0) - 1)} />
            <Press
              label="bytes.less"
              say="−1"
              off={at === null}
              onPress={() => set((bytes[at ?? 0] ?? 0) - 1)}
            />
            <output>{at === null ? '··' : hex2(bytes[at] ?? 0)}</output>
            <Press
              label="bytes.more"
              say="+1"
              off={at === null}
              onPress={() => set((bytes[at ?? 0] ?? 0) + 1)}
            />
            <Press label="bytes.after" say="→" off={at === null} onPress={() => go((at ?? -1) + 1)} />
            <button type="button" className="button" disabled={changed.size === 0} onClick={undo}>
              <Say text={text('bytes.undo')} />
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

interface PressProps {
  readonly label: string;
  readonly say: string;
  readonly off: boolean;
  onPress(): void;
}

function Press({ label, say, off, onPress }: PressProps) {
  const plain = usePlain();
  return (
    <button
      type="button"
      className="button"
      aria-label={plain(text(label))}
      title={plain(text(label))}
      disabled={off}
      onClick={onPress}
    >
      {say}
    </button>
  );
}
