// Headers that the reader brings, pasted or from a file: what the rules say of them, and the chain that they are.

import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../../../base/result.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import { chooseFiles } from '../../../widgets/choose-files.ts';
import { Say } from '../../../widgets/say.tsx';
import { ChainRow } from './chain-row.tsx';
import type { OwnChain } from './read-headers.ts';
import { readHeaders } from './read-headers.ts';

type Now =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly percent: number }
  | { readonly kind: 'refused'; readonly why: Text }
  | { readonly kind: 'read'; readonly chain: OwnChain };

const NONE: Now = { kind: 'none' };

export function OwnHeaders({ wide }: { readonly wide: boolean }) {
  const [hex, setHex] = useState('');
  const [height, setHeight] = useState('');
  const [now, set] = useState<Now>(NONE);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const wrongHeight = !/^\d{0,9}$/.test(height);

  async function read(blob: Blob): Promise<void> {
    stop.current.abort();
    stop.current = new AbortController();
    const { signal } = stop.current;
    set({ kind: 'reading', percent: 0 });
    try {
      const tell = (share: number): void => set({ kind: 'reading', percent: Math.floor(100 * share) });
      const chain = await readHeaders(blob, height, tell, signal);
      if (!signal.aborted) set(chain ? { kind: 'read', chain } : NONE);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Refusal)) throw error;
      set({ kind: 'refused', why: error.text });
    }
  }
  const choose = (): void => chooseFiles(([file]) => file && void read(file), false);
  return (
    <>
      <div className="chain-own">
        <label>
          <Say text={text('chain.own.hex')} />
          <textarea rows={3} spellCheck={false} value={hex} onChange={({ target }) => setHex(target.value)} />
        </label>
        <label>
          <Say text={text('chain.own.height')} />
          <input
            inputMode="numeric"
            value={height}
            aria-invalid={wrongHeight}
            onChange={({ target }) => setHeight(target.value.trim())}
          />
        </label>
        <div className="chain-own-buttons">
          <button
            type="button"
            className="button"
            disabled={hex.trim() === '' || wrongHeight}
            onClick={() => void read(new Blob([hex]))}
          >
            <Say text={text('chain.own.read')} />
          </button>
          <button type="button" className="button" disabled={wrongHeight} onClick={choose}>
            <Say text={text('chain.own.choose')} />
          </button>
          {now.kind === 'reading' ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                stop.current.abort();
                set(NONE);
              }}
            >
              <Say text={text('chain.own.stop', { percent: now.percent })} />
            </button>
          ) : null}
        </div>
        <div role="status" className="chain-own-said">
          {now.kind === 'refused' ? (
            <p>
              <Say text={now.why} />
            </p>
          ) : null}
          {now.kind === 'read'
            ? now.chain.lines.map((line, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one report, which never change
                <p key={i}>
                  <Say text={line} />
                </p>
              ))
            : null}
        </div>
      </div>
      {now.kind === 'read' ? (
        <ChainRow
          blocks={now.chain.blocks}
          start={Math.max(
            0,
            now.chain.blocks.findIndex(
              ({ broken, retarget }) => (broken?.length ?? 0) > 0 || retarget !== null,
            ),
          )}
          wide={wide}
        />
      ) : null}
    </>
  );
}
