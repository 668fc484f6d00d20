// Another header, pasted, and the nonce to begin with.

import { useState } from 'react';
import { text } from '../../../base/text.ts';
import type { ExperimentProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { miningSettings } from '../mining/settings.ts';

type Props = Pick<ExperimentProps, 'params' | 'set'> & { readonly running: boolean };

export function AnotherHeader({ params, set, running }: Props) {
  const plain = usePlain();
  const [header, setHeader] = useState(String(params.header));
  const [from, setFrom] = useState(String(params.from));
  const bare = header.replace(/\s/g, '').toLowerCase();
  const fault = faultOf(bare, from, params);
  const same = bare === params.header && from === params.from;
  return (
    <details className="mining-other" data-part="other">
      <summary>
        <Say text={text('mining.other')} />
      </summary>
      <label>
        <Say text={text('switch.header')} />
        <textarea
          rows={5}
          spellCheck={false}
          value={header}
          aria-describedby="mining-other-fault"
          aria-invalid={fault !== null}
          onChange={(event) => setHeader(event.target.value)}
        />
      </label>
      <label>
        <Say text={text('switch.from')} />
        <input inputMode="numeric" value={from} onChange={(event) => setFrom(event.target.value.trim())} />
      </label>
      <p id="mining-other-fault" className="small" role="status">
        {fault ?? plain(text('mining.other.note'))}
      </p>
      <button
        type="button"
        className="button"
        disabled={running || same || fault !== null}
        onClick={() => void set({ header: bare, from })}
      >
        <Say text={text('mining.other.apply')} />
      </button>
    </details>
  );

  function faultOf(hex: string, nonce: string, all: Props['params']): string | null {
    if (!/^[0-9a-f]{160}$/.test(hex)) return plain(text('mining.other.hex', { n: hex.length }));
    if (!/^\d{1,10}$/.test(nonce)) return plain(text('mining.other.nonce'));
    try {
      miningSettings({ ...all, header: hex, from: nonce, target: 'header' });
      return null;
    } catch (error) {
      const said = (error as { readonly text?: Parameters<typeof plain>[0] }).text;
      return said ? plain(said) : String(error);
    }
  }
}
